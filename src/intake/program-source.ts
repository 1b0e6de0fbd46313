// The text of mentorctl.yaml as it stands on the disk: what is not text is refused, since it would be written back damaged.
import { readFileSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';

/** Undefined where there is no such file. `named`: as messages show it. Throws Failure for a folder, no permission, not UTF-8. */
export function programSource(path: string, named: string): string | undefined {
  const refuse = (message: string, hint: string, cause: unknown): Failure =>
    new Failure('bad-program', { code: 'program-unreadable', message, where: { source: named }, hint, cause });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const folder = code === 'EISDIR';
    const hint = folder ? 'Move it away: the program file has this name.' : 'Check its permissions.';
    throw refuse(folder ? 'this is a folder, not a program file' : 'the program file cannot be read', hint, cause);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refuse('the program file is not UTF-8 text', 'Open it in an editor and save it as UTF-8.', cause);
  }
}
