// Very many rows in and out: statements compiled once, cells bound and read by position, many rows a statement.
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { BulkRows, IdRun, StoredCell } from '../dialect.ts';
import { refuseUnstorable } from '../../unstorable.ts';

/** A statement has its price whatever it inserts, so that most rows go in so many at a time. */
const rowsAtOnce = 25;

/** Of rows that are read. */
const rowsAPart = 500;

export function bulkRows(connection: Database.Database): BulkRows {
  const statements = new Map<string, Database.Statement<(readonly StoredCell[])[]>>();
  const prepared = (sql: string): Database.Statement<(readonly StoredCell[])[]> => {
    const statement = statements.get(sql) ?? connection.prepare<(readonly StoredCell[])[]>(sql);
    statements.set(sql, statement);
    return statement;
  };
  const raw = (sql: string): IterableIterator<readonly StoredCell[]> =>
    connection.prepare<unknown[], readonly StoredCell[]>(sql).raw(true).iterate();
  return {
    insert: (_, table, columns, rows) =>
      new Promise((resolve) => {
        resolve(insertAll(prepared, table, columns, rows));
      }),
    read: async function* (_, table, columns) {
      // From one number to the next: no statement is left open while somebody else is served.
      const statement = connection
        .prepare<unknown[], readonly StoredCell[]>(
          `select ${columns.map(quoted).join(', ')}, id from ${quoted(table)} where id > ? order by id limit ${rowsAPart}`,
        )
        .raw(true);
      let last: StoredCell = -1;
      for (;;) {
        const part: (readonly StoredCell[])[] = await Promise.resolve(statement.all(last));
        if (part.length > 0) yield part.map((row) => row.slice(0, -1));
        if (part.length < rowsAPart) return;
        last = part.at(-1)?.at(-1) ?? null;
      }
    },
    sumOf: (_, table, most) => {
      const [rows] = [...raw(`select count(*) from (select 1 from ${quoted(table)} limit ${most + 1})`)];
      if (Number(rows?.[0]) > most) return Promise.resolve(null);
      const hash = createHash('sha256');
      for (const row of raw(`select * from ${quoted(table)} order by id`))
        hash.update(JSON.stringify(row)).update('\n');
      return Promise.resolve(hash.digest('hex'));
    },
    listLeftOut: (_, people) => {
      connection.exec('create temp table left_out (person_id integer primary key)');
      const add = connection.prepare<[number]>('insert or ignore into temp.left_out values (?)');
      for (const person of people) add.run(person);
      return Promise.resolve();
    },
  };
}

function insertAll(
  prepared: (sql: string) => Database.Statement<(readonly StoredCell[])[]>,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly StoredCell[]>,
): IdRun[] {
  const one = prepared(insertStatement(table, columns, 1));
  const many = prepared(insertStatement(table, columns, rowsAtOnce));
  const insert = (statement: typeof one, cells: readonly StoredCell[]): number =>
    Number(statement.run(cells).lastInsertRowid);
  // Rows that bring their own number, as an undo does, must be asked for it one by one.
  const most = columns.includes('id') ? 0 : rowsAtOnce * columns.length;
  const runs: { first: number; last: number }[] = [];
  const given = (first: number, last: number): void => {
    const before = runs.at(-1);
    if (before?.last === first - 1) before.last = last;
    else runs.push({ first, last });
  };
  const addOne = (cells: readonly StoredCell[]): void => {
    const id = insert(one, cells);
    given(id, id);
  };
  let held: StoredCell[] = [];
  for (const cells of rows) {
    refuseUnstorable(columns, cells);
    if (most === 0) {
      addOne(cells);
      continue;
    }
    for (const cell of cells) held.push(cell);
    if (held.length < most) continue;
    // One statement of one writer: SQLite answers with the last number, and gave them in turn.
    const last = insert(many, held);
    given(last - rowsAtOnce + 1, last);
    held = [];
  }
  for (let start = 0; start < held.length; start += columns.length) addOne(held.slice(start, start + columns.length));
  return runs;
}

/** An insert of so many rows at once, whose values are bound by position, row after row. */
function insertStatement(table: string, columns: readonly string[], rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${Array<string>(rows).fill(row).join(', ')}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
