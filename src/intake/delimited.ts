// Text to records, each with the line it starts on as an editor counts; broken ones told apart instead of ending the file.
import type { Delimiter } from './delimiter.ts';
import { scanRecords, type Dialect, type Fault } from './scan-records.ts';
import type { Row } from './table.ts';

/** A line that cannot be read: a quotation mark is out of place. `cell`: 1-based. */
export interface BrokenRecord {
  readonly line: number;
  readonly cell: number;
  readonly fault: Fault;
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
  readonly literalQuotes: boolean;
}

/** A quoted cell that is never closed would otherwise take the rest of the file into memory. */
const largestRecord = 1 << 24;

/** Records in the order of the file, a piece of text at a time. */
export function* readDelimited(
  pieces: Iterable<string>,
  { delimiter, linesBefore, literalQuotes }: DelimitedOptions,
): Generator<Records, void, undefined> {
  const texts = pieces[Symbol.iterator]();
  let next = texts.next();
  if (next.done === true) return;
  const lineBreak = /\n/.test(next.value) || !/\r/.test(next.value) ? '\n' : '\r';
  const dialect: Dialect = { delimiter, lineBreak, literalQuotes };
  let line = linesBefore + 1;
  let text = '';
  while (next.done !== true) {
    text += next.value;
    next = texts.next();
    const { records, rest } = scanRecords(text, dialect, next.done === true, largestRecord);
    const rows: Row[] = [];
    const broken: BrokenRecord[] = [];
    for (const record of records) {
      if ('fault' in record) {
        broken.push({ line, ...record });
        line++;
      } else {
        const { cells, quoted } = record;
        rows.push({ line, cells });
        line += quoted ? 1 + breaksIn(cells, lineBreak) : 1;
        cleanCells(cells);
      }
    }
    yield { records: rows, broken };
    text = text.slice(rest);
  }
}

/** In place: of most records not one cell is unclean. */
function cleanCells(cells: string[]): void {
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? '';
    if (unclean.test(cell)) cells[index] = cleanCell(cell);
  }
}

function breaksIn(cells: readonly string[], lineBreak: string): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf(lineBreak); at >= 0; at = cell.indexOf(lineBreak, at + 1)) breaks++;
  }
  return breaks;
}

/** What is said of each fault; an open table is told from others by these words, too. */
export const faultWords: Readonly<Record<Fault, string>> = {
  'never-closed': 'a quoted cell is never closed',
  'after-closing': 'text follows the end of a quoted cell',
  inside: 'a cell opens with text and goes on with a quotation mark',
};

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
