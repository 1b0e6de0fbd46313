// The chi-square distribution; df need not be whole.
import { gammaQuantile } from './gamma.ts';
import { gammaTails } from './special-functions.ts';
import type { Tail, Tails } from './tails.ts';

/** P(X <= x) and P(X > x). */
export function chiSquareTails(x: number, df: number): Tails {
  return gammaTails(df / 2, x / 2);
}

/** The x with probability p to its left (`lower`) or right (`upper`). */
export function chiSquareQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  return 2 * gammaQuantile(p, df / 2, tail);
}
