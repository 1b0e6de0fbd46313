// Two groups and a yes/no outcome: x1 of n1 against x2 of n2. Shares are 0..1; `level` is the confidence, 0.95 unless said.
import { binomialTest } from './distributions/binomial.ts';
import { chiSquareTails } from './distributions/chi-square.ts';
import { normalInterval } from './distributions/normal.ts';
import { binomialTerm } from './distributions/special-functions.ts';

/** A ratio; its limits are missing where an empty cell leaves none (no constant is added to cells). */
export interface Ratio {
  readonly estimate: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** (x1/n1) / (x2/n2) with the log interval of Katz (1978); undefined when it is 0/0 or over 0. */
export function riskRatio(x1: number, n1: number, x2: number, n2: number, level = 0.95): Ratio | undefined {
  if (n1 <= 0 || n2 <= 0 || x2 === 0) return undefined;
  return ratio(x1 / n1 / (x2 / n2), Math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2), level);
}

/** Cross-product ratio with the log interval of Woolf (1955); undefined when it is 0/0 or over 0. */
export function oddsRatio(x1: number, n1: number, x2: number, n2: number, level = 0.95): Ratio | undefined {
  const [y1, y2] = [n1 - x1, n2 - x2];
  if (n1 <= 0 || n2 <= 0 || y1 * x2 === 0) return undefined;
  return ratio((x1 * y2) / (y1 * x2), Math.sqrt(1 / x1 + 1 / y1 + 1 / x2 + 1 / y2), level);
}

function ratio(estimate: number, se: number, level: number): Ratio {
  if (!Number.isFinite(se) || estimate === 0) return { estimate, low: undefined, high: undefined };
  const { low, high } = normalInterval(Math.log(estimate), se, level);
  return { estimate, low: Math.exp(low), high: Math.exp(high) };
}

export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Smallest expected count; below 5 prefer Fisher's test. */
  readonly leastExpected: number;
}

/** Pearson's chi-square, with Yates's correction when `yates`; undefined when a row or column is empty. */
export function chiSquareTest(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  yates = false,
): ChiSquareTest | undefined {
  const [all, yes] = [n1 + n2, x1 + x2];
  if (n1 <= 0 || n2 <= 0 || yes === 0 || yes === all) return undefined;
  const gap = Math.abs(x1 - (n1 * yes) / all);
  const kept = gap - (yates ? Math.min(0.5, gap) : 0);
  const chiSquare = (kept * kept * all * all * all) / (n1 * n2 * yes * (all - yes));
  const leastExpected = (Math.min(n1, n2) * Math.min(yes, all - yes)) / all;
  return { chiSquare, df: 1, p: chiSquareTails(chiSquare, 1).upper, leastExpected };
}

/** Fisher's exact test, two-sided: all tables with these margins no likelier than this one (within 1e-7, as R does). */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number {
  const [all, yes] = [n1 + n2, x1 + x2];
  const [least, most] = [Math.max(0, yes - n2), Math.min(n1, yes)];
  if (least === most) return 1;
  const p = yes / all;
  const q = (all - yes) / all;
  // Products of binomial terms are proportional to the table's chance; the constant cancels.
  const chance = (x: number): number => binomialTerm(x, n1, p, q) * binomialTerm(yes - x, n2, p, q);
  const seen = chance(x1) * (1 + 1e-7);
  let [rare, sum] = [0, 0];
  for (let x = least; x <= most; x++) {
    const term = chance(x);
    sum += term;
    if (term <= seen) rare += term;
  }
  return Math.min(1, rare / sum);
}

/** McNemar on the discordant pairs, b yes-then-no and c no-then-yes; undefined when there are none. */
export function mcNemar(
  b: number,
  c: number,
):
  | {
      readonly chiSquare: number;
      readonly p: number;
      /** With Edwards's continuity correction. */
      readonly chiSquareCorrected: number;
      readonly pCorrected: number;
      readonly pExact: number;
    }
  | undefined {
  const n = b + c;
  if (n === 0) return undefined;
  const chiSquare = (b - c) ** 2 / n;
  const chiSquareCorrected = Math.max(0, Math.abs(b - c) - 1) ** 2 / n;
  return {
    chiSquare,
    p: chiSquareTails(chiSquare, 1).upper,
    chiSquareCorrected,
    pCorrected: chiSquareTails(chiSquareCorrected, 1).upper,
    pExact: binomialTest(b, n, 0.5),
  };
}
