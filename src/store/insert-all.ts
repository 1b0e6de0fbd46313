// Very many rows into a table: statements compiled once, values bound by position, many rows a statement.
import { insertStatement } from './dialect/sqlite.ts';
import type { Store, StoredCell } from './store.ts';

/** A statement has its price whatever it inserts, so that most rows go in so many at a time. */
const rowsAtOnce = 25;

/** Inside a transaction. Gives the numbers of the rows in order. Refuses NaN and infinities, which SQLite would store as NULL. */
export function insertAll(
  store: Store,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly StoredCell[]>,
): number[] {
  const one = store.inserter(insertStatement(table, columns, 1));
  const many = store.inserter(insertStatement(table, columns, rowsAtOnce));
  // Rows that bring their own number, as an undo does, must be asked for it one by one.
  const most = columns.includes('id') ? 0 : rowsAtOnce * columns.length;
  const ids: number[] = [];
  let held: StoredCell[] = [];
  for (const cells of rows) {
    refuseUnstorable(columns, cells);
    if (most === 0) {
      ids.push(one(cells));
      continue;
    }
    for (const cell of cells) held.push(cell);
    if (held.length < most) continue;
    // Numbers are given in turn: nobody else writes meanwhile.
    const last = many(held);
    for (let id = last - rowsAtOnce + 1; id <= last; id++) ids.push(id);
    held = [];
  }
  for (let start = 0; start < held.length; start += columns.length)
    ids.push(one(held.slice(start, start + columns.length)));
  return ids;
}

/** Throws TypeError for NaN and infinities: SQLite keeps them as NULL without a word. */
export function refuseUnstorable(columns: readonly string[], cells: readonly unknown[]): void {
  for (let index = 0; index < cells.length; index++) {
    const value = cells[index];
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TypeError(`${columns[index] ?? ''} is ${value}, which no column can hold`);
  }
}
