// Output files: through a temporary neighbour and a rename, so that a reader sees the old file or the new one, never half.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { unfinishedName } from '../domain/unfinished.ts';

/** A file that is written in parts, and there once it is finished. */
export interface WholeFile {
  readonly write: (content: string | Uint8Array) => void;
  /** On the disk, whole, beside the place that `finish` gives it. */
  readonly ready: () => void;
  readonly finish: () => void;
  /** Leaves no trace of what was not finished; does nothing after that. */
  readonly abandon: () => void;
}

/**
 * With mode 0600, since most of what we write names people. Where the path is a link, what it leads to is replaced; a pipe or
 * a device is written into. Every part of it throws Failure('cannot-write').
 */
export function startFile(path: string): WholeFile {
  let file: number | undefined;
  let temporary: string | undefined;
  let target = path;
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const abandon = (): void => {
    close();
    if (temporary !== undefined && existsSync(temporary)) rmSync(temporary);
    temporary = undefined;
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (cause) {
      abandon();
      throw cannotWrite(path, cause);
    }
  };
  attempt(() => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      file = openSync(path, 'w');
      return;
    }
    if (there !== undefined) target = realpathSync(path);
    temporary = unfinishedName(target, process.pid, randomBytes(4).toString('hex'));
    file = openSync(temporary, 'wx', 0o600);
  });
  return {
    write: (content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      attempt(() => {
        for (let written = 0; written < bytes.length;) written += writeSync(file ?? -1, bytes, written);
      });
    },
    ready: () => {
      attempt(() => {
        if (temporary === undefined) return;
        fsyncSync(file ?? -1);
        keepFolder(dirname(temporary));
      });
    },
    finish: () => {
      attempt(() => {
        // On the disk, not only on its way to it, before it takes the old one's place.
        if (temporary !== undefined) fsyncSync(file ?? -1);
        close();
        if (temporary !== undefined) {
          renameSync(temporary, target);
          keepFolder(dirname(target));
        }
        temporary = undefined;
      });
    },
    abandon,
  };
}

/** A new name is on the disk only when its folder is; some systems do not let a folder be written so. */
export function keepFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r');
    fsyncSync(open);
    closeSync(open);
  } catch {
    // The name is kept by the system in its own time.
  }
}

/** Whether two paths lead to one file, through whatever links; to a file that is not there, too, where its folder is. */
export function sameFile(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)];
  if (a !== undefined && b !== undefined) return a.dev === b.dev && a.ino === b.ino;
  return a === undefined && b === undefined && placeOf(one) === placeOf(other);
}

/** With the links of its folder followed. */
function placeOf(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return resolve(path);
  }
}

/** What is there; nothing where the path leads nowhere, whyever. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** See startFile. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const file = startFile(path);
  file.write(content);
  file.finish();
}

/**
 * Refuses before the work what writeFileWhole would refuse after it: a folder, a file in a folder that is not there or
 * may not be written. Throws Failure('cannot-write').
 */
export function mustBeWritable(path: string): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile() && !there.isDirectory()) return;
    // The name alone may be too long for the file system.
    if (there === undefined) lstatSync(path, { throwIfNoEntry: false });
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

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOENT':
      return 'its folder does not exist';
    case 'ENOTDIR':
      return 'part of its path is a file, not a folder';
    case 'ELOOP':
      return 'it is a link that leads back to itself';
    case 'ENAMETOOLONG':
      return 'the name is longer than the disk takes';
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
