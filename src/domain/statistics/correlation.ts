// Pearson's correlation with Fisher's (1915) z interval.
import { normalQuantile } from './distributions/normal.ts';
import { tTwoSided } from './distributions/student-t.ts';
import { moments } from './summary.ts';

export interface Correlation {
  readonly r: number;
  readonly n: number;
  /** By t with n - 2 df; undefined below 3. */
  readonly p: number | undefined;
  /** Undefined below 4. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Undefined when either side does not vary. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): Correlation | undefined {
  if (x.length !== y.length) throw new RangeError('paired values differ in length');
  const [a, b] = [moments(x), moments(y)];
  if (!(a.squares > 0 && b.squares > 0)) return undefined;
  let products = 0;
  for (let i = 0; i < x.length; i++) products += (x[i]! - a.mean) * (y[i]! - b.mean);
  const r = Math.max(-1, Math.min(1, products / Math.sqrt(a.squares * b.squares)));
  const n = a.n;
  const half = n < 4 ? undefined : normalQuantile(1 - (1 - level) / 2) / Math.sqrt(n - 3);
  return {
    r,
    n,
    p: n < 3 ? undefined : correlationP(r, n),
    low: half === undefined ? undefined : Math.tanh(Math.atanh(r) - half),
    high: half === undefined ? undefined : Math.tanh(Math.atanh(r) + half),
  };
}

/** Two-sided p of a correlation of n pairs, n > 2. */
export function correlationP(r: number, n: number): number {
  return tTwoSided(r * Math.sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2);
}
