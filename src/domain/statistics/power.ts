// The smallest difference that groups of this size would have shown: 80 % power at 5 %, two-sided.
import { normalQuantile } from './distributions/normal.ts';
import { tQuantile } from './distributions/student-t.ts';

/** From the error printed beside it: the range's half width, widened from 95 % confidence to 80 % power. */
export function detectableBeside({
  low,
  high,
  df,
}: {
  readonly low: number;
  readonly high: number;
  readonly df?: number | undefined;
}): number {
  const [z, power] =
    df === undefined || !(df > 0)
      ? [normalQuantile(0.975), normalQuantile(0.8)]
      : [tQuantile(0.975, df), tQuantile(0.8, df)];
  return ((high - low) / 2) * (1 + power / z);
}

/** The mean change of `n` people measured twice, in the unit of `sd`, the SD of change; undefined below 2. */
export function detectableChange(sd: number, n: number): number | undefined {
  return n < 2 ? undefined : ((tQuantile(0.975, n - 1) + tQuantile(0.8, n - 1)) * sd) / Math.sqrt(n);
}
