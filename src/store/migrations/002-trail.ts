// The audit trail becomes a chain of seals, and changes keep sums of the tables they touched. Frozen.
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { digestOf, sealOf } from '../seal.ts';

interface Change {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly command: string;
  readonly undoes: number | null;
}

interface ChangeRow {
  readonly table_name: string;
  readonly op: string;
  readonly first_row: number;
  readonly last_row: number;
  readonly before: string | null;
  readonly after: string | null;
}

export async function second(db: Kysely<never>): Promise<void> {
  for (const column of ['sums', 'digest', 'seal'])
    await sql`alter table change add column ${sql.ref(column)} text`.execute(db);
  const changes = await sql<Change>`select id, at, who, command, undoes from change order by id`.execute(db);
  let seal = '';
  for (const { id, at, who, command, undoes } of changes.rows) {
    const { rows } = await sql<ChangeRow>`select table_name, op, first_row, last_row, before, after
      from change_row where change_id = ${id} order by id`.execute(db);
    const digest = digestOf(
      [id, at, who, command, undoes, null],
      rows.map((row) => [row.table_name, row.op, row.first_row, row.last_row, row.before, row.after]),
    );
    seal = sealOf(seal, digest);
    await sql`update change set digest = ${digest}, seal = ${seal} where id = ${id}`.execute(db);
  }
}
