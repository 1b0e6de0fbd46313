// The one way to write: one immediate transaction a command, every row change on the audit trail in the same transaction.
import { sql, type Insertable, type Kysely, type Updateable } from 'kysely';
import { dialectOf, type IdRun, type StoredCell } from './dialect/dialect.ts';
import { translate } from './dialect/faults.ts';
import { noteProgramFile } from './facts.ts';
import { immediately } from './immediate.ts';
import type { Store } from './store.ts';
import type { RowOf, Tables } from './tables.ts';
import { watchTables } from './trail.ts';
import { refuseUnstorable } from './unstorable.ts';

/** Who does what, for the audit trail. `at`: UTC instant with milliseconds. */
export interface Author {
  readonly at: string;
  readonly who: string;
  readonly command: string;
  /** Whether a program file is in force: remembered, so that its absence later is noticed. */
  readonly programFile?: boolean;
  /** Called when the change is on the disk: whatever fails later, it is made. */
  readonly kept?: () => void;
}

type Audited = Exclude<keyof Tables, 'change' | 'change_row'>;

/** Writes inside the transaction. Reads go through `db`, which is the same connection. */
export interface Writer {
  readonly db: Kysely<Tables>;
  /** Inserts rows, all with the same columns; gives their ids in order. Refuses NaN and infinities. */
  insert<T extends Audited>(table: T, rows: readonly Insertable<Tables[T]>[]): Promise<number[]>;
  /** The same with the cells of each row by position: for very many. The array of a row may be used again for the next. */
  insertRows<T extends Audited>(
    table: T,
    columns: readonly (keyof Insertable<Tables[T]> & string)[],
    rows: Iterable<readonly StoredCell[]>,
  ): Promise<number[]>;
  update<T extends Audited>(table: T, id: number, patch: Updateable<Tables[T]>): Promise<void>;
  remove(table: Audited, ids: readonly number[]): Promise<void>;
  /** The row as it was before this transaction first updated it; undefined when it did not. */
  imageBefore<T extends Audited>(table: T, id: number): Promise<RowOf<T> | undefined>;
}

/** Runs `work` in one transaction. With `dryRun` everything is done, checked by the database, and taken back. */
export async function transact<T>(
  store: Store,
  author: Author,
  work: (writer: Writer) => Promise<T>,
  options: { readonly dryRun?: boolean; /** The change that this one takes back. */ readonly undoes?: number } = {},
): Promise<T> {
  try {
    await dialectOf(store.db).locks.roomToWrite.execute(store.db);
    const result = await immediately(
      store.db,
      async (conn) => {
        const open = writer(conn, { ...author, undoes: options.undoes ?? null });
        const done = await work(open);
        if (options.dryRun !== true) await open.seal();
        return done;
      },
      { keep: options.dryRun !== true },
    );
    if (options.dryRun !== true) author.kept?.();
    return result;
  } catch (error) {
    throw translate(error, store.path);
  }
}

const changeColumns = ['change_id', 'table_name', 'op', 'first_row', 'last_row', 'before', 'after'] as const;

