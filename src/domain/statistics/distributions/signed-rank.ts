// The distribution of Wilcoxon's signed-rank statistic: the sum of those ranks whose coin fell on plus.
import type { Tails } from './tails.ts';

/** P(V <= v) and P(V > v) for ranks 1..n without ties; n to about 1000. */
export function signedRankTails(v: number, n: number): Tails {
  return rankSumTails(
    v,
    Array.from({ length: n }, (_, i) => i + 1),
  );
}

/** The smallest v with P(V <= v) >= probability. */
export function signedRankQuantile(probability: number, n: number): number {
  const chance = chances(Array.from({ length: n }, (_, i) => 2 * (i + 1)));
  let sum = 0;
  for (let v = 0; v < (n * (n + 1)) / 2; v++) {
    sum += chance[2 * v]!;
    if (sum >= probability * (1 - 1e-13)) return v;
  }
  return (n * (n + 1)) / 2;
}

/** The same for any ranks that are multiples of a half, so exact with ties too. */
export function rankSumTails(v: number, ranks: readonly number[]): Tails {
  const chance = chances(ranks.map((rank) => Math.round(2 * rank)));
  let [lower, upper] = [0, 0];
  // Each side is added from its own end, smallest first.
  const cut = Math.floor(2 * v + 1e-9);
  for (let i = 0; i <= Math.min(cut, chance.length - 1); i++) lower += chance[i]!;
  for (let i = chance.length - 1; i > Math.max(cut, -1); i--) upper += chance[i]!;
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) };
}

function chances(doubled: readonly number[]): Float64Array {
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  const chance = new Float64Array(total + 1);
  chance[0] = 1;
  let reach = 0;
  for (const rank of doubled) {
    reach += rank;
    for (let i = reach; i >= 0; i--) chance[i] = (chance[i]! + (i >= rank ? chance[i - rank]! : 0)) / 2;
  }
  return chance;
}
