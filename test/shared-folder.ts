// Real and awkward files that are not part of the project. Tests that want them skip, saying so, where they are absent.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The path of a file beside the project, or undefined (with the reason printed). */
export function sharedFile(path: string): string | undefined {
  const found = resolve(import.meta.dirname, '../../shared', path);
  if (existsSync(found)) return found;
  console.log(`skipped: ../shared/${path} is not here`);
  return undefined;
}
