// Did more people go up than down, and by more? Wilcoxon's (1945) signed-rank test; people without change are left out.
import { changes } from './hedges.ts';
import { normalTwoSided } from './distributions/normal.ts';
import { midranks } from './ranks.ts';
import { rankSumTails } from './distributions/signed-rank.ts';

export interface SignedRankTest {
  /** Pairs that changed. */
  readonly n: number;
  /** Sum of the ranks of those who went up. */
  readonly v: number;
  /** Normal approximation with the tie correction, with and without the continuity correction. */
  readonly p: number;
  readonly pUncorrected: number;
  /** Exact, given the ties; undefined above 200 pairs, where the approximation is as good. */
  readonly pExact: number | undefined;
  /** From -1 (all fell) to 1 (all rose). */
  readonly rankBiserial: number;
}

/** Undefined when nobody changed. */
export function wilcoxonSignedRank(before: ArrayLike<number>, after: ArrayLike<number>): SignedRankTest | undefined {
  const moved = changes(before, after).filter((d) => d !== 0);
  const n = moved.length;
  if (n === 0) return undefined;
  const { ranks, ties } = midranks(moved.map(Math.abs));
  const v = ranks.reduce((sum, rank, i) => sum + (moved[i]! > 0 ? rank : 0), 0);
  const all = (n * (n + 1)) / 2;
  const excess = v - all / 2;
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  return {
    n,
    v,
    p: normalTwoSided(Math.max(0, Math.abs(excess) - 0.5) / sd),
    pUncorrected: normalTwoSided(excess / sd),
    // The distribution is symmetric, so both sides are twice the farther one.
    pExact: n > 200 ? undefined : Math.min(1, 2 * rankSumTails(Math.max(v, all - v) - 0.5, [...ranks]).upper),
    rankBiserial: (2 * v - all) / all,
  };
}
