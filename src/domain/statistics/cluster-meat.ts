// The middle of the sandwich where errors are alike within clusters, as those of one mentor's mentees are.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { NotEstimable } from './orthogonalize.ts';
import type { PackedRows } from './packed-rows.ts';
import type { Meat } from './robust-meat.ts';

export type ClusterKind = 'CR0' | 'CR1S' | 'CR2';

/** Row numbers, cluster after cluster; cluster g is starts[g] to starts[g + 1]. */
interface Clusters {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** From one label a row. Throws NotEstimable when there are not two clusters. */
export function clustersOf(labels: ArrayLike<string | number>, n: number): Clusters {
  if (labels.length !== n) throw new RangeError(`${labels.length} cluster labels for ${n} rows`);
  const known = new Map<string | number, number>();
  const codes = Int32Array.from(labels, (label) => {
    const code = known.get(label) ?? known.size;
    if (code === known.size) known.set(label, code);
    return code;
  });
  if (known.size < 2) throw new NotEstimable('too-few', 'errors by cluster want two clusters at least');
  const starts = new Int32Array(known.size + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let g = 0; g < known.size; g++) starts[g + 1]! += starts[g]!;
  const next = starts.slice();
  const rows = new Int32Array(n);
  codes.forEach((code, i) => (rows[next[code]!++] = i));
  return { rows, starts };
}

/**
 * Errors alike within clusters, `starts` of them side by side in the packed rows. CR2 is Bell and McCaffrey (2002) with
 * independent errors as the working model and their Satterthwaite degrees of freedom (Pustejovsky and Tipton 2018). For a
 * cluster's rows Q_g, a_g = (I - Q_g Q_g')^(-1/2) Q_g w says it all: the variance is the sum of (a_g'e_g)^2, and the products
 * p_g'p_h of the quadratic form are a_g'a_g on the diagonal less (Q_g'a_g)'(Q_h'a_h) everywhere, summed here without the table
 * of clusters by clusters. Nothing is larger than one cluster by k.
 */
export function clusterMeat({ n, k, rows, errors }: PackedRows, starts: Int32Array, kind: ClusterKind): Meat {
  const clusters = starts.length - 1;
  const factor = kind === 'CR1S' ? (clusters / (clusters - 1)) * ((n - 1) / (n - k)) : 1;
  let largest = 1;
  for (let g = 0; g < clusters; g++) largest = Math.max(largest, starts[g + 1]! - starts[g]!);
  const [a, power, h] = [new Float64Array(largest), new Float64Array(largest), new Float64Array(k)];
  // Of clusters that weigh much; each takes its time, and every coefficient wants it.
  const roots = new Map<number, Float64Array>();
  return (w) => {
    let [variance, trace, squares] = [0, 0, 0];
    const cross = new Float64Array(k * k);
    for (let g = 0; g < clusters; g++) {
      const [from, m] = [starts[g]!, starts[g + 1]! - starts[g]!];
      let leverage = 0;
      for (let i = 0, at = from * k; i < m; i++) {
        let along = 0;
        for (let j = 0; j < k; j++, at++) {
          along += rows[at]! * w[j]!;
          leverage += rows[at]! * rows[at]!;
        }
        a[i] = along;
      }
      if (m === 1 && kind === 'CR2') {
        // Most clusters are one person without a mentor.
        const square = leverage > 1 - 1e-10 ? 0 : (a[0]! * a[0]!) / (1 - leverage);
        variance += square * errors[from]! * errors[from]!;
        const shared = square * leverage;
        trace += square - shared;
        squares += square * square - 2 * square * shared;
        for (let i = 0, at = from * k; i < k; i++) {
          const own = square * rows[at + i]!;
          for (let j = 0; j <= i; j++) cross[i * k + j]! += own * rows[at + j]!;
        }
        continue;
      }
      if (kind === 'CR2') {
        if (leverage <= 0.05) bySeries(rows, k, from, m, leverage, a, power, h);
        else byRoot(rows.subarray(from * k, (from + m) * k), k, m, w, a, power, h, roots, g);
      }
      let score = 0;
      for (let i = 0; i < m; i++) score += a[i]! * errors[from + i]!;
      variance += score * score;
      if (kind !== 'CR2') continue;
      h.fill(0);
      let own = 0;
      for (let i = 0, at = from * k; i < m; i++) {
        own += a[i]! * a[i]!;
        for (let j = 0; j < k; j++, at++) h[j]! += a[i]! * rows[at]!;
      }
      let shared = 0;
      for (let i = 0; i < k; i++) {
        shared += h[i]! * h[i]!;
        for (let j = 0; j <= i; j++) cross[i * k + j]! += h[i]! * h[j]!;
      }
      trace += own - shared;
      squares += own * own - 2 * own * shared;
    }
    for (let i = 0; i < k; i++) for (let j = 0; j <= i; j++) squares += (i === j ? 1 : 2) * cross[i * k + j]! ** 2;
    return { variance: factor * variance, df: kind === 'CR2' ? (trace * trace) / squares : clusters - 1 };
  };
}

/** (I - QQ')^(-1/2) a in place, of little leverage: the binomial series is exact to rounding after a few terms. */
function bySeries(
  rows: Float64Array,
  k: number,
  from: number,
  m: number,
  leverage: number,
  a: Float64Array,
  power: Float64Array,
  h: Float64Array,
): void {
  for (let i = 0; i < m; i++) power[i] = a[i]!;
  for (let term = 1, weight = 1, bound = 1; bound > 1e-18; term++) {
    h.fill(0);
    for (let i = 0, at = from * k; i < m; i++) for (let j = 0; j < k; j++, at++) h[j]! += power[i]! * rows[at]!;
    weight *= (2 * term - 1) / (2 * term);
    bound *= leverage;
    for (let i = 0, at = from * k; i < m; i++) {
      let sum = 0;
      for (let j = 0; j < k; j++, at++) sum += rows[at]! * h[j]!;
      power[i] = sum;
      a[i]! += weight * sum;
    }
  }
}

/** The same by eigenvalues, from whichever side is smaller: m x m before Q, or k x k after it. */
function byRoot(
  own: Float64Array,
  k: number,
  m: number,
  w: Float64Array,
  a: Float64Array,
  scratch: Float64Array,
  h: Float64Array,
  roots: Map<number, Float64Array>,
  g: number,
): void {
  let root = roots.get(g);
  if (root === undefined)
    roots.set(g, (root = inverseRootOfRest(m <= k ? byRows(own, k) : bySpace(own, k), Math.min(m, k))));
  if (m > k) times(own, times(root, w, h), a.subarray(0, m));
  else {
    scratch.set(a.subarray(0, m));
    times(root, scratch.subarray(0, m), a.subarray(0, m));
  }
}

/** Q Q'. */
function byRows(rows: Float64Array, k: number): Float64Array {
  const m = rows.length / k;
  const gram = new Float64Array(m * m);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) {
      for (let j = 0; j < k; j++) gram[a * m + b]! += rows[a * k + j]! * rows[b * k + j]!;
    }
  }
  return gram;
}

/** Q'Q. */
function bySpace(rows: Float64Array, k: number): Float64Array {
  const space = new Float64Array(k * k);
  for (let at = 0; at < rows.length; at += k) {
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) space[a * k + b]! += rows[at + a]! * rows[at + b]!;
  }
  return space;
}

/** (I - S)^(-1/2) of a symmetric S with eigenvalues in 0..1; directions that the cluster alone decides are left out. */
function inverseRootOfRest(s: Float64Array, size: number): Float64Array {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(Matrix.from1DArray(size, size, s), {
    assumeSymmetric: true,
  });
  const scaled = eigenvectorMatrix.clone();
  realEigenvalues.forEach((value, j) => {
    const rest = 1 - value;
    scaled.mulColumn(j, rest < 1e-10 ? 0 : 1 / Math.sqrt(rest));
  });
  return Float64Array.from(scaled.mmul(eigenvectorMatrix.transpose()).to1DArray());
}

/** Rows of as many numbers as v has, times v, into `product`. */
function times(matrix: Float64Array, v: Float64Array, product: Float64Array): Float64Array {
  for (let i = 0, at = 0; i < product.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += matrix[at++]! * v[j]!;
    product[i] = sum;
  }
  return product;
}
