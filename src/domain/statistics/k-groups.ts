// More than two groups at once.
import { chiSquareTails } from './distributions/chi-square.ts';
import { fTails } from './distributions/f-distribution.ts';
import { midranks } from './ranks.ts';
import { moments } from './summary.ts';

export interface FTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/** Welch's (1951) one-way test; undefined below 2 groups, 2 values a group, or where a group does not vary. */
export function welchAnova(groups: readonly ArrayLike<number>[]): FTest | undefined {
  const each = groups.map(moments);
  const k = each.length;
  if (k < 2 || each.some(({ n, squares }) => n < 2 || !(squares > 0))) return undefined;
  const weights = each.map(({ n, squares }) => (n * (n - 1)) / squares);
  const all = weights.reduce((sum, w) => sum + w, 0);
  const centre = each.reduce((sum, { mean }, i) => sum + weights[i]! * mean, 0) / all;
  const between = each.reduce((sum, { mean }, i) => sum + weights[i]! * (mean - centre) ** 2, 0) / (k - 1);
  const loss = each.reduce((sum, { n }, i) => sum + (1 - weights[i]! / all) ** 2 / (n - 1), 0) / (k * k - 1);
  const f = between / (1 + 2 * (k - 2) * loss);
  const df2 = 1 / (3 * loss);
  return { f, df1: k - 1, df2, p: fTails(f, k - 1, df2).upper };
}

/** One-way analysis of variance; `icc` is ICC(1), the share of variance between groups (can be below 0). */
export function anova(groups: readonly ArrayLike<number>[]): (FTest & { readonly icc: number }) | undefined {
  const each = groups.map(moments).filter(({ n }) => n > 0);
  const k = each.length;
  const all = each.reduce((sum, { n }) => sum + n, 0);
  const within = each.reduce((sum, { squares }) => sum + squares, 0) / (all - k);
  if (k < 2 || all <= k || !(within > 0)) return undefined;
  const centre = each.reduce((sum, { n, mean }) => sum + n * mean, 0) / all;
  const between = each.reduce((sum, { n, mean }) => sum + n * (mean - centre) ** 2, 0) / (k - 1);
  const size = (all - each.reduce((sum, { n }) => sum + n * n, 0) / all) / (k - 1);
  const f = between / within;
  const icc = (between - within) / (between + (size - 1) * within);
  return { f, df1: k - 1, df2: all - k, p: fTails(f, k - 1, all - k).upper, icc };
}

/** Kruskal and Wallis (1952) with the tie correction; undefined when nothing varies. */
export function kruskalWallis(
  groups: readonly ArrayLike<number>[],
): { readonly h: number; readonly df: number; readonly p: number } | undefined {
  const used = groups.filter(({ length }) => length > 0);
  const { ranks, ties } = midranks(used.flatMap((values) => Array.from(values)));
  const n = ranks.length;
  const correction = 1 - ties / (n ** 3 - n);
  if (used.length < 2 || !(correction > 0)) return undefined;
  let [from, sum] = [0, 0];
  for (const { length } of used) {
    const total = ranks.subarray(from, from + length).reduce((partial, rank) => partial + rank, 0);
    sum += total ** 2 / length;
    from += length;
  }
  const h = ((12 / (n * (n + 1))) * sum - 3 * (n + 1)) / correction;
  const df = used.length - 1;
  return { h, df, p: chiSquareTails(h, df).upper };
}

/** Pearson's chi-square of a table of counts; undefined when fewer than two rows or columns have anybody. */
export function chiSquareTable(table: readonly (readonly number[])[]):
  | {
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      /** Smallest expected count; below 5 the p value is rough. */
      readonly leastExpected: number;
    }
  | undefined {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const all = rows.reduce((sum, count) => sum + count, 0);
  const [rowDf, columnDf] = [rows, columns].map((sums) => sums.filter((n) => n > 0).length - 1) as [number, number];
  if (rowDf < 1 || columnDf < 1) return undefined;
  const df = rowDf * columnDf;
  let [chiSquare, leastExpected] = [0, Infinity];
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const expected = (rows[i]! * columns[j]!) / all;
      if (expected === 0) continue;
      chiSquare += (count - expected) ** 2 / expected;
      leastExpected = Math.min(leastExpected, expected);
    }
  }
  return { chiSquare, df, p: chiSquareTails(chiSquare, df).upper, leastExpected };
}
