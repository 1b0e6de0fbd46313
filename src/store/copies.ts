// Copies of the database: taken whole while it is in use, checked before they are believed, put in place by a rename.
import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, openSync, renameSync, rmSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';
import { checkStore } from './check-store.ts';
import { begin, copyInto, rollback } from './dialect/sqlite.ts';
import { openStore, storeExists, type Store } from './store.ts';

/** Writes a copy with mode 0600, through a temporary neighbour; the copy is opened and checked before it gets its name. */
export async function backupTo(store: Store, target: string): Promise<void> {
  const temporary = neighbour(target);
  try {
    closeSync(openSync(temporary, 'wx', 0o600));
    await copyInto(temporary).execute(store.db);
    await mustBeSound(temporary);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof Failure || (error as { code?: string }).code?.startsWith('SQLITE_') === true) throw error;
    throw new Failure('cannot-write', {
      code: 'cannot-write-file',
      message: `cannot write ${target}`,
      where: { source: target },
      hint: 'Check that the folder exists, is writable and has room.',
      cause: error,
    });
  }
}

/** Puts a copy in the database's place; what stood there is kept beside it. Gives where, if there was one. */
export async function restoreFrom(source: string, path: string, at: string): Promise<string | undefined> {
  const temporary = neighbour(path);
  try {
    closeSync(openSync(temporary, 'wx', 0o600));
    copyFileSync(source, temporary);
    await mustBeSound(temporary);
    const kept = await keepStanding(path, at);
    renameSync(temporary, path);
    return kept;
  } finally {
    for (const left of [temporary, `${temporary}-journal`]) rmSync(left, { force: true });
  }
}

/** Waits until nobody writes, then copies: a damaged one is kept as it is. */
async function keepStanding(path: string, at: string): Promise<string | undefined> {
  if (!storeExists(path)) return undefined;
  const kept = `${path}.before-restore-${at.replace(/[-:]|\.\d+/g, '')}`;
  const copy = (): void => {
    closeSync(openSync(kept, 'w', 0o600));
    copyFileSync(path, kept);
  };
  let store: Store;
  try {
    store = await openStore(path, { create: false });
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'bad-data') throw error;
    copy();
    return kept;
  }
  try {
    await store.db.connection().execute(async (conn) => {
      await begin.execute(conn);
      copy();
      await rollback.execute(conn);
    });
  } finally {
    await store.close();
  }
  return kept;
}

async function mustBeSound(path: string): Promise<void> {
  const store = await openStore(path, { create: false });
  try {
    const faults = await checkStore(store);
    if (faults.length > 0)
      throw new Failure('bad-data', {
        code: 'database-damaged',
        message: 'the copy is damaged',
        where: { source: path },
        hint: 'Use an older one; nothing was changed.',
      });
  } finally {
    await store.close();
  }
}

function neighbour(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.tmp`;
}
