// SQLite as it is, or with its pages encrypted: the same driver twice, of which the second is installed only where it is wanted.
import { createRequire } from 'node:module';
import Database from 'better-sqlite3';
import { Failure } from '../../../domain/failure.ts';

const ciphers = 'better-sqlite3-multiple-ciphers';

/** An open file. `key`: what it is encrypted with; a wrong one shows when something is first read. Throws Failure where that cannot be done here. */
export function openEngine(path: string, options: Database.Options, key: string | undefined): Database.Database {
  if (key === undefined) return new Database(path, options);
  const connection = new (cipherDriver())(path, options);
  connection.pragma(`key = ${quoted(key)}`);
  return connection;
}

/** Encrypts a closed file, takes the encryption off (`to` undefined), or changes its key; in one transaction of its own. */
export function rekeyFile(path: string, from: string | undefined, to: string | undefined): void {
  const connection = new (cipherDriver())(path);
  try {
    if (from !== undefined) connection.pragma(`key = ${quoted(from)}`);
    // In a write-ahead log no key can be changed; and pages that were deleted are encrypted with the others.
    connection.pragma('journal_mode = delete');
    connection.pragma(`rekey = ${quoted(to ?? '')}`);
  } finally {
    connection.close();
  }
}

/** Encrypted files begin with bytes drawn at random: neither text nor nothing. */
export function looksEncrypted(header: Uint8Array, size: number): boolean {
  const start = header.subarray(0, 16);
  const isText = start.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte > 31 && byte < 127));
  return size > 0 && size % 4096 === 0 && !isText && start.some((byte) => byte !== 0);
}

function quoted(key: string): string {
  return `'${key.replaceAll("'", "''")}'`;
}

let driver: typeof Database | undefined;

/** Throws Failure where the package is not installed. */
export function cipherDriver(): typeof Database {
  if (driver !== undefined) return driver;
  try {
    driver = createRequire(import.meta.url)(ciphers) as typeof Database;
    return driver;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    throw new Failure('not-found', {
      code: 'no-ciphers',
      message: `an encrypted database needs the package ${ciphers}, which is not installed`,
      hint: `Where mentorctl is installed: npm install ${ciphers} (with --global where mentorctl is). It is compiled, which takes a minute or two.`,
      cause,
    });
  }
}
