// The F distribution; degrees of freedom need not be whole.
import { betaLogitQuantile } from './beta.ts';
import { betaTails } from './special-functions.ts';
import type { Tail, Tails } from './tails.ts';

/** P(F <= x) and P(F > x) with df1 and df2 degrees of freedom. */
export function fTails(x: number, df1: number, df2: number): Tails {
  if (x === Infinity) return { lower: 1, upper: 0 };
  const whole = df1 * x + df2;
  return betaTails(df1 / 2, df2 / 2, (df1 * x) / whole, df2 / whole);
}

/** The x with probability p to its left (`lower`) or right (`upper`). */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? 0 : Infinity;
  return (df2 / df1) * Math.exp(betaLogitQuantile(p, df1 / 2, df2 / 2, tail));
}
