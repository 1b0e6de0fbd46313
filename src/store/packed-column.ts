// A column of numbers in as few bytes as give every one of them back exactly: most are yes or no, points, or grades of two decimals.
import { sha256 } from './sha256.ts';

export interface PackedColumn {
  /** Whole numbers of `1 / scale`, the lowest of their kind for a gap; or the numbers themselves. */
  readonly codes: Int8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
  /** 0: the numbers themselves. */
  readonly scale: number;
  /** SHA-256 of the bytes of the numbers, in hexadecimal. */
  readonly hash: string;
}

const scales = [1, 10, 100, 1000];

/** NaN is a gap. */
export function packColumn(values: Float64Array<ArrayBuffer>): PackedColumn {
  const hash = sha256(new Uint8Array(values.buffer));
  for (const scale of scales) {
    const codes = wholeNumbers(values, scale);
    if (codes !== undefined) return { codes, scale, hash };
  }
  return { codes: values, scale: 0, hash };
}

/** NaN where there is a gap. */
export function unpackColumn({ codes, scale }: PackedColumn): Float64Array<ArrayBuffer> {
  if (scale === 0) return codes as Float64Array<ArrayBuffer>;
  const gap = codes instanceof Int8Array ? gap8 : gap16;
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? gap;
    values[row] = code === gap ? NaN : code / scale;
  }
  return values;
}

const [gap8, gap16] = [-128, -32768];

/** Undefined where one of them is no whole number of `1 / scale`, or too large. */
function wholeNumbers(
  values: Float64Array,
  scale: number,
): Int8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | undefined {
  const codes = new Int16Array(values.length).fill(gap16);
  let most = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (value !== value) continue;
    const code = Math.round(value * scale);
    const size = Math.abs(code);
    // Minus nothing would come back as nothing.
    if (size > 32767 || code / scale !== value || Object.is(value, -0)) return undefined;
    if (size > most) most = size;
    codes[row] = code;
  }
  if (most > 127) return codes;
  return Int8Array.from(codes, (code) => (code === gap16 ? gap8 : code));
}
