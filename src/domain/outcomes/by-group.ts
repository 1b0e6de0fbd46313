// Values of one column apart by group, and who counts.
import { valuesByCode } from '../statistics/by-code.ts';
import type { Grouping } from './dataset.ts';

export interface GroupValues {
  /** People who count, known or not. */
  readonly n: number;
  /** Of those who are known, in order of their rows. */
  readonly values: Float64Array;
}

/** One entry a group. `counts`: 1 for each person who counts. */
export function valuesByGroup({ labels, codes }: Grouping, values: Float64Array, counts: Uint8Array): GroupValues[] {
  const found = valuesByCode(codes, counts, values, labels.length);
  return found.values.map((own, group) => ({ n: found.all[group] ?? 0, values: own }));
}
