// Headings and not one row below them: nothing to ask about and nothing to keep.
import { leftOutNote } from '../../domain/imports/reading-note.ts';
import { Failure } from '../../domain/failure.ts';
import type { Table } from '../../intake/table.ts';
import type { Context } from '../shared/context.ts';

/** False where there are bad rows: they are to be told. */
export function isEmpty({ complete, first }: Table): boolean {
  return complete && first.rows.length + first.badRows.length === 0;
}

/** Throws Failure for a table of headings alone: an import of nothing is no success, and the only row may be somebody's. */
export function mustHoldRows(table: Table, context: Pick<Context, 'note'>): void {
  if (!isEmpty(table)) return;
  const { headings, reading, first, source } = table;
  for (const line of leftOutNote(first.leftOut)) context.note(line);
  const shown = headings.slice(0, 6).map((heading) => `"${heading}"`);
  throw new Failure('bad-data', {
    code: 'nothing-kept',
    message: 'this file has headings and no rows; nothing was imported',
    where: { source },
    hint: `Line ${reading.headingLine} was taken for the headings: ${shown.join(', ')}${headings.length > 6 ? ' and more' : ''}. If it is somebody's, write a line above it that names the columns, e.g. Name, Student ID, Role; else export the list again.`,
  });
}
