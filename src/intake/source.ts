// Where bytes come from: a file read in pieces, or standard input already read. Knows nothing of what they mean.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync, type Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { nearest } from '../domain/suggest.ts';

const pieceBytes = 1 << 18;

export interface Source {
  /** The file's name without its folder, as messages show it. */
  readonly name: string;
  /** From the first byte, each time it is called; a piece is valid until the next is asked for. */
  pieces(): Generator<Uint8Array, void, undefined>;
}

/** A file, read 256 KB at a time. Failures: not there, a folder, not readable. */
export function fileSource(path: string): Source {
  const refuse = (code: string, message: string, hint: string, cause?: unknown): Failure =>
    new Failure('not-found', { code, message, where: { source: path }, hint, cause });
  const stat = statOf();
  if (stat === undefined) throw refuse('no-such-file', 'there is no such file', nearbyFile(path));
  if (stat.isDirectory()) throw refuse('is-folder', 'this is a folder, not a file', 'Name the file inside it.');
  function statOf(): Stats | undefined {
    try {
      return statSync(path, { throwIfNoEntry: false });
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
      if (code === 'ELOOP')
        throw refuse('no-such-file', 'this is a link that leads back to itself', 'Name the file itself.', cause);
      throw refuse('unreadable', 'the file cannot be reached', 'Check the permissions of its folder.', cause);
    }
  }
  const open = (): number => {
    try {
      return openSync(path, 'r');
    } catch (cause) {
      throw refuse(
        'unreadable',
        'the file cannot be read',
        'Check its permissions, and that no other program holds it.',
        cause,
      );
    }
  };
  return {
    name: basename(path),
    *pieces() {
      const file = open();
      const buffer = new Uint8Array(pieceBytes);
      try {
        for (;;) {
          const length = readSync(file, buffer, 0, pieceBytes, null);
          if (length === 0) return;
          yield buffer.subarray(0, length);
        }
      } finally {
        closeSync(file);
      }
    },
  };
}

/** The file of the folder that was probably meant: its name begins like this one, or is nearly so. */
function nearbyFile(path: string): string {
  let files: readonly string[];
  try {
    files = readdirSync(dirname(path)).filter((name) => !name.startsWith('.'));
  } catch {
    return 'There is no such folder either; check the path.';
  }
  const wanted = basename(path);
  // Some systems write an umlaut as two signs, some as one.
  const begins = (name: string): boolean =>
    name.normalize('NFC').toLowerCase().startsWith(wanted.normalize('NFC').toLowerCase());
  const found = files.filter(begins);
  const meant = found.length === 1 ? found[0] : nearest(wanted, files);
  return meant === undefined ? 'Check the name and the folder.' : `Did you mean "${meant}"?`;
}

/** Bytes at hand, in pieces as a file would give them. */
export function memorySource(name: string, bytes: Uint8Array): Source {
  return {
    name,
    *pieces() {
      for (let start = 0; start < bytes.length; start += pieceBytes)
        yield bytes.subarray(start, Math.min(bytes.length, start + pieceBytes));
    },
  };
}

/** The first bytes, a copy. */
export function headOf(source: Source, most = pieceBytes): Uint8Array {
  for (const piece of source.pieces()) return piece.slice(0, most);
  return new Uint8Array(0);
}

/** The whole content in one piece, for formats that must be read from their end. Failure over `most` bytes. */
export function wholeOf(source: Source, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of source.pieces()) {
    length += piece.length;
    if (length > most) {
      throw new Failure('bad-data', {
        code: 'workbook-too-large',
        message: `the workbook is larger than ${Math.round(most / 1e6)} MB`,
        where: { source: source.name },
        hint: 'In the spreadsheet, save the sheet as CSV (UTF-8) and import that.',
      });
    }
    pieces.push(piece.slice());
  }
  return Buffer.concat(pieces);
}

/** SHA-256 of all bytes, in hexadecimal. */
export function hashOf(source: Source): string {
  const hash = createHash('sha256');
  for (const piece of source.pieces()) hash.update(piece);
  return hash.digest('hex');
}
