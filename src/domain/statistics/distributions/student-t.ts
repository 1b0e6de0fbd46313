// Student's t distribution; df need not be whole.
import { betaLogitQuantile } from './beta.ts';
import { betaTails } from './special-functions.ts';
import type { Interval, Tail, Tails } from './tails.ts';

/** P(T <= t) and P(T > t). */
export function tTails(t: number, df: number): Tails {
  const inside = squared(t, df);
  const [near, far] = [0.5 + inside.lower / 2, inside.upper / 2];
  return t >= 0 ? { lower: near, upper: far } : { lower: far, upper: near };
}

/** P(|T| >= |t|). */
export function tTwoSided(t: number, df: number): number {
  return squared(t, df).upper;
}

/** The t with probability p to its left (`lower`) or right (`upper`). */
export function tQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  if (p === 0.5) return 0;
  const outside = p < 0.5 ? 2 * p : 2 * (1 - p);
  const size = Math.sqrt(df * Math.exp(betaLogitQuantile(outside, 0.5, df / 2, 'upper')));
  return p < 0.5 === (tail === 'lower') ? -size : size;
}

/** estimate -+ t se. */
export function tInterval(estimate: number, se: number, df: number, level: number): Interval {
  const half = tQuantile((1 - level) / 2, df, 'upper') * se;
  return { low: estimate - half, high: estimate + half };
}

/** t^2 / (df + t^2) is beta(1/2, df/2). */
function squared(t: number, df: number): Tails {
  const size = Math.abs(t);
  if (size === 0) return { lower: 0, upper: 1 };
  const ratio = df / size / size;
  return betaTails(0.5, df / 2, 1 / (1 + ratio), ratio === Infinity ? 1 : ratio / (1 + ratio));
}
