// Whether the tables of a file are those that this version settled on, and how files from before that are brought there.
import { sha256 } from '../../sha256.ts';
import type Database from 'better-sqlite3';

interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/** Tables and indexes as they were made; what SQLite makes by itself is left out. */
function partsOf(connection: Database.Database): readonly Part[] {
  const rows = connection
    .prepare<[], Part>(
      "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite%' order by name",
    )
    .all();
  return rows.map((row) => ({ ...row, sql: row.sql.replace(/\s+/g, ' ').replaceAll('"', '').trim() }));
}

/** SHA-256, in hexadecimal, of all tables and indexes. */
export function shapeOf(connection: Database.Database): string {
  const text = partsOf(connection).map(({ type, name, sql }) => `${type} ${name}: ${sql}`);
  return sha256(text.join('\n'));
}

/** Whether it holds what ours never held, or lacks what all of ours have: then it is another program's, whatever its numbers say. */
export function isForeign(connection: Database.Database, ours: Database.Database): boolean {
  const parts = partsOf(connection);
  if (parts.length === 0) return false;
  const known = new Set(partsOf(ours).map(({ name }) => name));
  const names = new Set(parts.map(({ name }) => name));
  return (
    parts.some(({ type, name }) => type !== 'index' && !known.has(name)) ||
    ['cohort', 'person', 'change'].some((name) => !names.has(name))
  );
}

/**
 * Brings the tables of `connection` to those of `wanted`, a database that is empty: a table or column that is new there
 * is added, one that is made otherwise is made anew with its rows. In a transaction of its own. Throws where rows do not fit.
 * `isDone`: asked once nobody else can write.
 */
export function reshape(connection: Database.Database, wanted: Database.Database, isDone: () => boolean): void {
  const parts = partsOf(wanted);
  // Tables are made anew one by one while others point at them.
  connection.pragma('foreign_keys = off');
  try {
    connection.exec('begin immediate');
    if (isDone()) {
      connection.exec('rollback');
      return;
    }
    const there = new Map(partsOf(connection).map((part) => [part.name, part]));
    for (const { type, name } of there.values()) if (type === 'index') connection.exec(`drop index "${name}"`);
    for (const { type, name, sql } of parts) {
      if (type !== 'table') continue;
      const old = there.get(name);
      if (old?.sql === sql) continue;
      if (old === undefined) connection.exec(sql);
      else makeAnew(connection, wanted, name, sql);
    }
    for (const { type, sql } of parts) if (type === 'index') connection.exec(sql);
    const broken = connection.pragma('foreign_key_check') as readonly unknown[];
    if (broken.length > 0) throw new Error('a row refers to something that is not there');
    connection.exec('commit');
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback');
    throw error;
  } finally {
    connection.pragma('foreign_keys = on');
  }
}

function makeAnew(connection: Database.Database, wanted: Database.Database, name: string, sql: string): void {
  const columnsOf = (of: Database.Database): string[] =>
    of.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(name);
  const had = columnsOf(connection);
  const shared = columnsOf(wanted)
    .filter((column) => had.includes(column))
    .map((column) => `"${column}"`);
  const made = `${name}_anew`;
  connection.exec(sql.replace(/^create table \S+/i, `create table "${made}"`));
  connection.exec(`insert into "${made}" (${shared.join(', ')}) select ${shared.join(', ')} from "${name}"`);
  connection.exec(`drop table "${name}"`);
  connection.exec(`alter table "${made}" rename to "${name}"`);
}
