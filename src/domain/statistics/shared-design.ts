// One design, many outcomes: what does not change from one outcome to the next is worked out once. People of whom an outcome
// is not known are taken out of the basis by its Gram matrix, which costs what they are few, not what the others are many.
import { clusterMeat, clustersOf } from './cluster-meat.ts';
import { fTails } from './f-distribution.ts';
import { estimated, type Coefficient } from './linear-model.ts';
import {
  dot,
  NotEstimable,
  orthogonalize,
  solveUpperTransposed,
  type Column,
  type Orthogonal,
} from './orthogonalize.ts';
import { packRows, type PackedRows } from './packed-rows.ts';
import { robustMeat, type RobustKind } from './robust-meat.ts';
import { moments } from './summary.ts';

export interface SharedInput {
  /** Without the intercept, which comes first by itself. No gaps. */
  readonly columns: readonly Column[];
  /** Names of the columns whose coefficients are wanted. */
  readonly targets: readonly string[];
  /** Lin's (2013) form too: the first column is the group, the others are centred and crossed with it. */
  readonly crossed: boolean;
  readonly errors: RobustKind | { readonly cluster: ArrayLike<string | number> };
}

export interface SharedFit {
  readonly n: number;
  /** Residual SD. */
  readonly sigma: number;
  /** In the order of `targets`. */
  readonly coefficients: readonly Coefficient[];
  /** The group's coefficient in Lin's form, where slopes differ between the groups (F test at 5 %). */
  readonly interacted: Coefficient | undefined;
}

export interface SharedDesign {
  /**
   * `y` by row of the columns, NaN where it is not known. Undefined where the people known do not support the model as all do
   * together (a column is the same for all of them, or nearly): then it must be fitted by itself.
   */
  readonly fit: (y: Float64Array) => SharedFit | undefined;
}

/** The same numbers as fitLinear and fitInteracted to rounding. Throws NotEstimable as they do. */
export function shareDesign({ columns, targets, crossed, errors }: SharedInput, n: number): SharedDesign {
  const plain: readonly Column[] = [{ name: '(Intercept)', values: new Float64Array(n).fill(1) }, ...columns];
  const products = crossed ? crossedWithFirst(columns) : [];
  const k = plain.length;
  const { q, r } = basisOf(plain, products, n);
  const all = q.length;
  const clusters = typeof errors === 'object' ? clustersOf(errors.cluster, n) : undefined;
  const order = clusters?.rows ?? Int32Array.from(q[0]!, (_, i) => i);
  const base = packRows(q, new Float64Array(n), order).rows;
  // Written anew by every fit.
  const [present, e, rows] = [new Int32Array(n), new Float64Array(n), new Float64Array(n * k)];
  const starts = new Int32Array(clusters === undefined ? 0 : clusters.starts.length);

  const fit = (y: Float64Array): SharedFit | undefined => {
    const m = clusters === undefined ? takeRows(y) : takeClusters(y, clusters.starts);
    const used = clusters === undefined ? 0 : countClusters(starts, m);
    if (m <= all || (clusters !== undefined && used < 2)) return undefined;
    const lower = cholesky(gramOf(base, all, present, m, n), all);
    if (lower === undefined) return undefined;
    transform(base, all, present, m, lower, k, rows);
    const z = project(rows, k, m, e);
    const squares = dot(e.subarray(0, m), e.subarray(0, m));
    if (!(squares > 0)) return undefined;
    const coefficient = (name: string, weights: Float64Array, packed: PackedRows, along: Float64Array): Coefficient => {
      const w = solveLower(lower, all, solveUpperTransposed(r, weights));
      const meat =
        typeof errors === 'object'
          ? clusterMeat(packed, starts.subarray(0, used + 1), 'CR2')
          : robustMeat(packed, errors);
      const { variance, df } = meat(w);
      return { name, ...estimated(dot(w, along), Math.sqrt(variance), df, 0.95) };
    };
    const packed: PackedRows = { n: m, k, rows, errors: e };
    const coefficients = targets.map((name) =>
      coefficient(
        name,
        Float64Array.from(plain, (column) => (column.name === name ? 1 : 0)),
        packed,
        z,
      ),
    );
    const beyond = all > k ? beyondPlain(lower, m) : undefined;
    const gain = beyond === undefined ? 0 : dot(beyond, beyond);
    const [df1, df2] = [all - k, m - all];
    const slopesDiffer = gain > 0 && fTails(gain / df1 / ((squares - gain) / df2), df1, df2).upper < 0.05;
    return {
      n: m,
      sigma: Math.sqrt(squares / (m - k)),
      coefficients,
      interacted: beyond === undefined || !slopesDiffer ? undefined : interacted(),
    };

    function interacted(): Coefficient {
      const whole = new Float64Array(m * all);
      transform(base, all, present, m, lower!, all, whole);
      const left = new Float64Array(m);
      for (let i = 0; i < m; i++) {
        let part = 0;
        for (let j = k; j < all; j++) part += whole[i * all + j]! * beyond![j]!;
        left[i] = e[i]! - part;
      }
      const along = beyond!.slice();
      along.set(z);
      // The group's own coefficient is its difference at the averages of all people; here, of those known.
      const weights = new Float64Array(all);
      weights[1] = 1;
      columns.slice(1).forEach(({ values }, j) => {
        let sum = 0;
        for (let i = 0; i < m; i++) sum += values[order[present[i]!]!]!;
        weights[k + j] = sum / m - products[j]!.mean;
      });
      return coefficient(columns[0]!.name, weights, { n: m, k: all, rows: whole, errors: left }, along);
    }
  };
  return { fit };

  function takeRows(y: Float64Array): number {
    let m = 0;
    for (let i = 0; i < n; i++) {
      const value = y[order[i]!]!;
      if (Number.isNaN(value)) continue;
      present[m] = i;
      e[m++] = value;
    }
    return m;
  }

  function takeClusters(y: Float64Array, from: Int32Array): number {
    let [m, used] = [0, 0];
    for (let g = 0; g + 1 < from.length; g++) {
      for (let i = from[g]!; i < from[g + 1]!; i++) {
        const value = y[order[i]!]!;
        if (Number.isNaN(value)) continue;
        present[m] = i;
        e[m++] = value;
      }
      if (m > starts[used]!) starts[++used] = m;
    }
    starts.fill(m, used + 1);
    return m;
  }

  /** What is left of y along the crossed columns, in the coordinates of the whole basis; its square is what they explain. */
  function beyondPlain(lower: Float64Array, m: number): Float64Array {
    const sums = new Float64Array(all);
    for (let i = 0; i < m; i++) {
      const at = present[i]! * all;
      for (let j = k; j < all; j++) sums[j]! += base[at + j]! * e[i]!;
    }
    return solveLower(lower, all, sums);
  }
}

