// A file opened as a table: its kind, encoding, delimiter, sheet and headings settled, its rows ready to flow.
import { Failure } from '../domain/failure.ts';
import { decodePieces, findEncoding } from './decode.ts';
import { delimiterNames, findDelimiter, statedDelimiter } from './delimiter.ts';
import { readDelimited, type Records } from './delimited.ts';
import { fileType } from './file-type.ts';
import type { Source } from './source.ts';
import { keptColumns, rowReader } from './table-rows.ts';
import { findShape, shapeRecords } from './table-shape.ts';
import { sampleRows, type Reading, type Row, type Table } from './table.ts';

export interface OpenOptions {
  readonly encoding?: string;
  /** Workbooks: the sheet to read; the first with a table otherwise. */
  readonly sheet?: string;
}

type Origins = Pick<Reading, 'encoding' | 'guessed' | 'example' | 'delimiter' | 'sheet' | 'otherSheets'>;

/** Failures: what is no table, an unknown encoding, no headings; a table's own problems stand in its batches. */
export async function openTable(source: Source, options: OpenOptions = {}): Promise<Table> {
  if (fileType(source) === 'workbook') {
    const { readWorkbook } = await import('./workbook.ts');
    const { records, ...origins } = readWorkbook(source, options.sheet);
    return start(source.name, origins, records, () => []);
  }
  const encoding = findEncoding(source, options.encoding);
  const head = headText(decodePieces(source, encoding));
  const stated = statedDelimiter(head);
  const delimiter = stated?.delimiter ?? findDelimiter(stated?.rest ?? head);
  const { name, ...guess } = encoding;
  const origins = { encoding: name, ...guess, delimiter: delimiterNames[delimiter] };
  const records = (relaxQuotes: boolean): AsyncGenerator<Records, void, undefined> =>
    readDelimited(withoutStated(decodePieces(source, encoding), stated !== undefined), {
      delimiter,
      linesBefore: stated === undefined ? 0 : 1,
      relaxQuotes,
    });
  const rawRows = (line: number, andAllBelow: boolean): string[][] =>
    rawLines(decodePieces(source, encoding), line, andAllBelow).map((text) => text.split(delimiter).map(unquoted));
  const table = await start(source.name, origins, records(false), rawRows);
  // Inches and nicknames (5'10", Jo "Jo" Roe) in cells that are not quoted: taken as they stand, for the whole file.
  const faults = table.first.issues.filter(({ code }) => code === 'broken-quoting');
  const literal = faults.length > 0 && faults.every(({ message }) => message.includes('opens with text'));
  return literal ? start(source.name, origins, records(true), rawRows) : table;
}

async function start(
  source: string,
  origins: Origins,
  flow: AsyncGenerator<Records, void, undefined>,
  rawRows: Table['rawRows'],
): Promise<Table> {
  const sample: Row[] = [];
  const broken: Records['broken'][number][] = [];
  let complete = false;
  while (sample.length < sampleRows) {
    const step = await flow.next();
    if (step.done === true) {
      complete = true;
      break;
    }
    sample.push(...step.value.records);
    broken.push(...step.value.broken);
  }
  const shape = findShape(sample.slice(0, shapeRecords));
  if (shape === undefined) throw noHeadings(source, broken, sample.length);
  const body = sample.slice(shape.bodyStart);
  const { keep, leftOut } = keptColumns(shape, body);
  const rows = rowReader(shape, keep, source);
  const first = rows.read({ records: body, broken }, complete);
  return {
    source,
    reading: { origin: shape.origin, ...origins, headingLine: shape.headingLine },
    headings: keep.map((column) => shape.headings[column] ?? ''),
    first: { ...first, leftOut: [...shape.leftOut, ...leftOut, ...first.leftOut] },
    complete,
    rawRows,
    async *rest() {
      if (complete) return;
      for await (const records of flow) yield rows.read(records, false);
      yield rows.read({ records: [], broken: [] }, true);
    },
  };
}

function noHeadings(source: string, broken: Records['broken'], records: number): Failure {
  const [first] = broken;
  if (first !== undefined && records === 0) {
    return new Failure('bad-data', {
      code: 'broken-quoting',
      message: `a quotation mark is out of place in cell ${first.cell}: ${first.fault}`,
      where: { source, line: first.line },
      hint: 'A quotation mark inside a quoted cell is written twice; a quoted cell must be closed.',
    });
  }
  return new Failure('bad-data', {
    code: 'no-headings',
    message: 'no row of headings was found',
    where: { source },
    hint: 'The first row of the table must name its columns.',
  });
}

/** Line `first` of the text, or everything from there on; 1-based. Blank lines below are nothing. */
function rawLines(pieces: Iterable<string>, first: number, andAllBelow: boolean): string[] {
  const found: string[] = [];
  let [line, rest] = [1, ''];
  for (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (line === first || (andAllBelow && line > first && text !== '')) found.push(text);
      line++;
      if (line > first && !andAllBelow) return found;
    }
  }
  return line === first || (andAllBelow && rest !== '') ? [...found, rest] : found;
}

/** A cell as it was meant: the quotation marks around it are not part of it. */
function unquoted(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '').replaceAll('""', '"');
}

function headText(pieces: Iterable<string>): string {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length >= 200_000) break;
  }
  return text;
}

/** Excel's `sep=;` line stands in the first piece, whole. */
function* withoutStated(pieces: Iterable<string>, stated: boolean): Generator<string, void, undefined> {
  let first = stated;
  for (const piece of pieces) {
    yield first ? (statedDelimiter(piece)?.rest ?? piece) : piece;
    first = false;
  }
}
