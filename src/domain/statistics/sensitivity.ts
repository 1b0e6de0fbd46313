// How strong something unmeasured would have to be to explain a difference away.
import { tQuantile } from './distributions/student-t.ts';

/**
 * E-value (VanderWeele and Ding 2017): the least risk ratio that something unmeasured must have with the group and with the
 * outcome, both, to explain a risk ratio away. 1 where there is nothing to explain.
 */
export function eValue(riskRatio: number): number {
  const rr = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return rr + Math.sqrt(rr * (rr - 1));
}

/** E-value of the end of a range nearer to 1; 1 where the range holds 1. */
export function eValueOfRange(low: number, high: number): number {
  return low <= 1 && high >= 1 ? 1 : eValue(low > 1 ? low : high);
}

/** By how much at most something with these two risk ratios moves a risk ratio (Ding and VanderWeele 2016). */
export function biasFactor(withGroup: number, withOutcome: number): number {
  const [a, b] = [withGroup, withOutcome].map((rr) => (rr < 1 ? 1 / rr : rr)) as [number, number];
  return (a * b) / (a + b - 1);
}

/** Share of what is left of an outcome that a coefficient explains, from its classic t. */
export function partialR2(t: number, df: number): number {
  return (t * t) / (t * t + df);
}

/**
 * Robustness value (Cinelli and Hazlett 2020): the share of what is left, of the group and of the outcome, both, that something
 * unmeasured must explain to bring an estimate to 0; with `alpha`, to within what chance alone brings at that level. `t` is the
 * classic one.
 */
export function robustnessValue(t: number, df: number, alpha?: number): number {
  const chance = alpha === undefined ? 0 : tQuantile(1 - alpha / 2, df - 1) / Math.sqrt(df - 1);
  const f = Math.abs(t) / Math.sqrt(df) - chance;
  if (f <= 0) return 0;
  return (Math.sqrt(f ** 4 + 4 * f ** 2) - f ** 2) / 2;
}

/**
 * What something as strong as a measured covariate would explain, of what is left of the group and of the outcome: from the
 * covariate's own partial shares (Cinelli and Hazlett 2020, section 4.4, one time as strong in both). Undefined beyond 1.
 */
export function asStrongAs(
  withGroup: number,
  withOutcome: number,
): { readonly group: number; readonly outcome: number } | undefined {
  const group = withGroup / (1 - withGroup);
  const through = withGroup ** 2 / (1 - withGroup) ** 2;
  const outcome = (((1 + Math.sqrt(through)) / Math.sqrt(1 - through)) ** 2 * withOutcome) / (1 - withOutcome);
  return group < 1 && outcome < 1 ? { group, outcome } : undefined;
}
