// mentorctl.yaml and the database are two files that change together: a command that was killed between them is finished by the next one.
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../../cli/leftovers.ts';
import { writeFileWhole } from '../../cli/write-file.ts';
import { writerOf } from '../../domain/unfinished.ts';
import { programSource } from '../../intake/program-source.ts';
import { clearPending, pendingProgram, type PendingProgram } from '../../store/pending-program.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Store } from '../../store/store.ts';

/** Whether a process that is no more began to write the program file. Looks into no file. */
export function isHalfWritten(path: string): boolean {
  return halfWritten(path).length > 0;
}

/** By another process, this moment. */
export function isBeingWritten({ pid }: PendingProgram): boolean {
  return pid !== process.pid && isRunning(pid);
}

/** Writes the program file that the database waits for. What somebody wrote there meanwhile is left as it is, and the other put beside. */
export async function finishProgram(store: Store, path: string, note: (text: string) => void): Promise<void> {
  const pending = await pendingProgram(store.db);
  if (pending !== undefined && isBeingWritten(pending)) return;
  const left = halfWritten(path);
  if (pending === undefined && left.length === 0) return;
  const standing = programSource(path, basename(path));
  const before = standing === undefined ? null : sha256(standing);
  if (pending !== undefined && standing !== pending.text) {
    const changed = before !== pending.before;
    writeFileWhole(changed ? `${path}.new` : path, pending.text);
    note(
      changed
        ? 'A command was killed before it wrote mentorctl.yaml, which was changed since: what it would have written is in mentorctl.yaml.new.'
        : 'Finished mentorctl.yaml, which a command was killed before it could write.',
    );
  }
  if (pending !== undefined) await clearPending(store.db);
  for (const name of left) rmSync(join(dirname(path), name), { force: true });
}

function halfWritten(path: string): string[] {
  try {
    return readdirSync(dirname(path)).filter((name) => {
      const pid = name.startsWith(`${basename(path)}.`) ? writerOf(name) : undefined;
      return pid !== undefined && !isRunning(pid);
    });
  } catch {
    return [];
  }
}
