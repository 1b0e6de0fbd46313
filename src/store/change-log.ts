// The audit trail as it is read, and a change taken back by it.
import { sql, type Kysely } from 'kysely';
import { Failure } from '../domain/failure.ts';
import { faultOf } from './dialect/faults.ts';
import { noTables } from './reading.ts';
import type { RowOf, Tables } from './tables.ts';
import type { LoggedChange } from '../domain/upkeep/change-told.ts';
import type { Writer } from './transact.ts';

/** All changes, newest first. */
export async function changeLog(db: Kysely<Tables>): Promise<LoggedChange[]> {
  const rows = await db
    .selectFrom('change')
    .leftJoin('change_row', (join) =>
      // What an erasure vouches for is no row of anybody's.
      join.onRef('change_row.change_id', '=', 'change.id').on('change_row.table_name', '<>', 'change'),
    )
    .select(['change.id as change', 'change.at', 'change.who', 'change.command', 'change.undoes', 'change.sums'])
    .select(sql<number>`coalesce(sum(change_row.last_row - change_row.first_row + 1), 0)`.as('rows'))
    .groupBy('change.id')
    .orderBy('change.id', 'desc')
    .execute();
  // Newest first: whoever takes a change back is met before it.
  const undone = new Set<number>();
  return rows.map(({ sums, ...row }) => {
    const gone = undone.has(row.change);
    if (!gone && row.undoes !== null) undone.add(row.undoes);
    return { ...row, undone: gone, read: sums === noTables };
  });
}

type AnyTables = Kysely<{ any: { id: number } & Record<string, unknown> }>;

/** Puts every row a change touched back as it was. Refuses where a later change that stands touched one of them. */
export async function takeBack(writer: Writer, change: LoggedChange, log: readonly LoggedChange[]): Promise<number> {
  const rows = await rowsOf(writer.db, change.change);
  const standing = log.filter((one) => one.change > change.change && !one.undone && one.undoes === null);
  for (const later of [...standing].reverse()) {
    const touched = (await rowsOf(writer.db, later.change)).some((row) =>
      rows.some(
        (mine) =>
          mine.table_name === row.table_name && mine.first_row <= row.last_row && mine.last_row >= row.first_row,
      ),
    );
    if (touched) throw changedSince(change, later);
  }
  let count = 0;
  try {
    for (const row of [...rows].reverse()) count += await reverse(writer, row);
  } catch (error) {
    const [latest] = standing;
    // A row that a later one refers to cannot go, nor can one come back whose name a later one has.
    if (faultOf(error) === 'in-the-way') throw changedSince(change, latest);
    throw error;
  }
  return count;
}

async function rowsOf(db: Kysely<Tables>, change: number): Promise<RowOf<'change_row'>[]> {
  return db.selectFrom('change_row').selectAll().where('change_id', '=', change).orderBy('id').execute();
}

async function reverse(writer: Writer, row: RowOf<'change_row'>): Promise<number> {
  const table = row.table_name as 'person';
  if (row.op === 'insert') {
    const there = await (writer.db as unknown as AnyTables)
      .selectFrom(table as 'any')
      .select('id')
      .where('id', '>=', row.first_row)
      .where('id', '<=', row.last_row)
      .orderBy('id', 'desc')
      .execute();
    await writer.remove(
      table,
      there.map(({ id }) => id),
    );
    return there.length;
  }
  const { id, ...before } = JSON.parse(row.before ?? '{}') as { id: number };
  if (row.op === 'update') await writer.update(table, id, before);
  else await writer.insert(table, [{ id, ...before } as never]);
  return 1;
}

function changedSince(change: LoggedChange, later: LoggedChange | undefined): Failure {
  return new Failure('usage', {
    code: 'changed-since',
    message: `change ${change.change} cannot be taken back: later changes build on it${later === undefined ? '' : `, first ${later.change} (${later.command})`}`,
    hint: `Take the later ones back first, newest first: mentorctl data undo. See mentorctl data log.`,
  });
}