function writer(
  db: Kysely<Tables>,
  author: Author & { readonly undoes: number | null },
): Writer & { /** Last, once: nothing may be changed after it. */ seal(): Promise<void> } {
  const tables = watchTables(db);
  const { bulkRows } = dialectOf(db);
  // Tables differ in their row types; inside the writer they are all alike.
  const open = db as unknown as Kysely<{ any: { id: number } & Record<string, unknown> }>;
  let changeId: number | undefined;
  const begun = async (): Promise<number> => {
    const { programFile, at, who, command, undoes } = author;
    if (programFile === true) await noteProgramFile(db);
    return (
      await db.insertInto('change').values({ at, who, command, undoes }).returning('id').executeTakeFirstOrThrow()
    ).id;
  };
  const record = async (row: Omit<RowOf<'change_row'>, 'id' | 'change_id'>): Promise<void> => {
    changeId ??= await begun();
    const { table_name, op, first_row, last_row, before, after } = row;
    await bulkRows.insert(db, 'change_row', changeColumns, [
      [changeId, table_name, op, first_row, last_row, before, after],
    ]);
  };
  const rowById = async (table: Audited, id: number): Promise<Record<string, unknown>> =>
    open
      .selectFrom(table as 'any')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  const insertRows = async (
    table: Audited,
    columns: readonly string[],
    rows: Iterable<readonly StoredCell[]>,
  ): Promise<number[]> => {
    await tables.touch(table);
    const runs = await bulkRows.insert(db, table, columns, rows);
    for (const { first, last } of runs)
      await record({ table_name: table, op: 'insert', first_row: first, last_row: last, before: null, after: null });
    return runs.flatMap(idsIn);
  };

  return {
    db,
    seal: async () => {
      if (changeId !== undefined) await tables.seal(changeId);
    },
    insertRows,
    insert: async (table, rows) => {
      const plain = rows as unknown as readonly Readonly<Record<string, StoredCell>>[];
      const [example] = plain;
      if (example === undefined) return [];
      const columns = Object.keys(example);
      for (const row of plain) refuseOtherKeys(table, columns, row);
      const cells = plain.map((row) => columns.map((column) => row[column] ?? null));
      return insertRows(table, columns, cells);
    },
    update: async (table, id, patch) => {
      refuseUnstorable(Object.keys(patch), Object.values(patch));
      const before = await rowById(table, id);
      await tables.touch(table);
      await open
        .updateTable(table as 'any')
        .set(patch as Record<string, unknown>)
        .where('id', '=', id)
        .execute();
      const after = await rowById(table, id);
      const images = { before: JSON.stringify(before), after: JSON.stringify(after) };
      if (images.before === images.after) return;
      await record({ table_name: table, op: 'update', first_row: id, last_row: id, ...images });
    },
    imageBefore: async (table, id) => {
      if (changeId === undefined) return undefined;
      const image = await db
        .selectFrom('change_row')
        .select('before')
        .where('change_id', '=', changeId)
        .where('table_name', '=', table)
        .where('op', '=', 'update')
        .where('first_row', '=', id)
        .orderBy('id')
        .executeTakeFirst();
      return image?.before == null ? undefined : (JSON.parse(image.before) as never);
    },
    remove: async (table, ids) => {
      await tables.touch(table);
      for (const id of ids) {
        const before = JSON.stringify(await rowById(table, id));
        await open
          .deleteFrom(table as 'any')
          .where('id', '=', id)
          .execute();
        await record({ table_name: table, op: 'delete', first_row: id, last_row: id, before, after: null });
      }
    },
  };
}

function idsIn({ first, last }: IdRun): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Throws TypeError where a row has other columns than the first: what only it has would be lost, and what it lacks be NULL. */
function refuseOtherKeys(table: string, columns: readonly string[], row: Readonly<Record<string, unknown>>): void {
  const keys = Object.keys(row);
  if (keys.length === columns.length && columns.every((column) => Object.hasOwn(row, column))) return;
  throw new TypeError(`rows for ${table} differ in their columns: ${columns.join(', ')} and ${keys.join(', ')}`);
}

/** The last changes, newest first, with the number of rows each touched. */
export async function recentChanges(
  store: Store,
  limit: number,
): Promise<{ at: string; who: string; command: string; rows: number }[]> {
  return store.db
    .selectFrom('change')
    .leftJoin('change_row', (join) =>
      join.onRef('change_row.change_id', '=', 'change.id').on('change_row.table_name', '<>', 'change'),
    )
    .select(['change.at', 'change.who', 'change.command'])
    .select(sql<number>`coalesce(sum(change_row.last_row - change_row.first_row + 1), 0)`.as('rows'))
    .groupBy('change.id')
    .orderBy('change.id', 'desc')
    .limit(limit)
    .execute();
}
