// (I - QQ')^(-1/2) for the few rows Q of one cluster among many: what makes its residuals as large as its errors were.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * Multiplies a = Q w in place, for m rows of k numbers side by side. Worked out on the smaller side, by rows (m x m) or by
 * coordinates (k x k, since f(QQ')Q is Q f(Q'Q)). `kept`: the root when it is known already.
 */
export function applyInverseRoot(
  rows: Float64Array,
  m: number,
  w: Float64Array,
  a: Float64Array,
  kept: Float64Array | undefined,
): Float64Array {
  const k = w.length;
  const byRows = m <= k;
  const size = byRows ? m : k;
  const root = kept ?? inverseRootOfRest(byRows ? products(rows, m, k, k, 1) : products(rows, k, m, 1, k), size);
  if (byRows) times(root, a.slice(0, m), m, m, a);
  else {
    const along = new Float64Array(k);
    times(root, w, k, k, along);
    times(rows, along, m, k, a);
  }
  return root;
}

/** Products of `size` vectors of `length` with one another; `apart` is from one to the next, `step` from number to number. */
function products(rows: Float64Array, size: number, length: number, apart: number, step: number): Float64Array {
  const gram = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += rows[a * apart + i * step]! * rows[b * apart + i * step]!;
      gram[a * size + b] = sum;
      gram[b * size + a] = sum;
    }
  }
  return gram;
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

/** A table of so many rows and columns times v, into `product`. */
function times(table: Float64Array, v: Float64Array, rows: number, columns: number, product: Float64Array): void {
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += table[at++]! * v[j]!;
    product[i] = sum;
  }
}
