// Change of the same people between two waves.
import { changes } from './hedges.ts';
import { pearson } from './correlation.ts';
import { moments } from './summary.ts';
import { meanDifference, type MeanDifference } from './welch.ts';

export interface PairedChange {
  readonly n: number;
  readonly meanChange: number;
  readonly sdChange: number;
  /** The paired t test; undefined when everybody changed by the same amount. */
  readonly test: MeanDifference | undefined;
  /** Correlation of before and after; undefined when one of them does not vary. */
  readonly r: number | undefined;
  /** Mean change over the average of the two SDs; undefined when both are 0. */
  readonly dAverage: number | undefined;
  /** d_z times sqrt(2 (1 - r)) (Morris and DeShon 2002). */
  readonly dRepeated: number | undefined;
  /** Mean change over the SD before. */
  readonly dBefore: number | undefined;
  readonly improved: number;
  readonly same: number;
  readonly declined: number;
}

/** Undefined below 2 pairs. */
export function pairedChange(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  level = 0.95,
): PairedChange | undefined {
  const change = changes(before, after);
  const { n, mean, squares } = moments(change);
  if (n < 2) return undefined;
  const sdChange = Math.sqrt(squares / (n - 1));
  const [sdBefore, sdAfter] = [before, after].map((wave) => Math.sqrt(moments(wave).squares / (n - 1))) as [
    number,
    number,
  ];
  const r = pearson(before, after)?.r;
  let [improved, declined] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (change[i]! > 0) improved++;
    else if (change[i]! < 0) declined++;
  }
  return {
    n,
    meanChange: mean,
    sdChange,
    test: meanDifference(mean, sdChange / Math.sqrt(n), n - 1, level),
    r,
    dAverage: over(mean, (sdBefore + sdAfter) / 2),
    dRepeated: r === undefined ? undefined : over(mean * Math.sqrt(2 * (1 - r)), sdChange),
    dBefore: over(mean, sdBefore),
    improved,
    same: n - improved - declined,
    declined,
  };
}

const over = (top: number, bottom: number): number | undefined => (bottom > 0 ? top / bottom : undefined);
