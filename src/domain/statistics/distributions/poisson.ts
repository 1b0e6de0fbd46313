// The Poisson distribution.
import { smallestCount } from '../smallest-count.ts';
import { gammaTails } from './special-functions.ts';
import type { Tails } from './tails.ts';

/** P(X <= k) and P(X > k) of a count of that mean. */
export function poissonTails(k: number, mean: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  if (mean === 0) return { lower: 1, upper: 0 };
  const { lower, upper } = gammaTails(k + 1, mean);
  return { lower: upper, upper: lower };
}

/** The smallest k with P(X <= k) >= probability; Infinity for 1. */
export function poissonQuantile(probability: number, mean: number): number {
  if (probability >= 1) return Infinity;
  return smallestCount(probability, Number.MAX_SAFE_INTEGER, (k) => poissonTails(k, mean));
}
