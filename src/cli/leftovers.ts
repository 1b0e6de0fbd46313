// What commands that were killed left in a folder.
import { readdirSync } from 'node:fs';
import { writerOf } from '../domain/unfinished.ts';

/** Names in the folder of files and folders half written by processes that are no more. */
export function leftovers(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => {
      const pid = writerOf(name);
      return pid !== undefined && !isRunning(pid);
    });
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
