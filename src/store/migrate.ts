// Brings a database to the latest shape: an explicit list, all in one immediate transaction, after a copy of the file.
import { closeSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { sql, type Kysely } from 'kysely';
import { applicationId } from './dialect/sqlite.ts';
import { immediately } from './immediate.ts';
import { first } from './migrations/001-first.ts';
import type { Tables } from './tables.ts';

const migrations: readonly ((db: Kysely<never>) => Promise<void>)[] = [first];

/** Of the shape of the tables; stands in the file's header as user_version. */
export const latestVersion = migrations.length;

/**
 * Runs what is missing after version `from`; `from` > 0 is copied to `<path>.v<from>.bak` first.
 * Kysely's own migrator is not used: on SQLite it is neither atomic nor locked.
 */
export async function migrate(
  db: Kysely<Tables>,
  connection: Database.Database,
  { path, from }: { readonly path: string; readonly from: number },
): Promise<void> {
  if (from > 0) {
    const copy = `${path}.v${from}.bak`;
    // Made first, as it holds what the database holds: readable by its owner alone.
    closeSync(openSync(copy, 'w', 0o600));
    await connection.backup(copy);
  }
  await immediately(db, async (conn) => {
    // Another process may have done it while we waited for the lock.
    const now = Number(connection.pragma('user_version', { simple: true }));
    for (const step of migrations.slice(now)) await step(conn as unknown as Kysely<never>);
    await sql`pragma application_id = ${sql.lit(applicationId)}`.execute(conn);
    await sql`pragma user_version = ${sql.lit(latestVersion)}`.execute(conn);
  });
}
