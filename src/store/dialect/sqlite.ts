// All that is SQLite's own, in one place: identity columns, strictness, JSON checks, locking. PostgreSQL gets a twin of this file.
import { sql, type ColumnDefinitionBuilder, type CreateTableBuilder, type RawBuilder, type SqlBool } from 'kysely';

/** 'Mtrc' as a 32-bit big-endian number: marks a database as ours (SQLite header, offset 68). */
export const applicationId = 0x4d747263;

/** Integer identity, never reused: a deleted person's number must not come back as somebody else's. */
export function identity(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.primaryKey().autoIncrement();
}

/** SQLite would else keep a word in a column of numbers. */
export function finishTable<T extends string, C extends string>(
  table: CreateTableBuilder<T, C>,
): CreateTableBuilder<T, C> {
  return table.modifyEnd(sql`strict`);
}

/** Text compared without case: cohort names, e-mail addresses. */
export function caseless(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.modifyEnd(sql`collate nocase`);
}

/** A calendar day `YYYY-MM-DD`, checked by the database. */
export function day(name: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(name)} is date(${sql.ref(name)})`;
}

/** A UTC instant `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export function instant(name: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(name)} like '____-__-__T__:__:__.___Z'`;
}

/** A text that is JSON, checked by the database. */
export function json(name: string): RawBuilder<boolean> {
  return sql<boolean>`json_valid(${sql.ref(name)})`;
}

/** One of some words, checked by the database. */
export function among(name: string, words: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(name)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

/** Takes the write lock at once, so that a second writer waits instead of failing half-way. */
export const begin = sql`begin immediate`;
/** A large import would otherwise push pages out to the file and fetch them back all the time. In KiB. */
export const roomToWrite = sql`pragma cache_size = -65536`;
export const commit = sql`commit`;
export const rollback = sql`rollback`;

/** `column in (...)` for a list of any length: one bound variable. */
export function within(column: string, values: readonly (string | number)[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** An insert of so many rows at once, whose values are bound by position, row after row. */
export function insertStatement(table: string, columns: readonly string[], rows: number): string {
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${Array<string>(rows).fill(row).join(', ')}`;
}

/** Every column of every table that points at a person. */
export const personColumns = sql<{ table: string; column: string }>`
  select m.name as "table", f."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) f
  where m.type = 'table' and f."table" = 'person' order by m.name, f."from"`;

/** Every column of every table of ours that holds text. */
export const textColumns = sql<{ table: string; column: string }>`
  select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
  where m.type = 'table' and m.name not like 'sqlite%' and c.type = 'TEXT' order by m.name, c.name`;

/** References are checked when the transaction ends, not row by row. */
export const checkReferencesLast = sql`pragma defer_foreign_keys = on`;

/** Writes the file anew: what was deleted is gone from its free pages, too. Outside of a transaction. */
export const rewriteFile = sql`vacuum`;

/** A sound copy of the whole database, taken while others may read, into an empty file. */
export function copyInto(path: string): RawBuilder<unknown> {
  return sql`vacuum into ${path}`;
}
