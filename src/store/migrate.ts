// Brings a database to the latest shape: an explicit list, all in one immediate transaction, after a copy of the file.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Failure } from '../domain/failure.ts';
import { unfinishedName } from '../domain/unfinished.ts';
import { applicationId } from './dialect/sqlite.ts';
import { immediately } from './immediate.ts';
import { first } from './migrations/001-first.ts';
import { second } from './migrations/002-trail.ts';
import { isForeign, reshape, shapeOf } from './dialect/shape.ts';
import type { Tables } from './tables.ts';

export type Migration = (db: Kysely<never>) => Promise<void>;

const migrations: readonly Migration[] = [first, second];

/** Of the shape of the tables; stands in the file's header as user_version. */
export const latestVersion = migrations.length;

/** Of the tables and indexes that each migration leaves, see shapeOf. They are frozen: where one would change, another migration is needed. */
export const shapes = [
  '6d0e0f3cc9846a915a4918e08d8f7ff592c3e71e72e92aaab4da692440ad4074',
  'b960f5de7b161abb3bea30e55d3a7562b02925dede98285a2f7d7531817067f1',
] as const;

/**
 * Runs what is missing after version `from`; `from` > 0 is copied to `<path>.v<from>.bak` first.
 * Kysely's own migrator is not used: on SQLite it is neither atomic nor locked.
 */
export async function migrate(
  db: Kysely<Tables>,
  connection: Database.Database,
  {
    path,
    from,
    steps = migrations,
    copies = true,
  }: {
    readonly path: string;
    readonly from: number;
    readonly steps?: readonly Migration[];
    readonly copies?: boolean;
  },
): Promise<void> {
  if (from > 0 && copies) copyBefore(connection, `${path}.v${from}.bak`);
  await immediately(db, async (conn) => {
    // Another process may have done it while we waited for the lock.
    const now = Number(connection.pragma('user_version', { simple: true }));
    for (const step of steps.slice(now)) await step(conn as unknown as Kysely<never>);
    await sql`pragma application_id = ${sql.lit(applicationId)}`.execute(conn);
    await sql`pragma user_version = ${sql.lit(steps.length)}`.execute(conn);
  });
}

/**
 * Brings the tables of a file of ours to those of its own `version`. The first databases of version 0.1 say that they have its shape, and lack tables and columns that came before it was
 * settled: they are brought to it, after a copy. Throws Failure where that cannot be done, and for tables or triggers that
 * are none of ours; the file is then as it was.
 */
export async function settle(
  connection: Database.Database,
  { path, version, copies }: { readonly path: string; readonly version: number; readonly copies: boolean },
): Promise<void> {
  if (isSettled(connection)) return;
  const wanted = new Database(':memory:');
  try {
    const fresh = new Kysely<Tables>({ dialect: new SqliteDialect({ database: wanted }) });
    await migrate(fresh, wanted, { path: ':memory:', from: 0, steps: migrations.slice(0, version) });
    if (isForeign(connection, wanted))
      throw new Failure('bad-data', {
        code: 'foreign-database',
        message: 'this is a database of another program',
        where: { source: path },
        hint: 'Name the right file with --db; this one was not touched.',
      });
    // A file that is new: nothing is in it yet.
    if (version === 0) return;
    if (copies) copyBefore(connection, `${path}.early.bak`);
    reshape(connection, wanted, () => isSettled(connection));
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('bad-data', {
      code: 'early-database',
      message: 'this database was made by an early mentorctl 0.1 and cannot be brought to the tables of today',
      where: { source: path },
      hint: 'Nothing was changed. Write it out with the mentorctl that made it (export people, export meetings) and import that into a new folder.',
      cause,
    });
  } finally {
    wanted.close();
  }
}

/** Of whatever version: another process may have brought it to the next one meanwhile. */
function isSettled(connection: Database.Database): boolean {
  return (shapes as readonly string[]).includes(shapeOf(connection));
}

/** Made first, as it holds what the database holds: readable by its owner alone. */
function copyBefore(connection: Database.Database, copy: string): void {
  const half = unfinishedName(copy, process.pid, randomBytes(6).toString('hex'));
  closeSync(openSync(half, 'wx', 0o600));
  // Encrypted where the database is; whole before it has its name.
  connection.prepare('vacuum into ?').run(half);
  renameSync(half, copy);
}
