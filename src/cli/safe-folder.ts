// Whose a folder above the current one is: a program found there is used without having been named.
import { statSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';

const writableByAll = 0o002;

/** Throws Failure where the folder is somebody else's, or where anybody could have put the program there. Windows says neither. */
export function mustBeOwn(folder: string): void {
  const user = process.geteuid?.();
  if (user === undefined) return;
  const { uid, mode } = statSync(folder);
  const why =
    uid !== user ? 'belongs to somebody else' : (mode & writableByAll) > 0 ? 'is open to everybody' : undefined;
  if (why === undefined) return;
  throw new Failure('usage', {
    code: 'folder-of-others',
    message: `the nearest program is in a folder above this one that ${why}`,
    where: { source: folder },
    hint: `If you trust it, name it: mentorctl -C ${/^[\w.@/-]+$/.test(folder) ? folder : `"${folder}"`} and the command.`,
  });
}
