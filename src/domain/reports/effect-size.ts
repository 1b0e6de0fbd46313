// Hedges g of two groups that are already summed up.
import { smallSampleFactor } from '../statistics/hedges.ts';
import { normalInterval } from '../statistics/distributions/normal.ts';
import type { Side } from './comparison.ts';

/** With its large-sample range; undefined below 2 a group or without spread. */
export function hedgesGFromMoments(
  own: Side,
  other: Side,
): { readonly g: number; readonly low: number; readonly high: number } | undefined {
  if (own.value === undefined || other.value === undefined) return undefined;
  const all = own.known + other.known;
  const pooled = pooledSd(own, other);
  if (pooled === undefined) return undefined;
  const g = ((own.value - other.value) / pooled) * smallSampleFactor(all);
  return { g, ...normalInterval(g, Math.sqrt(1 / own.known + 1 / other.known + (g * g) / (2 * all)), 0.95) };
}

/** An estimate with its range as shares of the pooled SD, with the small-sample factor. */
export function standardized(
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  own: Side,
  other: Side,
): { readonly g: number; readonly low: number; readonly high: number } | undefined {
  const pooled = pooledSd(own, other);
  if (pooled === undefined) return undefined;
  const scale = smallSampleFactor(own.known + other.known) / pooled;
  return { g: value * scale, low: low * scale, high: high * scale };
}

/** Undefined below 2 a group or without spread. */
function pooledSd(own: Side, other: Side): number | undefined {
  if (own.sd === undefined || other.sd === undefined) return undefined;
  const squares = (own.known - 1) * own.sd ** 2 + (other.known - 1) * other.sd ** 2;
  return squares > 0 ? Math.sqrt(squares / (own.known + other.known - 2)) : undefined;
}
