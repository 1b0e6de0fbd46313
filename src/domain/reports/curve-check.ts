// A curve and a rate of the same people on the same day are one number, or neither can be believed: then there is no curve.
import type { FollowedGroup, Leaving } from '../outcomes/followed.ts';
import { survivalAt, type SurvivalCurve } from '../statistics/survival.ts';
import type { Side } from './comparison.ts';
import { grouped } from './sentences.ts';

/** A checkpoint with its counts, by group. */
export interface CheckpointRates {
  readonly name: string;
  readonly sides: readonly Side[];
}

const enough = 1e-9;

/** `12 of the 60 who left in "mentored" and some of those who left in "others"`; '' where there are none. */
function someOf(groups: readonly FollowedGroup[], count: (one: FollowedGroup) => number, minCell: number): string {
  return groups
    .flatMap((one) => {
      const n = count(one);
      const all = n < minCell || one.left < minCell ? 'those' : `the ${grouped(one.left)}`;
      return n === 0 ? [] : [`${n < minCell ? 'some' : grouped(n)} of ${all} who left in "${one.label}"`];
    })
    .join(' and ');
}

/** Why there must be no curve; undefined where it agrees with every rate. */
export function curveAgainstRates(
  groups: readonly (FollowedGroup & { readonly curve: SurvivalCurve })[],
  { until, landmarkDay, checkpoints }: Leaving,
  rates: readonly CheckpointRates[],
  minCell: number,
): string | undefined {
  const noDay = someOf(groups, ({ noDay: n }) => n, minCell);
  if (noDay !== '') return `it is not on file on which day ${noDay} did so. With their days it can be drawn`;
  const ahead = someOf(groups, ({ leftAhead: n }) => n, minCell);
  if (ahead !== '')
    return `the day beside ${ahead} is still to come, though their status says that they are gone. Mend these days or statuses and import them again`;
  const origin = landmarkDay ?? 0;
  for (const [index, { name, sides }] of rates.entries()) {
    const stated = checkpoints?.get(name);
    // Without a day of its own the last checkpoint is the end of following.
    const on = stated ?? (index === rates.length - 1 ? { first: until, last: until } : undefined);
    if (on === undefined || on.first > until || on.last < origin) continue;
    const days = [on.first, Math.min(on.last, until)].map((day) => Math.max(0, day - origin));
    for (const [group, { curve, label }] of groups.entries()) {
      const side = sides[group];
      if (side === undefined || side.known === 0 || curve.n === 0) continue;
      const rate = (side.x ?? 0) / side.known;
      const agrees = days.some((day) => Math.abs(survivalAt(curve, day).survival - rate) <= enough);
      if (!agrees)
        return `the days of leaving and the statuses at ${name} say different things of "${label}", as where somebody left on a later day than they were counted as gone, came back, or is known at one checkpoint only`;
    }
  }
  return undefined;
}
