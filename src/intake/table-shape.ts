// Where a table's headings stand and what its first lines are: titles, comments, the extra rows of survey systems.
import { filled } from './filled.ts';
import { areCodes, groupedHeadings, isDataRow, isGroupRow, isSecondHeading } from './heading-rows.ts';
import type { LeftOut, Origin, Row } from './table.ts';

export interface Shape {
  readonly origin: Origin;
  readonly headings: readonly string[];
  /** Qualtrics: the short codes of row 1 (`Finished`, `Status`, `Q1`). */
  readonly codes: readonly string[];
  /** 0 where no row names the columns. */
  readonly headingLine: number;
  /** Index of the first record after the headings. */
  readonly bodyStart: number;
  readonly leftOut: readonly LeftOut[];
  /** Lines above the headings that begin with #. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

/** Records the search looks at: no export has more lines above its headings. */
export const shapeRecords = 200;

/** How many rows below the first candidate may still be the headings. */
const searched = 12;

/** The first row that is as wide as the table: title lines above it have one cell or two. */
export function findShape(records: readonly Row[]): Shape | undefined {
  const width = widthOf(records);
  const wide = records.findIndex(
    ({ cells }) =>
      !(isComment(cells) && cells.length < width) &&
      filled(cells) >= Math.max(1, Math.min(width, 2), Math.floor(0.6 * width)),
  );
  const first = records[wide];
  if (first === undefined || filled(first.cells) === 0) return undefined;
  const below = (index: number): readonly Row[] => records.slice(index + 1);
  if (isDataRow(first, below(wide))) {
    const later = below(wide)
      .slice(0, searched)
      .findIndex((row, at) => isGroupRow({ line: 0, cells: [] }, row) && !isDataRow(row, below(wide + 1 + at)));
    if (later < 0) return withoutHeadings(records, wide, width);
    return shapeFrom(records, wide + 1 + later);
  }
  return shapeFrom(records, wide);
}

/** The columns that hold something, and that at least a quarter of the rows have. */
function widthOf(records: readonly Row[]): number {
  const tally = new Map<number, number>();
  for (const { cells } of records) tally.set(cells.length, (tally.get(cells.length) ?? 0) + 1);
  const width = Math.max(1, ...[...tally].filter(([, count]) => count * 4 >= records.length).map(([w]) => w));
  const used = Array.from({ length: width }, (_, column) => records.some(({ cells }) => (cells[column] ?? '') !== ''));
  return Math.max(1, used.filter(Boolean).length);
}

/** Somebody's row is not to be eaten as headings: the columns get numbers. */
function withoutHeadings(records: readonly Row[], start: number, width: number): Shape {
  const cells = Math.max(width, records[start]?.cells.length ?? 0);
  const headings = Array.from({ length: cells }, (_, column) => `Column ${column + 1}`);
  const { leftOut, comments } = above(records, start);
  return { origin: 'plain', headings, codes: headings, headingLine: 0, bodyStart: start, leftOut, comments };
}

function shapeFrom(records: readonly Row[], start: number): Shape | undefined {
  const index = isOverGroups(records, start) ? start + 1 : start;
  const [over, row] = [records[index - 1], records[index]];
  if (row === undefined) return undefined;
  const grouped = over !== undefined && isOverGroups(records, index - 1);
  const body = records.slice(index + 1);
  const heading = grouped ? { line: row.line, cells: groupedHeadings(over, row, body) } : row;
  const { leftOut, comments } = above(records, grouped ? index - 1 : index);
  const groups = grouped ? [{ line: over.line, why: 'a row of headings over groups of columns' }] : [];
  const base = { codes: heading.cells, headingLine: heading.line, comments };
  const [next, third] = body;
  if (third?.cells.some((cell) => cell.startsWith('{"ImportId"')) === true && next !== undefined) {
    const headings = heading.cells.map((code, column) => labelOf(code, next.cells[column] ?? ''));
    const why = [next, third].map(({ line }) => ({ line, why: 'a heading row of Qualtrics' }));
    return { ...base, origin: 'qualtrics', headings, bodyStart: index + 3, leftOut: [...leftOut, ...why] };
  }
  if (next?.cells.some((cell) => /^(open-ended response|response)$/i.test(cell)) === true) {
    const headings = heading.cells.map((text, column) => joinQuestion(heading.cells, next.cells, column, text));
    const why = { line: next.line, why: 'the second heading row of SurveyMonkey' };
    return { ...base, origin: 'surveymonkey', headings, bodyStart: index + 2, leftOut: [...leftOut, why] };
  }
  const origin = originOf(heading.cells);
  if (next !== undefined && isSecondHeading(heading, next, body.slice(1))) {
    const labels = areCodes(heading.cells) && !next.cells.some((cell) => cell.startsWith('{'));
    const headings = labels ? heading.cells.map((code, column) => next.cells[column] || code) : heading.cells;
    const why = { line: next.line, why: 'a second row of headings' };
    return { ...base, origin, headings, bodyStart: index + 2, leftOut: [...leftOut, ...groups, why] };
  }
  return { ...base, origin, headings: heading.cells, bodyStart: index + 1, leftOut: [...leftOut, ...groups] };
}

/** Groups reach over the table; a title stands at its left. */
function isOverGroups(records: readonly Row[], index: number): boolean {
  const [row, next] = [records[index], records[index + 1]];
  if (row === undefined || next === undefined || filled(row.cells) < 2) return false;
  const last = row.cells.findLastIndex((cell) => cell !== '');
  return 2 * (last + 1) >= next.cells.length && isGroupRow(row, next);
}

/** What stands above the headings: titles and comments. */
function above(records: readonly Row[], start: number): Pick<Shape, 'leftOut' | 'comments'> {
  const rows = records.slice(0, start);
  return {
    leftOut: rows.flatMap(({ line, cells }) =>
      filled(cells) === 0 ? [] : [{ line, why: `above the headings: "${cells.filter(Boolean).join(' ')}"` }],
    ),
    comments: rows.flatMap(({ line, cells }) =>
      isComment(cells) ? [{ line, text: cells.filter(Boolean).join(', ') }] : [],
    ),
  };
}

/** `# audience: mentees`; a heading may be # alone. */
function isComment([first = '']: readonly string[]): boolean {
  return /^#\s*\w/.test(first);
}

function originOf([first = '', second = '', ...more]: readonly string[]): Origin {
  if (/^(timestamp|zeitstempel|horodateur|marca temporal)$/i.test(first)) return 'google-forms';
  if (/^id$/i.test(first) && /^(start time|startzeit)$/i.test(second)) return 'microsoft-forms';
  if (first === '#' && more.some((heading) => /^network id$/i.test(heading))) return 'typeform';
  return 'plain';
}

/** Qualtrics names questions Q1, Q2_3; its second row has the wording. System columns keep their short name. */
function labelOf(code: string, label: string): string {
  return /^Q\d/.test(code) && label !== '' ? label.replace(/ - Selected Choice$/, '') : code;
}

/** SurveyMonkey leaves a question's later columns unnamed; the second row names the options. */
function joinQuestion(top: readonly string[], second: readonly string[], column: number, text: string): string {
  const option = second[column] ?? '';
  const several = top[column + 1] === '' && (second[column + 1] ?? '') !== '';
  if (text !== '' && (!several || /^(open-ended response|response)$/i.test(option))) return text;
  if (option === '') return text;
  let question = column;
  while (question > 0 && top[question] === '') question--;
  return `${top[question] ?? ''} - ${option}`;
}
