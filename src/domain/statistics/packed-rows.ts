// An orthonormal basis row after row beside the residuals: what the middle of a sandwich is summed over.

export interface PackedRows {
  readonly n: number;
  readonly k: number;
  /** n x k, row after row; there may be more behind. */
  readonly rows: Float64Array;
  readonly errors: Float64Array;
}

/** `order`: which row stands where, clusters side by side; as they are unless given. */
export function packRows(q: readonly Float64Array[], errors: Float64Array, order?: Int32Array): PackedRows {
  const [n, k] = [errors.length, q.length];
  const rows = new Float64Array(n * k);
  const own = new Float64Array(n);
  for (let at = 0; at < n; at++) {
    const i = order === undefined ? at : order[at]!;
    for (let j = 0; j < k; j++) rows[at * k + j] = q[j]![i]!;
    own[at] = errors[i]!;
  }
  return { n, k, rows, errors: own };
}
