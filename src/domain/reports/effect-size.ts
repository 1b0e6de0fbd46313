// Hedges g of two groups that are already summed up.
import { smallSampleFactor } from '../statistics/hedges.ts';
import { normalInterval } from '../statistics/distributions/normal.ts';
import type { Side } from './comparison.ts';

/** With its large-sample range; undefined below 2 a group or without spread. */
export function hedgesGFromMoments(
  own: Side,
  other: Side,
): { readonly g: number; readonly low: number; readonly high: number } | undefined {
  if (own.sd === undefined || other.sd === undefined || own.value === undefined || other.value === undefined)
    return undefined;
  const all = own.known + other.known;
  const pooled = Math.sqrt(((own.known - 1) * own.sd ** 2 + (other.known - 1) * other.sd ** 2) / (all - 2));
  if (!(pooled > 0)) return undefined;
  const g = ((own.value - other.value) / pooled) * smallSampleFactor(all);
  return { g, ...normalInterval(g, Math.sqrt(1 / own.known + 1 / other.known + (g * g) / (2 * all)), 0.95) };
}
