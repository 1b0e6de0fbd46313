// mentorctl data undo: takes a change back, by the audit trail; the undoing stands there, too.
import type { Command } from '@commander-js/extra-typings';
import { valueArgument } from '../../cli/options.ts';
import { wholeNumber } from '../../cli/read-values.ts';
import { changeToUndo, undoneReport } from '../../domain/upkeep/change-told.ts';
import { changeLog, takeBack } from '../../store/change-log.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { makeChange } from '../shared/on-file.ts';
import { dryRunOption } from '../shared/options.ts';

export interface UndoOptions {
  readonly change?: number | undefined;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addArgument(
      valueArgument(
        '[change]',
        'its number, from mentorctl data log; the last that stands if not said',
        wholeNumber({ hint: 'Write the number of a change: see mentorctl data log.' }),
      ),
    )
    .addOption(dryRunOption())
    .addHelpText('after', '\nExamples:\n  mentorctl data undo\n  mentorctl data undo 12')
    .action((change, flags) => act(runUndo, { ...flags, change }));
}

export async function runUndo(options: UndoOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const log = await changeLog(store.db);
    const change = changeToUndo(log, options.change);
    const rows = await makeChange(store, context, { dryRun: options.dryRun, undoes: change.change }, (writer) =>
      takeBack(writer, change, log),
    );
    await context.show(undoneReport(change, rows, options.dryRun));
  });
}
