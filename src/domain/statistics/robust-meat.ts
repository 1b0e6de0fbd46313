// The middle of the sandwich, in the coordinates of Q: what errors say about the spread of Q'e without assuming them alike.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { dot } from './orthogonalize.ts';

/** A sum of outer products, k x k, and the degrees of freedom of a direction w of it. */
export interface Meat {
  /** w' M w. */
  readonly quadratic: (w: Float64Array) => number;
  readonly df: (w: Float64Array) => number;
}

export type RobustKind = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/** HC0-HC3 (MacKinnon and White 1985). A row that alone decides a coefficient (leverage 1) has residual 0 and adds 0. */
export function robustMeat(q: readonly Float64Array[], residuals: Float64Array, kind: RobustKind): Meat {
  const [n, k] = [residuals.length, q.length];
  const scores = Float64Array.from(residuals);
  const power = kind === 'HC2' ? 0.5 : kind === 'HC3' ? 1 : 0;
  if (power > 0) {
    for (let i = 0; i < n; i++) {
      let leverage = 0;
      for (const column of q) leverage += column[i]! ** 2;
      const left = 1 - leverage;
      scores[i] = left < 1e-10 ? 0 : scores[i]! / left ** power;
    }
  }
  const factor = kind === 'HC1' ? n / (n - k) : 1;
  return {
    quadratic: (w) => {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        let along = 0;
        for (let j = 0; j < k; j++) along += q[j]![i]! * w[j]!;
        sum += (along * scores[i]!) ** 2;
      }
      return factor * sum;
    },
    df: () => n - k,
  };
}

export type ClusterKind = 'CR0' | 'CR1S' | 'CR2';

/**
 * Errors alike within clusters. CR2 is Bell and McCaffrey (2002) with independent errors as the working model and their
 * Satterthwaite degrees of freedom (Pustejovsky and Tipton 2018). With Q_g the cluster's rows and S_g = Q_g'Q_g, all of it
 * is k x k: the adjusted score is (I - S_g)^(-1/2) Q_g'e_g, so large clusters cost no more than small ones.
 */
export function clusterMeat(
  q: readonly Float64Array[],
  residuals: Float64Array,
  members: readonly (readonly number[])[],
  kind: ClusterKind,
): Meat {
  const [n, k, clusters] = [residuals.length, q.length, members.length];
  const blocks = members.map((rows) => {
    const score = q.map((column) => rows.reduce((sum, i) => sum + column[i]! * residuals[i]!, 0));
    if (kind !== 'CR2') return { score, root: undefined, inner: undefined };
    const inner = Matrix.zeros(k, k);
    for (let a = 0; a < k; a++) {
      for (let b = a; b < k; b++) {
        let sum = 0;
        for (const i of rows) sum += q[a]![i]! * q[b]![i]!;
        inner.set(a, b, sum);
        inner.set(b, a, sum);
      }
    }
    const root = inverseRootOfRest(inner);
    return { score: multiply(root, score), root, inner };
  });
  const factor = kind === 'CR1S' ? (clusters / (clusters - 1)) * ((n - 1) / (n - k)) : 1;
  return {
    quadratic: (w) => factor * blocks.reduce((sum, { score }) => sum + dot(w, score) ** 2, 0),
    df: (w) => {
      let [trace, squares] = [0, 0];
      const cross = Matrix.zeros(k, k);
      for (const { root, inner } of blocks) {
        if (root === undefined) return clusters - 1;
        const turned = multiply(root, w);
        const h = multiply(inner, turned);
        const [own, length] = [dot(turned, h), dot(h, h)];
        trace += own - length;
        squares += own * own - 2 * own * length;
        for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) cross.set(a, b, cross.get(a, b) + h[a]! * h[b]!);
      }
      for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) squares += cross.get(a, b) ** 2;
      return (trace * trace) / squares;
    },
  };
}

/** (I - S)^(-1/2) of a symmetric S with eigenvalues in 0..1; directions the cluster alone decides are left out. */
function inverseRootOfRest(inner: Matrix): Matrix {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(inner, { assumeSymmetric: true });
  const scaled = eigenvectorMatrix.clone();
  realEigenvalues.forEach((value, j) => {
    const rest = 1 - value;
    scaled.mulColumn(j, rest < 1e-10 ? 0 : 1 / Math.sqrt(rest));
  });
  return scaled.mmul(eigenvectorMatrix.transpose());
}

function multiply(matrix: Matrix, v: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += matrix.get(i, j) * v[j]!;
    return sum;
  });
}
