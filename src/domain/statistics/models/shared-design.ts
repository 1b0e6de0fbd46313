// One design, many outcomes: what does not change from one outcome to the next is worked out once. People of whom an outcome
// is not known are taken out of the basis by its Gram matrix, which costs what they are few, not what the others are many.
import { clusterMeat, clusterRoom } from './cluster-meat.ts';
import { clustersOf, type ClusterRun } from './cluster-rows.ts';
import { blockRows } from '../../vectors/column-kernels.ts';
import { choleskyOf, gramOfRows, gramRoom, orthonormalOf, projectOut, solveLower } from './known-rows.ts';
import { estimated, type Coefficient } from './linear-model.ts';
import { dot, nothingLeft, orthogonalize, solveUpperTransposed, type Column } from './orthogonalize.ts';
import { robustMeat, robustRoom, type RobustKind } from './robust-meat.ts';
import { asTheyCome, inOrder } from '../spread.ts';
import { columnKernels } from '../../vectors/vector-kernels.ts';

export interface SharedInput {
  /** Without the intercept, which comes first by itself. No gaps. */
  readonly columns: readonly Column[];
  /** Names of the columns whose coefficients are wanted. */
  readonly targets: readonly string[];
  readonly errors: RobustKind | { readonly cluster: ArrayLike<string | number> };
}

export interface SharedFit {
  readonly n: number;
  /** Residual SD. */
  readonly sigma: number;
  /** In the order of `targets`. */
  readonly coefficients: readonly Coefficient[];
}

export interface SharedDesign {
  /**
   * `y` by row of the columns, NaN where it is not known. Undefined where the people known do not support the model as all do
   * together (a column is the same for all of them, or nearly): then it must be fitted by itself.
   */
  readonly fit: (y: Float64Array) => SharedFit | undefined;
}

/** The same numbers as fitLinear to rounding. Throws NotEstimable as it does. */
export function shareDesign({ columns, targets, errors }: SharedInput, n: number): SharedDesign {
  const plain: readonly Column[] = [{ name: '(Intercept)', values: new Float64Array(n).fill(1) }, ...columns];
  const all = plain.length;
  const { q, r } = orthogonalize(plain, n);
  const clusters = typeof errors === 'object' ? clustersOf(errors.cluster, n) : undefined;
  const order = clusters?.order ?? asTheyCome(n);
  const size = order.length;
  const kernels = columnKernels((2 * all + 2) * size + (all + Math.max(clusterRoom(all), robustRoom)) * blockRows);
  const base = q.map((column) => inOrder(column, order, kernels));
  const room = gramRoom(base, kernels);
  const meatOf =
    clusters === undefined ? robustMeat(errors as RobustKind, kernels) : clusterMeat(clusters, 'CR2', all, kernels);
  // Written anew by every fit; people of whom the outcome is not known are 0 in each.
  const [known, e] = [kernels.column(size), kernels.column(size)];
  const here = base.map(() => kernels.column(size));
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
    // Nothing left to vary, to rounding: the model by itself says why.
    if (nothingLeft(squares, squares + dot(z, z))) return undefined;
    const coefficients = targets.map((name): Coefficient => {
      const weights = Float64Array.from(plain, (column) => (column.name === name ? 1 : 0));
      const w = solveLower(lower, all, solveUpperTransposed(r, weights));
      const { variance, df } = meatOf({ rows: size, n: m, q: here, errors: e })(w);
      return { name, ...estimated(dot(w, z), Math.sqrt(variance), df, 0.95) };
    });
    return { n: m, sigma: Math.sqrt(squares / (m - all)), coefficients };
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
