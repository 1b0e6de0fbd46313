// Headings and not one row below them: nothing to ask about and nothing to keep.
import type { Table } from '../../intake/table.ts';

/** False where there are bad rows: they are to be told. */
export function isEmpty({ complete, first }: Table): boolean {
  return complete && first.rows.length + first.badRows.length === 0;
}
