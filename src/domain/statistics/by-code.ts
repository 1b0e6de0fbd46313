// A column taken apart by the code of each row, over the rows that count: the one loop over people that every outcome runs.

/** By code. */
export interface CodeSums {
  /** Rows that count. */
  readonly all: Int32Array;
  /** Of these, rows with a value. */
  readonly known: Int32Array;
  readonly sums: Float64Array;
}

/** `codes` below `size`, or negative for none; `counts`: 1 for a row that counts; a NaN is no value. */
export function sumsByCode(codes: Int32Array, counts: Uint8Array, values: Float64Array, size: number): CodeSums {
  const [all, known, sums] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0 || counts[row] === 0) continue;
    all[code]!++;
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    known[code]!++;
    sums[code]! += value;
  }
  return { all, known, sums };
}

/** The values themselves, in order of their rows. */
export function valuesByCode(
  codes: Int32Array,
  counts: Uint8Array,
  values: Float64Array,
  size: number,
): { readonly all: Int32Array; readonly values: readonly Float64Array[] } {
  const { all, known } = sumsByCode(codes, counts, values, size);
  const apart = Array.from(known, (length) => new Float64Array(length));
  const next = known.fill(0);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0 || counts[row] === 0) continue;
    const value = values[row]!;
    if (!Number.isNaN(value)) apart[code]![next[code]!++] = value;
  }
  return { all, values: apart };
}
