// The middle of the sandwich where errors are alike within clusters, as those of one mentor's mentees are.
import { mostSideBySide, type ClusterRun, type Clusters } from './cluster-rows.ts';
import { blockRows, type ColumnKernels } from '../../vectors/column-kernels.ts';
import { applyInverseRoot } from './inverse-root.ts';
import type { Meat } from './robust-meat.ts';
import type { Spread } from '../spread.ts';

export type ClusterKind = 'CR0' | 'CR1S' | 'CR2';

/** What is known so far of one weighted sum. */
interface Sums {
  readonly w: Float64Array;
  variance: number;
  /** Of the quadratic form, and of its square. */
  trace: number;
  squares: number;
  /** Products of Q_g'a_g, lower triangle. */
  readonly cross: Float64Array;
}

/**
 * Errors alike within clusters, whose people stand as `clusters` says. CR2 is Bell and McCaffrey (2002) with
 * independent errors as the working model and their Satterthwaite degrees of freedom (Pustejovsky and Tipton 2018). For a
 * cluster's rows Q_g, a_g = (I - Q_g Q_g')^(-1/2) Q_g w says it all: the variance is the sum of (a_g'e_g)^2, and the products
 * p_g'p_h of the quadratic form are a_g'a_g on the diagonal less (Q_g'a_g)'(Q_h'a_h) everywhere, summed here without the table
 * of clusters by clusters. Clusters of a size are summed up side by side, a block at a time; large ones and those that weigh
 * much, one by one. `most`: columns that a spread may have.
 */
export function clusterMeat(
  clusters: Clusters,
  kind: ClusterKind,
  most: number,
  kernels: ColumnKernels,
): (spread: Spread) => Meat {
  const { number } = clusters;
  const block = scratch(most, kernels);
  return (spread) => {
    const { n, q } = spread;
    const k = q.length;
    const factor = kind === 'CR1S' ? (number / (number - 1)) * ((n - 1) / (n - k)) : 1;
    const roots = new Map<number, Float64Array>();
    return (w) => {
      const sums: Sums = { w, variance: 0, trace: 0, squares: 0, cross: new Float64Array(k * k) };
      for (const run of clusters.runs) {
        for (let g = 0; g < run.count; g += blockRows) {
          const length = Math.min(run.count - g, blockRows);
          const sideBySide = kind === 'CR2' && run.size <= mostSideBySide;
          if (sideBySide && addBlock(spread, run, g, length, block, sums, kernels)) continue;
          for (let own = g; own < g + length; own++) addOne(spread, run, own, kind, sums, roots);
        }
      }
      let { squares } = sums;
      for (let i = 0; i < k; i++)
        for (let j = 0; j <= i; j++) squares += (i === j ? 1 : 2) * sums.cross[i * k + j]! ** 2;
      return { variance: factor * sums.variance, df: kind === 'CR2' ? sums.trace ** 2 / squares : number - 1 };
    };
  };
}

/** Columns with a row a cluster of a block. */
interface Scratch {
  /** By person of a cluster: Q_g w, then a_g; powers of Q_g Q_g' times it. */
  readonly a: readonly Float64Array[];
  readonly power: readonly Float64Array[];
  readonly next: readonly Float64Array[];
  /** Q_g Q_g', lower triangle. */
  readonly gram: readonly Float64Array[];
  /** Q_g'a_g, by coordinate. */
  readonly said: readonly Float64Array[];
  readonly leverage: Float64Array;
  readonly score: Float64Array;
  readonly own: Float64Array;
  readonly shared: Float64Array;
}

/** Columns of a block that clusterMeat takes. */
export const clusterRoom = (k: number): number => 4 + k + 3 * mostSideBySide + triangle(mostSideBySide);

const triangle = (size: number): number => (size * (size + 1)) / 2;

function scratch(k: number, { column }: ColumnKernels): Scratch {
  const columns = (count: number): Float64Array[] => Array.from({ length: count }, () => column(blockRows));
  const [a, power, next] = [columns(mostSideBySide), columns(mostSideBySide), columns(mostSideBySide)];
  const [gram, said, alone] = [columns(triangle(mostSideBySide)), columns(k), columns(4)];
  return { a, power, next, gram, said, leverage: alone[0]!, score: alone[1]!, own: alone[2]!, shared: alone[3]! };
}

