// Do the items of a scale go together? Cronbach's (1951) alpha with Feldt's (1965) interval.
import { pearson } from './correlation.ts';
import { fQuantile } from './distributions/f-distribution.ts';
import { moments } from './summary.ts';
import type { Interval } from './distributions/tails.ts';

export interface ScaleItem {
  readonly name: string;
  /** One answer a person, people in the same order for every item, no gaps; reversed items already turned. */
  readonly values: ArrayLike<number>;
}

export interface CronbachAlpha extends Interval {
  readonly alpha: number;
  readonly n: number;
  /** Of items brought to one variance; undefined when an item does not vary. */
  readonly standardized: number | undefined;
  readonly meanCorrelation: number | undefined;
  readonly items: readonly {
    readonly name: string;
    /** Alpha without this item; undefined when one would be left or the rest does not vary. */
    readonly alphaWithout: number | undefined;
    /** Correlation with the sum of the others; negative asks whether the item is reversed. Undefined when constant. */
    readonly itemRest: number | undefined;
  }[];
}

/** Undefined below 2 items or 2 people, or when everybody has the same total. */
export function cronbachAlpha(items: readonly ScaleItem[], level = 0.95): CronbachAlpha | undefined {
  const k = items.length;
  const n = items[0]?.values.length ?? 0;
  const columns = items.map(({ values }) => values);
  const alpha = rawAlpha(columns);
  if (n < 2 || alpha === undefined) return undefined;
  const [df1, df2, tail] = [n - 1, (n - 1) * (k - 1), (1 - level) / 2];
  const correlations = columns.flatMap((x, i) => columns.slice(i + 1).map((y) => pearson(x, y)?.r));
  const known = correlations.flatMap((r) => r ?? []);
  const meanCorrelation =
    known.length < correlations.length ? undefined : known.reduce((sum, r) => sum + r, 0) / known.length;
  return {
    alpha,
    n,
    low: 1 - (1 - alpha) * fQuantile(tail, df1, df2, 'upper'),
    high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
    standardized: meanCorrelation === undefined ? undefined : (k * meanCorrelation) / (1 + (k - 1) * meanCorrelation),
    meanCorrelation,
    items: items.map(({ name, values }, i) => {
      const rest = columns.filter((_, j) => j !== i);
      return { name, alphaWithout: rawAlpha(rest), itemRest: pearson(values, totals(rest))?.r };
    }),
  };
}

/** The change of one person that measurement error alone would pass in 1 of 20: 1.96 sqrt(2) SEM (Jacobson and Truax 1991). */
export function reliableChange(sd: number, alpha: number): number {
  return 1.959963984540054 * Math.SQRT2 * sd * Math.sqrt(Math.max(0, 1 - alpha));
}

function rawAlpha(columns: readonly ArrayLike<number>[]): number | undefined {
  const k = columns.length;
  const total = moments(totals(columns)).squares;
  if (k < 2 || !(total > 0)) return undefined;
  return (k / (k - 1)) * (1 - columns.reduce((sum, values) => sum + moments(values).squares, 0) / total);
}

function totals(columns: readonly ArrayLike<number>[]): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0);
  for (const values of columns) for (let i = 0; i < sum.length; i++) sum[i]! += values[i]!;
  return sum;
}
