// Differences in standard deviations, with the small-sample factor and a large-sample interval.
import { normalInterval } from './distributions/normal.ts';
import { logGamma } from './distributions/special-functions.ts';
import { moments } from './summary.ts';
import type { Interval } from './distributions/tails.ts';

export interface StandardizedDifference extends Interval {
  readonly g: number;
  /** Without the small-sample factor. */
  readonly d: number;
  readonly variance: number;
}

/**
 * Hedges g of two groups: pooled SD, factor 1 - 3/(4N - 9) of the What Works Clearinghouse (or the `exact` one in gamma
 * functions), variance 1/n1 + 1/n2 + g^2/2N. Undefined below 2 a group or without spread.
 */
export function hedgesG(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { factor = 'wwc', level = 0.95 }: { readonly factor?: 'wwc' | 'exact'; readonly level?: number } = {},
): StandardizedDifference | undefined {
  const [a, b] = [moments(first), moments(second)];
  if (a.n < 2 || b.n < 2) return undefined;
  const all = a.n + b.n;
  const pooled = Math.sqrt((a.squares + b.squares) / (all - 2));
  if (!(pooled > 0)) return undefined;
  const d = (a.mean - b.mean) / pooled;
  const g = d * (factor === 'wwc' ? smallSampleFactor(all) : exactFactor(all - 2));
  const variance = 1 / a.n + 1 / b.n + (g * g) / (2 * all);
  return { g, d, variance, ...normalInterval(g, Math.sqrt(variance), level) };
}

/**
 * g_z of paired values: mean change over SD of change, factor 1 - 3/(4(n-1) - 1), variance 1/n + g^2/2n (Gibbons,
 * Hedeker and Davis 1993). Undefined below 3 pairs or when all changes are alike.
 */
export function hedgesGz(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  level = 0.95,
): StandardizedDifference | undefined {
  const { n, mean, squares } = moments(changes(before, after));
  if (n < 3 || !(squares > 0)) return undefined;
  const d = mean / Math.sqrt(squares / (n - 1));
  const g = d * (1 - 3 / (4 * (n - 1) - 1));
  const variance = 1 / n + (g * g) / (2 * n);
  return { g, d, variance, ...normalInterval(g, Math.sqrt(variance), level) };
}

/** after - before, pair by pair. */
export function changes(before: ArrayLike<number>, after: ArrayLike<number>): Float64Array {
  if (before.length !== after.length) throw new RangeError('paired values differ in length');
  const change = new Float64Array(after);
  for (let i = 0; i < change.length; i++) change[i]! -= before[i]!;
  return change;
}

/** 1 - 3/(4N - 9), for N people in two groups. */
export function smallSampleFactor(all: number): number {
  return 1 - 3 / (4 * all - 9);
}

function exactFactor(df: number): number {
  return Math.exp(logGamma(df / 2) - Math.log(Math.sqrt(df / 2)) - logGamma((df - 1) / 2));
}
