// Least squares' engine: X = QR with Q kept, so that leverages and cluster blocks are sums of its rows.

/** Why a model cannot be fitted to these numbers; `column` is the one to leave out, where there is one. */
export class NotEstimable extends Error {
  readonly reason: 'collinear' | 'too-few' | 'separated' | 'no-spread';
  readonly column: string | undefined;

  constructor(reason: NotEstimable['reason'], message: string, column?: string) {
    super(message);
    this.name = 'NotEstimable';
    this.reason = reason;
    this.column = column;
  }
}

/** What is left of an outcome, as a share of its size, is rounding from here down: no error can be reckoned from it. */
const rounding = 1e-10;

/** Whether the columns say all there is to say of an outcome, to rounding. `all`: the sum of its squares. */
export function nothingLeft(residualSumOfSquares: number, all: number): boolean {
  return !(residualSumOfSquares > rounding ** 2 * all);
}

export interface Column {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface Orthogonal {
  /** Orthonormal columns. */
  readonly q: readonly Float64Array[];
  /** Upper triangle by column: r[j][i], i <= j. */
  readonly r: readonly Float64Array[];
}

/**
 * Modified Gram-Schmidt, each column twice, which leaves Q orthogonal to rounding. Rows may be scaled by `scale` (roots of
 * weights). Throws NotEstimable naming the column that the ones before it already determine, and them.
 */
export function orthogonalize(columns: readonly Column[], n: number, scale?: Float64Array): Orthogonal {
  if (n <= columns.length) {
    throw new NotEstimable('too-few', `${n} rows cannot support a model of ${columns.length} coefficients`);
  }
  const q: Float64Array[] = [];
  const r: Float64Array[] = [];
  columns.forEach(({ name, values }, j) => {
    const v = new Float64Array(values);
    if (v.length !== n) throw new RangeError(`column ${name} has ${v.length} rows, not ${n}`);
    if (!allFinite(v)) throw new RangeError(`column ${name} has a gap`);
    if (scale !== undefined) for (let i = 0; i < n; i++) v[i]! *= scale[i]!;
    const size = Math.sqrt(dot(v, v));
    const rj = new Float64Array(columns.length);
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < j; i++) {
        const part = dot(q[i]!, v);
        rj[i]! += part;
        subtract(v, part, q[i]!);
      }
    }
    const left = Math.sqrt(dot(v, v));
    if (!(left > 1e-9 * size)) {
      throw new NotEstimable('collinear', collinear(columns, r, rj, j, size), name);
    }
    rj[j] = left;
    for (let i = 0; i < n; i++) v[i]! /= left;
    q.push(v);
    r.push(rj);
  });
  return { q, r };
}

function collinear(
  columns: readonly Column[],
  r: readonly Float64Array[],
  rj: Float64Array,
  j: number,
  size: number,
): string {
  const { name } = columns[j]!;
  if (size === 0) return `"${name}" is 0 in every row`;
  const share = solveUpper(r, rj.slice(0, j));
  const parts = columns
    .slice(0, j)
    .filter((_, i) => Math.abs(share[i]!) * Math.hypot(...r[i]!) > 1e-6 * size)
    .map((column) => column.name);
  const others = parts.filter((part) => part !== '(Intercept)');
  return others.length === 0
    ? `"${name}" is the same in every row`
    : `"${name}" follows exactly from ${others.map((part) => `"${part}"`).join(', ')}`;
}

/** b with R b = z. */
export function solveUpper(r: readonly Float64Array[], z: ArrayLike<number>): Float64Array {
  const b = Float64Array.from(z);
  for (let j = b.length - 1; j >= 0; j--) {
    b[j]! /= r[j]![j]!;
    for (let i = 0; i < j; i++) b[i]! -= b[j]! * r[j]![i]!;
  }
  return b;
}

/** w with R' w = c. */
export function solveUpperTransposed(r: readonly Float64Array[], c: ArrayLike<number>): Float64Array {
  const w = Float64Array.from(c);
  for (let j = 0; j < w.length; j++) {
    for (let i = 0; i < j; i++) w[j]! -= r[j]![i]! * w[i]!;
    w[j]! /= r[j]![j]!;
  }
  return w;
}

export function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** v -= part * from. */
export function subtract(v: Float64Array, part: number, from: Float64Array): void {
  for (let i = 0; i < v.length; i++) v[i]! -= part * from[i]!;
}
