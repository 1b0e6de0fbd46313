// Where a table's headings stand and what its first lines are: titles, comments, the extra rows of survey systems.
import type { LeftOut, Origin, Row } from './table.ts';

export interface Shape {
  readonly origin: Origin;
  readonly headings: readonly string[];
  /** Qualtrics: the short codes of row 1 (`Finished`, `Status`, `Q1`). */
  readonly codes: readonly string[];
  readonly headingLine: number;
  /** Index of the first record after the headings. */
  readonly bodyStart: number;
  readonly leftOut: readonly LeftOut[];
  /** Lines above the headings that begin with #. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

/** Records the search looks at: no export has more lines above its headings. */
export const shapeRecords = 200;

/** How many cells hold something. */
export const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** The first row that is as wide as the table: title lines above it have one cell or two. */
export function findShape(records: readonly Row[]): Shape | undefined {
  const widths = records.map((row) => row.cells.length);
  const tally = new Map<number, number>();
  for (const width of widths) tally.set(width, (tally.get(width) ?? 0) + 1);
  const width = Math.max(1, ...[...tally].filter(([, count]) => count * 4 >= widths.length).map(([w]) => w));
  const index = records.findIndex(
    ({ cells }) =>
      !(isComment(cells) && cells.length < width) &&
      filled(cells) >= Math.max(1, Math.min(width, 2), Math.floor(0.6 * Math.min(width, cells.length))),
  );
  const heading = records[index];
  if (heading === undefined || filled(heading.cells) === 0) return undefined;
  const leftOut = records
    .slice(0, index)
    .flatMap(({ line, cells }) =>
      filled(cells) === 0 ? [] : [{ line, why: `above the headings: "${cells.filter(Boolean).join(' ')}"` }],
    );
  const comments = records
    .slice(0, index)
    .flatMap(({ line, cells }) => (isComment(cells) ? [{ line, text: cells.filter(Boolean).join(', ') }] : []));
  const base = { codes: heading.cells, headingLine: heading.line, comments };
  const [next, third] = [records[index + 1], records[index + 2]];
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
  return { ...base, origin: originOf(heading.cells), headings: heading.cells, bodyStart: index + 1, leftOut };
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
