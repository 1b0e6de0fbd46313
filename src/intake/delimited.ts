// Text to records, each with the line it starts on as an editor counts; broken ones told apart instead of ending the file.
import type { Delimiter } from './delimiter.ts';
import { maybeMended, mendLetters, type MendedLetters } from './mended-letters.ts';
import { readRecords, type Dialect, type Fault } from './read-records.ts';
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
  /** Takes quotation marks after a space, and inside a cell that is not quoted as they stand: 5'10". */
  readonly looseQuotes: boolean;
  /** Counts the cells whose letters are read back. */
  readonly mended: MendedLetters;
}

/** Records in the order of the file, a piece of text at a time. */
export function* readDelimited(
  pieces: Iterable<string>,
  { delimiter, linesBefore, looseQuotes, mended }: DelimitedOptions,
): Generator<Records, void, undefined> {
  const texts = pieces[Symbol.iterator]();
  const first = texts.next();
  if (first.done === true) return;
  const lineBreak = /\n/.test(first.value) || !/\r/.test(first.value) ? '\n' : '\r';
  const dialect: Dialect = { delimiter, lineBreak, looseQuotes };
  let line = linesBefore + 1;
  for (const read of readRecords(withFirst(first.value, texts), dialect)) {
    const rows: Row[] = [];
    const broken: BrokenRecord[] = [];
    for (const record of read) {
      if ('fault' in record) {
        broken.push({ line, ...record });
        line++;
      } else {
        const { cells } = record;
        rows.push({ line, cells });
        line += 1 + breaksIn(cells, lineBreak);
        cleanCells(cells, mended);
      }
    }
    yield { records: rows, broken };
  }
}

function* withFirst(first: string, rest: Iterator<string>): Generator<string, void, undefined> {
  yield first;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

/** In place: of most records not one cell is unclean. */
function cleanCells(cells: string[], mended: MendedLetters): void {
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? '';
    if (unclean.test(cell)) cells[index] = cleanCell(cell, mended);
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

const unclean = new RegExp(
  `^'[=+\\-@]|[\\ufb00-\\ufb06]|[\\s\\u00a0]{2}|[\\u200b-\\u200d\\u2060\\ufeff\\t\\n\\r\\v\\f\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]|^\\s|\\s$|${maybeMended.source}`,
);

/**
 * Odd spaces folded, invisible characters gone, ends trimmed; line breaks inside a cell become one. Ligatures of a
 * PDF (`Veri\ufb01cation`) come apart; the apostrophe that keeps a spreadsheet from running a cell goes. Joiners stay
 * where letters need them (Persian, Sinhala, emoji).
 */
export function cleanCell(cell: string, mended: MendedLetters): string {
  if (!unclean.test(cell)) return cell;
  return mendLetters(cell, mended)
    .replace(
      /[\u200b\u2060\ufeff]|(?<!\p{L}\p{M}*|[\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu,
      '',
    )
    .replace(/(?<=\p{Script=Latin})[\u200c\u200d]|[\u200c\u200d](?=\p{Script=Latin})/gu, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/^\s*'(?=[=+\-@])/, '')
    .replace(/[\s\u00a0]+/g, (space) => (/[\n\r\v\f\u2028\u2029]/.test(space) ? '\n' : ' '))
    .trim();
}
