// All that is SQLite's own, in one place: identity columns, strictness, JSON checks, locking. PostgreSQL gets a twin of this file.
import { sql, type ColumnDefinitionBuilder, type CreateTableBuilder, type RawBuilder } from 'kysely';

/** 'Mtrc' as a 32-bit big-endian number: marks a database as ours (SQLite header, offset 68). */
export const applicationId = 0x4d747263;

/** Integer identity, never reused: a deleted person's number must not come back as somebody else's. */
export function identity(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.primaryKey().autoIncrement();
}

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

export function json(name: string): RawBuilder<boolean> {
  return sql<boolean>`json_valid(${sql.ref(name)})`;
}

export function among(name: string, words: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(name)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

/** Takes the write lock at once, so that a second writer waits instead of failing half-way. */
export const begin = sql`begin immediate`;
export const commit = sql`commit`;
export const rollback = sql`rollback`;

/** Variables SQLite binds in one statement. */
export const maxVariables = 32766;
