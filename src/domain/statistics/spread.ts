// An orthonormal basis beside the residuals, in an order that suits its sums: what the middle of a sandwich is made of.
import { padded, type ColumnKernels } from '../vectors/column-kernels.ts';

/** Rows of people who are not in it, and rows that only fill up, are 0 throughout. */
export interface Spread {
  /** Of every column; a multiple of `lanes`. */
  readonly rows: number;
  /** People who are in it. */
  readonly n: number;
  readonly q: readonly Float64Array[];
  readonly errors: Float64Array;
}

/** The values in another order; -1: nobody, 0. */
export function inOrder(values: Float64Array, order: Int32Array, { column }: ColumnKernels): Float64Array {
  const own = column(order.length);
  for (let i = 0; i < order.length; i++) own[i] = order[i]! < 0 ? 0 : values[order[i]!]!;
  return own;
}

/** The order in which people come, filled up with nobody. */
export function asTheyCome(n: number): Int32Array {
  return Int32Array.from({ length: padded(n) }, (_, i) => (i < n ? i : -1));
}
