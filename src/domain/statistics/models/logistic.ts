// A yes/no outcome by several columns: logistic regression, by iterated weighted least squares.
import { normalInterval, normalTwoSided } from '../distributions/normal.ts';
import { dot, NotEstimable, orthogonalize, solveUpper, solveUpperTransposed, type Column } from './orthogonalize.ts';
import { moments } from '../summary.ts';
import type { Interval } from '../distributions/tails.ts';

export interface LogisticCoefficient extends Interval {
  readonly name: string;
  /** Log odds by unit of the column. */
  readonly estimate: number;
  readonly se: number;
  readonly z: number;
  readonly p: number;
}

export interface LogisticFit {
  readonly n: number;
  readonly coefficients: readonly LogisticCoefficient[];
  readonly deviance: number;
  /** Probability of yes, row by row. */
  readonly fitted: Float64Array;
}

const mostRounds = 25;

/**
 * `y` is 0 or 1; an intercept comes first. Throws NotEstimable: collinear columns, too few rows, or a column that splits yes
 * from no without error (each round then adds 1 to its log odds for ever).
 */
export function fitLogistic({
  y,
  columns,
  level = 0.95,
}: {
  readonly y: ArrayLike<number>;
  readonly columns: readonly Column[];
  readonly level?: number;
}): LogisticFit {
  const n = y.length;
  const all: readonly Column[] = [{ name: '(Intercept)', values: new Float64Array(n).fill(1) }, ...columns];
  // The first fit, of equal weights, refuses what cannot be fitted at all.
  orthogonalize(all, n);
  const yes = Array.from(y).filter((value) => value === 1).length;
  if (yes === 0 || yes === n) throw new NotEstimable('separated', 'everybody has the same outcome');
  let eta: Float64Array = Float64Array.from(y, (value) => Math.log((value + 0.5) / (1.5 - value)));
  let beta: Float64Array = new Float64Array(all.length);
  for (let round = 0; round < mostRounds; round++) {
    const next = step(all, y, eta);
    const moved = next.eta.reduce((most, value, i) => Math.max(most, Math.abs(value - eta[i]!)), 0);
    const size = next.eta.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    const shift = next.beta.map((value, j) => value - beta[j]!);
    [eta, beta] = [next.eta, next.beta];
    if (moved <= 1e-9 * size) return finish(all, y, step(all, y, eta), level);
    if (round === mostRounds - 1) throw separated(all, shift);
  }
  throw new RangeError('unreachable');
}

interface Step {
  readonly eta: Float64Array;
  readonly beta: Float64Array;
  readonly r: readonly Float64Array[];
}

function step(columns: readonly Column[], y: ArrayLike<number>, eta: Float64Array): Step {
  const roots = eta.map((value) => Math.sqrt(logistic(value) * logistic(-value)));
  const working = eta.map((value, i) => {
    const gap = y[i] === 1 ? logistic(-value) : -logistic(value);
    return value * roots[i]! + gap / roots[i]!;
  });
  const { q, r } = orthogonalize(columns, y.length, roots);
  const beta = solveUpper(
    r,
    q.map((column) => dot(column, working)),
  );
  const next = new Float64Array(y.length);
  columns.forEach(({ values }, j) => {
    for (let i = 0; i < next.length; i++) next[i]! += beta[j]! * values[i]!;
  });
  return { eta: next, beta, r };
}

function finish(columns: readonly Column[], y: ArrayLike<number>, { eta, beta, r }: Step, level: number): LogisticFit {
  return {
    n: y.length,
    coefficients: columns.map(({ name }, j) => {
      const unit = solveUpperTransposed(
        r,
        columns.map((_, i) => (i === j ? 1 : 0)),
      );
      const [estimate, se] = [beta[j]!, Math.sqrt(dot(unit, unit))];
      const z = estimate / se;
      return { name, estimate, se, z, p: normalTwoSided(z), ...normalInterval(estimate, se, level) };
    }),
    deviance: eta.reduce((sum, value, i) => sum + 2 * Math.log1p(Math.exp(y[i] === 1 ? -value : value)), 0),
    fitted: eta.map(logistic),
  };
}

function separated(columns: readonly Column[], shift: Float64Array): NotEstimable {
  const pull = columns.map(({ values }, j) => Math.abs(shift[j]!) * Math.sqrt(moments(values).squares));
  const { name } = columns[pull.indexOf(Math.max(...pull))]!;
  return new NotEstimable(
    'separated',
    `"${name}" alone splits the two outcomes; leave it out or group its values`,
    name,
  );
}

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
