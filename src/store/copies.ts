// Copies of the database: taken whole while it is in use, checked before they are believed, put in place by a rename.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { unfinishedName } from '../domain/unfinished.ts';
import { checkStore } from './check-store.ts';
import { dialectOf } from './dialect/dialect.ts';
import { faultOf, translate } from './dialect/faults.ts';
import { rekeyFile } from './dialect/sqlite/engine.ts';
import { isOurs, storeExists } from './dialect/sqlite/file-header.ts';
import { immediately } from './immediate.ts';
import { knownKey, wrongKey, type KeySource } from './key.ts';
import { proveTrail } from './trail.ts';
import { openStore, type Store } from './store.ts';

/**
 * Writes a copy with mode 0600, through a temporary neighbour; the copy is opened and checked before it gets its name.
 * Throws Failure('cannot-write').
 */
export async function backupTo(store: Store, target: string): Promise<void> {
  const temporary = neighbour(target);
  try {
    makeEmpty(temporary);
    await dialectOf(store.db).upkeep.copyInto(store.db, temporary);
    await mustBeSound(temporary, { proven: false, key: knownKey(store.key) });
    putInPlace(temporary, target);
  } catch (error) {
    throw asFailure(error, target);
  } finally {
    discard(temporary);
  }
}

/** What became of a restore. */
export interface Restored {
  /** Where what stood there is kept, if there was anything. */
  readonly kept: string | undefined;
  /** Whether what stands there now is encrypted. */
  readonly encrypted: boolean;
}

/**
 * Puts a copy in the database's place; what stood there is kept beside it. `at`: UTC instant, for the name of what is kept. A copy
 * that is not encrypted becomes so where the database was. Throws Failure for a copy that is damaged or not ours, and where it cannot write.
 */
export async function restoreFrom(source: string, named: string, at: string, key: KeySource): Promise<Restored> {
  // Where the name is a link, it stays one, and what it leads to is replaced.
  const path = storeExists(named) ? realpathSync(named) : named;
  const temporary = neighbour(path);
  try {
    makeEmpty(temporary);
    copyFileSync(source, temporary);
    const copyKey = await mustBeSound(temporary, { proven: true, key }).catch((error: unknown) => {
      throw notACopy(error, source);
    });
    let encrypted = copyKey !== undefined;
    const kept = await keepStanding(path, at, key, (standing) => {
      if (!encrypted && standing !== undefined) {
        rekeyFile(temporary, undefined, standing);
        encrypted = true;
      }
      putInPlace(temporary, path);
    });
    return { kept, encrypted };
  } catch (error) {
    throw asFailure(error, path);
  } finally {
    for (const left of [temporary, `${temporary}-journal`]) discard(left);
  }
}

/**
 * Encrypts the database with a key, with another one, or no more (`to` undefined): a copy is changed, checked and put in its place
 * before anybody else may write. Throws Failure where that cannot be done; the file is then as it was.
 */
export async function changeKey(store: Store, to: string | undefined): Promise<void> {
  const path = realpathSync(store.path);
  const temporary = neighbour(path);
  const replace = (): void => {
    putInPlace(temporary, path);
  };
  try {
    await immediately(
      store.db,
      async () => {
        makeEmpty(temporary);
        copyFileSync(path, temporary);
        rekeyFile(temporary, store.key, to);
        await mustBeSound(temporary, { proven: true, key: knownKey(to) });
        // Windows replaces no file that is open.
        if (process.platform !== 'win32') replace();
      },
      { keep: false },
    );
    if (process.platform === 'win32') {
      await store.close();
      replace();
    }
  } catch (error) {
    throw asFailure(error, path);
  } finally {
    for (const left of [temporary, `${temporary}-journal`]) discard(left);
  }
}

/**
 * Names of other databases of ours in the folder: copies made before a restore or an upgrade, backups kept beside. `key`: that of the database; without it
 * those that are encrypted are passed over.
 */
export function copiesBeside(path: string, key: string | undefined): string[] {
  const folder = dirname(path);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== basename(path) && isOurs(join(folder, entry.name), key))
    .map(({ name }) => name)
    .sort();
}

