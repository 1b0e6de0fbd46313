// An orthonormal basis of all people made one of those known of one outcome: by the Gram matrix of those who are not.
import { blockRows, byBlock, padded, type ColumnKernels } from '../../vectors/column-kernels.ts';
import { dot } from './orthogonalize.ts';

/** Columns of a block that gramOfKnown works in. */
export function gramRoom(base: readonly Float64Array[], { column }: ColumnKernels): Float64Array[] {
  return base.map(() => column(blockRows));
}

/**
 * Q'Q over those in `rows`, lower triangle, row by row; or, if they are those who are `missing`, over all the others: 1 less
 * theirs. `room`: see gramRoom.
 */
export function gramOfRows(
  base: readonly Float64Array[],
  rows: Int32Array,
  missing: boolean,
  room: readonly Float64Array[],
  kernels: ColumnKernels,
): Float64Array {
  const size = base.length;
  const gram = new Float64Array(size * size);
  byBlock(rows.length, (from, length) => {
    for (let j = 0; j < size; j++) {
      const [own, column] = [room[j]!, base[j]!];
      for (let i = 0; i < length; i++) own[i] = column[rows[from + i]!]!;
      for (let i = length; i < padded(length); i++) own[i] = 0;
    }
    for (let a = 0; a < size; a++)
      for (let b = 0; b <= a; b++) gram[a * size + b]! += kernels.dot(room[a]!, 0, room[b]!, 0, padded(length));
  });
  return missing ? gram.map((value, i) => (i % (size + 1) === 0 ? 1 : 0) - value) : gram;
}

/** Lower triangle, row by row; undefined where a direction is all but gone. */
export function choleskyOf(gram: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = gram[a * size + b]!;
      for (let j = 0; j < b; j++) sum -= lower[a * size + j]! * lower[b * size + j]!;
      if (a > b) lower[a * size + b] = sum / lower[b * size + b]!;
      else if (!(sum > 1e-6)) return undefined;
      else lower[a * size + a] = Math.sqrt(sum);
    }
  }
  return lower;
}

/** x with L x = b, for as many rows of L as b has. */
export function solveLower(lower: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let j = 0; j < x.length; j++) {
    for (let i = 0; i < j; i++) x[j]! -= lower[j * size + i]! * x[i]!;
    x[j]! /= lower[j * size + j]!;
  }
  return x;
}

/** As many columns of the basis as `into` has, orthonormal over those `known` (1 or 0) and 0 elsewhere. `size`: of L. */
export function orthonormalOf(
  base: readonly Float64Array[],
  known: Float64Array,
  lower: Float64Array,
  size: number,
  into: readonly Float64Array[],
  { multiply, add, scale }: ColumnKernels,
): void {
  byBlock(known.length, (from, length) => {
    for (let j = 0; j < into.length; j++) {
      const own = into[j]!;
      multiply(own, from, known, from, base[j]!, from, length);
      for (let h = 0; h < j; h++) add(own, from, -lower[j * size + h]!, into[h]!, from, length);
      scale(own, from, 1 / lower[j * size + j]!, own, from, length);
    }
  });
}

/** Takes out of e what lies along the columns, to rounding, and gives it in their coordinates. */
export function projectOut(q: readonly Float64Array[], e: Float64Array, kernels: ColumnKernels): Float64Array {
  const z = new Float64Array(q.length);
  for (let pass = 0; pass < 2; pass++) {
    const part = partsAlong(q, e, kernels);
    // The second time there is next to nothing left to take out.
    const more = pass === 0 || dot(part, part) >= 1e-28 * kernels.dot(e, 0, e, 0, e.length);
    for (let j = 0; j < z.length; j++) z[j]! += part[j]!;
    if (!more) break;
    byBlock(e.length, (from, length) => {
      for (let j = 0; j < q.length; j++) kernels.add(e, from, -part[j]!, q[j]!, from, length);
    });
  }
  return z;
}

/** Q'e. */
function partsAlong(q: readonly Float64Array[], e: Float64Array, kernels: ColumnKernels): Float64Array {
  const part = new Float64Array(q.length);
  byBlock(e.length, (from, length) => {
    for (let j = 0; j < q.length; j++) part[j]! += kernels.dot(q[j]!, from, e, from, length);
  });
  return part;
}
