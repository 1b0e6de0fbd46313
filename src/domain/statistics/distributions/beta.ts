// The beta distribution.
import { solveQuantile } from './solve-quantile.ts';
import { betaFront, betaTails } from './special-functions.ts';
import type { Tail } from './tails.ts';

/** The x in 0..1 with probability p to its left (`lower`) or right (`upper`); a, b > 0. */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? 0 : 1;
  return 1 / (1 + Math.exp(-betaLogitQuantile(p, a, b, tail)));
}

/** ln(x / (1 - x)) of that quantile: both ends keep their digits. p in (0, 1). */
export function betaLogitQuantile(p: number, a: number, b: number, tail: Tail): number {
  return solveQuantile(p, tail, Math.log(a / b), (u) => {
    const [x, y] = [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))];
    return { tails: betaTails(a, b, x, y), slope: betaFront(a, b, x, y) };
  });
}
