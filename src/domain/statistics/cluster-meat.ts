// The middle of the sandwich where errors are alike within clusters, as those of one mentor's mentees are.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { dot, NotEstimable } from './orthogonalize.ts';
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
 * Errors alike within clusters. CR2 is Bell and McCaffrey (2002) with independent errors as the working model and their
 * Satterthwaite degrees of freedom (Pustejovsky and Tipton 2018). For a cluster's rows Q_g, a_g = (I - Q_g Q_g')^(-1/2) Q_g w
 * says it all: the variance is the sum of (a_g'e_g)^2, and the products p_g'p_h of the quadratic form are a_g'a_g on the
 * diagonal less (Q_g'a_g)'(Q_h'a_h) everywhere, summed here without the table of clusters by clusters.
 */
export function clusterMeat(
  q: readonly Float64Array[],
  residuals: Float64Array,
  { rows, starts }: Clusters,
  kind: ClusterKind,
): Meat {
  const [n, k, clusters] = [residuals.length, q.length, starts.length - 1];
  const factor = kind === 'CR1S' ? (clusters / (clusters - 1)) * ((n - 1) / (n - k)) : 1;
  const size = (g: number): number => starts[g + 1]! - starts[g]!;
  const lone = Int32Array.from(
    starts.subarray(0, clusters).filter((_, g) => size(g) === 1),
    (at) => rows[at]!,
  );
  const blocks: Block[] = [];
  for (let g = 0; g < clusters; g++) {
    if (size(g) > 1) blocks.push(packBlock(q, residuals, rows.subarray(starts[g], starts[g + 1]), kind));
  }
  const alone = packSingles(q, residuals, lone);
  const largest = blocks.reduce((most, { errors }) => Math.max(most, errors.length), 0);
  return (w) => {
    let [variance, trace, squares] = [0, 0, 0];
    const cross = new Float64Array(k * k);
    const h = new Float64Array(k);
    const add = (own: number): void => {
      const shared = dot(h, h);
      trace += own - shared;
      squares += own * own - 2 * own * shared;
      for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) cross[i * k + j]! += h[i]! * h[j]!;
    };
    for (let i = 0; i < alone.errors.length; i++) {
      let a = 0;
      for (let j = 0; j < k; j++) a += alone.rows[i * k + j]! * w[j]!;
      if (kind === 'CR2') a *= alone.root[i]!;
      variance += (a * alone.errors[i]!) ** 2;
      if (kind !== 'CR2') continue;
      for (let j = 0; j < k; j++) h[j] = a * alone.rows[i * k + j]!;
      add(a * a);
    }
    const scratch = new Float64Array(2 * largest);
    for (const { rows, errors, root } of blocks) {
      const m = errors.length;
      let a: Float64Array = scratch.subarray(0, m);
      if (root === undefined || m <= k) times(rows, w, a);
      else times(rows, times(root, w, h), a);
      if (root !== undefined && m <= k) a = times(root, a, scratch.subarray(largest, largest + m));
      variance += dot(a, errors) ** 2;
      if (kind !== 'CR2') continue;
      h.fill(0);
      for (let i = 0; i < m; i++) for (let j = 0; j < k; j++) h[j]! += a[i]! * rows[i * k + j]!;
      add(dot(a, a));
    }
    const df = kind === 'CR2' ? (trace * trace) / (squares + dot(cross, cross)) : clusters - 1;
    return { variance: factor * variance, df };
  };
}

/** Clusters of one row, which are most of them where people without a mentor stand alone. */
function packSingles(
  q: readonly Float64Array[],
  residuals: Float64Array,
  alone: Int32Array,
): { readonly rows: Float64Array; readonly errors: Float64Array; readonly root: Float64Array } {
  const k = q.length;
  const rows = new Float64Array(alone.length * k);
  const root = new Float64Array(alone.length);
  alone.forEach((i, at) => {
    let rest = 1;
    for (let j = 0; j < k; j++) {
      rows[at * k + j] = q[j]![i]!;
      rest -= q[j]![i]! ** 2;
    }
    root[at] = rest < 1e-10 ? 0 : 1 / Math.sqrt(rest);
  });
  return { rows, errors: Float64Array.from(alone, (i) => residuals[i]!), root };
}

function packBlock(q: readonly Float64Array[], residuals: Float64Array, members: Int32Array, kind: ClusterKind): Block {
  const k = q.length;
  const rows = new Float64Array(members.length * k);
  members.forEach((i, at) => {
    for (let j = 0; j < k; j++) rows[at * k + j] = q[j]![i]!;
  });
  const root = kind !== 'CR2' ? undefined : members.length <= k ? rootOfRows(rows, k) : rootOfSpace(rows, k);
  return { rows, errors: Float64Array.from(members, (i) => residuals[i]!), root };
}

interface Block {
  /** Q_g, m x k, row after row. */
  readonly rows: Float64Array;
  readonly errors: Float64Array;
  /** m x m to put before Q_g, or, for clusters larger than k, k x k to put after it. */
  readonly root: Float64Array | undefined;
}

/** (I - Q_g Q_g')^(-1/2). */
function rootOfRows(rows: Float64Array, k: number): Float64Array {
  const m = rows.length / k;
  const gram = new Float64Array(m * m);
  let leverage = 0;
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) {
      for (let j = 0; j < k; j++) gram[a * m + b]! += rows[a * k + j]! * rows[b * k + j]!;
    }
    leverage += gram[a * m + a]!;
  }
  if (leverage > 0.05) return inverseRootOfRest(gram, m);
  // Of little leverage: the binomial series is exact to rounding after a few terms.
  const sum = new Float64Array(m * m);
  for (let a = 0; a < m; a++) sum[a * m + a] = 1;
  let [power, weight, bound] = [sum.slice(), 1, 1];
  for (let term = 1; bound > 1e-18; term++) {
    const next = new Float64Array(m * m);
    for (let a = 0; a < m; a++) {
      for (let b = 0; b < m; b++) {
        for (let c = 0; c < m; c++) next[a * m + b]! += power[a * m + c]! * gram[c * m + b]!;
      }
    }
    power = next;
    weight *= (2 * term - 1) / (2 * term);
    bound *= leverage;
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * power[i]!;
  }
  return sum;
}

/** (I - Q_g'Q_g)^(-1/2), which does the same from the other side: no cluster costs more than k x k. */
function rootOfSpace(rows: Float64Array, k: number): Float64Array {
  const space = new Float64Array(k * k);
  for (let at = 0; at < rows.length; at += k) {
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) space[a * k + b]! += rows[at + a]! * rows[at + b]!;
  }
  return inverseRootOfRest(space, k);
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
