// Ordinary and weighted least squares with classic, robust (HC0-HC3) or cluster-robust (CR0, CR1S, CR2) errors.
import { fTails } from '../distributions/f-distribution.ts';
import { clusterMeat, type ClusterKind } from './cluster-meat.ts';
import { clustersOf } from './cluster-rows.ts';
import { plainKernels } from '../../vectors/column-kernels.ts';
import {
  allFinite,
  dot,
  NotEstimable,
  nothingLeft,
  orthogonalize,
  solveUpper,
  solveUpperTransposed,
  subtract,
  type Column,
} from './orthogonalize.ts';
import { robustMeat, type Meat, type RobustKind } from './robust-meat.ts';
import { asTheyCome, inOrder, type Spread } from '../spread.ts';
import { tInterval, tTwoSided } from '../distributions/student-t.ts';
import type { Interval } from '../distributions/tails.ts';

export interface Estimate extends Interval {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  readonly p: number;
}

export interface Coefficient extends Estimate {
  readonly name: string;
}

export type ErrorKind =
  'classic' | RobustKind | { readonly cluster: ArrayLike<string | number>; readonly kind?: ClusterKind };

export interface LinearInput {
  readonly y: ArrayLike<number>;
  /** Covariates; an intercept, named "(Intercept)", comes first unless `intercept` is false. No gaps. */
  readonly columns: readonly Column[];
  /** HC2 unless said; clusters are CR2 unless said. */
  readonly errors?: ErrorKind;
  readonly weights?: ArrayLike<number>;
  readonly intercept?: boolean;
  readonly level?: number;
}

export interface LinearFit {
  readonly n: number;
  readonly names: readonly string[];
  /** In the order of `names`, worked out when asked for: with many clusters each takes its time. */
  readonly coefficients: readonly Coefficient[];
  readonly residualDf: number;
  readonly residualSumOfSquares: number;
  /** Residual SD. */
  readonly sigma: number;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** How many clusters the errors allow for. */
  readonly clusters: number | undefined;
  /** A weighted sum of the coefficients, weights in their order, with its own error and degrees of freedom. */
  readonly combine: (weights: ArrayLike<number>) => Estimate;
}

/** Throws NotEstimable, naming the column, when the columns decide one another, there are too few rows or no spread is left. */
export function fitLinear(input: LinearInput): LinearFit {
  const { errors = 'HC2', intercept = true, level = 0.95 } = input;
  const n = input.y.length;
  const ones: Column = { name: '(Intercept)', values: new Float64Array(n).fill(1) };
  const columns = intercept ? [ones, ...input.columns] : input.columns;
  const k = columns.length;
  const names = columns.map(({ name }) => name);
  const roots = input.weights === undefined ? undefined : Float64Array.from(input.weights, Math.sqrt);
  const { q, r } = orthogonalize(columns, n, roots);
  const y = new Float64Array(input.y);
  if (roots !== undefined) for (let i = 0; i < n; i++) y[i]! *= roots[i]!;
  if (!allFinite(y)) throw new RangeError('the outcome has a gap');
  const residuals = y.slice();
  const z = new Float64Array(k);
  for (let pass = 0; pass < 2; pass++) {
    q.forEach((column, j) => {
      const part = dot(column, residuals);
      z[j]! += part;
      subtract(residuals, part, column);
    });
  }
  const beta = solveUpper(r, z);
  const residualDf = n - k;
  const residualSumOfSquares = dot(residuals, residuals);
  if (nothingLeft(residualSumOfSquares, dot(y, y)))
    throw new NotEstimable('no-spread', 'the outcome follows exactly from the others, so no error can be reckoned');
  const variance = residualSumOfSquares / residualDf;
  const clusters = typeof errors === 'object' ? clustersOf(errors.cluster, n) : undefined;
  const spread = (order: Int32Array): Spread => ({
    rows: order.length,
    n,
    q: q.map((column) => inOrder(column, order, plainKernels)),
    errors: inOrder(residuals, order, plainKernels),
  });
  // Only when an error is asked for: who wants the residuals alone does not wait for clusters.
  let known: Meat | undefined;
  const meat: Meat = (w) => {
    known ??=
      typeof errors === 'object' && clusters !== undefined
        ? clusterMeat(clusters, errors.kind ?? 'CR2', k, plainKernels)(spread(clusters.order))
        : typeof errors === 'object' || errors === 'classic'
          ? (v) => ({ variance: variance * dot(v, v), df: residualDf })
          : robustMeat(errors, plainKernels)(spread(asTheyCome(n)));
    return known(w);
  };
  const combine = (weights: ArrayLike<number>): Estimate => {
    const w = solveUpperTransposed(r, weights);
    const { variance: spread, df } = meat(w);
    return estimated(dot(weights, beta), Math.sqrt(spread), df, level);
  };
  const rSquared = 1 - residualSumOfSquares / totalSquares(y, roots, intercept);
  return {
    n,
    names,
    get coefficients() {
      return names.map((name) => ({ name, ...combine(unit(name, names)) }));
    },
    residualDf,
    residualSumOfSquares,
    sigma: Math.sqrt(variance),
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - (intercept ? 1 : 0))) / residualDf,
    clusters: clusters?.number,
    combine,
  };
}

/** A number with its error: the t test and the interval. */
export function estimated(estimate: number, se: number, df: number, level: number): Estimate {
  const t = se > 0 ? estimate / se : estimate === 0 ? 0 : Math.sign(estimate) * Infinity;
  return { estimate, se, df, t, p: tTwoSided(t, df), ...tInterval(estimate, se, df, level) };
}

/** The same with no more degrees of freedom than that, and one at least. */
export function withAtMost<T extends Estimate>(one: T, most: number): T {
  const df = Math.max(1, Math.min(one.df, most));
  return df === one.df ? one : { ...one, ...estimated(one.estimate, one.se, df, 0.95) };
}

/** The coefficient of that name; throws RangeError when the model has none. */
export function coefficient(fit: LinearFit, name: string): Coefficient {
  if (!fit.names.includes(name)) throw new RangeError(`the model has no column ${name}`);
  return { name, ...fit.combine(unit(name, fit.names)) };
}

const unit = (name: string, names: readonly string[]): number[] => names.map((one) => (one === name ? 1 : 0));

/** F test of a model against one with some of its columns left out. */
export function compareNested(
  full: LinearFit,
  reduced: LinearFit,
): { readonly f: number; readonly df1: number; readonly df2: number; readonly p: number } {
  const df1 = reduced.residualDf - full.residualDf;
  const f = (reduced.residualSumOfSquares - full.residualSumOfSquares) / df1 / full.sigma ** 2;
  return { f, df1, df2: full.residualDf, p: fTails(f, df1, full.residualDf).upper };
}

/** About the (weighted) mean, or about 0 without an intercept. */
function totalSquares(y: Float64Array, roots: Float64Array | undefined, intercept: boolean): number {
  if (!intercept) return dot(y, y);
  const unit = roots ?? new Float64Array(y.length).fill(1);
  const mean = dot(y, unit) / dot(unit, unit);
  const rest = Float64Array.from(y);
  subtract(rest, mean, unit);
  return dot(rest, rest);
}
