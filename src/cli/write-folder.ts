// Many small files at once, in a folder that is new or empty: yesterday's letters must not lie among today's.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { unfinishedName } from '../domain/unfinished.ts';
import { cannotWrite, keepFolder, startFile, type WholeFile } from './write-file.ts';

/** A folder whose files are written beside it; it gets its name when the last one is there. */
export interface WholeFolder {
  readonly add: (name: string) => WholeFile;
  readonly finish: () => void;
  /** Leaves no trace of what was not finished; does nothing after that. */
  readonly abandon: () => void;
}

/** All the files or none. Mode 0700. `shown`: the folder as it was typed. Every part of it throws Failure('cannot-write'). */
export function startFolder(folder: string, shown: string): WholeFolder {
  const there = existsSync(folder);
  if (there && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new Failure('cannot-write', {
      code: 'folder-not-empty',
      message: 'this is there already and not an empty folder; nothing was written',
      where: { source: shown },
      hint: 'Name another with -o, or empty it.',
    });
  }
  const temporary = unfinishedName(folder, process.pid, randomBytes(4).toString('hex'));
  const abandon = (): void => {
    if (existsSync(temporary)) rmSync(temporary, { recursive: true });
  };
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      abandon();
      throw cannotWrite(shown, error instanceof Failure ? error.cause : error);
    }
  };
  attempt(() => {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    mkdirSync(temporary, { mode: 0o700 });
  });
  return {
    add: (name) => {
      const file = attempt(() => startFile(join(temporary, name)));
      return {
        write: (content) => {
          attempt(() => {
            file.write(content);
          });
        },
        ready: () => {
          attempt(file.ready);
        },
        finish: () => {
          attempt(file.finish);
        },
        abandon: file.abandon,
      };
    },
    finish: () => {
      attempt(() => {
        if (there) rmdirSync(folder);
        renameSync(temporary, folder);
        keepFolder(dirname(folder));
      });
    },
    abandon,
  };
}

/** See startFolder. */
export function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
  shown: string,
): void {
  const whole = startFolder(folder, shown);
  for (const { name, content } of files) {
    const file = whole.add(name);
    file.write(content);
    file.finish();
  }
  whole.finish();
}
