// A difference compared within strata: Mantel and Haenszel (1959), so that a mix of unlike strata cannot make or hide it.
import { chiSquareTails } from './distributions/chi-square.ts';
import { normalInterval, normalTwoSided } from './distributions/normal.ts';
import type { Interval } from './distributions/tails.ts';

export interface Stratum {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
}

/** A common ratio; `se` is on the log scale. */
export interface CommonRatio extends Interval {
  readonly estimate: number;
  readonly se: number;
  readonly p: number;
}

export interface MantelHaenszel extends Interval {
  /** x1/n1 - x2/n2 as a share, with Sato's (1989) variance; `low` and `high` are its limits. */
  readonly riskDifference: number;
  readonly se: number;
  readonly p: number;
  /** Variance of Greenland and Robins (1985); undefined when a group has no yes anywhere. */
  readonly riskRatio: CommonRatio | undefined;
  /** Variance of Robins, Breslow and Greenland (1986); undefined when a diagonal is empty everywhere. */
  readonly oddsRatio: CommonRatio | undefined;
  /** Cochran-Mantel-Haenszel without continuity correction; undefined when no stratum has both answers. */
  readonly test: { readonly chiSquare: number; readonly p: number } | undefined;
  /** People in strata where the other group has nobody: they say nothing here. */
  readonly withoutComparison: { readonly first: number; readonly second: number };
}

/** Undefined when no stratum holds both groups. */
export function mantelHaenszel(strata: readonly Stratum[], level = 0.95): MantelHaenszel | undefined {
  const both = strata.filter(({ n1, n2 }) => n1 > 0 && n2 > 0);
  if (both.length === 0) return undefined;
  const alone = strata.filter(({ n1, n2 }) => n1 <= 0 || n2 <= 0);
  const sum = (f: (stratum: Stratum & { n: number }) => number): number =>
    both.reduce((total, stratum) => total + f({ ...stratum, n: stratum.n1 + stratum.n2 }), 0);
  const weight = sum(({ n1, n2, n }) => (n1 * n2) / n);
  const riskDifference = sum(({ x1, n1, x2, n2, n }) => (x1 * n2 - x2 * n1) / n) / weight;
  const p = sum(({ x1, n1, x2, n2, n }) => (n1 * n1 * x2 - n2 * n2 * x1 + (n1 * n2 * (n2 - n1)) / 2) / (n * n));
  const q = sum(({ x1, n1, x2, n2, n }) => (x1 * (n2 - x2) + x2 * (n1 - x1)) / n) / 2;
  const se = Math.sqrt(riskDifference * p + q) / weight;
  return {
    riskDifference,
    se,
    p: se > 0 ? normalTwoSided(riskDifference / se) : 1,
    ...normalInterval(riskDifference, se, level),
    riskRatio: riskRatio(sum, level),
    oddsRatio: oddsRatio(sum, level),
    test: test(sum),
    withoutComparison: {
      first: alone.reduce((total, { n1 }) => total + n1, 0),
      second: alone.reduce((total, { n2 }) => total + n2, 0),
    },
  };
}

type Sum = (f: (stratum: Stratum & { n: number }) => number) => number;

function riskRatio(sum: Sum, level: number): CommonRatio | undefined {
  const r = sum(({ x1, n2, n }) => (x1 * n2) / n);
  const s = sum(({ x2, n1, n }) => (x2 * n1) / n);
  const top = sum(({ x1, n1, x2, n2, n }) => (n1 * n2 * (x1 + x2) - x1 * x2 * n) / (n * n));
  return common(r, s, top / (r * s), level);
}

function oddsRatio(sum: Sum, level: number): CommonRatio | undefined {
  const r = sum(({ x1, x2, n2, n }) => (x1 * (n2 - x2)) / n);
  const s = sum(({ x1, n1, x2, n }) => (x2 * (n1 - x1)) / n);
  // Shares of a stratum on the diagonal (agree) and off it.
  const agree = ({ x1, x2, n2, n }: Stratum & { n: number }): number => (x1 + n2 - x2) / n;
  const one = ({ x1, x2, n2, n }: Stratum & { n: number }): number => (x1 * (n2 - x2)) / n;
  const other = ({ x1, n1, x2, n }: Stratum & { n: number }): number => (x2 * (n1 - x1)) / n;
  const variance =
    sum((t) => agree(t) * one(t)) / (2 * r * r) +
    sum((t) => agree(t) * other(t) + (1 - agree(t)) * one(t)) / (2 * r * s) +
    sum((t) => (1 - agree(t)) * other(t)) / (2 * s * s);
  return common(r, s, variance, level);
}

function common(r: number, s: number, variance: number, level: number): CommonRatio | undefined {
  if (r === 0 || s === 0) return undefined;
  const [log, se] = [Math.log(r / s), Math.sqrt(variance)];
  const { low, high } = normalInterval(log, se, level);
  return { estimate: r / s, se, p: se > 0 ? normalTwoSided(log / se) : 1, low: Math.exp(low), high: Math.exp(high) };
}

function test(sum: Sum): MantelHaenszel['test'] {
  const excess = sum(({ x1, n1, x2, n }) => x1 - (n1 * (x1 + x2)) / n);
  const variance = sum(({ x1, n1, x2, n2, n }) => (n1 * n2 * (x1 + x2) * (n - x1 - x2)) / (n * n * (n - 1)));
  if (variance === 0) return undefined;
  const chiSquare = excess ** 2 / variance;
  return { chiSquare, p: chiSquareTails(chiSquare, 1).upper };
}
