// Many small files at once, in a folder that is new or empty: yesterday's letters must not lie among today's.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { writeFileWhole } from './write-file.ts';

export function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly content: string }[],
  shown: string,
): void {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new Failure('cannot-write', {
      code: 'folder-not-empty',
      message: 'this is there already and not an empty folder; nothing was written',
      where: { source: shown },
      hint: 'Name another with -o, or empty it.',
    });
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { name, content } of files) writeFileWhole(join(folder, name), content);
}
