// An .xlsx workbook as records: cells as Excel shows them where that matters (leading zeros, percent), dates as ISO days.
// Reads values only: formulas give their last result, and macros, links and drawings are never opened.
import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Failure } from '../domain/failure.ts';
import { chooseSheet } from './choose-sheet.ts';
import { cleanCell, type Records } from './delimited.ts';
import { notAWorkbook } from './file-type.ts';
import { mendedWords } from './mended-letters.ts';
import { fillDown, mergedDown } from './merged-cells.ts';
import { shownCell, type Looks } from './shown-cell.ts';
import { sheetNotes, unsavedWords, type SheetNotes } from './sheet-notes.ts';
import { wholeOf, type Source } from './source.ts';
import type { Reading, Row } from './table.ts';

type WorkbookReading = Pick<Reading, 'encoding' | 'guessed' | 'delimiter' | 'sheet' | 'otherSheets' | 'mergedDown'>;

/** A file of a few KB can unpack to terabytes; a real roster does not come near these. */
const largestFile = 256e6;
const largestPart = 512e6;
const largestRatio = 500;

const recordsAtOnce = 2000;
/** Rows that tell a sheet with a table from one with instructions. */
const peeked = 200;

interface ReadWorkbook extends WorkbookReading {
  readonly records: Generator<Records, void, undefined>;
  /** What is to be said of the rows read so far. */
  readonly remarks: (headings: readonly string[]) => readonly string[];
}

/** The records of one sheet. Failures: not a sound workbook, too large, no such sheet. */
export function readWorkbook(source: Source, wanted?: string): ReadWorkbook {
  try {
    const read = readParts(source, wanted);
    return { ...read, records: orDamaged(read.records, source.name) };
  } catch (error) {
    throw error instanceof Failure ? error : damaged(source.name, error);
  }
}

function readParts(source: Source, wanted: string | undefined): ReadWorkbook {
  const zipped = wholeOf(source, largestFile);
  const part = (name: string): Uint8Array | undefined => unpack(zipped, name, source.name);
  const book = part('xl/workbook.xml');
  if (book === undefined) throw notAWorkbook(zipped, source.name);
  const { sheets, since1904 } = readBook(book, part('xl/_rels/workbook.xml.rels'));
  const formats = readFormats(part('xl/styles.xml'));
  const strings = readStrings(part('xl/sharedStrings.xml'));
  const looks = { strings, formats, since1904, source: source.name };
  const chosen = chooseSheet(sheets, wanted, source.name, ({ path }) => {
    const first = readSheet(part(path) ?? new Uint8Array(0), looks, sheetNotes()).next();
    return first.done === true ? [] : first.value.records.slice(0, peeked);
  });
  const content = part(chosen.path) ?? new Uint8Array(0);
  const merged = mergedDown(content, columnIndex);
  const notes = sheetNotes();
  const records = readSheet(content, looks, notes, merged.length === 0 ? undefined : fillDown(merged));
  return {
    encoding: 'Excel workbook',
    guessed: false,
    delimiter: 'cells',
    sheet: chosen.name,
    otherSheets: sheets.filter(({ name }) => name !== chosen.name).map(({ name }) => name),
    ...(merged.length === 0 ? {} : { mergedDown: merged.length }),
    records,
    remarks: (headings) => [...unsavedWords(notes, headings), ...mendedWords(notes.mended)],
  };
}

interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** One file of the zip. Its stated size is checked before anything is unpacked, and is all the room it gets. */
function unpack(zipped: Uint8Array, wanted: string, source: string): Uint8Array | undefined {
  const files = unzipSync(zipped, {
    filter: ({ name, size, originalSize }) => {
      if (name !== wanted) return false;
      // What a zip says of itself may be a lie: no part of it is larger than the whole.
      if (originalSize > largestPart || originalSize > Math.max(1e6, Math.min(size, zipped.length) * largestRatio)) {
        throw new Failure('bad-data', {
          code: 'workbook-too-large',
          message: `the workbook unpacks to ${Math.round(originalSize / 1e6)} MB, which no roster needs`,
          where: { source },
          hint: 'In the spreadsheet, save the sheet as CSV (UTF-8) and import that.',
        });
      }
      return true;
    },
  });
  return files[wanted];
}

function damaged(source: string, cause: unknown): Failure {
  return new Failure('bad-data', {
    code: 'broken-workbook',
    message: 'the workbook is damaged',
    where: { source },
    hint: 'Open it in the spreadsheet and save it again.',
    cause,
  });
}

/** The XML of a sheet is read as its rows are asked for, and may be out of order anywhere. */
function* orDamaged(records: Generator<Records, void, undefined>, source: string): Generator<Records, void, undefined> {
  try {
    yield* records;
  } catch (error) {
    throw error instanceof Failure ? error : damaged(source, error);
  }
}

/** Feeds XML to a parser in pieces, so that a sheet is never one string. */
function* parseXml(bytes: Uint8Array, parser: SaxesParser): Generator<void, void, undefined> {
  const decoder = new TextDecoder();
  const size = 1 << 16;
  for (let start = 0; start < bytes.length; start += size) {
    parser.write(decoder.decode(bytes.subarray(start, start + size), { stream: true }));
    yield;
  }
  parser.close();
}

