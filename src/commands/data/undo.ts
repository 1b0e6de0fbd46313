// mentorctl data undo: takes a change back, by the audit trail; the undoing stands there, too.
import type { Command } from '@commander-js/extra-typings';
import { valueArgument } from '../../cli/options.ts';
import { wholeNumber } from '../../cli/read-values.ts';
import { counted } from '../../domain/count-words.ts';
import { Failure } from '../../domain/failure.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
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
    const change =
      options.change === undefined
        ? log.find(({ undone, undoes, rows }) => !undone && undoes === null && rows > 0)
        : log.find((one) => one.change === options.change);
    if (change === undefined || change.undone || change.rows === 0) {
      const message =
        options.change === undefined
          ? 'there is nothing to take back'
          : change === undefined
            ? `there is no change ${options.change}`
            : change.undone
              ? `change ${options.change} is taken back already`
              : change.read
                ? `change ${options.change} changed nothing: somebody looked at a record`
                : `change ${options.change} cannot be taken back: what it did was erased`;
      throw new Failure('not-found', { code: 'nothing-to-undo', message, hint: 'See mentorctl data log.' });
    }
    const rows = await makeChange(store, context, { dryRun: options.dryRun, undoes: change.change }, (writer) =>
      takeBack(writer, change, log),
    );
    await context.show({
      schema: 'mentorctl/undo@1',
      blocks: [
        prose(
          `${options.dryRun ? 'Would take' : 'Took'} back change ${change.change}, ${change.command} (${change.who}, ${change.at.slice(0, 10)}): ${counted(rows, 'row is', 'rows are')} as before. Files, mentorctl.yaml too, stay as they are.`,
        ),
        nextStep('mentorctl data log'),
      ],
      json: { change: change.change, command: change.command, rows, dryRun: options.dryRun },
    });
  });
}
