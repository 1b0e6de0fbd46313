// Many small files at once, in a folder that is new or empty: yesterday's letters must not lie among today's.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { cannotWrite, writeFileWhole } from './write-file.ts';

/**
 * All the files or none: they are written beside the folder, and it gets its name when the last one is there. Mode 0700.
 * `shown`: the folder as it was typed. Throws Failure('cannot-write').
 */
export function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly content: string }[],
  shown: string,
): void {
  const there = existsSync(folder);
  if (there && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new Failure('cannot-write', {
      code: 'folder-not-empty',
      message: 'this is there already and not an empty folder; nothing was written',
      where: { source: shown },
      hint: 'Name another with -o, or empty it.',
    });
  }
  const temporary = `${folder}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    mkdirSync(temporary, { mode: 0o700 });
    for (const { name, content } of files) writeFileWhole(join(temporary, name), content);
    if (there) rmdirSync(folder);
    renameSync(temporary, folder);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { recursive: true });
    throw cannotWrite(shown, error instanceof Failure ? error.cause : error);
  }
}
