// Rates and differences of rates with their intervals. Shares are 0..1; `level` is the confidence, 0.95 unless said.
import { normalQuantile } from './normal.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson (1927) score interval of x of n, without continuity correction; undefined for n = 0. */
export function wilson(x: number, n: number, level = 0.95): Interval | undefined {
  if (n <= 0) return undefined;
  const z = normalQuantile(1 - (1 - level) / 2);
  const p = x / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  // At the ends the formula is exact in theory and off by rounding in practice.
  return { low: x === 0 ? 0 : Math.max(0, middle - half), high: x === n ? 1 : Math.min(1, middle + half) };
}

/** Newcombe (1998), method 10: interval of x1/n1 - x2/n2 from the two Wilson intervals; undefined when a group is empty. */
export function newcombe(
  first: { readonly x: number; readonly n: number },
  second: { readonly x: number; readonly n: number },
  level = 0.95,
): (Interval & { readonly difference: number }) | undefined {
  const a = wilson(first.x, first.n, level);
  const b = wilson(second.x, second.n, level);
  if (a === undefined || b === undefined) return undefined;
  const [p1, p2] = [first.x / first.n, second.x / second.n];
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - a.low, b.high - p2),
    high: difference + Math.hypot(a.high - p1, p2 - b.low),
  };
}

/** The smallest difference of two rates near `p` that groups this size would show with 80 % power at 5 %, two-sided. */
export function detectableDifference(p: number, n1: number, n2: number): number | undefined {
  if (n1 <= 0 || n2 <= 0) return undefined;
  return (normalQuantile(0.975) + normalQuantile(0.8)) * Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
}
