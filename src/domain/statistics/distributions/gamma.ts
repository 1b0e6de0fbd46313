// The gamma distribution of scale 1.
import { solveQuantile } from './solve-quantile.ts';
import { gammaTails, poissonTerm } from './special-functions.ts';
import type { Tail } from './tails.ts';

/** The x with probability p to its left (`lower`) or right (`upper`), for shape `a` > 0. */
export function gammaQuantile(p: number, a: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? 0 : Infinity;
  const u = solveQuantile(p, tail, Math.log(a), (at) => {
    const x = Math.exp(at);
    return { tails: gammaTails(a, x), slope: poissonTerm(a, x) * a };
  });
  return Math.exp(u);
}
