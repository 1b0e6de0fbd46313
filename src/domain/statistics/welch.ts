// Two groups and a number: Welch's (1947) t test and, beside it, Student's with one pooled variance.
import { tInterval, tTwoSided } from './distributions/student-t.ts';
import { moments } from './summary.ts';
import type { Interval } from './distributions/tails.ts';

export interface MeanDifference extends Interval {
  /** Mean of the first minus mean of the second. */
  readonly difference: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  readonly p: number;
}

/** Unequal variances allowed; undefined below 2 a group or when neither group varies. */
export function welch(first: ArrayLike<number>, second: ArrayLike<number>, level = 0.95): MeanDifference | undefined {
  const [a, b] = [moments(first), moments(second)];
  if (a.n < 2 || b.n < 2) return undefined;
  const [va, vb] = [a.squares / (a.n - 1) / a.n, b.squares / (b.n - 1) / b.n];
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return meanDifference(a.mean - b.mean, Math.sqrt(va + vb), df, level);
}

/** One variance for both; undefined below 3 in all or when neither group varies. */
export function pooledT(first: ArrayLike<number>, second: ArrayLike<number>, level = 0.95): MeanDifference | undefined {
  const [a, b] = [moments(first), moments(second)];
  const df = a.n + b.n - 2;
  if (a.n < 1 || b.n < 1 || df < 1) return undefined;
  return meanDifference(a.mean - b.mean, Math.sqrt(((a.squares + b.squares) / df) * (1 / a.n + 1 / b.n)), df, level);
}

/** A difference and what its standard error says; undefined for a standard error of 0. */
export function meanDifference(difference: number, se: number, df: number, level: number): MeanDifference | undefined {
  if (!(se > 0)) return undefined;
  const t = difference / se;
  return { difference, se, df, t, p: tTwoSided(t, df), ...tInterval(difference, se, df, level) };
}
