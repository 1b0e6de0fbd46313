// Columns made of others, at the end of a table: an id of several columns, or the number of the row where nothing else tells people apart.
import { foldHeading } from '../domain/cells/fold-heading.ts';
import { headingKeys } from '../domain/columns/heading-keys.ts';
import type { Batch, Row, Table } from './table.ts';

/** `of`: the headings whose cells make it up; none for the number of the row, after `prefix`. */
export interface MadeColumn {
  readonly heading: string;
  readonly of: readonly string[];
  readonly prefix: string;
}

/** The table with these columns at its end. A cell that lacks one of its parts is empty. */
export function withMadeColumns(table: Table, made: readonly MadeColumn[]): Table {
  if (made.length === 0) return table;
  const folded = headingKeys(table.headings);
  const columns = made.map(({ of, prefix }) => {
    const places = of.map((heading) => folded.indexOf(foldHeading(heading)));
    return ({ line, cells }: Row): string => {
      if (places.length === 0) return `${prefix}${line}`;
      const parts = places.map((place) => cells[place] ?? '');
      return parts.includes('') ? '' : parts.join('/');
    };
  });
  const more = (row: Row): Row => ({ line: row.line, cells: [...row.cells, ...columns.map((cell) => cell(row))] });
  const batch = (one: Batch): Batch => ({ ...one, rows: one.rows.map(more) });
  return {
    ...table,
    headings: [...table.headings, ...made.map(({ heading }) => heading)],
    first: batch(table.first),
    *rest() {
      for (const one of table.rest()) yield batch(one);
    },
  };
}
