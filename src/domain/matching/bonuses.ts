// What counts more in a run than the fit alone, so that it is stated in one place: history on request, people left over last time.
import type { Candidate } from './candidate.ts';

/** A mentor's first mentee is worth this much more than her second, so that no willing mentor idles. In score points of 1000. */
export const spreadBonus = 10;

/** Whoever was left without a mentor last time counts this much more with any mentor, so that she is placed before others. */
const leftOverBonus = 100;

/** Under `prefer previous`: two who were a pair before, and parted well, count this much more together. */
const previousBonus = 100;

/** The most that history adds to a fit. */
export const mostHistory = leftOverBonus + previousBonus;

/** What earlier cohorts say for people, by id. `previous`: mentee id -> mentor ids. */
export interface Favours {
  readonly leftOver: ReadonlySet<string>;
  readonly previous: ReadonlyMap<string, ReadonlySet<string>>;
}

export const noFavours: Favours = { leftOver: new Set(), previous: new Map() };

/** What history adds to a mentee's fits: `always` with any mentor, `again` more with each of `mentors` (ids). In score points. */
export function favoursOf(
  { leftOver, previous }: Favours,
  mentee: Candidate,
): { readonly always: number; readonly again: number; readonly mentors: ReadonlySet<string> | undefined } {
  return {
    always: leftOver.has(mentee.id) ? leftOverBonus : 0,
    again: previousBonus,
    mentors: previous.get(mentee.id),
  };
}

/** Points of 1000 that a pair counted in a match besides its fit, and for what. */
export interface Bonus {
  readonly name: 'history' | 'first mentee';
  readonly points: number;
  readonly why: string;
}

/** `first`: the pair is its mentor's first, and the run spreads. */
export function bonusesOf(favours: Favours, mentee: Candidate, mentor: Candidate, first: boolean): readonly Bonus[] {
  const { always, again, mentors } = favoursOf(favours, mentee);
  return [
    { name: 'history' as const, points: always, why: `${mentee.name} was left over last time: more with any mentor` },
    {
      name: 'history' as const,
      points: mentors?.has(mentor.id) === true ? again : 0,
      why: 'they were a pair before, and parted well',
    },
    { name: 'first mentee' as const, points: first ? spreadBonus : 0, why: `${mentor.name} has nobody else` },
  ].filter(({ points }) => points > 0);
}

/** `counting 1 point more for a mentor's first mentee, 10 points ...`, points of 100; empty when nothing counts more. */
export function countedMore(spread: boolean, { leftOver, previous }: Favours): string {
  const parts = [
    spread ? `${spreadBonus / 10} point more for a mentor's first mentee` : '',
    leftOver.size > 0 ? `${leftOverBonus / 10} points more for whoever was left over last time` : '',
    previous.size > 0 ? `${previousBonus / 10} points more for two who were a pair before` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `counting ${parts.join(', ')}`;
}