/** CR2 of `length` clusters of a size from the g-th on. False, and nothing added, where one of them weighs much. */
function addBlock(
  { q, errors }: Spread,
  { size, count, from }: ClusterRun,
  g: number,
  length: number,
  { a, power, next, gram, said, leverage, score, own, shared }: Scratch,
  sums: Sums,
  { dot, scale, add, multiply, addProducts }: ColumnKernels,
): boolean {
  const { w, cross } = sums;
  const k = q.length;
  const rowOf = (i: number): number => from + i * count + g;
  const gramOf = (i: number, j: number): Float64Array => gram[triangle(Math.max(i, j)) + Math.min(i, j)]!;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      multiply(gramOf(i, j), 0, q[0]!, rowOf(i), q[0]!, rowOf(j), length);
      for (let c = 1; c < k; c++) addProducts(gramOf(i, j), 0, q[c]!, rowOf(i), q[c]!, rowOf(j), length);
    }
    if (i === 0) scale(leverage, 0, 1, gramOf(0, 0), 0, length);
    else add(leverage, 0, 1, gramOf(i, i), 0, length);
  }
  let most = 0;
  for (let i = 0; i < length; i++) if (leverage[i]! > most) most = leverage[i]!;
  if (most > 0.05) return false;
  for (let i = 0; i < size; i++) {
    scale(a[i]!, 0, w[0]!, q[0]!, rowOf(i), length);
    for (let c = 1; c < k; c++) add(a[i]!, 0, w[c]!, q[c]!, rowOf(i), length);
  }
  // (I - S)^(-1/2) a by the binomial series, exact to rounding after a few terms.
  let [last, now] = [power, next];
  for (let i = 0; i < size; i++) scale(last[i]!, 0, 1, a[i]!, 0, length);
  for (let term = 1, weight = 1, bound = 1; bound > 1e-18; term++) {
    weight *= (2 * term - 1) / (2 * term);
    bound *= most;
    for (let i = 0; i < size; i++) {
      multiply(now[i]!, 0, gramOf(i, 0), 0, last[0]!, 0, length);
      for (let j = 1; j < size; j++) addProducts(now[i]!, 0, gramOf(i, j), 0, last[j]!, 0, length);
      add(a[i]!, 0, weight, now[i]!, 0, length);
    }
    [last, now] = [now, last];
  }
  for (let i = 0; i < size; i++) {
    const put = i === 0 ? multiply : addProducts;
    put(score, 0, a[i]!, 0, errors, rowOf(i), length);
    put(own, 0, a[i]!, 0, a[i]!, 0, length);
    for (let c = 0; c < k; c++) put(said[c]!, 0, a[i]!, 0, q[c]!, rowOf(i), length);
  }
  for (let c = 0; c < k; c++) (c === 0 ? multiply : addProducts)(shared, 0, said[c]!, 0, said[c]!, 0, length);
  sums.variance += dot(score, 0, score, 0, length);
  for (let i = 0; i < length; i++) sums.trace += own[i]! - shared[i]!;
  sums.squares += dot(own, 0, own, 0, length) - 2 * dot(own, 0, shared, 0, length);
  for (let c = 0; c < k; c++) for (let d = 0; d <= c; d++) cross[c * k + d]! += dot(said[c]!, 0, said[d]!, 0, length);
  return true;
}

/** One cluster by itself, of any kind. */
function addOne(
  { q, errors }: Spread,
  { size, count, from }: ClusterRun,
  g: number,
  kind: ClusterKind,
  sums: Sums,
  roots: Map<number, Float64Array>,
): void {
  const { w, cross } = sums;
  const k = q.length;
  const first = from + g;
  const [rows, a] = [new Float64Array(size * k), new Float64Array(size)];
  for (let i = 0, at = 0; i < size; i++) {
    for (let c = 0; c < k; c++, at++) {
      rows[at] = q[c]![first + i * count]!;
      a[i]! += w[c]! * rows[at]!;
    }
  }
  // Each root takes its time, and every coefficient wants it.
  if (kind === 'CR2') roots.set(first, applyInverseRoot(rows, size, w, a, roots.get(first)));
  let [score, own, shared] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    score += a[i]! * errors[first + i * count]!;
    own += a[i]! * a[i]!;
  }
  sums.variance += score * score;
  if (kind !== 'CR2') return;
  const said = new Float64Array(k);
  for (let i = 0, at = 0; i < size; i++) for (let c = 0; c < k; c++) said[c]! += a[i]! * rows[at++]!;
  for (let c = 0; c < k; c++) {
    shared += said[c]! ** 2;
    for (let d = 0; d <= c; d++) cross[c * k + d]! += said[c]! * said[d]!;
  }
  sums.trace += own - shared;
  sums.squares += own * own - 2 * own * shared;
}