/** Waits until nobody writes, copies, and replaces before anybody else may write: a damaged one is kept as it is. */
async function keepStanding(
  path: string,
  at: string,
  key: KeySource,
  replaceBy: (standing: string | undefined) => void,
): Promise<string | undefined> {
  if (!storeExists(path)) {
    replaceBy(key.given ? await key.read() : undefined);
    return undefined;
  }
  const kept = freeName(`${path}.before-restore-${at.replace(/[-:]|\.\d+/g, '')}`);
  const copy = (): void => {
    // Whole before it has its name: half of it would pass for what stood there.
    const half = neighbour(kept);
    makeEmpty(half);
    copyFileSync(path, half);
    putInPlace(half, kept);
  };
  let store: Store;
  try {
    store = await openStore(path, { create: false, key });
  } catch (error) {
    if (!(error instanceof Failure) || !isBeyondUse(error)) throw error;
    const standing = error.code === 'wrong-key' ? await key.read() : undefined;
    copy();
    // What the engine would have used to mend the old file goes with it: it would spoil the new one.
    if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${kept}-journal`);
    replaceBy(standing);
    return kept;
  }
  const replace = (): void => {
    replaceBy(store.key);
  };
  try {
    const locked = (): Promise<void> => {
      copy();
      // Windows replaces no file that is open.
      if (process.platform !== 'win32') replace();
      return Promise.resolve();
    };
    await immediately(store.db, locked, { keep: false });
  } catch (error) {
    throw translate(error, path);
  } finally {
    await store.close();
  }
  if (process.platform === 'win32') replace();
  return kept;
}

/** Damaged, or not to be opened with any key that is known: it is kept as it is, should its key be found. */
function isBeyondUse({ kind, code }: Failure): boolean {
  return kind === 'bad-data' || ['wrong-key', 'needs-key', 'no-ciphers'].includes(code);
}

/** `proven`: what the audit trail says of it, too; a database that is not so can still be copied. Gives the key it is encrypted with. */
async function mustBeSound(
  path: string,
  { proven, key }: { readonly proven: boolean; readonly key: KeySource },
): Promise<string | undefined> {
  const store = await openStore(path, { create: false, copies: false, key });
  try {
    const faults = await checkStore(store.db);
    const [first] = faults.length === 0 && proven ? (await proveTrail(store.db)).faults : faults;
    if (first !== undefined)
      throw new Failure('bad-data', {
        code: 'database-damaged',
        message: `the copy is damaged: ${first}`,
        where: { source: path },
        hint: 'Use an older one; nothing was changed.',
      });
    return store.key;
  } finally {
    await store.close();
  }
}

/** A copy is opened under another name: what is wrong is said of the file that was given. */
function notACopy(error: unknown, source: string): unknown {
  if (!(error instanceof Failure) || (error.kind !== 'bad-data' && error.code !== 'wrong-key')) return error;
  const { code, message } = error;
  if (error.code === 'wrong-key') return wrongKey(source, error);
  const hint = 'Name a copy that mentorctl data backup made; nothing was changed.';
  return new Failure('bad-data', { code, message, where: { source }, hint, cause: error });
}

/** Readable by its owner alone from the first byte; never in the place of another file. */
function makeEmpty(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

/** On the disk before it has its name: a power cut leaves the old file or the new one. */
function putInPlace(temporary: string, target: string): void {
  const file = openSync(temporary, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, target);
  keepFolder(dirname(target));
}

/** A new name is on the disk only when its folder is; some systems do not let a folder be written so. */
function keepFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r');
    fsyncSync(open);
    closeSync(open);
  } catch {
    // The name is kept by the system in its own time.
  }
}

function neighbour(path: string): string {
  return unfinishedName(path, process.pid, randomBytes(6).toString('hex'));
}

function discard(path: string): void {
  if (existsSync(path)) rmSync(path);
}

/** Two restores in one second must not put the copy of the second over what the first kept. */
function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}

/** The engine's own errors pass through: the store puts them in words. */
function asFailure(error: unknown, target: string): unknown {
  if (error instanceof Failure || faultOf(error) !== undefined) return error;
  return new Failure('cannot-write', {
    code: 'cannot-write-file',
    message: 'this cannot be written',
    where: { source: target },
    hint: 'Check that the folder exists, is writable and has room.',
    cause: error,
  });
}
