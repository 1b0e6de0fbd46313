// Delimited text to records: lines that hold one record each at once, the others by csv-parse, strictly. Where it stops, that line
// is named and a new reader begins at the next one: told to go on by itself, it passes over good records after a broken one without
// a word.
import { CsvError, parse } from 'csv-parse/sync';
import { plainLines } from './plain-lines.ts';

export interface Dialect {
  readonly delimiter: string;
  /** `\n` takes `\r\n` too. */
  readonly lineBreak: '\n' | '\r';
  /** A space before an opening quotation mark is none of the cell; a mark inside a cell that is not quoted stands: 5'10". */
  readonly looseQuotes: boolean;
}

/** Why a record could not be read. `inside`: a quotation mark in a cell that is not quoted. */
export type Fault = 'inside' | 'after-closing' | 'never-closed';

/** A record, or where it went wrong; `cell`: 1-based. A broken record is its first line alone. */
export type ReadRecord = { readonly cells: string[] } | { readonly fault: Fault; readonly cell: number };

/** A quoted cell that is never closed would otherwise take the rest of the file into memory; in bytes. */
export const longestRecord = 1 << 24;

/** The records of a text that comes in pieces, about a list a piece. */
export function* readRecords(
  pieces: Iterable<string>,
  dialect: Dialect,
  longest = longestRecord,
): Generator<ReadRecord[], void, undefined> {
  const texts = pieces[Symbol.iterator]();
  let next = texts.next();
  let waiting = '';
  while (next.done !== true) {
    waiting += next.value;
    next = texts.next();
    const last = next.done === true;
    // A record ends with a line break, though not every line break ends a record.
    const end = last ? waiting.length : waiting.lastIndexOf(dialect.lineBreak) + 1;
    if (end === 0) continue;
    const { records, rest } = readWhole(Buffer.from(waiting.slice(0, end)), dialect, last ? 0 : longest);
    yield records;
    waiting = rest + waiting.slice(end);
  }
}

type Reading = Readonly<{
  delimiter: string;
  record_delimiter: string | string[];
  relax_column_count: true;
  trim?: true;
  relax_quotes?: true;
  to?: number;
}>;
type Read = { readonly records: ReadRecord[]; readonly rest: string };

/** Whole lines of text. `longest`: how much of a cell that is not closed here may wait for more text. */
function readWhole(text: Buffer, dialect: Dialect, longest: number): Read {
  const plain = dialect.lineBreak === '\n' ? plainLines(text, dialect.delimiter) : { records: [], end: 0 };
  if (plain.end === text.length) return { records: plain.records, rest: '' };
  const { records, rest } = readStrictly(text.subarray(plain.end), dialect, longest);
  return { records: [...plain.records, ...records], rest };
}

function readStrictly(text: Buffer, dialect: Dialect, longest: number): Read {
  const options = optionsFor(text, dialect);
  try {
    return { records: parse(text, options).map((cells) => ({ cells })), rest: '' };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  const records: ReadRecord[] = [];
  for (let at = 0; at < text.length;) {
    const left = text.subarray(at);
    const strict = readUntilFault(left, options);
    records.push(...strict.records);
    const broken = left.subarray(strict.end);
    if (strict.fault === undefined) break;
    const loose = dialect.looseQuotes && strict.fault.fault === 'inside' ? readLoosely(broken, options) : undefined;
    const fault = loose === undefined ? strict.fault : loose.fault;
    if (fault?.fault === 'never-closed' && broken.length <= longest) return { records, rest: broken.toString() };
    if (loose?.record !== undefined) records.push(loose.record);
    else records.push(fault ?? strict.fault);
    at += strict.end + (loose?.record === undefined ? lineOf(broken, dialect) : loose.end);
  }
  return { records, rest: '' };
}

function optionsFor(text: Buffer, { delimiter, lineBreak }: Dialect): Reading {
  const both = lineBreak === '\n' && text.includes('\r');
  return { delimiter, record_delimiter: both ? ['\r\n', '\n'] : lineBreak, relax_column_count: true };
}

type Stopped = { readonly fault: Fault; readonly cell: number };

/** The records before the first broken one, and where it begins, in bytes. */
function readUntilFault(
  text: Buffer,
  options: Reading,
): { readonly records: ReadRecord[]; readonly end: number; readonly fault?: Stopped } {
  const records: ReadRecord[] = [];
  let end = 0;
  try {
    parse(text, {
      ...options,
      on_record: (cells: string[], { bytes }) => {
        records.push({ cells });
        end = bytes;
        return null;
      },
    });
    return { records, end };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, end, fault: { fault: faultOf(error), cell: Number(error['column'] ?? 0) + 1 } };
  }
}

function faultOf({ code }: CsvError): Fault {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'never-closed';
  return code === 'CSV_INVALID_CLOSING_QUOTE' ? 'after-closing' : 'inside';
}

/** The first record with a space before its quoted cells, or else with its marks as they stand. */
function readLoosely(
  text: Buffer,
  options: Reading,
): { readonly record?: ReadRecord; readonly end: number; readonly fault?: Stopped } {
  const spaced = readUntilFault(text, { ...options, trim: true, to: 1 });
  const [record] = spaced.records;
  if (record !== undefined) return { record, end: spaced.end };
  const { records, ...stopped } = readUntilFault(text, { ...options, relax_quotes: true, to: 1 });
  const [literal] = records;
  // Taken as it stands, a cell that opens with a mark and is not closed well would be read on into the next.
  if (literal === undefined || !('cells' in literal)) return stopped;
  const at = literal.cells.findIndex((cell) => cell.startsWith('"'));
  return at < 0
    ? { record: literal, end: stopped.end }
    : { end: stopped.end, fault: { fault: 'after-closing', cell: at + 1 } };
}

/** Bytes up to the next line, within quotes or not. */
function lineOf(text: Buffer, { lineBreak }: Dialect): number {
  const at = text.indexOf(lineBreak);
  return at < 0 ? text.length : at + 1;
}
