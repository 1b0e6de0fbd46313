// Two people in a run as a report: how they fit in parts that add up, where they stand, what pairing them would cost.
import type { Block, Report } from '../../report/report.ts';
import { fit, menteesOf, named, noPlace, openTo, pairedWords, standing } from './insight-words.ts';
import { partsTable } from './parts-table.ts';
import { costWords, insightInto, type Insight, type PairInsight } from './run-insight.ts';
import { choicesOfTwo, whyApart } from '../stable/stable-standing.ts';

/** `run`: its number, for the words. */
export function pairReport(insight: Insight, i: number, j: number, run: number): Report {
  const one = insightInto(insight, i, j);
  const { mentee, mentor, barredBy, paired, score, cost, parts, standing: lists } = one;
  const byLists = lists === undefined ? [] : [choicesOfTwo(lists, mentee.name, mentor.name)];
  const lines = paired
    ? [pairedWords(one, run), ...(lists === undefined ? [firstChoice(insight, i, j)] : byLists)]
    : [notPairedWords(one, run), ...byLists, lists === undefined ? '' : whyApart(lists, mentee.name, mentor.name)];
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
      eligible: barredBy.length === 0 && (paired || mentor.seats > 0),
      places: { free: mentor.seats, taken: mentor.taken ?? 0 },
      barredBy,
      against: one.against,
      score,
      parts,
      bonuses: one.bonuses,
      rank: one.rank,
      openMentors: one.open,
      cost: cost ?? null,
      choices:
        lists === undefined ? null : { mentee: lists.choiceOfMentee ?? null, mentor: lists.choiceOfMentor ?? null },
    },
  };
}

/** Why not the best one: who has her, and what it would cost. */
function firstChoice(insight: Insight, i: number, j: number): string {
  const { scoring } = insight.solve;
  const score = (k: number): number => scoring.rowOf(i)[k]!;
  const [best] = openTo(scoring, i);
  if (best === undefined || best === j || score(best) <= score(j)) return '';
  const first = insightInto(insight, i, best);
  const has = menteesOf(insight, first.mentor.id);
  const went =
    has.length === 0
      ? ''
      : `, who has ${has.slice(0, 3).join(', ')}${has.length > 3 ? ` and ${has.length - 3} more` : ''}`;
  const words = costWords(first.cost);
  return `The best fit for ${first.mentee.name} is ${first.mentor.name} (${fit(first.score)})${went}.${words === '' ? '' : ` Giving ${first.mentor.name} to ${first.mentee.name} ${words}.`}`;
}

function notPairedWords(one: PairInsight, run: number): string {
  const { mentee, mentor, barredBy, against, score, rank, open, cost } = one;
  const words = costWords(cost);
  const full = noPlace(mentor);
  const bars = [...barredBy, ...(full === undefined ? [] : [full])];
  if (bars.length === 0)
    return `${mentee.name} and ${mentor.name} are not paired in run ${run}. They fit ${fit(score)} of 100: ${mentor.name} is ${standing(rank)} of the ${open} mentors open to ${mentee.name}.${words === '' ? '' : ` Pairing them ${words}.`}${against.length === 0 ? '' : ` With the others as they are it would break: ${against.join('; ')}.`}`;
  return `${mentee.name} and ${mentor.name} cannot be paired. What bars them: ${bars.join('; ')}. Apart from that they fit ${fit(score)} of 100: without that ${mentor.name} would be ${standing(rank)} of ${open + 1} for ${mentee.name}.${words === '' ? '' : ` Pairing them all the same ${words}.`}`;
}
