// Text to a table: the heading row found, survey systems' extra rows recognised, ragged rows judged, nothing dropped in silence.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, type CsvError } from 'csv-parse/sync';
import { Failure } from '../domain/failure.ts';
import type { Issue } from '../domain/issue.ts';
import { decode } from './decode.ts';
import { delimiterNames, findDelimiter, statedDelimiter } from './delimiter.ts';
import type { LeftOut, Origin, Row, Table } from './table.ts';

export interface ReadOptions {
  readonly encoding?: string;
}

/** Reads a file's bytes. Failures: not there, a folder, not readable. */
export function readBytes(path: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false });
  const refuse = (code: string, message: string, hint: string, cause?: unknown): Failure =>
    new Failure('not-found', { code, message, where: { source: path }, hint, cause });
  if (stat === undefined) throw refuse('no-such-file', 'there is no such file', 'Check the name and the folder.');
  if (stat.isDirectory()) throw refuse('is-folder', 'this is a folder, not a file', 'Name the file inside it.');
  try {
    return readFileSync(path);
  } catch (cause) {
    throw refuse(
      'unreadable',
      'the file cannot be read',
      'Check its permissions, and that no other program holds it.',
      cause,
    );
  }
}

/** Parses the bytes of one delimited file. */
export function readTable(bytes: Uint8Array, path: string, options: ReadOptions = {}): Table {
  const source = basename(path);
  const decoded = decode(bytes, source, options.encoding);
  const stated = statedDelimiter(decoded.text);
  const text = (stated?.rest ?? decoded.text).replaceAll('\0', '');
  const delimiter = stated?.delimiter ?? findDelimiter(text);
  const records = parseRecords(text, delimiter, source, stated === undefined ? 0 : 1);
  const shape = findHeadings(records);
  if (shape === undefined) {
    throw new Failure('bad-data', {
      code: 'no-headings',
      message: 'no row of headings was found',
      where: { source },
      hint: 'The first row of the table must name its columns.',
    });
  }
  const leftOut: LeftOut[] = [...shape.leftOut];
  const issues: Issue[] = [];
  const badRows: Row[] = [];
  const rows: Row[] = [];
  const keep = keptColumns(shape, leftOut);
  const status = shape.origin === 'qualtrics' ? qualtricsFilter(shape.codes) : () => undefined;
  const body = records.slice(shape.bodyStart);
  body.forEach((record, index) => {
    const why = whyNotData(record, shape.headings, index, body.length) ?? status(record.cells);
    if (why !== undefined) {
      leftOut.push({ line: record.line, why });
      return;
    }
    const fitted = fit(record, shape.headings, source);
    if ('issue' in fitted) {
      issues.push(fitted.issue);
      badRows.push(record);
    } else rows.push({ line: record.line, cells: keep.map((column) => fitted.cells[column] ?? '') });
  });
  return {
    source,
    reading: {
      origin: shape.origin,
      encoding: decoded.encoding,
      guessed: decoded.guessed,
      ...(decoded.example === undefined ? {} : { example: decoded.example }),
      delimiter: delimiterNames[delimiter],
      headingLine: shape.headingLine,
    },
    headings: keep.map((column) => shape.headings[column] ?? ''),
    rows,
    leftOut,
    issues,
    badRows,
  };
}

