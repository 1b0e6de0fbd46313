// Columns and checks of the tables, in SQLite's words.
import { sql } from 'kysely';
import type { SchemaWords } from '../dialect.ts';

export const schemaWords: SchemaWords = {
  identity: (column) => column.primaryKey().autoIncrement(),
  // SQLite would else keep a word in a column of numbers.
  finishTable: (table) => table.modifyEnd(sql`strict`),
  caseless: (column) => column.modifyEnd(sql`collate nocase`),
  day: (name) => sql<boolean>`${sql.ref(name)} is date(${sql.ref(name)})`,
  instant: (name) => sql<boolean>`${sql.ref(name)} like '____-__-__T__:__:__.___Z'`,
  json: (name) => sql<boolean>`json_valid(${sql.ref(name)})`,
  among: (name, words) => sql<boolean>`${sql.ref(name)} in (${sql.join(words.map((word) => sql.lit(word)))})`,
};
