// Is the database whole? SQLite's own checks, in words.
import { sql } from 'kysely';
import type { Store } from './store.ts';

/** What is wrong, one sentence each; empty when the file is sound. */
export async function checkStore(store: Store): Promise<string[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db);
  const foreign = await sql<{ table: string }>`pragma foreign_key_check`.execute(store.db);
  return [
    ...integrity.rows.flatMap(({ integrity_check }) => (integrity_check === 'ok' ? [] : [integrity_check])),
    ...foreign.rows.map(({ table }) => `a row of ${table} refers to something that is not there`),
  ];
}
