// How far a difference of means could move by those whose value is not known: at their worst, and at their best.

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

/** Manski (1990): the unknown at the far ends of what was measured of anybody. Of 0 and 1 the worst case of counts. */
export function farthestBounds(own: MeanSide, other: MeanSide): MeanBounds {
  let [least, most] = [Infinity, -Infinity];
  for (const { values } of [own, other])
    for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const mean = ({ n, values }: MeanSide, unknown: number): number =>
    (values.reduce((sum, value) => sum + value, 0) + (n - values.length) * unknown) / n;
  return { low: mean(own, least) - mean(other, most), high: mean(own, most) - mean(other, least) };
}
