// Brings a database to the latest shape: an explicit list, all in one immediate transaction, after a copy of the file.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { unfinishedName } from '../domain/unfinished.ts';
import { dialectOf } from './dialect/dialect.ts';
import { immediately } from './immediate.ts';
import { first } from './migrations/001-first.ts';
import { second } from './migrations/002-trail.ts';
import type { Tables } from './tables.ts';

export type Migration = (db: Kysely<never>) => Promise<void>;

export const migrations: readonly Migration[] = [first, second];

/** Of the shape of the tables; stands in the file's header as user_version. */
export const latestVersion = migrations.length;

/**
 * Runs what is missing after version `from`; `from` > 0 is copied to `<path>.v<from>.bak` first.
 * Kysely's own migrator is not used: it is not atomic and locked on every engine.
 */
export async function migrate(
  db: Kysely<Tables>,
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
  const { upkeep } = dialectOf(db);
  if (from > 0 && copies) await copyBefore(db, `${path}.v${from}.bak`);
  await immediately(db, async (conn) => {
    // Another process may have done it while we waited for the lock.
    const now = await upkeep.version(conn);
    for (const step of steps.slice(now)) await step(conn as unknown as Kysely<never>);
    await upkeep.setVersion(conn, steps.length);
  });
}

/** Made first, as it holds what the database holds: readable by its owner alone. */
export async function copyBefore(db: Kysely<Tables>, copy: string): Promise<void> {
  const half = unfinishedName(copy, process.pid, randomBytes(6).toString('hex'));
  closeSync(openSync(half, 'wx', 0o600));
  // Encrypted where the database is; whole before it has its name.
  await dialectOf(db).upkeep.copyInto(db, half);
  renameSync(half, copy);
}
