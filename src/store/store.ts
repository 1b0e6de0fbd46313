// The open database: one file, checked to be ours before anything is believed, closed when the command ends.
import { closeSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Failure } from '../domain/failure.ts';
import { cipherDriver, openEngine } from './dialect/engine.ts';
import { pairReader, type ReadPairs } from './dialect/read-pairs.ts';
import { applicationId } from './dialect/sqlite.ts';
import { foreign, inspect, mustBeKnown } from './file-header.ts';
import { noKey, wrongKey, type KeySource } from './key.ts';
import { latestVersion, migrate, settle } from './migrate.ts';
import type { Tables } from './tables.ts';

export interface Store {
  readonly path: string;
  /** What the file is encrypted with, where it is. */
  readonly key: string | undefined;
  readonly db: Kysely<Tables>;
  /** Rows as bare values, one by one: for reading so many that they must not all stand in memory. */
  rows(sql: string, ...values: readonly (string | number)[]): IterableIterator<readonly (string | number | null)[]>;
  /** Two numbers of every row, handed over as they are met: for millions of them, where rows are made too slowly. */
  readonly pairs: ReadPairs;
  /** A statement compiled once and run again and again; gives the number of the last row it inserted. */
  inserter(sql: string): (cells: readonly StoredCell[]) => number;
  /** Done once when the store is closed, before it is. */
  beforeClose(work: () => void): void;
  close(): Promise<void>;
}

/** What a cell of the database can hold. */
export type StoredCell = string | number | null;

/** A database nobody keeps: what a dry run writes to where there is no program yet. */
export const inMemory = ':memory:';

export interface OpenOptions {
  /** Make a new one where there is none. */
  readonly create: boolean;
  /** Where the key is had from, if the file is encrypted; one that is made is encrypted where a key was given. */
  readonly key?: KeySource;
  /** False: of a copy that is checked, no copy is made before it is brought to the tables of today. */
  readonly copies?: boolean;
  /** False: what was written may be lost when the power fails, which nobody minds of a test's folder. */
  readonly waitsForDisk?: boolean;
}

/** Opens the program's database. Migrates an older one, after a copy. */
export async function openStore(path: string, options: OpenOptions): Promise<Store> {
  const found = path === inMemory ? undefined : inspect(path, options.create);
  const key = await keyFor(path, found, options.key);
  if (found === undefined && path !== inMemory) makePrivate(path);
  const connection = connect(path, options, key);
  const version = found === undefined ? undefined : versionOf(connection, path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
  const rows: Store['rows'] = (sql, ...values) =>
    connection
      .prepare<unknown[], readonly (string | number | null)[]>(sql)
      .raw(true)
      .iterate(...values);
  const statements = new Map<string, Database.Statement<(readonly StoredCell[])[]>>();
  const inserter: Store['inserter'] = (sql) => {
    const statement = statements.get(sql) ?? connection.prepare<(readonly StoredCell[])[]>(sql);
    statements.set(sql, statement);
    return (cells) => Number(statement.run(cells).lastInsertRowid);
  };
  const closing: (() => void)[] = [];
  const store: Store = {
    path,
    key,
    db,
    rows,
    pairs: pairReader(connection),
    inserter,
    beforeClose: (work) => closing.push(work),
    close: () => {
      for (const work of closing.splice(0)) work();
      return db.destroy();
    },
  };
  try {
    const { copies = true } = options;
    await settle(connection, { path, version: version ?? 0, copies });
    if (version !== latestVersion) await migrate(db, connection, { path, from: version ?? 0, copies });
    return store;
  } catch (error) {
    await store.close();
    throw translate(error, path);
  }
}

/** SQLite's own errors in the admin's words; anything else passes through. */
export function translate(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  const where = { source: path };
  if (code === 'SQLITE_READONLY_DBMOVED') {
    return new Failure('busy', {
      code: 'database-busy',
      message: 'the database was replaced by another program meanwhile',
      where,
      hint: 'Run the command again; nothing was changed.',
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const hint = 'Wait for it to end and run the command again; nothing was changed.';
    return new Failure('busy', {
      code: 'database-busy',
      message: 'another program is writing to the database',
      where,
      hint,
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    const hint = 'Restore the last backup; mentorctl never changes a damaged file.';
    return new Failure('bad-data', {
      code: 'database-damaged',
      message: 'the database is damaged',
      where,
      hint,
      cause: error,
    });
  }
  if (/^SQLITE_(READONLY|FULL|IOERR|CANTOPEN|PERM)/.test(code)) {
    const message = code.startsWith('SQLITE_FULL') ? 'the disk is full' : 'the database cannot be written';
    const hint = 'Check that the folder and the file are writable and have room; nothing was changed.';
    return new Failure('cannot-write', { code: 'database-not-writable', message, where, hint, cause: error });
  }
  return error;
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
    throw translate(error, path);
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
    if (key !== undefined && (error as { code?: unknown }).code === 'SQLITE_NOTADB') throw wrongKey(path, error);
    throw translate(error, path);
  }
}
