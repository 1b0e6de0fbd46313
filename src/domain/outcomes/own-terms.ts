// Columns by the calendar become columns by a clock of one's own: the first term of everybody, a year after the start of everybody.
import { fromDayNumber, parseIsoDate } from '../civil-date.ts';
import { calendarOf, placeOf, type Calendar } from './calendar.ts';
import type { Observed, Status } from './dataset.ts';
import { monthsInWords, termMonth } from './term.ts';

interface Columns {
  readonly observed: readonly Observed[];
  readonly statuses: readonly Status[];
}

export interface Clock {
  /** By person: the day or the term of the start; undefined where it is not known. */
  readonly starts: readonly (string | undefined)[];
  /** By person: whose first recorded term is the first one, where no start is known. */
  readonly cohortOf: ArrayLike<number>;
}

/** What the checkpoint at the start itself is called. */
export const theStart = 'the start';

/** Whether a time, as this file calls it, is before the start. */
export function isBeforeStart(when: string): boolean {
  return when.endsWith(' before the start');
}

interface Source {
  readonly place: number;
  readonly known: (row: number) => boolean;
}

/** Times without a year stay as they are. Each measure's times come out in order. */
export function byOwnTerms({ observed, statuses }: Columns, clock: Clock): Columns {
  const labels = [...observed, ...statuses].map(({ when }) => when);
  const kinds = new Map<string, Calendar>();
  for (const kind of new Set(labels.flatMap((label) => placeOf(label)?.kind ?? []))) {
    const calendar = calendarOf(labels.filter((label) => placeOf(label)?.kind === kind));
    if (calendar !== undefined) kinds.set(kind, calendar);
  }
  const origins = new Map<Calendar, Float64Array>();
  const originsOf = (calendar: Calendar, sources: () => readonly Source[]): Float64Array => {
    let found = origins.get(calendar);
    if (found === undefined) origins.set(calendar, (found = originOf(calendar, clock, sources())));
    return found;
  };
  const known = (column: Observed | Status): Source['known'] => {
    if ('codes' in column) return (row) => (column.codes[row] ?? -1) >= 0;
    const { values } = column;
    return (row) => !Number.isNaN(values[row] ?? NaN);
  };
  const sourcesOf = (calendar: Calendar) => (): Source[] =>
    [...observed, ...statuses].flatMap((column) => {
      const place = calendar.of(column.when);
      return place === undefined ? [] : [{ place, known: known(column) }];
    });
  const move = <T extends Observed | Status>(
    columns: readonly T[],
    name: (calendar: Calendar, after: number) => string,
    join: (parts: readonly { readonly column: T; readonly rows: readonly number[] }[], when: string) => T,
  ): T[] => {
    const moved: T[] = [];
    for (const measure of new Set(columns.map((column) => column.measure))) {
      const own = columns.filter((column) => column.measure === measure);
      const groups = new Map<Calendar, T[]>();
      for (const column of own) {
        const calendar = kinds.get(placeOf(column.when)?.kind ?? '');
        if (calendar === undefined) moved.push(column);
        else groups.set(calendar, [...(groups.get(calendar) ?? []), column]);
      }
      for (const [calendar, several] of groups) {
        const origin = originsOf(calendar, sourcesOf(calendar));
        const parts = new Map<number, { column: T; rows: number[] }[]>();
        for (const column of several) {
          const place = calendar.of(column.when) ?? NaN;
          const here = new Map<number, number[]>();
          const has = known(column);
          origin.forEach((from, row) => {
            if (Number.isNaN(from) || !has(row)) return;
            const after = calendar.kind === 'day' ? monthsBetween(from, place) : place - from;
            const rows = here.get(after);
            if (rows === undefined) here.set(after, [row]);
            else rows.push(row);
          });
          for (const [after, rows] of here) parts.set(after, [...(parts.get(after) ?? []), { column, rows }]);
        }
        for (const after of [...parts.keys()].sort((a, b) => a - b))
          moved.push(join(parts.get(after) ?? [], name(calendar, after)));
      }
    }
    return moved;
  };
  return {
    observed: move(observed, termName, (parts, when): Observed => {
      const first = parts[0]?.column;
      const values = new Float64Array(clock.starts.length).fill(NaN);
      for (const { column, rows } of parts) for (const row of rows) values[row] = column.values[row] ?? NaN;
      return { measure: first?.measure ?? '', when, values };
    }),
    statuses: move(statuses, checkpointName, (parts, when): Status => {
      const levels = [...new Set(parts.flatMap(({ column }) => column.levels))].sort();
      const codes = new Int32Array(clock.starts.length).fill(-1);
      for (const { column, rows } of parts)
        for (const row of rows) codes[row] = levels.indexOf(column.levels[column.codes[row] ?? -1] ?? '');
      return { measure: parts[0]?.column.measure ?? '', when, levels, codes };
    }),
  };
}

/** By person: the place of the start; that of the cohort's first record where no start is known. */
function originOf(calendar: Calendar, { starts, cohortOf }: Clock, sources: readonly Source[]): Float64Array {
  const first = new Map<number, number>();
  const earliest = (cohort: number): number => {
    let found = first.get(cohort);
    if (found === undefined) {
      found = Math.min(
        ...sources
          .filter(({ known }) => starts.some((_, row) => cohortOf[row] === cohort && known(row)))
          .map(({ place }) => place),
      );
      first.set(cohort, found);
    }
    return Number.isFinite(found) ? found : NaN;
  };
  const read = new Map<string, number>();
  return Float64Array.from(starts, (start, row) => {
    if (start === undefined) return earliest(cohortOf[row] ?? 0);
    let place = read.get(start);
    if (place === undefined) {
      const day = parseIsoDate(start);
      place = day === undefined ? (calendar.of(start) ?? NaN) : calendar.at(day);
      read.set(start, place);
    }
    return Number.isNaN(place) ? earliest(cohortOf[row] ?? 0) : place;
  });
}

/** Months of the calendar from one day number to another. */
function monthsBetween(from: number, to: number): number {
  const [began, at] = [from, to].map((day) => termMonth(fromDayNumber(day)) ?? NaN);
  return (at ?? NaN) - (began ?? NaN);
}

/** `term 1`, `month 3`; `the term before the start`. */
function termName({ kind }: Calendar, after: number): string {
  if (kind === 'day') return after === 0 ? theStart : since(monthsInWords(Math.abs(after)), after);
  const unit = kind === 'numbered' ? 'term' : kind;
  if (after >= 0) return `${unit} ${after + 1}`;
  return after === -1 ? `the ${unit} before the start` : `${-after} ${unit}s before the start`;
}

/** `the start`, `a year after the start`, `3 terms after the start`. */
function checkpointName({ kind, inYear }: Calendar, after: number): string {
  if (after === 0) return theStart;
  const size = Math.abs(after);
  if (kind === 'day') return since(monthsInWords(size), after);
  if (size % inYear === 0) return since(monthsInWords((12 * size) / inYear), after);
  const unit = kind === 'numbered' ? 'term' : kind;
  return since(size === 1 ? `a ${unit}` : `${size} ${unit}s`, after);
}

function since(length: string, after: number): string {
  return `${length} ${after > 0 ? 'after' : 'before'} the start`;
}
