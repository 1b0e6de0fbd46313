// Tables with a row an item: beside each heading stands what is in the column.
import type { Cell, Column, Table } from './report.ts';

/** A heading, which is its own id where it is a word alone; and the cell of an item. */
export type ColumnOf<T> = readonly [heading: string | Column, cell: (item: T) => Cell];

export function tableOf<T>(
  about: Pick<Table, 'id' | 'title' | 'note'>,
  items: readonly T[],
  columns: readonly ColumnOf<T>[],
): Table {
  return {
    ...about,
    columns: columns.map(([heading]) => (typeof heading === 'string' ? { id: heading, title: heading } : heading)),
    rows: items.map((item) => columns.map(([, cell]) => cell(item))),
  };
}

/** A column of long texts, which go on over several lines. */
export function wrapped(id: string, title = id): Column {
  return { id, title, wrap: true };
}

export const text = (words: string): Cell => ({ kind: 'text', text: words });
export const count = (value: number): Cell => ({ kind: 'count', value });
export const person = ({ id, name }: { readonly id: string; readonly name: string }): Cell => ({
  kind: 'person',
  id,
  name,
});

/** A day, YYYY-MM-DD; `none` in its place where there is none. */
export const day = (date: string | null, none = ''): Cell => (date === null ? text(none) : { kind: 'date', date });

/** A fit of 0 to 1000 as people read it, 0 to 100. */
export const fit = (score: number | null, none = ''): Cell =>
  score === null ? { kind: 'missing', why: none } : count(Math.round(score / 10));
