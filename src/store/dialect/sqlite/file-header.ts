// A file at the place of a database, before it is opened: whether it is one of ours, of which version, or encrypted.
import { closeSync, existsSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { Failure } from '../../../domain/failure.ts';
import { looksEncrypted, openEngine } from './engine.ts';
import { applicationId } from './upkeep.ts';
import { latestVersion } from '../../migrate.ts';

/** True when the path holds a database, ours or not. */
export function storeExists(path: string): boolean {
  return statOf(path) !== undefined;
}

/** What stands at the path. Failure where it cannot be looked at: behind a file, in a circle of links, out of reach. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw new Failure('not-found', {
      code: 'database-unreadable',
      message: 'the database cannot be reached',
      where: { source: path },
      hint: 'Check the path, and the permissions of its folders.',
      cause,
    });
  }
}

function refuse(kind: 'bad-data' | 'not-found', code: string, message: string, path: string, hint: string): Failure {
  return new Failure(kind, { code, message, where: { source: path }, hint });
}

export function foreign(path: string): Failure {
  const hint = 'Name the right file with --db; this one was not touched.';
  return refuse('bad-data', 'foreign-database', 'this is a database of another program', path, hint);
}

export function mustBeKnown(version: number, path: string): void {
  if (version <= latestVersion) return;
  const message = `this database was written by a newer mentorctl (version ${version}, this one knows ${latestVersion})`;
  const hint = 'Upgrade mentorctl; the file was not touched.';
  throw new Failure('bad-data', { code: 'newer-database', message, where: { source: path }, hint });
}

/** The version of our database at `path`, or undefined when a new one is to be made. Reads 100 bytes and opens nothing. */
export function inspect(path: string, create: boolean): number | 'encrypted' | undefined {
  const stat = statOf(path);
  if (stat === undefined) {
    if (create) return undefined;
    const hint = 'Begin with: mentorctl import people.csv --cohort fall';
    throw refuse('not-found', 'no-program', 'there is no program here yet', path, hint);
  }
  if (stat.isDirectory())
    throw refuse('not-found', 'database-is-folder', 'this is a folder, not a database', path, 'Name a file with --db.');
  if (stat.size === 0) return undefined;
  let header: Buffer;
  try {
    header = headerOf(path);
  } catch (cause) {
    throw new Failure('not-found', {
      code: 'database-unreadable',
      message: 'the database cannot be read',
      where: { source: path },
      hint: 'Check the permissions of the file.',
      cause,
    });
  }
  if (header.toString('latin1', 0, 16) !== plainHeader) {
    // Nothing of the first page was written before the first command was killed: SQLite takes the rest back when it opens the file.
    if (header.every((byte) => byte === 0) && existsSync(`${path}-journal`)) return 0;
    if (looksEncrypted(header, stat.size)) return 'encrypted';
    const hint = 'Name the right file with --db, or move this one away.';
    throw refuse('bad-data', 'not-a-database', 'this is not a mentorctl database', path, hint);
  }
  if (header.readUInt32BE(68) !== applicationId) throw foreign(path);
  const version = header.readUInt32BE(60);
  mustBeKnown(version, path);
  return version;
}

const plainHeader = 'SQLite format 3\0';

/** True for a file that is a database of ours, of whatever version. `key`: tried on a file that may be encrypted. */
export function isOurs(path: string, key?: string): boolean {
  try {
    const header = headerOf(path);
    if (header.toString('latin1', 0, 16) === plainHeader) return header.readUInt32BE(68) === applicationId;
    return key !== undefined && looksEncrypted(header, statSync(path).size) && opensWith(path, key);
  } catch {
    return false;
  }
}

function opensWith(path: string, key: string): boolean {
  const connection = openEngine(path, { readonly: true, fileMustExist: true }, key);
  try {
    return connection.pragma('application_id', { simple: true }) === applicationId;
  } finally {
    connection.close();
  }
}

/** SQLite's header: its name, our mark at 68, the version of our tables at 60. */
function headerOf(path: string): Buffer {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, 100, 0);
  } finally {
    closeSync(file);
  }
  return header;
}
