// Rates and differences of rates with their intervals. Shares are 0..1; `level` is the confidence, 0.95 unless said.
import { betaQuantile } from './distributions/beta.ts';
import { normalQuantile } from './distributions/normal.ts';
import type { Interval } from './distributions/tails.ts';

/** Wilson (1927) score interval of x of n, without continuity correction; undefined for n = 0. */
export function wilson(x: number, n: number, level = 0.95): Interval | undefined {
  if (n <= 0) return undefined;
  const z = normalQuantile(1 - (1 - level) / 2);
  const p = x / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  // At the ends the formula is exact in theory and off by rounding in practice; so is middle - half beside a tiny p,
  // where the product of the two limits, p^2 / (1 + z^2/n), says it without cancellation.
  const high = x === n ? 1 : Math.min(1, middle + half);
  return { low: x === 0 ? 0 : Math.min(p, (p * p) / (1 + (z * z) / n) / (middle + half)), high: Math.max(p, high) };
}

/** Clopper and Pearson (1934), exact; undefined for n = 0. */
export function clopperPearson(x: number, n: number, level = 0.95): Interval | undefined {
  if (n <= 0) return undefined;
  const tail = (1 - level) / 2;
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(tail, x + 1, n - x, 'upper'),
  };
}

/** Newcombe (1998), method 10: interval of x1/n1 - x2/n2 from the two Wilson intervals; undefined when a group is empty. */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): (Interval & { readonly difference: number }) | undefined {
  const a = wilson(x1, n1, level);
  const b = wilson(x2, n2, level);
  if (a === undefined || b === undefined) return undefined;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - a.low, b.high - p2),
    high: difference + Math.hypot(a.high - p1, p2 - b.low),
  };
}
