// Text to records, each with the line it starts on; from the first irregular one on by csv-parse, which tells the broken
// ones apart instead of ending the file.
import { parse, type Parser } from 'csv-parse';
import type { Delimiter } from './delimiter.ts';
import { scanRecords } from './scan-records.ts';
import type { Row } from './table.ts';

/** A record that cannot be read: a quotation mark is out of place. `column`: 1-based cell. */
export interface BrokenRecord {
  readonly line: number;
  readonly cell: number;
  readonly fault: string;
  /** A quoted cell was never closed: the rest of the file is in it, or 16 MB of it. */
  readonly swallowed: boolean;
}

export interface Records {
  readonly records: readonly Row[];
  readonly broken: readonly BrokenRecord[];
}

export interface DelimitedOptions {
  readonly delimiter: Delimiter;
  /** Lines before the text begins, e.g. Excel's `sep=` line. */
  readonly linesBefore: number;
  /** Takes a quotation mark inside a cell that is not quoted as it stands: 5'10". */
  readonly relaxQuotes: boolean;
}

/** A quoted cell that is never closed would otherwise swallow the rest of the file into memory. */
const largestRecord = 1 << 24;

/** Records in the order of the file, a piece of text at a time. */
export async function* readDelimited(
  pieces: Iterable<string>,
  options: DelimitedOptions,
): AsyncGenerator<Records, void, undefined> {
  const texts = pieces[Symbol.iterator]();
  const first = texts.next();
  if (first.done === true) return;
  // csv-parse knows line breaks of one kind; files with lone carriage returns need it said.
  const lineBreak = /\n/.test(first.value) || !/\r/.test(first.value) ? '\n' : '\r';
  let line = options.linesBefore + 1;
  let [text, next] = [first.value, texts.next()];
  if (lineBreak === '\n') {
    for (;;) {
      const { records, rest, irregular } = scanRecords(text, options.delimiter, next.done === true);
      const rows = records.map((cells) => {
        const row = { line, cells: cells.map(cleanCell) };
        line += 1 + breaksIn(cells, lineBreak);
        return row;
      });
      yield { records: rows, broken: [] };
      text = text.slice(rest);
      if (irregular || text.length > largestRecord) break;
      if (next.done === true) return;
      text += next.value;
      next = texts.next();
    }
  }
  yield* readIrregular(text, next, texts, startReader({ ...options, linesBefore: line - 1 }, lineBreak));
}

/** The rest of the file by csv-parse, which is slower and knows what to do with whatever is out of place. */
async function* readIrregular(
  text: string,
  next: IteratorResult<string, unknown>,
  texts: Iterator<string>,
  reader: Reader,
): AsyncGenerator<Records, void, undefined> {
  for (let piece = text; ; next = texts.next()) {
    reader.parser.write(piece);
    const records: string[][] = [];
    for (let cells = reader.parser.read() as string[] | null; cells !== null;) {
      records.push(cells);
      cells = reader.parser.read() as string[] | null;
    }
    yield reader.place(records);
    if (next.done === true) break;
    piece = next.value;
  }
  reader.parser.end();
  const records: string[][] = [];
  for await (const cells of reader.parser as AsyncIterable<string[]>) records.push(cells);
  yield reader.place(records);
}

interface Reader {
  readonly parser: Parser;
  /** Gives records their lines, and the broken ones before and between them. */
  place(records: readonly string[][]): Records;
}

/** csv-parse can say each record's line itself (`info`), but takes twice as long then; so lines are counted here. */
function startReader({ delimiter, linesBefore, relaxQuotes }: DelimitedOptions, lineBreak: '\n' | '\r'): Reader {
  const faults: { after: number; line: number; cell: number; code: string }[] = [];
  let line = linesBefore + 1;
  let placed = 0;
  const parser = parse({
    delimiter,
    record_delimiter: lineBreak === '\n' ? ['\r\n', '\n'] : ['\r'],
    relax_column_count: true,
    relax_quotes: relaxQuotes,
    skip_empty_lines: false,
    skip_records_with_error: true,
    max_record_size: largestRecord,
    on_skip: (error) => {
      const { records, lines, column, code } = error as unknown as {
        records: number;
        lines: number;
        column: number | string;
        code: string;
      };
      const at = linesBefore + lines;
      if (faults.at(-1)?.line !== at) faults.push({ after: records, line: at, cell: Number(column) + 1, code });
    },
  });
  return {
    parser,
    place: (records) => {
      const broken: BrokenRecord[] = [];
      const passFaults = (): void => {
        for (let fault = faults[0]; fault !== undefined && fault.after <= placed; fault = faults[0]) {
          faults.shift();
          const open = fault.code === 'CSV_QUOTE_NOT_CLOSED' || fault.code === 'CSV_MAX_RECORD_SIZE';
          broken.push({
            line: open ? line : fault.line,
            cell: fault.cell,
            fault: quotingFault(fault.code),
            swallowed: open,
          });
          line = fault.line + 1;
        }
      };
      const rows = records.map((cells) => {
        passFaults();
        const row = { line, cells: cells.map(cleanCell) };
        line += 1 + breaksIn(cells, lineBreak);
        placed++;
        return row;
      });
      passFaults();
      return { records: rows, broken };
    },
  };
}

function breaksIn(cells: readonly string[], lineBreak: string): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf(lineBreak); at >= 0; at = cell.indexOf(lineBreak, at + 1)) breaks++;
  }
  return breaks;
}

function quotingFault(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quoted cell is never closed';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'a quoted cell is not closed within 16 MB';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'text follows the end of a quoted cell';
  return 'a cell opens with text and goes on with a quotation mark';
}

const unclean =
  /^'[=+\-@]|[\ufb00-\ufb06]|[\s\u00a0]{2}|[\u200b-\u200d\u2060\ufeff\t\n\r\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|^\s|\s$/;

/**
 * Odd spaces folded, invisible characters gone, ends trimmed; line breaks inside a cell become one space. Ligatures of a
 * PDF (`Veri\ufb01cation`) come apart; the apostrophe that keeps a spreadsheet from running a cell goes.
 */
export function cleanCell(cell: string): string {
  if (!unclean.test(cell)) return cell;
  return cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/^\s*'(?=[=+\-@])/, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
