// One design, many outcomes: what does not change from one outcome to the next is worked out once. People of whom an outcome
// is not known are taken out of the basis by its Gram matrix, which costs what they are few, not what the others are many.
import { clusterMeat, clusterRoom } from './cluster-meat.ts';
import { clustersOf, type ClusterRun } from './cluster-rows.ts';
import { blockRows } from '../../vectors/column-kernels.ts';
import { fTails } from '../distributions/f-distribution.ts';
import { choleskyOf, gramOfRows, gramRoom, orthonormalOf, partsAlong, projectOut, solveLower } from './known-rows.ts';
import { estimated, type Coefficient } from './linear-model.ts';
import {
  dot,
  NotEstimable,
  orthogonalize,
  solveUpperTransposed,
  type Column,
  type Orthogonal,
} from './orthogonalize.ts';
import { robustMeat, robustRoom, type RobustKind } from './robust-meat.ts';
import { asTheyCome, inOrder, type Spread } from '../spread.ts';
import { moments } from '../summary.ts';
import { columnKernels } from '../../vectors/vector-kernels.ts';

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
  const order = clusters?.order ?? asTheyCome(n);
  const size = order.length;
  const kernels = columnKernels((2 * all + 3) * size + (all + Math.max(clusterRoom(all), robustRoom)) * blockRows);
  const base = q.map((column) => inOrder(column, order, kernels));
  const room = gramRoom(base, kernels);
  const meatOf =
    clusters === undefined ? robustMeat(errors as RobustKind, kernels) : clusterMeat(clusters, 'CR2', all, kernels);
  // Written anew by every fit; people of whom the outcome is not known are 0 in each.
  const [known, e, left] = [kernels.column(size), kernels.column(size), kernels.column(size)];
  const whole = base.map(() => kernels.column(size));
  const here = whole.slice(0, k);
  const clusterOf = clusters === undefined ? undefined : clusterNumbers(clusters.runs, size);

  const fit = (y: Float64Array): SharedFit | undefined => {
    const m = take(y);
    if (m <= all || (clusterOf !== undefined && !inTwoOrMore(clusterOf, known))) return undefined;
    const missing = n - m < m;
    const lower = choleskyOf(
      gramOfRows(base, rowsOf(missing ? 0 : 1, missing ? n - m : m), missing, room, kernels),
      all,
    );
    if (lower === undefined) return undefined;
    orthonormalOf(base, known, lower, all, here, kernels);
    const z = projectOut(here, e, kernels);
    const squares = kernels.dot(e, 0, e, 0, size);
    if (!(squares > 0)) return undefined;
    const coefficient = (name: string, weights: Float64Array, spread: Spread, along: Float64Array): Coefficient => {
      const w = solveLower(lower, all, solveUpperTransposed(r, weights));
      const { variance, df } = meatOf(spread)(w);
      return { name, ...estimated(dot(w, along), Math.sqrt(variance), df, 0.95) };
    };
    const coefficients = targets.map((name) => {
      const weights = Float64Array.from(plain, (column) => (column.name === name ? 1 : 0));
      return coefficient(name, weights, { rows: size, n: m, q: here, errors: e }, z);
    });
    const beyond = all > k ? beyondPlain(lower) : undefined;
    const gain = beyond === undefined ? 0 : dot(beyond, beyond);
    const [df1, df2] = [all - k, m - all];
    const slopesDiffer = gain > 0 && fTails(gain / df1 / ((squares - gain) / df2), df1, df2).upper < 0.05;
    return {
      n: m,
      sigma: Math.sqrt(squares / (m - k)),
      coefficients,
      interacted: beyond === undefined || !slopesDiffer ? undefined : interacted(beyond),
    };

    function interacted(beyond: Float64Array): Coefficient {
      orthonormalOf(base, known, lower!, all, whole, kernels);
      left.set(e);
      for (let j = k; j < all; j++) kernels.add(left, 0, -beyond[j]!, whole[j]!, 0, size);
      const along = beyond.slice();
      along.set(z);
      // The group's own coefficient is its difference at the averages of all people; here, of those known.
      const weights = new Float64Array(all);
      weights[1] = 1;
      columns.slice(1).forEach(({ values }, j) => {
        let sum = 0;
        for (let i = 0; i < size; i++) if (known[i] === 1) sum += values[order[i]!]!;
        weights[k + j] = sum / m - products[j]!.mean;
      });
      return coefficient(columns[0]!.name, weights, { rows: size, n: m, q: whole, errors: left }, along);
    }
  };
  return { fit };

  function take(y: Float64Array): number {
    let m = 0;
    for (let i = 0; i < size; i++) {
      const person = order[i]!;
      if (person < 0) continue;
      const value = y[person]!;
      if (Number.isNaN(value)) {
        known[i] = 0;
        e[i] = 0;
      } else {
        known[i] = 1;
        e[i] = value;
        m++;
      }
    }
    return m;
  }

  function rowsOf(wanted: 0 | 1, count: number): Int32Array {
    const rows = new Int32Array(count);
    for (let i = 0, at = 0; at < count; i++) if (known[i] === wanted && order[i]! >= 0) rows[at++] = i;
    return rows;
  }

  /** What is left of y along the crossed columns, in the coordinates of the whole basis; its square is what they explain. */
  function beyondPlain(lower: Float64Array): Float64Array {
    const sums = new Float64Array(all);
    sums.set(partsAlong(base.slice(k), e, kernels), k);
    return solveLower(lower, all, sums);
  }
}

/** By row: the first row of the cluster it stands in. */
function clusterNumbers(runs: readonly ClusterRun[], size: number): Int32Array {
  const numbers = new Int32Array(size);
  for (const run of runs)
    for (let i = 0; i < run.size * run.count; i++) numbers[run.from + i] = run.from + (i % run.count);
  return numbers;
}

/** Whether people known stand in two clusters at least. */
function inTwoOrMore(cluster: Int32Array, known: Float64Array): boolean {
  const first = known.indexOf(1);
  return known.some((one, row) => one === 1 && cluster[row] !== cluster[first]);
}

interface Crossed extends Column {
  /** Of the covariate, over all people. */
  readonly mean: number;
}

function crossedWithFirst([group, ...covariates]: readonly Column[]): Crossed[] {
  return covariates.map(({ name, values }) => {
    const { mean } = moments(values);
    const own = new Float64Array(values);
    for (let i = 0; i < own.length; i++) own[i] = (own[i]! - mean) * group!.values[i]!;
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
