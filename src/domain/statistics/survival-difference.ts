// Two curves on one day: the difference of Kaplan and Meier's shares with a range from their own limits (Zou and Donner 2008).
import { normalTwoSided } from './distributions/normal.ts';
import { survivalAt, type SurvivalCurve } from './survival.ts';

export interface SurvivalDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Greenwood's, of both curves. */
  readonly se: number;
  readonly p: number;
}

/** Undefined where nobody of one of them is followed so far, or nobody has left. */
export function survivalDifference(
  one: SurvivalCurve,
  other: SurvivalCurve,
  time: number,
): SurvivalDifference | undefined {
  const [a, b] = [survivalAt(one, time), survivalAt(other, time)];
  const se = Math.hypot(a.se, b.se);
  if (!(se > 0) || a.low === undefined || a.high === undefined || b.low === undefined || b.high === undefined)
    return undefined;
  const difference = a.survival - b.survival;
  return {
    difference,
    low: difference - Math.hypot(a.survival - a.low, b.high - b.survival),
    high: difference + Math.hypot(a.high - a.survival, b.survival - b.low),
    se,
    p: normalTwoSided(difference / se),
  };
}

/** Within strata, each weighted by n1 n2 / n; strata that cannot be told are left out. Greenwood's errors, normal limits. */
export function stratifiedDifference(
  strata: readonly { readonly one: SurvivalCurve; readonly other: SurvivalCurve }[],
  time: number,
  z: number,
): SurvivalDifference | undefined {
  let [weights, sum, variance] = [0, 0, 0];
  for (const { one, other } of strata) {
    if (one.n === 0 || other.n === 0) continue;
    const weight = (one.n * other.n) / (one.n + other.n);
    const [a, b] = [survivalAt(one, time), survivalAt(other, time)];
    weights += weight;
    sum += weight * (a.survival - b.survival);
    variance += weight ** 2 * (a.se ** 2 + b.se ** 2);
  }
  if (!(variance > 0)) return undefined;
  const [difference, se] = [sum / weights, Math.sqrt(variance) / weights];
  return { difference, low: difference - z * se, high: difference + z * se, se, p: normalTwoSided(difference / se) };
}
