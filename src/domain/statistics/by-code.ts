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

/** Means of a column by the code of each row, and sums of squares about them; NaN is a gap. */
export function momentsByCode(
  codes: Int32Array,
  counts: Uint8Array,
  values: Float64Array,
  size: number,
): {
  readonly all: Float64Array;
  readonly known: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
} {
  const [all, known] = [new Float64Array(size), new Float64Array(size)];
  const [sums, squares] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (counts[row] !== 1 || code < 0) continue;
    all[code]!++;
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    known[code]!++;
    sums[code]! += value;
  }
  const means = sums.map((sum, code) => sum / known[code]!);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (counts[row] !== 1 || code < 0) continue;
    const apart = values[row]! - means[code]!;
    if (!Number.isNaN(apart)) squares[code]! += apart * apart;
  }
  return { all, known, means, squares };
}

/** By code and answer, code after code. */
export interface AnswerCounts {
  readonly all: Int32Array;
  readonly known: Int32Array;
  readonly counts: Int32Array;
}

/** How many gave each answer (-1: none). */
export function answersByCode(
  codes: Int32Array,
  counts: Uint8Array,
  answers: Int32Array,
  levels: number,
  size: number,
): AnswerCounts {
  const found = { all: new Int32Array(size), known: new Int32Array(size), counts: new Int32Array(size * levels) };
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (counts[row] !== 1 || code < 0) continue;
    found.all[code]!++;
    const answer = answers[row]!;
    if (answer < 0) continue;
    found.known[code]!++;
    found.counts[code * levels + answer]!++;
  }
  return found;
}

/** The same where people can give several; `has`: by answer, 1 for each who gave it. */
export function severalByCode(
  codes: Int32Array,
  counts: Uint8Array,
  has: readonly Uint8Array[],
  size: number,
): AnswerCounts {
  const levels = has.length;
  const found = { all: new Int32Array(size), known: new Int32Array(size), counts: new Int32Array(size * levels) };
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (counts[row] !== 1 || code < 0) continue;
    found.all[code]!++;
    let any = 0;
    for (let level = 0; level < levels; level++) {
      const one = has[level]![row]!;
      found.counts[code * levels + level]! += one;
      any |= one;
    }
    found.known[code]! += any;
  }
  return found;
}
