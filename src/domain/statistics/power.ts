// The smallest difference that groups of this size would have shown: 80 % power at 5 %, two-sided.
import { normalQuantile } from './distributions/normal.ts';
import { tQuantile } from './distributions/student-t.ts';

/** Two rates near `p` (a share); undefined when a group is empty. */
export function detectableDifference(p: number, n1: number, n2: number): number | undefined {
  if (n1 <= 0 || n2 <= 0) return undefined;
  return (normalQuantile(0.975) + normalQuantile(0.8)) * Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
}

/**
 * Two means, in the unit of `sd`, by t quantiles, which stay within 1 % of the noncentral t's answer from 10 a group on.
 * With an adjustment, give the SD left over after it. Undefined when a group is empty or both are single.
 */
export function detectableMeanDifference(sd: number, n1: number, n2: number): number | undefined {
  const df = n1 + n2 - 2;
  if (n1 <= 0 || n2 <= 0 || df <= 0) return undefined;
  return (tQuantile(0.975, df) + tQuantile(0.8, df)) * sd * Math.sqrt(1 / n1 + 1 / n2);
}

/** The mean change of `n` people measured twice, in the unit of `sd`, the SD of change; undefined below 2. */
export function detectableChange(sd: number, n: number): number | undefined {
  return n < 2 ? undefined : ((tQuantile(0.975, n - 1) + tQuantile(0.8, n - 1)) * sd) / Math.sqrt(n);
}
