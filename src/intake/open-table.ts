// A file opened as a table: its kind, encoding, delimiter, sheet and headings settled, its rows ready to flow.
import { oneLine } from '../domain/cells/one-line.ts';
import { Failure } from '../domain/failure.ts';
import { decodePieces, findEncoding } from './decode.ts';
import { delimiterNames, findDelimiter, statedDelimiter } from './delimiter.ts';
import { mendedWords, noneMended } from './mended-letters.ts';
import { faultWords, readDelimited, type Records } from './delimited.ts';
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

type Origins = Pick<Reading, 'encoding' | 'guessed' | 'example' | 'delimiter' | 'sheet' | 'otherSheets' | 'mergedDown'>;

/** What is to be said of the rows read so far, beside how they were read. */
type Remarks = (headings: readonly string[]) => readonly string[];

/** Failures: what is no table, an unknown encoding, no headings; a table's own problems stand in its batches. */
export async function openTable(source: Source, options: OpenOptions = {}): Promise<Table> {
  if (fileType(source) === 'workbook') {
    const { readWorkbook } = await import('./workbook.ts');
    const { records, remarks, ...origins } = readWorkbook(source, options.sheet);
    return start(source.name, origins, records, () => [], remarks);
  }
  const encoding = await findEncoding(source, options.encoding);
  const head = headText(decodePieces(source, encoding));
  const stated = statedDelimiter(head);
  const delimiter = stated?.delimiter ?? findDelimiter(stated?.rest ?? head);
  const { name, ...guess } = encoding;
  const origins = { encoding: name, ...guess, delimiter: delimiterNames[delimiter] };
  let mended = noneMended();
  const remarks: Remarks = () => mendedWords(mended);
  const records = (looseQuotes: boolean): Generator<Records, void, undefined> =>
    readDelimited(withoutStated(decodePieces(source, encoding), stated !== undefined), {
      delimiter,
      linesBefore: stated === undefined ? 0 : 1,
      looseQuotes,
      mended,
    });
  const rawRow = (line: number): string[] =>
    rawLine(decodePieces(source, encoding), line).split(delimiter).map(unquoted);
  const table = start(source.name, origins, records(false), rawRow, remarks);
  // A space before an opening mark, inches and nicknames (5'10", Jo "Jo" Roe) in cells that are not quoted: for the whole file.
  const faults = table.first.issues.filter(({ code }) => code === 'broken-quoting');
  const loose = faults.length > 0 && faults.every(({ message }) => message.endsWith(faultWords.inside));
  if (!loose) return table;
  mended = noneMended();
  return start(source.name, origins, records(true), rawRow, remarks);
}

function start(
  source: string,
  origins: Origins,
  flow: Generator<Records, void, undefined>,
  rawRow: Table['rawRow'],
  remarks: Remarks,
): Table {
  const sample: Row[] = [];
  const broken: Records['broken'][number][] = [];
  let complete = false;
  while (sample.length < sampleRows) {
    const step = flow.next();
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
  const rows = rowReader(shape, keep, source, body);
  const first = rows.read({ records: body, broken }, complete);
  const said = remarks(shape.headings);
  return {
    source,
    reading: {
      origin: shape.origin,
      ...origins,
      headingLine: shape.headingLine,
      ...(said.length === 0 ? {} : { remarks: said }),
    },
    headings: keep.map((column) => oneLine(shape.headings[column] ?? '')),
    comments: shape.comments,
    first: { ...first, leftOut: [...shape.leftOut, ...leftOut, ...first.leftOut] },
    complete,
    // Cells under no heading are left out, as they are of every other row.
    rawRow: (line) => rawRow(line).filter((_, column) => shape.headings[column] !== ''),
    *rest() {
      if (complete) return;
      for (const records of flow) yield rows.read(records, false);
      yield rows.read({ records: [], broken: [] }, true);
    },
  };
}

function noHeadings(source: string, broken: Records['broken'], records: number): Failure {
  const [first] = broken;
  if (first !== undefined && records === 0) {
    return new Failure('bad-data', {
      code: 'broken-quoting',
      message: `a quotation mark is out of place in cell ${first.cell}: ${faultWords[first.fault]}`,
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

/** One line of the text; 1-based. */
function rawLine(pieces: Iterable<string>, wanted: number): string {
  let [line, rest] = [1, ''];
  for (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    const found = lines[wanted - line];
    if (found !== undefined) return found;
    line += lines.length;
  }
  return line === wanted ? rest : '';
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
