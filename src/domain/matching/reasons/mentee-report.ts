// One mentee in a run as a report: whom she has, the mentors who fit best and what stands in the way, why she has nobody.
import { people } from '../../report/table-columns.ts';
import type { Report, Table } from '../../report/report.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import { fit, menteesOf, named, openTo, pairedWords } from './insight-words.ts';
import type { Run } from '../run.ts';
import { rivalTables } from './reasons-report.ts';
import { costWords, insightInto, type Insight, type PairInsight } from './run-insight.ts';
import type { Scoring } from '../scoring/score-pairs.ts';
import { whyApart } from '../stable/stable-standing.ts';

/** `all`: everybody who shares too few places with her, not the first few. */
export function menteeReport(
  insight: Insight,
  i: number,
  { id: run, kept, all }: { readonly id: number; readonly kept: Run; readonly all: boolean },
): Report {
  const { scoring } = insight.solve;
  const mentee = scoring.mentees[i]!;
  const reason = kept.unmatched.find(({ mentee: { id } }) => id === mentee.id)?.reason;
  const rivals = reason?.group === undefined ? undefined : rivalTables(kept, reason.group, all);
  const open = openTo(scoring, i);
  const best = open.slice(0, 5).map((j) => insightInto(insight, i, j));
  const near = open.length === 0 ? nearest(scoring, i) : [];
  const mine = (insight.mentorsOf.get(mentee.id) ?? []).flatMap((id) => {
    const j = scoring.mentors.findIndex((mentor) => mentor.id === id);
    return j < 0 ? [] : [insightInto(insight, i, j)];
  });
  const text =
    mine.length === 0
      ? `${mentee.name} has no mentor in run ${run}: ${(reason?.text ?? 'nobody is left').replace(/\.$/, '')}.`
      : mine.map((one) => pairedWords(one, run)).join(' ');
  return {
    schema: 'mentorctl/match-explain@1',
    blocks: [
      { kind: 'prose', text },
      ...(best.length === 0 ? [] : [{ kind: 'table' as const, table: choicesTable(insight, best) }]),
      ...(near.length === 0 ? [] : [{ kind: 'table' as const, table: nearestTable(near) }]),
      ...(rivals?.tables ?? []).map((table) => ({ kind: 'table' as const, table })),
    ],
    json: {
      person: named(mentee),
      role: 'mentee',
      run,
      mentors: mine.map(({ mentor, score, rank }) => ({ ...named(mentor), score, rank })),
      openMentors: open.length,
      best: best.map(({ mentor, score, paired, cost }) => ({ ...named(mentor), score, paired, cost: cost ?? null })),
      nearest: near.map(({ mentor, score, barredBy }) => ({ ...named(mentor), score, barredBy })),
      reason: reason?.text ?? null,
      rules: reason?.rules ?? [],
      rivals: rivals?.people ?? [],
    },
  };
}

function choicesTable(insight: Insight, best: readonly PairInsight[]): Table {
  const ways = best.map((one) => (one.paired ? 'is made' : apart(one)));
  // With circles it is not known what a pair would cost.
  const known = ways.some((words) => words !== '');
  return {
    id: 'best',
    title: 'The best fits',
    columns: [
      people('mentor'),
      { id: 'fit', title: 'fit', align: 'right' },
      { id: 'has', title: 'has', wrap: true },
      ...(known ? [{ id: 'cost', title: 'this pair', wrap: true }] : []),
    ],
    rows: best.map((one, n) => [
      { kind: 'person', ...named(one.mentor) },
      { kind: 'count', value: fit(one.score) },
      { kind: 'text', text: menteesOf(insight, one.mentor.id).join(', ') },
      ...(known ? [{ kind: 'text' as const, text: ways[n]! }] : []),
    ]),
  };
}

/** What stands in the way of a pair that was not made: the lists in a run by lists, else what it would cost. */
function apart({ standing, cost, mentee, mentor }: PairInsight): string {
  return standing === undefined ? costWords(cost) : whyApart(standing, mentee.name, mentor.name);
}

/** A mentor whom rules bar from a mentee. */
interface Barred {
  readonly mentor: Candidate;
  readonly score: number;
  readonly barredBy: readonly string[];
}

/** Of mentors with places the five whom the fewest rules bar, the best fit first among them. */
function nearest({ mentors, barredBy, parts }: Scoring, i: number): Barred[] {
  const all = mentors.flatMap((mentor, j) => (mentor.seats === 0 ? [] : [{ mentor, j, barredBy: barredBy(i, j) }]));
  const fewest = Math.min(...all.map((one) => one.barredBy.length));
  return all
    .filter((one) => one.barredBy.length === fewest && fewest > 0)
    .map((one) => {
      const made = parts(i, one.j);
      const score = made.length === 0 ? TOP_SCORE : made.reduce((sum, { points }) => sum + points, 0);
      return { ...one, score };
    })
    .sort((a, b) => b.score - a.score || (a.mentor.id < b.mentor.id ? -1 : 1))
    .slice(0, 5);
}

function nearestTable(near: readonly Barred[]): Table {
  return {
    id: 'nearest',
    title: 'Nearest, if it were not for the rules',
    columns: [
      people('mentor'),
      { id: 'fit', title: 'fit', align: 'right' },
      { id: 'barred-by', title: 'barred by', wrap: true },
    ],
    rows: near.map(({ mentor, score, barredBy }) => [
      { kind: 'person', ...named(mentor) },
      { kind: 'count', value: fit(score) },
      { kind: 'text', text: barredBy.join('; ') },
    ]),
  };
}
