// Circles that several mentors lead, as one for a rematch: whoever sits in one has them all, goes from all, comes to all.
import type { Program } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { circlesOf, type Leaders } from '../circles.ts';
import type { RematchInput, StandingPair } from './rematch-plan.ts';

export function leadersIn(mentors: readonly Candidate[], program: Program): Leaders {
  const together = new Map<string, readonly Candidate[]>();
  for (const circle of circlesOf(mentors, program.circles)) {
    const leaders = circle.mentors.map((j) => mentors[j]!);
    for (const { id } of leaders) together.set(id, leaders);
  }
  const alone = new Map(mentors.map((mentor) => [mentor.id, [mentor]]));
  return (id) => together.get(id) ?? alone.get(id) ?? [];
}

/**
 * The input with one standing pair for each circle somebody sits in, with its first mentor; pins name that mentor, too, and
 * the others have no seats of their own. Whoever has mentors besides is not moved: `fixed`.
 */
export function asOneCircle(input: RematchInput, leaders: Leaders): RematchInput {
  const lead = (mentor: string): string => leaders(mentor)[0]?.id ?? mentor;
  const sits = new Map<string, StandingPair[]>();
  for (const pair of input.standing) {
    const key = `${pair.mentee}\t${lead(pair.mentor)}`;
    sits.set(key, [...(sits.get(key) ?? []), pair]);
  }
  const standing = [...sits.values()].map((pairs): StandingPair => {
    const [{ mentee, mentor }] = pairs as [StandingPair];
    const scores = pairs.flatMap(({ score }) => (score === null ? [] : [score]));
    return {
      mentee,
      mentor: lead(mentor),
      score: scores.length === 0 ? null : average(scores),
      fixed: pairs.some(({ fixed }) => fixed),
      pinned: pairs.some(({ pinned }) => pinned === true),
    };
  });
  const places = new Map<string, number>();
  for (const { mentee } of standing) places.set(mentee, (places.get(mentee) ?? 0) + 1);
  return {
    ...input,
    mentors: input.mentors.map((mentor) => (lead(mentor.id) === mentor.id ? mentor : { ...mentor, seats: 0 })),
    standing: standing.map((pair) => ({ ...pair, fixed: pair.fixed || (places.get(pair.mentee) ?? 0) > 1 })),
    pins: input.pins.map(({ mentee, mentor }) => ({ mentee, mentor: lead(mentor) })),
  };
}

/** A circle fits as well as its mentors do on average, as in a match. */
export function average(scores: readonly number[]): number {
  return Math.round(scores.reduce((sum, one) => sum + one, 0) / scores.length);
}
