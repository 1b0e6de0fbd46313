// Several lists below each other in one sheet, each under a row that says who is in it: Mentors, Mentees.
import { isPlainRole } from '../cells/people-words.ts';
import type { SourceRow } from '../cells/source-row.ts';
import { roleInName } from '../rows/role-in-name.ts';

/** Rows with one cell that says a role. Where the role has a column no row is one. */
export function sectionsAmong(
  rows: readonly SourceRow[],
): readonly { readonly line: number; readonly title: string }[] {
  return rows.flatMap(({ line, cells }) => {
    const filled = cells.filter(Boolean);
    const [title = ''] = filled;
    const says = filled.length === 1 && cells.length > 1 && (isPlainRole(title) || roleInName(title) !== undefined);
    return says ? [{ line, title }] : [];
  });
}
