// How far apart two groups started, for yes/no measures, and the bands of the What Works Clearinghouse (2022, handbook 5.0).
import { smallSampleFactor } from './hedges.ts';

/** ln(odds ratio) / 1.65 with the small-sample factor, from shares 0..1; undefined at a share of 0 or 1 or an empty group. */
export function coxIndex(p1: number, n1: number, p2: number, n2: number): number | undefined {
  if (!(n1 > 0 && n2 > 0 && p1 > 0 && p1 < 1 && p2 > 0 && p2 < 1)) return undefined;
  const logOdds = (p: number): number => Math.log(p / (1 - p));
  return (smallSampleFactor(n1 + n2) * (logOdds(p1) - logOdds(p2))) / 1.65;
}

export type BaselineBand = 'alike' | 'adjust' | 'apart';

/** To 0.05 alike, to 0.25 to be adjusted for, beyond that too far apart. */
export function baselineBand(g: number): BaselineBand {
  return Math.abs(g) <= 0.05 ? 'alike' : Math.abs(g) <= 0.25 ? 'adjust' : 'apart';
}
