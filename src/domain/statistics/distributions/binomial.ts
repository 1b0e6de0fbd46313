// The binomial distribution and its exact test.
import { smallestCount } from '../smallest-count.ts';
import { betaTails, binomialTerm } from './special-functions.ts';
import type { Tails } from './tails.ts';

/** P(X <= k) and P(X > k) of n at probability p. */
export function binomialTails(k: number, n: number, p: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  if (k >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = betaTails(k + 1, n - k, p, 1 - p);
  return { lower: upper, upper: lower };
}

/** The smallest k with P(X <= k) >= probability. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  return smallestCount(probability, n, (k) => binomialTails(k, n, p));
}

/** Exact two-sided test that the probability is p: the sum over all outcomes no likelier than x (within 1e-7, as R does). */
export function binomialTest(x: number, n: number, p: number): number {
  const seen = binomialTerm(x, n, p, 1 - p) * (1 + 1e-7);
  const rare = (k: number): boolean => binomialTerm(k, n, p, 1 - p) <= seen;
  // The terms rise to the mode and fall after it, so each side's rare outcomes are one run from its end.
  const mode = Math.min(n, Math.floor((n + 1) * p));
  if (rare(mode)) return 1;
  const below = turn(-1, mode, (k) => !rare(k)) - 1;
  const above = turn(mode, n + 1, rare);
  return Math.min(1, binomialTails(below, n, p).lower + binomialTails(above - 1, n, p).upper);
}

/** The first k in (from, to] for which `holds`, which is false before it and true after; `to` counts as true. */
function turn(from: number, to: number, holds: (k: number) => boolean): number {
  let [no, yes] = [from, to];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
