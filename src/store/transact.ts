// The one way to write: one immediate transaction a command, every row change on the audit trail in the same transaction.
import { sql, type Insertable, type Kysely, type Updateable } from 'kysely';
import { begin, commit, insertMany, rollback } from './dialect/sqlite.ts';
import { translate, type Store } from './store.ts';
import type { RowOf, Tables } from './tables.ts';

/** Who does what, for the audit trail. `at`: UTC instant with milliseconds. */
export interface Author {
  readonly at: string;
  readonly who: string;
  readonly command: string;
}

type Audited = Exclude<keyof Tables, 'change' | 'change_row'>;

/** Writes inside the transaction. Reads go through `db`, which is the same connection. */
export interface Writer {
  readonly db: Kysely<Tables>;
  /** Inserts rows in batches; gives their ids in order. Refuses NaN and infinities, which SQLite would store as NULL. */
  insert<T extends Audited>(table: T, rows: readonly Insertable<Tables[T]>[]): Promise<number[]>;
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
    return await store.db.connection().execute(async (conn) => {
      await begin.execute(conn);
      try {
        const result = await work(writer(conn, { ...author, undoes: options.undoes ?? null }));
        await (options.dryRun === true ? rollback : commit).execute(conn);
        return result;
      } catch (error) {
        await rollback.execute(conn);
        throw error;
      }
    });
  } catch (error) {
    throw translate(error, store.path);
  }
}

/** Bounds the text of one statement. */
const rowsAtOnce = 5000;

function writer(db: Kysely<Tables>, author: Author & { readonly undoes: number | null }): Writer {
  // Tables differ in their row types; inside the writer they are all alike.
  const open = db as unknown as Kysely<{ any: { id: number } & Record<string, unknown> }>;
  let changeId: number | undefined;
  const record = async (row: Omit<RowOf<'change_row'>, 'id' | 'change_id'>): Promise<void> => {
    changeId ??= (await db.insertInto('change').values(author).returning('id').executeTakeFirstOrThrow()).id;
    await db
      .insertInto('change_row')
      .values({ ...row, change_id: changeId })
      .execute();
  };
  const rowById = async (table: Audited, id: number): Promise<Record<string, unknown>> =>
    open
      .selectFrom(table as 'any')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  return {
    db,
    insert: async (table, rows) => {
      const ids: number[] = [];
      const [example] = rows;
      if (example === undefined) return ids;
      rows.forEach(refuseUnstorable);
      const columns = Object.keys(example);
      for (let start = 0; start < rows.length; start += rowsAtOnce) {
        const batch = rows.slice(start, start + rowsAtOnce) as unknown as Readonly<
          Record<string, string | number | null>
        >[];
        const cells = batch.map((row) => columns.map((column) => row[column] ?? null));
        for (const { id } of (await insertMany(table, columns, cells).execute(db)).rows) ids.push(id);
      }
      ids.sort((a, b) => a - b);
      await record({
        table_name: table,
        op: 'insert',
        first_row: ids[0] ?? 0,
        last_row: ids.at(-1) ?? 0,
        before: null,
        after: null,
      });
      return ids;
    },
    update: async (table, id, patch) => {
      refuseUnstorable(patch);
      const before = await rowById(table, id);
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

function refuseUnstorable(row: object): void {
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TypeError(`${key} is ${value}, which no column can hold`);
  }
}

/** The last changes, newest first, with the number of rows each touched. */
export async function recentChanges(
  store: Store,
  limit: number,
): Promise<{ at: string; who: string; command: string; rows: number }[]> {
  return store.db
    .selectFrom('change')
    .leftJoin('change_row', 'change_row.change_id', 'change.id')
    .select(['change.at', 'change.who', 'change.command'])
    .select(sql<number>`coalesce(sum(change_row.last_row - change_row.first_row + 1), 0)`.as('rows'))
    .groupBy('change.id')
    .orderBy('change.id', 'desc')
    .limit(limit)
    .execute();
}
