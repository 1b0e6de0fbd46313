// What counts more in a run than the fit alone, so that it is stated in one place: history on request, people left over last time.
import type { Candidate } from '../candidate.ts';
import type { Favours } from '../run.ts';

/** A mentor's first mentee is worth this much more than her second, so that no willing mentor idles. In score points of 1000. */
export const spreadBonus = 10;

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
  { leftOver, previous, near }: Favours,
  mentee: Candidate,
): { readonly always: number; readonly more: ReadonlyMap<string, number> | undefined } {
  const always = leftOver.has(mentee.id) ? leftOverBonus : 0;
  const [before, drafted] = [previous.get(mentee.id), near?.get(mentee.id)];
  if (before === undefined && drafted === undefined) return { always, more: undefined };
  const more = new Map<string, number>();
  for (const mentor of before ?? []) more.set(mentor, previousBonus);
  for (const mentor of drafted ?? []) more.set(mentor, (more.get(mentor) ?? 0) + nearBonus);
  return { always, more };
}

/** Points of 1000 that a pair counted in a match besides its fit, and for what. */
export interface Bonus {
  readonly name: 'history' | 'draft' | 'first mentee';
  readonly points: number;
  readonly why: string;
}

/** `first`: the pair is its mentor's first, and the run spreads. */
export function bonusesOf(favours: Favours, mentee: Candidate, mentor: Candidate, first: boolean): readonly Bonus[] {
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
    { name: 'first mentee' as const, points: first ? spreadBonus : 0, why: `${mentor.name} has nobody else` },
  ].filter(({ points }) => points > 0);
}

/** `counting 1 point more for a mentor's first mentee, 10 points ...`, points of 100; empty when nothing counts more. */
export function countedMore(spread: boolean, { leftOver, previous, near }: Favours): string {
  const parts = [
    spread ? `${spreadBonus / 10} point more for a mentor's first mentee` : '',
    leftOver.size > 0 ? `${leftOverBonus / 10} points more for whoever was left over last time` : '',
    previous.size > 0 ? `${previousBonus / 10} points more for two who were a pair before` : '',
    near !== undefined && near.size > 0 ? `${nearBonus / 10} points more for the pairs of the earlier draft` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `counting ${parts.join(', ')}`;
}
