// Who is placed first: tiers of mentees by what they answered, the first of the program's list before all others.
import { fold, options } from '../../program/answer-words.ts';
import type { PriorityTier } from '../../program/program.ts';
import { answerOf, type Candidate } from '../candidate.ts';

/** What being placed counts more from tier to tier, in score points, to begin with: nearly always enough to put a tier first. */
export const firstTierStep = 2000;

/** By mentee: as many as there are tiers for the first of them, 0 for who is in none; undefined where nothing is said. */
export function tiersOf(
  mentees: readonly Candidate[],
  tiers: readonly PriorityTier[] | undefined,
): readonly number[] | undefined {
  if (tiers === undefined || tiers.length === 0) return undefined;
  return mentees.map((mentee) => {
    const at = tiers.findIndex((tier) => isIn(mentee, tier));
    return at < 0 ? 0 : tiers.length - at;
  });
}

function isIn(mentee: Candidate, { field, is }: PriorityTier): boolean {
  const answer = answerOf(mentee, field);
  if (answer === undefined) return false;
  const given = new Set(typeof answer === 'boolean' ? [answer ? 'yes' : 'no'] : options(answer));
  return is.some((word) => given.has(fold(word)));
}

/** `first generation: yes`. */
export function tierWords({ field, is }: PriorityTier): string {
  return `${field}: ${is.join(' or ')}`;
}