function walk(
  bytes: Uint8Array | undefined,
  on: {
    readonly open?: (tag: SaxesTagPlain) => void;
    readonly close?: (name: string) => void;
    readonly text?: (text: string) => void;
  },
): void {
  if (bytes === undefined) return;
  const parser = new SaxesParser();
  if (on.open !== undefined) parser.on('opentag', on.open);
  if (on.close !== undefined) {
    const { close } = on;
    parser.on('closetag', ({ name }) => {
      close(name);
    });
  }
  if (on.text !== undefined) parser.on('text', on.text);
  const pieces = parseXml(bytes, parser);
  while (pieces.next().done !== true);
}

function readBook(book: Uint8Array, relations: Uint8Array | undefined): { sheets: Sheet[]; since1904: boolean } {
  const targets = new Map<string, string>();
  walk(relations, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return;
      const target = (attributes['Target'] ?? '').replace(/^\//, '');
      targets.set(attributes['Id'] ?? '', target.startsWith('xl/') ? target : `xl/${target}`);
    },
  });
  const sheets: Sheet[] = [];
  let since1904 = false;
  walk(book, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const path = targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const hidden = attributes['state'] !== undefined && attributes['state'] !== 'visible';
      sheets.push({ name: attributes['name'] ?? `Sheet ${sheets.length + 1}`, path, hidden });
    },
  });
  return { sheets, since1904 };
}

/** Excel's own formats that a roster meets; the others without a pattern of their own show a number as it is. */
const ownFormats: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
};

/** Number patterns by the style index of a cell. */
function readFormats(styles: Uint8Array | undefined): string[] {
  const patterns = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  walk(styles, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') patterns.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(patterns.get(id) ?? ownFormats[id] ?? 'General');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** Shared strings; the pieces of a rich text are one string, phonetic guides are none of it. */
function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  walk(bytes, {
    open: ({ name }) => {
      if (name === 'si') current = '';
      if (name === 't') inText = true;
      if (name === 'rPh') phonetic = true;
    },
    text: (text) => {
      if (inText && !phonetic) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

/** Cells a sheet may have from its first to its last column, empty ones among them: beyond, no memory holds it. */
const mostCells = 100e6;

/** `fill`: what merged cells do to a row. */
function* readSheet(
  bytes: Uint8Array,
  looks: Looks & { readonly source: string },
  notes: SheetNotes,
  fill: (row: Row) => Row = (row) => row,
): Generator<Records, void, undefined> {
  let rows: Row[] = [];
  let row: { line: number; cells: string[] } = { line: 0, cells: [] };
  let cell = { column: 0, type: '', style: 0, value: '', formula: false };
  let inValue = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') row = { line: Number(attributes['r'] ?? row.line + 1), cells: [] };
    else if (name === 'c') {
      const column = attributes['r'] === undefined ? row.cells.length : columnIndex(attributes['r']);
      if (column >= columnLimit) throw beyondLimit(attributes['r'] ?? '', looks.source);
      const style = Number(attributes['s'] ?? 0);
      cell = { column, type: attributes['t'] ?? 'n', style, value: '', formula: false };
    } else if (name === 'f') cell.formula = true;
    else if (name === 'v' || name === 't') inValue = true;
  });
  parser.on('text', (text) => {
    if (inValue) cell.value += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'v' || name === 't') inValue = false;
    else if (name === 'c') {
      const { column, value, formula } = cell;
      if (formula && value === '' && cell.type !== 'str')
        notes.unsaved.set(column, (notes.unsaved.get(column) ?? 0) + 1);
      const text = cleanCell(shownCell(cell, looks), notes.mended);
      // A cell with a look and nothing in it makes no row longer; one without a place of its own still takes its own.
      if (text === '' && column > row.cells.length) return;
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = text;
    } else if (name === 'row') rows.push(fill(row));
  });
  let [width, count] = [0, 0];
  const pieces = parseXml(bytes, parser);
  while (pieces.next().done !== true) {
    if (rows.length < recordsAtOnce) continue;
    yield { records: rows.map((full) => square(full)), broken: [] };
    rows = [];
  }
  yield { records: rows.map((full) => square(full)), broken: [] };

  /** Excel leaves out empty cells at the end of a row: they are there all the same. */
  function square({ line, cells }: Row): Row {
    width = Math.max(width, cells.length);
    if (++count * width > mostCells) throw tooManyCells(looks.source);
    return cells.length === width
      ? { line, cells }
      : { line, cells: [...cells, ...Array<string>(width - cells.length).fill('')] };
  }
}

/** Columns a sheet can have: XFD is the last. */
const columnLimit = 16_384;

/** `BC12` -> 54. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? 'A')
    index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function beyondLimit(reference: string, source: string): Failure {
  return new Failure('bad-data', {
    code: 'broken-workbook',
    message: `the workbook is damaged: it has a cell ${reference.slice(0, 20)}, and no sheet has a column after XFD`,
    where: { source },
    hint: 'Open it in the spreadsheet and save the sheet as CSV (UTF-8), or make the file again.',
  });
}

function tooManyCells(source: string): Failure {
  return new Failure('bad-data', {
    code: 'workbook-too-large',
    message: 'the sheet reaches over so many rows and columns that no memory holds it',
    where: { source },
    hint: 'Delete the columns far to the right of the table, or save the table alone as CSV (UTF-8) and import that.',
  });
}
