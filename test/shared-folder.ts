// Files that may not be given away with the project. Where they lie beside it they are tried as well; nothing rests on them alone.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The path of a file beside the project, or undefined. */
export function sharedFile(path: string): string | undefined {
  const found = resolve(import.meta.dirname, '../../shared', path);
  return existsSync(found) ? found : undefined;
}

/** Those of the files beside the project that are there: their names and paths. */
export function sharedFiles(paths: readonly string[]): readonly (readonly [string, string])[] {
  return paths.flatMap((path) => {
    const found = sharedFile(path);
    return found === undefined ? [] : [[path, found] as const];
  });
}
