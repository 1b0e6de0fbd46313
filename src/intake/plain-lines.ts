// Lines that hold one whole record each, told apart without looking at every byte: most of a file is nothing else. Reads what
// csv-parse would read of them, and stops at the first line that is left to it.
import { isAscii } from 'node:buffer';

export interface PlainLines {
  readonly records: { readonly cells: string[] }[];
  /** Bytes of the text that they are. */
  readonly end: number;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const mark = '"';

/** `text`: of whole lines that end in `\n`, the last perhaps not. */
export function plainLines(text: Buffer, delimiter: string): PlainLines {
  const records: { readonly cells: string[] }[] = [];
  const encoding = isAscii(text) ? 'latin1' : 'utf8';
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf(newline, at);
    const next = found < 0 ? text.length : found + 1;
    const end = found < 0 ? text.length : text[found - 1] === carriageReturn ? found - 1 : found;
    // A string of its own: a cell that is kept would else keep the text of many lines with it.
    const line = text.toString(encoding, at, end);
    const cells = line.includes(mark) ? quotedCells(line, delimiter) : line.split(delimiter);
    if (cells === undefined) break;
    records.push({ cells });
    at = next;
  }
  return { records, end: at };
}

/** Undefined where a mark is out of place, or a cell goes on in the next line. */
function quotedCells(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ;) {
    const quoted = line.startsWith(mark, at);
    const closed = quoted ? closingMark(line, at + 1) : at;
    if (closed < 0) return undefined;
    const found = line.indexOf(delimiter, closed);
    const end = found < 0 ? line.length : found;
    const cell = quoted ? line.slice(at + 1, closed) : line.slice(at, end);
    if (quoted ? closed + 1 !== end : cell.includes(mark)) return undefined;
    cells.push(quoted && cell.includes(mark) ? cell.replaceAll('""', mark) : cell);
    if (found < 0) return cells;
    at = end + 1;
  }
}

/** Where the cell that begins here is closed; a mark written twice closes nothing. */
function closingMark(line: string, from: number): number {
  let at = line.indexOf(mark, from);
  while (at >= 0 && line.startsWith(mark, at + 1)) at = line.indexOf(mark, at + 2);
  return at;
}
