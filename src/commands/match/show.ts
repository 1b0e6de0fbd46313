// mentorctl match show and match replay: a kept run as it was shown; replay solves it again from what it saw.
import { onOff } from '../../cli/options.ts';
import { runTables, type RunTableId } from '../../domain/matching/runs/match-report.ts';
import type { PairOrder } from '../../domain/matching/runs/pairs-table.ts';
import { proposeRun } from '../../domain/matching/runs/propose-run.ts';
import type { Defined } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { runArgument, sortOption, tableOption } from '../shared/options.ts';
import { openRun, reportOfRun } from '../shared/stored.ts';

export interface ShowOptions {
  readonly run: number;
  readonly all: boolean;
  readonly table?: RunTableId;
  readonly sort?: PairOrder;
  /** Solve again instead of reading the pairs. */
  readonly again: boolean;
}

function defined(word: 'show' | 'replay'): Defined {
  return {
    define: (command, act) => {
      command
        .addArgument(runArgument())
        .addOption(onOff('--all', 'list every pair, not only the ones to look at first'))
        .addOption(sortOption())
        .addOption(tableOption(runTables))
        .addHelpText('after', `\nExample:\n  mentorctl match ${word} 4 --all`)
        .action((run, flags) => act(runShow, { run, ...flags, again: word === 'replay' }));
    },
  };
}

export const show = defined('show');
export const replay = defined('replay');

export async function runShow({ run, again, ...options }: ShowOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const stored = await openRun(store, run);
    const answer = again
      ? await context.work(`Matching ${stored.cohort.name}`, proposeRun(stored.input, stored.program))
      : stored.run;
    await context.show(reportOfRun(stored, answer, options));
  });
}
