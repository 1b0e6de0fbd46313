// A cell in words, for reading; and bare, for csv.
import { formatDate, parseIsoDate } from '../domain/civil-date.ts';
import type { Cell, Table } from '../domain/report/report.ts';
import { safeText } from '../domain/safe-text.ts';

/** Made when a number is first written: many a command that starts writes none. */
let grouped: Intl.NumberFormat | undefined;

/** As a person reads it: `82 %`, `69 - 91 %`, `14 Sep 2026`, `Ana Suarez (S1107)`. */
export function cellWords(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return safeText(cell.read ?? cell.text);
    case 'count':
      return (grouped ??= new Intl.NumberFormat('en-US')).format(cell.value);
    case 'number':
      return cell.below === undefined ? fixed(cell.value, cell.digits) : `< ${cell.below.toFixed(cell.digits)}`;
    case 'share': {
      const bound = cell.bound === undefined ? '' : cell.bound === 'more-than' ? 'more than ' : 'less than ';
      return `${bound}${percent(cell.value)} %`;
    }
    case 'interval':
      return range(cell);
    case 'estimate':
      if (cell.as === 'points') return `${percent(cell.value)} (${percent(cell.low)} to ${percent(cell.high)}) points`;
      return `${single(cell.value, cell)} (${range(cell)})`;
    case 'date': {
      const date = parseIsoDate(cell.date);
      return date === undefined ? safeText(cell.date) : formatDate(date);
    }
    case 'person':
      return safeText(cell.name === undefined || cell.name === cell.id ? cell.id : `${cell.name} (${cell.id})`);
    case 'missing':
      return '-';
    case 'suppressed':
      return 'hidden';
  }
}

/** Why cells of a table are hidden or empty, each reason once. */
export function whyOf({ rows }: Table): string[] {
  return [
    ...new Set(
      rows.flat().flatMap((cell) => (cell.kind === 'suppressed' || cell.kind === 'missing' ? [cell.why] : [])),
    ),
  ];
}

/** As a script reads it: full precision, ISO dates, ids; an interval as `low..high` where a table has no columns for its ends. */
export function cellValue(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
    case 'number':
      return String(cell.value);
    case 'share':
      return cell.bound === undefined ? String(cell.value) : `${cell.bound === 'more-than' ? '>' : '<'}${cell.value}`;
    case 'interval':
      return `${cell.low}..${cell.high}`;
    case 'estimate':
      return String(cell.value);
    case 'date':
      return cell.date;
    case 'person':
      return cell.id;
    case 'missing':
      return '';
    case 'suppressed':
      return 'hidden';
  }
}

/** A range for a script: value, low and high, or (2) low and high alone; a person: id and name. What is neither stands in the first. */
export function cellEnds(cell: Cell, columns: number): string[] {
  if (cell.kind === 'estimate') return [cell.value, cell.low, cell.high].slice(-columns).map(String);
  if (cell.kind === 'interval') return [cell.low, cell.high].map(String);
  if (cell.kind === 'person') return [cell.id, cell.name ?? ''];
  const every = cell.kind === 'suppressed' ? cellValue(cell) : '';
  return Array.from({ length: columns }, (_, index) => (index === 0 ? cellValue(cell) : every));
}

interface Scaled {
  readonly as: 'share' | 'points' | 'number';
  readonly digits?: number;
}

function range(cell: Scaled & { readonly low: number; readonly high: number }): string {
  if (cell.as === 'share') return `${percent(cell.low)} - ${percent(cell.high)} %`;
  if (cell.as === 'points') return `${percent(cell.low)} to ${percent(cell.high)} points`;
  return `${single(cell.low, cell)} to ${single(cell.high, cell)}`;
}

function single(value: number, { as, digits = 2 }: Scaled): string {
  return as === 'number' ? fixed(value, digits) : `${percent(value)} ${as === 'share' ? '%' : 'points'}`;
}

/** Never -0.00. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

function percent(share: number): string {
  // Never -0.
  return String(Math.round(100 * share) + 0);
}
