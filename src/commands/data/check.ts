// mentorctl data check: is everything sound, and where does each setting come from?
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { leftovers } from '../../cli/leftovers.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { keptSince, type KeepPlan } from '../../domain/program/keeping.ts';
import { checkReport, folderRemarks, overdueRemarks, type FileSeen } from '../../domain/upkeep/check-report.ts';
import { checkStore } from '../../store/check-store.ts';
import { copiesBeside } from '../../store/copies.ts';
import { overduePeople } from '../../store/overdue.ts';
import { proveTrail } from '../../store/trail.ts';
import { recentChanges } from '../../store/transact.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

/** In bytes: from here on it takes seconds. */
const large = 5e8;

export function define(command: Command, act: Act): void {
  command
    .addHelpText('after', '\nExample:\n  mentorctl data check')
    .action(() => act((_, context) => runDataCheck(context), {}));
}

export async function runDataCheck(context: Context): Promise<void> {
  const { settings } = context;
  const { state, gone, keep } = await programState(context);
  await context.usingStore({ create: false }, async (store) => {
    const { size } = statSync(context.databasePath);
    if (size > large) context.note(`Checking ${(size / 1e9).toFixed(1)} GB, every page and every index ...`);
    const broken = await checkStore(store.db);
    // Of a file that is not whole nothing more is read: it might never end.
    const trail = broken.length === 0 ? await proveTrail(store.db) : undefined;
    const folder = dirname(context.databasePath);
    const ours = [basename(context.programPath), basename(context.databasePath)];
    const overdue = keep === undefined ? 0 : (await overduePeople(store.db, keptSince(context.today(), keep))).length;
    await context.show(
      checkReport({
        programFile: { state, path: context.programPath },
        database: { path: context.databasePath, faults: broken },
        key: {
          used: store.key === undefined ? undefined : context.key.origin,
          given: context.key.given ? context.key.origin : undefined,
        },
        trail,
        settings: [
          ['format', settings.format.value, settings.format.origin],
          ['color', settings.color.value, settings.color.origin],
          ['questions', settings.input.value ? 'allowed' : 'never', settings.input.origin],
        ],
        remarks: [
          ...(trail?.remarks ?? []).map((text) => ({ name: basename(context.databasePath), text })),
          ...(keep === undefined ? [] : overdueRemarks(overdue, keep)),
          ...folderRemarks(leftovers(folder), filesSeen(folder, ours, store.key)),
        ],
        changes: broken.length === 0 ? await recentChanges(store, 5) : [],
        sound: gone === undefined,
      }),
    );
    if (gone !== undefined) throw gone;
    if (broken.length + (trail?.faults.length ?? 0) > 0)
      throw new Failure('no', {
        code: 'not-sound',
        message: 'the database has faults',
        hint: 'Restore the last backup.',
      });
  });
}

/** The rest is looked at even where the file is gone. */
async function programState(
  context: Context,
): Promise<{ readonly state: string; readonly gone?: Failure; readonly keep?: KeepPlan }> {
  try {
    const { text, program } = await context.program();
    return { state: text === undefined ? 'none' : 'sound', ...defined({ keep: program.keep }) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'program-gone') return { state: 'gone', gone: error };
    throw error;
  }
}

/** Files of ours, and copies of the database beside it. */
function filesSeen(folder: string, ours: readonly string[], key: string | undefined): FileSeen[] {
  return [...ours, ...copiesBeside(join(folder, ours[1] ?? ''), key)].flatMap((name) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stat === undefined) return [];
    return [
      {
        name,
        // Windows has no such modes.
        open: process.platform !== 'win32' && name !== ours[0] && (stat.mode & 0o077) !== 0,
        foreign: process.getuid !== undefined && stat.uid !== process.getuid(),
      },
    ];
  });
}
