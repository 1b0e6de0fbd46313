// Takes one change back by its audit trail: what it inserted goes, what it changed or deleted is as before. That is a change too.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** The number of the last change that is on the audit trail; 0 when there is none. */
export async function lastChange(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('change').select('id').orderBy('id', 'desc').executeTakeFirst();
  return row?.id ?? 0;
}

/** For a change that nothing has been built on since. */
export async function takeBack(writer: Writer, changeId: number): Promise<void> {
  const rows = await writer.db
    .selectFrom('change_row')
    .selectAll()
    .where('change_id', '=', changeId)
    .orderBy('id', 'desc')
    .execute();
  for (const { table_name, op, first_row, last_row, before } of rows) {
    const table = table_name as Parameters<Writer['update']>[0];
    const image = before === null ? {} : (JSON.parse(before) as Record<string, never>);
    if (op === 'insert')
      await writer.remove(
        table,
        Array.from({ length: last_row - first_row + 1 }, (_, index) => last_row - index),
      );
    else if (op === 'update') await writer.update(table, first_row, image);
    else await writer.insert(table, [image]);
  }
}