interface Crossed extends Column {
  /** Of the covariate, over all people. */
  readonly mean: number;
}

function crossedWithFirst([group, ...covariates]: readonly Column[]): Crossed[] {
  return covariates.map(({ name, values }) => {
    const { mean } = moments(values);
    const own = Float64Array.from(values, (value, i) => (value - mean) * group!.values[i]!);
    return { name: `${group!.name}:${name}`, values: own, mean };
  });
}

/** With the crossed columns where they can be told from the others, else without. */
function basisOf(plain: readonly Column[], products: readonly Column[], n: number): Orthogonal {
  if (products.length > 0) {
    try {
      return orthogonalize([...plain, ...products], n);
    } catch (error) {
      if (!(error instanceof NotEstimable)) throw error;
    }
  }
  return orthogonalize(plain, n);
}

const countClusters = (starts: Int32Array, m: number): number => starts.indexOf(m);

/** Q'Q over the rows present, lower triangle: 1 less what is missing, or summed up, whichever is shorter. */
function gramOf(base: Float64Array, all: number, present: Int32Array, m: number, n: number): Float64Array {
  const gram = new Float64Array(all * all);
  const byMissing = n - m < m;
  const sign = byMissing ? -1 : 1;
  if (byMissing) for (let j = 0; j < all; j++) gram[j * all + j] = 1;
  const add = (row: number): void => {
    const at = row * all;
    for (let a = 0; a < all; a++) {
      const value = sign * base[at + a]!;
      for (let b = 0; b <= a; b++) gram[a * all + b]! += value * base[at + b]!;
    }
  };
  if (!byMissing) for (let i = 0; i < m; i++) add(present[i]!);
  else
    for (let row = 0, i = 0; row < n; row++)
      if (i < m && present[i] === row) i++;
      else add(row);
  return gram;
}

/** Lower triangle, row by row; undefined where a direction is all but gone. */
function cholesky(gram: Float64Array, size: number): Float64Array | undefined {
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
function solveLower(lower: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let j = 0; j < x.length; j++) {
    for (let i = 0; i < j; i++) x[j]! -= lower[j * size + i]! * x[i]!;
    x[j]! /= lower[j * size + j]!;
  }
  return x;
}

/** The first `k` columns of the basis, made orthonormal over the rows present. */
function transform(
  base: Float64Array,
  all: number,
  present: Int32Array,
  m: number,
  lower: Float64Array,
  k: number,
  rows: Float64Array,
): void {
  for (let i = 0, to = 0; i < m; i++, to += k) {
    const from = present[i]! * all;
    for (let j = 0; j < k; j++) {
      let sum = base[from + j]!;
      for (let h = 0; h < j; h++) sum -= lower[j * all + h]! * rows[to + h]!;
      rows[to + j] = sum / lower[j * all + j]!;
    }
  }
}

/** Takes out of e what lies along the rows, to rounding, and gives it in their coordinates. */
function project(rows: Float64Array, k: number, m: number, e: Float64Array): Float64Array {
  const [z, rest] = [new Float64Array(k), new Float64Array(k)];
  for (let i = 0, at = 0; i < m; i++) {
    const own = e[i]!;
    for (let j = 0; j < k; j++) z[j]! += rows[at++]! * own;
  }
  let squares = 0;
  for (let i = 0; i < m; i++) {
    const at = i * k;
    let own = e[i]!;
    for (let j = 0; j < k; j++) own -= rows[at + j]! * z[j]!;
    e[i] = own;
    squares += own * own;
    for (let j = 0; j < k; j++) rest[j]! += rows[at + j]! * own;
  }
  for (let j = 0; j < k; j++) z[j]! += rest[j]!;
  if (dot(rest, rest) < 1e-28 * squares) return z;
  for (let i = 0, at = 0; i < m; i++) {
    let part = 0;
    for (let j = 0; j < k; j++) part += rows[at++]! * rest[j]!;
    e[i]! -= part;
  }
  return z;
}
