// What commands that were killed left in a folder.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writerOf } from '../domain/unfinished.ts';

/** Files and folders half written by processes that are no more, in the folder and those right in it; as paths from there. */
export function leftovers(folder: string, { within = true }: { readonly within?: boolean } = {}): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const pid = writerOf(entry.name);
      if (pid !== undefined) return isRunning(pid) ? [] : [entry.name];
      if (!within || !entry.isDirectory() || entry.name === 'node_modules') return [];
      return leftovers(join(folder, entry.name), { within: false }).map((name) => join(entry.name, name));
    });
  } catch {
    return [];
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