function parseRecords(text: string, delimiter: string, source: string, linesBefore: number): Row[] {
  // csv-parse counts line breaks of one kind; files with lone carriage returns need it said.
  const record_delimiter = /\n/.test(text) ? ['\r\n', '\n'] : ['\r'];
  try {
    const parsed = parse(text, {
      delimiter,
      record_delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      info: true,
      bom: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    let line = linesBefore + 1;
    return parsed.map(({ record, info }) => {
      const row = { line, cells: record.map(clean) };
      line = linesBefore + info.lines + 1;
      return row;
    });
  } catch (error) {
    const { code, lines, column } = error as Partial<Omit<CsvError, 'code'>> & {
      code?: string;
      lines?: number;
      column?: number | string;
    };
    if (code === undefined || !/^CSV_|^INVALID_OPENING_QUOTE$/.test(code)) throw error;
    throw new Failure('bad-data', {
      code: 'broken-quoting',
      message: `a quotation mark is out of place${column === undefined ? '' : `, in cell ${Number(column) + 1}`}: ${quotingFault(code)}`,
      where: { source, ...(lines === undefined ? {} : { line: linesBefore + lines }) },
      hint: 'A quotation mark inside a quoted cell is written twice; a quoted cell must be closed.',
      cause: error,
    });
  }
}

function quotingFault(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quoted cell is never closed';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'text follows the end of a quoted cell';
  return 'a cell opens with text and goes on with a quotation mark';
}

/** Odd spaces folded, invisible characters gone, ends trimmed; line breaks inside a cell become one space. */
function clean(cell: string): string {
  return cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

interface Shape {
  readonly origin: Origin;
  readonly headings: readonly string[];
  /** Qualtrics: the short codes of row 1 (`Finished`, `Status`, `Q1`). */
  readonly codes: readonly string[];
  readonly headingLine: number;
  readonly bodyStart: number;
  readonly leftOut: readonly LeftOut[];
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** The first row that is as wide as the table: title lines above it have one cell or two. */
function findHeadings(records: readonly Row[]): Shape | undefined {
  const widths = records.slice(0, 200).map((row) => row.cells.length);
  const width = Math.max(...widths.filter((w) => widths.filter((other) => other === w).length * 4 >= widths.length), 1);
  const index = records.findIndex(
    ({ cells }) => filled(cells) >= Math.max(1, Math.min(width, 2), Math.floor(0.6 * Math.min(width, cells.length))),
  );
  const heading = records[index];
  if (heading === undefined || filled(heading.cells) === 0) return undefined;
  const leftOut = records
    .slice(0, index)
    .flatMap(({ line, cells }) =>
      filled(cells) === 0 ? [] : [{ line, why: `above the headings: "${cells.filter(Boolean).join(' ')}"` }],
    );
  const base = { codes: heading.cells, headingLine: heading.line };
  const [next, third] = [records[index + 1], records[index + 2]];
  if (third?.cells.some((cell) => cell.startsWith('{"ImportId"')) === true && next !== undefined) {
    const headings = heading.cells.map((code, column) => labelOf(code, next.cells[column] ?? ''));
    const why = [next, third].map(({ line }) => ({ line, why: 'a heading row of Qualtrics' }));
    return { ...base, origin: 'qualtrics', headings, bodyStart: index + 3, leftOut: [...leftOut, ...why] };
  }
  if (next?.cells.some((cell) => /^(open-ended response|response)$/i.test(cell)) === true) {
    const headings = heading.cells.map((text, column) => joinQuestion(heading.cells, next.cells, column, text));
    return {
      ...base,
      origin: 'surveymonkey',
      headings,
      bodyStart: index + 2,
      leftOut: [...leftOut, { line: next.line, why: 'the second heading row of SurveyMonkey' }],
    };
  }
  const origin = /^timestamp$|^zeitstempel$/i.test(heading.cells[0] ?? '')
    ? 'google-forms'
    : /^id$/i.test(heading.cells[0] ?? '') && /^start time$/i.test(heading.cells[1] ?? '')
      ? 'microsoft-forms'
      : 'plain';
  return { ...base, origin, headings: heading.cells, bodyStart: index + 1, leftOut };
}

/** Qualtrics names questions Q1, Q2_3; its second row has the wording. System columns keep their short name. */
function labelOf(code: string, label: string): string {
  return /^Q\d/.test(code) && label !== '' ? label.replace(/ - Selected Choice$/, '') : code;
}

/** SurveyMonkey leaves a question's later columns unnamed; the second row names the options. */
function joinQuestion(top: readonly string[], second: readonly string[], column: number, text: string): string {
  const option = second[column] ?? '';
  if (text !== '' || option === '') return text;
  let question = column;
  while (question > 0 && top[question] === '') question--;
  return `${top[question] ?? ''} - ${option}`;
}

/** Columns without heading and without content are dropped; without heading but with content they get a number. */
function keptColumns(shape: Shape, leftOut: LeftOut[]): number[] {
  const kept = shape.headings.flatMap((heading, column) => (heading === '' ? [] : [column]));
  const dropped = shape.headings.length - kept.length;
  if (dropped > 0)
    leftOut.push({ line: shape.headingLine, why: `${dropped} column${dropped === 1 ? '' : 's'} without a heading` });
  return kept;
}

function qualtricsFilter(codes: readonly string[]): (cells: readonly string[]) => string | undefined {
  const column = (name: string): number => codes.findIndex((code) => code.toLowerCase() === name);
  const [finished, status] = [column('finished'), column('status')];
  return (cells) => {
    if (/preview|test/i.test(cells[status] ?? '') || cells[status] === '1') return 'a preview of the survey';
    return /^(false|0|no)$/i.test(cells[finished] ?? '') ? 'an unfinished answer' : undefined;
  };
}

function whyNotData(record: Row, headings: readonly string[], index: number, total: number): string | undefined {
  if (filled(record.cells) === 0) return 'a blank row';
  if (headings.length > 1 && record.cells.join('\n') === headings.join('\n')) return 'the headings again';
  const first = record.cells.find((cell) => cell !== '') ?? '';
  if (record.cells[0]?.startsWith('#') === true && filled(record.cells) === 1) return 'a comment';
  const last = index >= total - 3;
  if (
    last &&
    /^(total|totals|sum|summe|gesamt|anzahl|average|mean)\b/i.test(first) &&
    filled(record.cells) < headings.length
  )
    return `a totals line: "${first}"`;
  return undefined;
}

/** One cell for each heading, or why not. Cells too many are harmless when empty, or when a data: URI was split at its comma. */
function fit(
  record: Row,
  headings: readonly string[],
  source: string,
): { readonly cells: readonly string[] } | { readonly issue: Issue } {
  let { cells } = record;
  const uri = cells.findIndex((cell) => /^data:[\w/+.-]+;base64$/.test(cell));
  if (cells.length === headings.length + 1 && uri >= 0)
    cells = [...cells.slice(0, uri), `${cells[uri] ?? ''},${cells[uri + 1] ?? ''}`, ...cells.slice(uri + 2)];
  if (cells.length > headings.length && cells.slice(headings.length).every((cell) => cell === ''))
    cells = cells.slice(0, headings.length);
  if (cells.length === headings.length) return { cells };
  const fewer = cells.length < headings.length;
  const from = fewer ? headings[Math.max(0, cells.length - 1)] : headings.at(-1);
  return {
    issue: {
      code: 'ragged-row',
      severity: 'error',
      where: { source, line: record.line },
      message: `${cells.length} cell${cells.length === 1 ? '' : 's'} for ${headings.length} headings: ${fewer ? 'anything' : 'the rest'} ${fewer ? `up to "${from ?? ''}" may have moved left` : `after "${from ?? ''}" has no heading`}`,
      hint: fewer
        ? 'Add the missing commas, so that each cell stands under its heading.'
        : 'Put text that holds the delimiter in quotation marks.',
    },
  };
}
