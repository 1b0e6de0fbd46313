// Rows that name columns, told from rows of people: no headings at all, groups of headings above them, a second row below.
import { readEmail } from '../domain/cells/people-words.ts';
import { isKnownHeading } from '../domain/columns/known-heading.ts';
import { filled } from './filled.ts';
import type { Row } from './table.ts';

/** Rows below that say what kind of cell a column holds. */
const rowsBelow = 50;

/** A name must be known in so many cells before a row is headings for that alone. */
const knownEnough = 2;

const knownIn = (cells: readonly string[]): number => new Set(cells.filter(isKnownHeading)).size;
const knownCells = (cells: readonly string[]): number => cells.filter(isKnownHeading).length;

/** The shape of a cell that is written after a pattern: an address, a day, a number of so many digits. */
function patternOf(cell: string): string | undefined {
  const text = cell.trim();
  if (readEmail(text) !== undefined) return '@';
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d.*)?$/.test(text)) return 'day';
  if (/^([A-Z]{1,3}\d{3,}|0\d{3,}|\d{5,})$/.test(text)) return text.replace(/\d/g, '9');
  return undefined;
}

/** By column: the pattern that nearly all of the rows below are written after; undefined for the others. */
function patternsBelow(rows: readonly Row[], width: number): (string | undefined)[] {
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.slice(0, rowsBelow).flatMap((row) => row.cells[column] || []);
    const [first] = cells.map(patternOf);
    const alike = cells.filter((cell) => patternOf(cell) === first).length;
    return first !== undefined && cells.length >= 2 && alike >= 0.9 * cells.length ? first : undefined;
  });
}

/** True where the row is somebody's: it holds an address, or what stands below it is written just so in every column that has a pattern. */
export function isDataRow({ cells }: Row, below: readonly Row[]): boolean {
  if (cells.some((cell) => readEmail(cell) !== undefined)) return true;
  if (knownIn(cells) >= knownEnough) return false;
  const patterns = patternsBelow(below, cells.length);
  const told = patterns.flatMap((pattern, column) =>
    pattern === undefined ? [] : [[pattern, cells[column]] as const],
  );
  return told.length > 0 && told.every(([pattern, cell = '']) => patternOf(cell) === pattern);
}

/** True where the row names groups of columns and the one below names the columns: gaps or repeats above, more known headings below. */
export function isGroupRow({ cells }: Row, next: Row | undefined): boolean {
  if (next === undefined || next.cells.some((cell) => readEmail(cell) !== undefined)) return false;
  const groups = new Set(cells.filter(Boolean)).size;
  const spans = groups < filled(next.cells) && groups <= 0.7 * next.cells.length;
  return spans && knownIn(next.cells) >= knownEnough && knownCells(next.cells) > knownCells(cells);
}

/** The headings of columns that stand in groups: a tick box is `Group [Option]`, a name that comes twice `Group name`. */
export function groupedHeadings(above: Row, headings: Row, body: readonly Row[]): string[] {
  let group = '';
  const groups = headings.cells.map((_, column) => (group = (above.cells[column] ?? '') || group));
  return headings.cells.map((heading, column) => {
    const over = groups[column] ?? '';
    if (heading === '' || over === '') return heading === '' ? (above.cells[column] ?? '') : heading;
    if (headings.cells.filter((other) => other === heading).length > 1) return `${over} ${heading}`;
    const alike = headings.cells.flatMap((_, other) => (groups[other] === over ? [other] : []));
    const ticked = alike.length > 1 && alike.every((other) => areTicks(body, other));
    return ticked && alike.some((other) => isFilled(body, other)) ? `${over} [${heading}]` : heading;
  });
}

function areTicks(body: readonly Row[], column: number): boolean {
  return body.slice(0, rowsBelow).every(({ cells }) => isTick(cells[column] ?? ''));
}

function isFilled(body: readonly Row[], column: number): boolean {
  return body.slice(0, rowsBelow).some(({ cells }) => (cells[column] ?? '') !== '');
}

function isTick(cell: string): boolean {
  return /^(|0|1|x|✓|✔|yes|no|true|false)$/i.test(cell);
}

/** True where the row below the headings says them again, in other words or as codes of a form. */
export function isSecondHeading(headings: Row, next: Row | undefined, below: readonly Row[]): boolean {
  if (next === undefined) return false;
  const pairs = next.cells.flatMap((cell, column) =>
    cell === '' ? [] : [[cell, headings.cells[column] ?? ''] as const],
  );
  if (pairs.length === 0 || pairs.some(([cell]) => readEmail(cell) !== undefined)) return false;
  if (pairs.filter(([cell]) => cell.startsWith('{"ImportId"')).length > 0) return true;
  const alike = pairs.filter(([cell, heading]) => squashed(cell) === squashed(heading)).length;
  if (alike >= Math.max(pairs.length === 1 ? 1 : 2, 0.5 * pairs.length)) return true;
  const told = patternsBelow(below, next.cells.length).flatMap((pattern, column) =>
    pattern === undefined ? [] : [[pattern, next.cells[column] ?? ''] as const],
  );
  const breaks = told.filter(
    ([pattern, cell]) => cell !== '' && patternOf(cell) !== pattern && !/\d/.test(cell),
  ).length;
  if (breaks === 0 || breaks < told.length) return false;
  return breaks >= 2 || knownIn(next.cells) >= Math.max(knownEnough, 0.5 * pairs.length);
}

/** True for `Q1`, `VAR02_3`: short codes that say nothing where the row below has the words. */
export function areCodes(headings: readonly string[]): boolean {
  const codes = headings.filter((heading) => /^[a-z]{1,4}_?\d+([_.]\d+)*$/i.test(heading)).length;
  return codes > 0 && codes >= 0.5 * headings.length;
}

function squashed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
