// Explanations of a run as reports: two people, one mentee, one mentor. Names first, numbers second.
import type { Block, Report, Table } from '../reports/report.ts';
import { BARRED } from './assignment-types.ts';
import type { Candidate } from './candidate.ts';
import { seatGain } from './in-demand.ts';
import { partsTable } from './parts-table.ts';
import type { Run } from './propose-run.ts';
import { rivalTables } from './reasons-report.ts';
import { costWords, insightInto, ordinal, priceWords, type Insight, type PairInsight } from './run-insight.ts';

const fit = (score: number): number => Math.round(score / 10);
const named = ({ id, name }: Candidate): { id: string; name: string } => ({ id, name });

/** `run`: its number, for the words. */
export function pairReport(insight: Insight, i: number, j: number, run: number): Report {
  const one = insightInto(insight, i, j);
  const { mentee, mentor, barredBy, paired, score, cost, parts } = one;
  const lines = paired ? [pairedWords(one, run), firstChoice(insight, i, j)] : [notPairedWords(one, run)];
  return {
    schema: 'mentorctl/explain@1',
    blocks: [
      ...lines.filter((text) => text !== '').map((text): Block => ({ kind: 'prose', text })),
      { kind: 'table', table: partsTable(parts, one.bonuses) },
    ],
    json: {
      mentee: named(mentee),
      mentor: named(mentor),
      run,
      paired,
      eligible: barredBy.length === 0,
      barredBy,
      score,
      parts,
      bonuses: one.bonuses,
      rank: one.rank,
      openMentors: one.open,
      cost: cost ?? null,
    },
  };
}

/** `the best`, `the second best`. */
function standing(rank: number): string {
  return rank === 1 ? 'the best' : `the ${ordinal(rank)} best`;
}

function pairedWords({ mentee, mentor, score, rank, open }: PairInsight, run: number): string {
  return `${mentee.name} and ${mentor.name} are paired in run ${run}. They fit ${fit(score)} of 100: ${mentor.name} is ${standing(rank)} of the ${open} ${open === 1 ? 'mentor' : 'mentors'} open to ${mentee.name}.`;
}

/** Why not the best one: who has her, and what it would cost. */
function firstChoice(insight: Insight, i: number, j: number): string {
  const { scoring } = insight.solve;
  const row = scoring.scores.subarray(i * scoring.mentors.length, (i + 1) * scoring.mentors.length);
  let best = -1;
  row.forEach((score, k) => {
    if (score !== BARRED && scoring.mentors[k]!.seats > 0 && (best < 0 || score > row[best]!)) best = k;
  });
  if (best < 0 || best === j || row[best]! <= row[j]!) return '';
  const first = insightInto(insight, i, best);
  const has = menteesOf(insight, first.mentor.id);
  const went =
    has.length === 0
      ? ''
      : `, who has ${has.slice(0, 3).join(', ')}${has.length > 3 ? ` and ${has.length - 3} more` : ''}`;
  const words = costWords(first.cost);
  return `The best fit for ${first.mentee.name} is ${first.mentor.name} (${fit(first.score)})${went}.${words === '' ? '' : ` Giving ${first.mentor.name} to ${first.mentee.name} ${words}.`}`;
}

function menteesOf({ solve, mentorsOf }: Insight, mentor: string): string[] {
  return solve.scoring.mentees.filter(({ id }) => mentorsOf.get(id)?.includes(mentor) === true).map(({ name }) => name);
}

