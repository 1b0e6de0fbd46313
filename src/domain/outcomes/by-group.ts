// Values of one column apart by group, and who counts.
import type { Grouping } from './dataset.ts';

export interface GroupValues {
  /** People who count, known or not. */
  readonly n: number;
  /** Of those who are known, in order of their rows. */
  readonly values: Float64Array;
}

/** One entry a group. `counts`: 1 for each person who counts. */
export function valuesByGroup({ labels, codes }: Grouping, values: Float64Array, counts: Uint8Array): GroupValues[] {
  const [n, known] = [new Int32Array(labels.length), new Int32Array(labels.length)];
  const size = values.length;
  for (let row = 0; row < size; row++) {
    const group = codes[row] ?? -1;
    if (group < 0 || counts[row] === 0) continue;
    n[group] = (n[group] ?? 0) + 1;
    if (!Number.isNaN(values[row])) known[group] = (known[group] ?? 0) + 1;
  }
  const apart = Array.from(known, (length) => new Float64Array(length));
  known.fill(0);
  for (let row = 0; row < size; row++) {
    const [group, value] = [codes[row] ?? -1, values[row] ?? NaN];
    const own = apart[group];
    if (own === undefined || counts[row] === 0 || Number.isNaN(value)) continue;
    const at = known[group] ?? 0;
    own[at] = value;
    known[group] = at + 1;
  }
  return apart.map((own, group) => ({ n: n[group] ?? 0, values: own }));
}
