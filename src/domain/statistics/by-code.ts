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
  { all, known }: Pick<CodeSums, 'all' | 'known'>,
): { readonly all: Int32Array; readonly values: readonly Float64Array[] } {
  const apart = Array.from(known, (length) => new Float64Array(length));
  const next = new Int32Array(known.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0 || counts[row] === 0) continue;
    const value = values[row]!;
    if (!Number.isNaN(value)) apart[code]![next[code]!++] = value;
  }
  return { all, values: apart };
}

/** Rows that count, by code, in their order. */
export function rowsByCode(codes: Int32Array, counts: Uint8Array, size: number): Int32Array[] {
  const lengths = new Int32Array(size);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0 && counts[row] === 1) lengths[code]!++;
  }
  const rows = Array.from(lengths, (length) => new Int32Array(length));
  const next = lengths.fill(0);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0 && counts[row] === 1) rows[code]![next[code]!++] = row;
  }
  return rows;
}

/** Of some rows: how many have a value (NaN is none), their mean, and the sum of squares about it. */
export function momentsOfRows(
  rows: Int32Array,
  values: Float64Array,
): { readonly known: number; readonly mean: number; readonly squares: number } {
  let [known, sum, squares] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (Number.isNaN(value)) continue;
    known++;
    sum += value;
  }
  const mean = sum / known;
  for (let i = 0; i < rows.length; i++) {
    const apart = values[rows[i]!]! - mean;
    if (!Number.isNaN(apart)) squares += apart * apart;
  }
  return { known, mean, squares };
}

/** Of some rows: how many answered, and how many gave each answer. */
export interface AnswerCounts {
  readonly known: number;
  readonly counts: Int32Array;
}

/** `answers`: by row, -1 for none. */
export function answersOfRows(rows: Int32Array, answers: Int32Array, levels: number): AnswerCounts {
  const counts = new Int32Array(levels);
  let known = 0;
  for (let i = 0; i < rows.length; i++) {
    const answer = answers[rows[i]!]!;
    if (answer < 0) continue;
    known++;
    counts[answer]!++;
  }
  return { known, counts };
}

/** The same where people can give several; `has`: by answer, 1 for each who gave it. */
export function severalOfRows(rows: Int32Array, has: readonly Uint8Array[]): AnswerCounts {
  const counts = new Int32Array(has.length);
  let known = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let any = 0;
    for (let level = 0; level < has.length; level++) {
      const one = has[level]![row]!;
      counts[level]! += one;
      any |= one;
    }
    known += any;
  }
  return { known, counts };
}
