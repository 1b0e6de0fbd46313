// The loops that statistics over many people spend their time in: sums and products along columns, a stretch at a time.

/** Rows worked on together, so that what is being used stays in the processor's nearest memory. */
export const blockRows = 512;

/** Lengths are padded to a multiple of so many rows, so that no loop has an end of its own. */
export const lanes = 8;

/** Rows as many as `n` and to the next multiple of `lanes`. */
export const padded = (n: number): number => Math.ceil(n / lanes) * lanes;

/** Each works on `length` values from a place in each column; `length` is a multiple of `lanes`. */
export interface ColumnKernels {
  /** A column of zeros that these kernels can work on, of a multiple of `lanes` rows. */
  readonly column: (rows: number) => Float64Array;
  /** The sum of a times b. */
  readonly dot: (a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number) => number;
  /** out = w x. */
  readonly scale: (out: Float64Array, to: number, w: number, x: Float64Array, from: number, length: number) => void;
  /** out += w x. */
  readonly add: (out: Float64Array, to: number, w: number, x: Float64Array, from: number, length: number) => void;
  /** out = x y. */
  readonly multiply: Multiply;
  /** out += x y. */
  readonly addProducts: Multiply;
}

type Multiply = (
  out: Float64Array,
  to: number,
  x: Float64Array,
  fromX: number,
  y: Float64Array,
  fromY: number,
  length: number,
) => void;

/** In plain TypeScript; sums in eight parts, in the order in which vectors would. */
export const plainKernels: ColumnKernels = {
  column: (rows) => new Float64Array(padded(rows)),
  dot: (a, fromA, b, fromB, length) => {
    let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = fromA, j = fromB; i < fromA + length; i += 8, j += 8) {
      s0 += a[i]! * b[j]!;
      s1 += a[i + 1]! * b[j + 1]!;
      s2 += a[i + 2]! * b[j + 2]!;
      s3 += a[i + 3]! * b[j + 3]!;
      s4 += a[i + 4]! * b[j + 4]!;
      s5 += a[i + 5]! * b[j + 5]!;
      s6 += a[i + 6]! * b[j + 6]!;
      s7 += a[i + 7]! * b[j + 7]!;
    }
    return s0 + s2 + (s4 + s6) + (s1 + s3 + (s5 + s7));
  },
  scale: (out, to, w, x, from, length) => {
    for (let i = 0; i < length; i++) out[to + i] = w * x[from + i]!;
  },
  add: (out, to, w, x, from, length) => {
    for (let i = 0; i < length; i++) out[to + i]! += w * x[from + i]!;
  },
  multiply: (out, to, x, fromX, y, fromY, length) => {
    for (let i = 0; i < length; i++) out[to + i] = x[fromX + i]! * y[fromY + i]!;
  },
  addProducts: (out, to, x, fromX, y, fromY, length) => {
    for (let i = 0; i < length; i++) out[to + i]! += x[fromX + i]! * y[fromY + i]!;
  },
};

/** Runs `work` for one stretch of rows after another. */
export function byBlock(rows: number, work: (from: number, length: number) => void): void {
  for (let from = 0; from < rows; from += blockRows) work(from, Math.min(rows - from, blockRows));
}