function notPairedWords({ mentee, mentor, barredBy, score, rank, open, cost }: PairInsight, run: number): string {
  const words = costWords(cost);
  if (barredBy.length === 0)
    return `${mentee.name} and ${mentor.name} are not paired in run ${run}. They fit ${fit(score)} of 100: ${mentor.name} is ${standing(rank)} of the ${open} mentors open to ${mentee.name}.${words === '' ? '' : ` Pairing them ${words}.`}`;
  const rules =
    barredBy.length === 1 ? `What bars them: ${barredBy[0] ?? ''}` : `What bars them: ${barredBy.join('; ')}`;
  return `${mentee.name} and ${mentor.name} cannot be paired. ${rules}. Apart from that they fit ${fit(score)} of 100: without that ${mentor.name} would be ${standing(rank)} of ${open + 1} for ${mentee.name}.${words === '' ? '' : ` Pairing them all the same ${words}.`}`;
}

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
  const row = scoring.scores.subarray(i * scoring.mentors.length, (i + 1) * scoring.mentors.length);
  const open = scoring.mentors
    .map((_, j) => j)
    .filter((j) => row[j] !== BARRED && scoring.mentors[j]!.seats > 0)
    .sort((a, b) => row[b]! - row[a]! || a - b);
  const best = open.slice(0, 5).map((j) => insightInto(insight, i, j));
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
      ...(rivals?.tables ?? []).map((table) => ({ kind: 'table' as const, table })),
    ],
    json: {
      person: named(mentee),
      role: 'mentee',
      run,
      mentors: mine.map(({ mentor, score, rank }) => ({ ...named(mentor), score, rank })),
      openMentors: open.length,
      best: best.map(({ mentor, score, paired, cost }) => ({ ...named(mentor), score, paired, cost: cost ?? null })),
      reason: reason?.text ?? null,
      rules: reason?.rules ?? [],
      rivals: rivals?.people ?? [],
    },
  };
}

function choicesTable(insight: Insight, best: readonly PairInsight[]): Table {
  return {
    id: 'best',
    title: 'The best fits',
    columns: [
      { id: 'mentor', title: 'mentor' },
      { id: 'fit', title: 'fit', align: 'right' },
      { id: 'has', title: 'has', wrap: true },
      { id: 'cost', title: 'this pair', wrap: true },
    ],
    rows: best.map((one) => [
      { kind: 'person', ...named(one.mentor) },
      { kind: 'count', value: fit(one.score) },
      { kind: 'text', text: menteesOf(insight, one.mentor.id).join(', ') },
      { kind: 'text', text: one.paired ? 'is made' : costWords(one.cost) },
    ]),
  };
}

/** `price`: of one more seat, as the run kept it. */
export function mentorReport(insight: Insight, j: number, run: number, price: number): Report {
  const { scoring } = insight.solve;
  const mentor = scoring.mentors[j]!;
  const has = scoring.mentees
    .map((_, i) => i)
    .filter((i) => insight.mentorsOf.get(scoring.mentees[i]!.id)?.includes(mentor.id) === true)
    .map((i) => insightInto(insight, i, j));
  let open = 0;
  for (let i = 0; i < scoring.mentees.length; i++)
    if (scoring.scores[i * scoring.mentors.length + j] !== BARRED) open++;
  const gain = insight.matching === undefined ? undefined : seatGain(insight.solve, insight.matching, j);
  const words = gain === undefined ? '' : `, ${priceWords(gain)}`;
  return {
    schema: 'mentorctl/match-explain@1',
    blocks: [
      {
        kind: 'prose',
        text: `${mentor.name} has ${has.length} of ${mentor.seats} places taken in run ${run}${words}. ${open} ${open === 1 ? 'mentee' : 'mentees'} could come.`,
      },
      {
        kind: 'table',
        table: {
          id: 'mentees',
          title: 'Mentees',
          columns: [
            { id: 'mentee', title: 'mentee' },
            { id: 'fit', title: 'fit', align: 'right' },
            { id: 'rank', title: 'her place for them', align: 'right' },
          ],
          rows: has.map(({ mentee, score, rank, open: of }) => [
            { kind: 'person', ...named(mentee) },
            { kind: 'count', value: fit(score) },
            { kind: 'text', text: `${rank} of ${of}` },
          ]),
        },
      },
    ],
    json: {
      person: named(mentor),
      role: 'mentor',
      run,
      seats: mentor.seats,
      price,
      oneMorePlace: gain ?? null,
      openMentees: open,
      mentees: has.map(({ mentee, score, rank }) => ({ ...named(mentee), score, rank })),
    },
  };
}
