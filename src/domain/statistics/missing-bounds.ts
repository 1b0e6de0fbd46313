// How far a difference of means could move by those whose value is not known: at their worst, and at their best.
import { select } from './select.ts';

export interface MeanSide {
  /** Everybody, known or not. */
  readonly n: number;
  /** Of those who are known. */
  readonly values: Float64Array;
}

export interface MeanBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Lee (2009): of the group that more is known of as many are left out, at its lowest or its highest, as bring it to the other's
 * share. Where as much is known of both the difference itself.
 */
export function trimmedBounds(own: MeanSide, other: MeanSide): MeanBounds {
  const [a, b] = [own.values.length / own.n, other.values.length / other.n];
  const [mine, theirs] = [ends(own.values, 1 - Math.min(a, b) / a), ends(other.values, 1 - Math.min(a, b) / b)];
  return { low: mine.low - theirs.high, high: mine.high - theirs.low };
}

/** Manski (1990): the unknown at the far ends of what was measured of anybody. */
export function farthestBounds(own: MeanSide, other: MeanSide): MeanBounds {
  let [least, most] = [Infinity, -Infinity];
  for (const { values } of [own, other])
    for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const mean = ({ n, values }: MeanSide, unknown: number): number =>
    (values.reduce((sum, value) => sum + value, 0) + (n - values.length) * unknown) / n;
  return { low: mean(own, least) - mean(other, most), high: mean(own, most) - mean(other, least) };
}

/** Mean without the `share` highest, and without the `share` lowest. */
function ends(values: Float64Array, share: number): MeanBounds {
  const { length } = values;
  const drop = Math.min(length - 1, Math.round(share * length));
  const mean = (some: Float64Array): number => some.reduce((sum, value) => sum + value, 0) / some.length;
  if (drop <= 0) return { low: mean(values), high: mean(values) };
  const own = values.slice();
  select(own, length - drop);
  const low = mean(own.subarray(0, length - drop));
  select(own, drop);
  return { low, high: mean(own.subarray(drop)) };
}
