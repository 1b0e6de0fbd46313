// Output files: through a temporary neighbour and a rename, so that a reader sees the old file or the new one, never half.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../domain/failure.ts';

/**
 * Writes the whole file with mode 0600, since most of what we write names people. Where the path is a link, what it leads
 * to is replaced; a pipe or a device is written into. Throws Failure('cannot-write').
 */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  let temporary: string | undefined;
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      writeAll(path, 'w', bytes);
      return;
    }
    const target = there === undefined ? path : realpathSync(path);
    temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
    writeAll(temporary, 'wx', bytes);
    renameSync(temporary, target);
  } catch (cause) {
    if (temporary !== undefined && existsSync(temporary)) rmSync(temporary);
    throw cannotWrite(path, cause);
  }
}

/**
 * Refuses before the work what writeFileWhole would refuse after it: a folder, a file in a folder that is not there or
 * may not be written. Throws Failure('cannot-write').
 */
export function mustBeWritable(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile() && !there.isDirectory()) return;
  try {
    if (there?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' });
    const target = there === undefined ? path : realpathSync(path);
    accessSync(dirname(target), constants.W_OK);
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

/** What the system says when a file cannot be written, as a Failure. `cause`: what it threw. */
export function cannotWrite(path: string, cause: unknown): Failure {
  return new Failure('cannot-write', {
    code: 'cannot-write-file',
    message: `this cannot be written: ${reason(cause)}`,
    where: { source: path },
    hint: 'Check that the folder exists, is writable and has room.',
    cause,
  });
}

/** Regular files are on the disk, not only on their way to it, when this returns. */
function writeAll(path: string, flags: 'w' | 'wx', bytes: Uint8Array): void {
  const file = openSync(path, flags, 0o600);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    if (flags === 'wx') fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOENT':
      return 'its folder does not exist';
    case 'ENOTDIR':
      return 'part of its path is a file, not a folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only';
    default:
      return code ?? String(cause);
  }
}
