// One column of numbers: n, mean, SD, quantiles.
import { select } from './select.ts';

export interface Summary {
  readonly n: number;
  readonly mean: number;
  /** Sample SD (n - 1); undefined for n = 1. */
  readonly sd: number | undefined;
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
}

/** Undefined for no values. Quartiles are type 7 of Hyndman and Fan (1996). */
export function summarize(values: ArrayLike<number>): Summary | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const at = quantilesOf(new Float64Array(values), [0.25, 0.5, 0.75]);
  const { mean, squares } = moments(values);
  return {
    n,
    mean,
    sd: n < 2 ? undefined : Math.sqrt(squares / (n - 1)),
    median: at[1]!,
    q1: at[0]!,
    q3: at[2]!,
  };
}

/** Quantile, type 7, of values in ascending order; NaN for none. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const left = sorted[below];
  if (left === undefined) return NaN;
  const right = sorted[below + 1] ?? left;
  return left + (at - below) * (right - left);
}

/** The same of values in any order, which are moved about; `shares` ascending. */
function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  let from = 0;
  return shares.map((p) => {
    const place = (values.length - 1) * p;
    const below = Math.floor(place);
    const left = select(values, below, from);
    from = below;
    if (below === place) return left;
    let right = Infinity;
    for (let i = below + 1; i < values.length; i++) right = Math.min(right, values[i]!);
    return left + (place - below) * (right - left);
  });
}

/** Values that differ by less than this share of their mean are the same value: what is left is rounding. */
const sameValue = 1e-12;

/** Mean and sum of squares about it, in two passes; squares are 0 where nothing but rounding sets the values apart. */
export function moments(values: ArrayLike<number>): {
  readonly n: number;
  readonly mean: number;
  readonly squares: number;
} {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = n === 0 ? 0 : sum / n;
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i]! - mean;
    squares += d * d;
    drift += d;
  }
  if (n === 0) return { n, mean, squares };
  const exact = mean + drift / n;
  const about = squares - (drift * drift) / n;
  return { n, mean: exact, squares: about > n * (sameValue * exact) ** 2 ? about : 0 };
}
