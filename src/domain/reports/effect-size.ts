// Hedges g of two groups that are already summed up.
import { smallSampleFactor } from '../statistics/hedges.ts';
import type { Side } from './comparison.ts';

/** Undefined below 2 a group or without spread. */
export function hedgesGFromMoments(own: Side, other: Side): number | undefined {
  if (own.sd === undefined || other.sd === undefined || own.value === undefined || other.value === undefined)
    return undefined;
  const all = own.known + other.known;
  const pooled = Math.sqrt(((own.known - 1) * own.sd ** 2 + (other.known - 1) * other.sd ** 2) / (all - 2));
  return pooled > 0 ? ((own.value - other.value) / pooled) * smallSampleFactor(all) : undefined;
}
