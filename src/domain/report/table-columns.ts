// Headings that tables of reports share, so that a thing is called the same in all of them.
import type { Column } from './report.ts';

export const outcomeColumn: Column = { id: 'outcome', title: 'outcome', wrap: true, once: true };
export const groupColumn: Column = { id: 'group', title: 'group', wrap: true };
export const intervalColumn: Column = { id: 'interval', title: '95 % interval', align: 'right', csv: ['low', 'high'] };
export const readingColumn: Column = { id: 'reading', title: 'reading', wrap: true };

/** A column of people; csv has their ids in `ID` and their names in `ID-name`. */
export function people(id: 'mentee' | 'mentor' | 'person', title: string = id): Column {
  return { id, title, csv: [id, `${id}-name`] };
}

/** A column of numbers. */
export function numbers(id: string, title = id): Column {
  return { id, title, align: 'right' };
}

/** A column of values with their ranges; csv has their ends in `ID-low` and `ID-high`. */
export function ranged(id: string, title: string): Column {
  return { id, title, align: 'right', csv: [id, `${id}-low`, `${id}-high`] };
}
