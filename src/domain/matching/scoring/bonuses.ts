// What counts more in a run than the fit alone, so that it is stated in one place: history on request, people left over last time.
import type { Candidate } from '../candidate.ts';
import type { Favours } from '../run.ts';

/** What a place may count more than the last of a mentor, so that loads are even. In score points of 1000: 2 of 100. */
export const mostEven = 20;

/** The second mentee of a mentor counts this much less than her first, so that no willing mentor idles; each further one a point less. */
const firstStep = 8;

/** Mentees beyond a mentor's soft cap count this much less, in score points of 1000. */
export const beyondSoftCap = 100;

/**
 * What the `nth` mentee of a mentor counts more (1 the first), never rising with it, so that even loads are worth more. `most`:
 * the most places that anybody has: where they are many every step is smaller.
 */
export function evenness(nth: number, most: number): number {
  if (most > mostEven - firstStep + 2)
    return Math.max(0, Math.floor((mostEven * (most - nth)) / Math.max(1, most - 1)));
  return nth === 1 ? mostEven : Math.max(0, mostEven - firstStep - (nth - 2));
}

/** Whoever was left without a mentor last time counts this much more with any mentor, so that she is placed before others. */
const leftOverBonus = 100;

/** Under `prefer previous`: two who were a pair before, and parted well, count this much more together. */
const previousBonus = 100;

/** The most that history adds to a fit. */
export const mostHistory = leftOverBonus + previousBonus;

/** Two who are a pair in a draft that a run is to stay near to count this much more together: enough to settle what hardly matters. */
const nearBonus = 2;

/** What is added to a mentee's fits: `always` with any mentor, `more` with those it names (ids). In score points. */
export function favoursOf(
  { leftOver, previous, near, away }: Favours,
  mentee: Candidate,
): { readonly always: number; readonly more: ReadonlyMap<string, number> | undefined } {
  const always = (leftOver.has(mentee.id) ? leftOverBonus : 0) + (away?.points ?? 0);
  const [before, drafted] = [previous.get(mentee.id), near?.get(mentee.id)];
  const elsewhere = away?.pairs.get(mentee.id);
  if (before === undefined && drafted === undefined && elsewhere === undefined) return { always, more: undefined };
  const more = new Map<string, number>();
  for (const mentor of before ?? []) more.set(mentor, previousBonus);
  for (const mentor of drafted ?? []) more.set(mentor, (more.get(mentor) ?? 0) + nearBonus);
  for (const mentor of elsewhere ?? []) more.set(mentor, (more.get(mentor) ?? 0) - (away?.points ?? 0));
  return { always, more };
}

/** Points of 1000 that a pair counted in a match besides its fit, and for what. */
export interface Bonus {
  readonly name: 'history' | 'draft' | 'another answer' | 'even loads';
  readonly points: number;
  readonly why: string;
}

/** `even`: what the last place of the mentor's that is taken counts more, and how many she has with it; not where the run does not spread. */
export function bonusesOf(
  favours: Favours,
  mentee: Candidate,
  mentor: Candidate,
  even: { readonly points: number; readonly load: number } = { points: 0, load: 1 },
): readonly Bonus[] {
  const has = (of: ReadonlyMap<string, ReadonlySet<string>> | undefined): boolean =>
    of?.get(mentee.id)?.has(mentor.id) === true;
  return [
    {
      name: 'history' as const,
      points: favours.leftOver.has(mentee.id) ? leftOverBonus : 0,
      why: `${mentee.name} was left over last time: more with any mentor`,
    },
    {
      name: 'history' as const,
      points: has(favours.previous) ? previousBonus : 0,
      why: 'they were a pair before, and parted well',
    },
    {
      name: 'draft' as const,
      points: has(favours.near) ? nearBonus : 0,
      why: 'they are a pair in the draft to stay near to',
    },
    {
      name: 'another answer' as const,
      points: favours.away === undefined || has(favours.away.pairs) ? 0 : favours.away.points,
      why: 'they are no pair in the answer that this one was to differ from',
    },
    {
      name: 'even loads' as const,
      points: even.points,
      why:
        even.load <= 1
          ? `${mentor.name} has nobody else`
          : `${mentor.name} has ${even.load} mentees: the fewer, the more each counts`,
    },
  ].filter(({ points }) => points > 0);
}

/** `counting 1 point more for a mentor's first mentee, 10 points ...`, points of 100; empty when nothing counts more. */
export function countedMore(spread: boolean, { leftOver, previous, near, away }: Favours): string {
  const parts = [
    spread ? `up to ${mostEven / 10} points more the fewer mentees a mentor has` : '',
    leftOver.size > 0 ? `${leftOverBonus / 10} points more for whoever was left over last time` : '',
    previous.size > 0 ? `${previousBonus / 10} points more for two who were a pair before` : '',
    away === undefined ? '' : `${away.points / 10} points more for pairs that another answer does not have`,
    near !== undefined && near.size > 0 ? `${nearBonus / 10} points more for the pairs of the earlier draft` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `counting ${parts.join(', ')}`;
}
