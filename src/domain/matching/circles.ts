// Circles: mentors who take a group. Who leads one, alone or with others, how few people it needs and how many it takes.
import { findNamed } from '../find-named.ts';
import type { CirclePlan } from '../program/program.ts';
import { answerOf, type Candidate } from './candidate.ts';

/** Indices are into the mentors given; the first leads. `least` and `most` count people still to come. */
export interface Circle {
  readonly mentors: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Who leads with whom. By id: everybody alone where they lead no circle with others; the first leads. */
export type Leaders = (mentor: string) => readonly Candidate[];

/**
 * The circles these mentors offer. A mentor's own answer to the field `who` says whether she leads one (yes or no), or
 * how few people hers may have (a number; 0 and 1 are one to one). Mentors who name each other, or are named, in the
 * field `coMentor` lead one circle: the one with most places first; it has as many places as she offers.
 */
export function circlesOf(mentors: readonly Candidate[], plan: CirclePlan | undefined): readonly Circle[] {
  if (plan === undefined) return [];
  const together = groups(mentors, plan);
  return together.flatMap((group): Circle[] => {
    const leasts = group.map((j) => leastOf(mentors[j]!, plan));
    if (leasts.every((least) => least === undefined)) return [];
    const lead = [...group].sort(
      (a, b) => mentors[b]!.seats - mentors[a]!.seats || (mentors[a]!.id < mentors[b]!.id ? -1 : 1),
    );
    const taken = mentors[lead[0]!]!.taken ?? 0;
    const least = Math.max(...leasts.map((one) => one ?? 0));
    const most = Math.min(mentors[lead[0]!]!.seats, Math.max(0, plan.most - taken));
    return [{ mentors: lead, least: Math.max(0, least - taken), most }];
  });
}

/** Undefined: no circle. */
function leastOf(mentor: Candidate, plan: CirclePlan): number | undefined {
  if (plan.who === undefined) return plan.least;
  const answer = answerOf(mentor, plan.who);
  if (typeof answer === 'number') return answer >= 2 ? Math.round(answer) : undefined;
  if (typeof answer === 'string') return /^(y|yes|true|x|circle|group)\b/i.test(answer) ? plan.least : undefined;
  return answer === true ? plan.least : undefined;
}

/** Mentors who lead together, everybody else alone. A name nobody has changes nothing. */
function groups(mentors: readonly Candidate[], { coMentor }: CirclePlan): number[][] {
  const leader = mentors.map((_, j) => j);
  const top = (j: number): number => (leader[j] === j ? j : top(leader[j]!));
  if (coMentor !== undefined) {
    const index = new Map(mentors.map(({ id }, j) => [id, j]));
    mentors.forEach((mentor, j) => {
      const answer = answerOf(mentor, coMentor);
      if (typeof answer !== 'string' || answer.trim() === '') return;
      const found = findNamed(answer, mentors);
      const other = found.length === 1 ? index.get(found[0]!.id) : undefined;
      if (other !== undefined) leader[top(other)] = top(j);
    });
  }
  const byTop = new Map<number, number[]>();
  mentors.forEach((_, j) => byTop.set(top(j), [...(byTop.get(top(j)) ?? []), j]));
  return [...byTop.values()];
}
