// One file, opened: checked to be ours, made where there is none, brought to the tables of today.
import { closeSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Failure } from '../../../domain/failure.ts';
import { noKey, wrongKey, type KeySource } from '../../key.ts';
import { latestVersion, migrate } from '../../migrate.ts';
import { inMemory, type OpenOptions } from '../../open-options.ts';
import type { Tables } from '../../tables.ts';
import { faultOf, translateOpening } from '../faults.ts';
import { cipherDriver, openEngine } from './engine.ts';
import { foreign, inspect, mustBeKnown } from './file-header.ts';
import { settle } from './settle.ts';
import { sqlite } from './sqlite.ts';
import { applicationId } from './upkeep.ts';

/** `key`: what the file is encrypted with, where it is. */
export async function openSqlite(
  path: string,
  options: OpenOptions,
): Promise<{ readonly db: Kysely<Tables>; readonly key: string | undefined }> {
  const found = path === inMemory ? undefined : inspect(path, options.create);
  const key = await keyFor(path, found, options.key);
  if (found === undefined && path !== inMemory) makePrivate(path);
  const connection = connect(path, options, key);
  const version = found === undefined ? undefined : versionOf(connection, path);
  const db = new Kysely<Tables>({ dialect: sqlite(connection, { path, key }) });
  try {
    const { copies = true } = options;
    await settle(db, connection, { path, version: version ?? 0, copies });
    if (version !== latestVersion) await migrate(db, { path, from: version ?? 0, copies });
    return { db, key };
  } catch (error) {
    await db.destroy();
    throw translateOpening(error, path);
  }
}

/** Nothing for a database that stands and is not encrypted. Before anything is made it is seen whether it can be used. */
async function keyFor(
  path: string,
  found: number | 'encrypted' | undefined,
  source: KeySource | undefined,
): Promise<string | undefined> {
  if (found === 'encrypted' && source === undefined) throw noKey();
  const isNew = found === undefined && path !== inMemory;
  if (source === undefined || !(found === 'encrypted' || (isNew && source.given))) return undefined;
  const key = await source.read();
  cipherDriver();
  return key;
}

/**
 * Of the open database: what its header said before may be half of a change that SQLite has taken back meanwhile. Undefined for
 * one that nothing came of, since the first command in it was killed.
 */
function versionOf(connection: Database.Database, path: string): number | undefined {
  try {
    const [mark, version] = ['application_id', 'user_version'].map((name) => connection.pragma(name, { simple: true }));
    const empty = connection.prepare('select 1 from sqlite_master').get() === undefined;
    if (mark === 0 && version === 0 && empty) return undefined;
    if (mark !== applicationId) throw foreign(path);
    mustBeKnown(Number(version), path);
    return Number(version);
  } catch (error) {
    connection.close();
    throw translateOpening(error, path);
  }
}

/** People's data: readable by its owner alone, from the first byte. */
function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch (cause) {
    throw new Failure('cannot-write', {
      code: 'database-not-writable',
      message: 'the database cannot be made here',
      where: { source: path },
      hint: 'Check that the folder exists and is writable.',
      cause,
    });
  }
}

function connect(path: string, { waitsForDisk = true }: OpenOptions, key: string | undefined): Database.Database {
  let connection: Database.Database | undefined;
  try {
    connection = openEngine(path, { timeout: 5000 }, key);
    // DELETE journal, not WAL: these files live in synced folders and get e-mailed, where WAL's second file is lost.
    connection.pragma('journal_mode = delete');
    connection.pragma(`synchronous = ${waitsForDisk ? 'full' : 'off'}`);
    // Reports read most pages once: room for many would only be filled. See also roomToWrite. In KiB.
    connection.pragma('cache_size = -16384');
    connection.pragma('foreign_keys = on');
    connection.pragma('secure_delete = on');
    return connection;
  } catch (error) {
    connection?.close();
    if (key !== undefined && faultOf(error) === 'unreadable') throw wrongKey(path, error);
    throw translateOpening(error, path);
  }
}
