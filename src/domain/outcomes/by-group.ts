// Values of one column apart by group, and who counts.
import { sumsByCode, valuesByCode } from '../statistics/by-code.ts';
import type { Grouping } from './dataset.ts';

export interface GroupValues {
  /** People who count, known or not. */
  readonly n: number;
  /** Of those who are known, in order of their rows. */
  readonly values: Float64Array;
}

/** One entry a group. `counts`: 1 for each person who counts; `sides`: how many, known or not, where that was counted. */
export function valuesByGroup(
  { labels, codes }: Grouping,
  values: Float64Array,
  counts: Uint8Array,
  sides?: readonly { readonly n: number; readonly known: number }[],
): GroupValues[] {
  const sizes =
    sides === undefined
      ? sumsByCode(codes, counts, values, labels.length)
      : { all: Int32Array.from(sides, ({ n }) => n), known: Int32Array.from(sides, ({ known }) => known) };
  const found = valuesByCode(codes, counts, values, sizes);
  return found.values.map((own, group) => ({ n: found.all[group] ?? 0, values: own }));
}
