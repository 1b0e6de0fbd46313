// Where the program is that a command is about: in the current folder or above it, or where an option says.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Host } from './host.ts';
import { mustBeOwn } from './safe-folder.ts';
import type { Settings } from './settings.ts';

/** Walks up from the current folder to the nearest program; flags and MENTORCTL_DB override. */
export function findProgram(host: Host, settings: Settings): { programPath: string; databasePath: string } {
  const start = resolve(host.cwd, settings.dir.value ?? '.');
  if (settings.dir.value !== undefined && !existsSync(start)) {
    throw new Failure('not-found', {
      code: 'no-such-folder',
      message: 'there is no such folder',
      where: { source: settings.dir.value },
      hint: 'Check -C.',
    });
  }
  let folder = start;
  if (settings.db.value !== undefined) folder = dirname(resolve(host.cwd, settings.db.value));
  else {
    while (!existsSync(join(folder, 'mentorctl.yaml')) && !existsSync(join(folder, 'mentorctl.db'))) {
      const above = dirname(folder);
      if (above === folder) {
        folder = start;
        break;
      }
      folder = above;
    }
    if (folder !== start) mustBeOwn(folder);
  }
  const databasePath =
    settings.db.value === undefined ? join(folder, 'mentorctl.db') : resolve(host.cwd, settings.db.value);
  return { programPath: join(folder, 'mentorctl.yaml'), databasePath };
}
