// Quantiles of counts.
import type { Tails } from './distributions/tails.ts';

/** The smallest k in 0..most with P(X <= k) >= probability (within 1e-14 of it, so that round values are not overshot). */
export function smallestCount(probability: number, most: number, tails: (k: number) => Tails): number {
  if (probability <= 0) return 0;
  const reached = (k: number): boolean => {
    const { lower, upper } = tails(k);
    return probability > 0.5 ? upper <= (1 - probability) * (1 + 1e-13) + 1e-300 : lower >= probability * (1 - 1e-13);
  };
  let [low, high] = [-1, 1];
  while (high < most && !reached(high)) [low, high] = [high, high * 2];
  high = Math.min(high, most);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
