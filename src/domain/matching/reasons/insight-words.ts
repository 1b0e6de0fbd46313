// Words that explanations of pairs, mentees and mentors share.
import { counted } from '../../count-words.ts';
import { BARRED } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import { ordinal, type Insight, type PairInsight } from './run-insight.ts';
import type { Scoring } from '../scoring/score-pairs.ts';

/** Points of 100. */
export const fit = (score: number): number => Math.round(score / 10);
export const named = ({ id, name }: Candidate): { id: string; name: string } => ({ id, name });

/** `the best`, `the second best`. */
export function standing(rank: number): string {
  return rank === 1 ? 'the best' : `the ${ordinal(rank)} best`;
}

export function pairedWords({ mentee, mentor, score, rank, open }: PairInsight, run: number): string {
  return `${mentee.name} and ${mentor.name} are paired in run ${run}. They fit ${fit(score)} of 100: ${mentor.name} is ${standing(rank)} of the ${counted(open, 'mentor')} open to ${mentee.name}.`;
}

/** Names of a mentor's mentees; with the id where two of them have one name. */
export function menteesOf({ solve, mentorsOf }: Insight, mentor: string): string[] {
  const has = solve.scoring.mentees.filter(({ id }) => mentorsOf.get(id)?.includes(mentor) === true);
  return has.map(({ id, name }) => (has.filter((one) => one.name === name).length > 1 ? `${name} (${id})` : name));
}

/** Mentors open to a mentee, the best fit first; indices of the scoring. */
export function openTo({ mentors, rowOf }: Scoring, i: number): number[] {
  const row = rowOf(i);
  return mentors
    .map((_, j) => j)
    .filter((j) => row[j] !== BARRED && mentors[j]!.seats > 0)
    .sort((a, b) => row[b]! - row[a]! || a - b);
}

/** What keeps a mentor without a free place from anybody; undefined where she has one. */
export function noPlace({ name, seats, taken = 0, elsewhere = 0 }: Candidate): string | undefined {
  if (seats > 0) return undefined;
  const gone = [
    taken === 0 ? '' : `${taken} taken`,
    elsewhere === 0 ? '' : `${elsewhere} taken in other cohorts`,
  ].filter(Boolean);
  return `${name} has no place${gone.length === 0 ? '' : ` left, ${gone.join(', ')}`}`;
}
