// mentorctl cohort close: the cohort is over; every pair that still stands ends with it.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { pastDay } from '../../cli/read-values.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { closureReasons } from '../../domain/engagement/closure.ts';
import { closingOfCohort, cohortClosed } from '../../domain/engagement/cohort-told.ts';
import { closeCohort } from '../../store/cohorts.ts';
import { endPair } from '../../store/pair-life.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act, Given } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { dryRunOption } from '../shared/options.ts';

export interface CloseOptions {
  readonly name?: string | undefined;
  readonly date?: CivilDate;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .argument('[name]', 'the cohort; the only open one if not said')
    .addOption(
      valueOption(
        '--date <day>',
        "the last day, YYYY-MM-DD; the cohort's end if it is past, else today",
        pastDay(given.today),
      ),
    )
    .addOption(dryRunOption())
    .addHelpText('after', '\nExample:\n  mentorctl cohort close fall')
    .action((name, flags) => act(runClose, { ...flags, name }));
}

export async function runClose(options: CloseOptions, context: Context): Promise<void> {
  const { dryRun } = options;
  await inCohort(context, options.name, async (store, cohort) => {
    const closing = closingOfCohort(cohort.ends, options.date, context.today());
    const { day, reason } = closing;
    const ended = await makeChange(store, context, { dryRun }, async (writer) => {
      const pairs = await activePairs(writer.db, cohort.id);
      for (const pair of pairs) {
        const last = pair.started > day ? pair.started : day;
        await endPair(writer, pair.id, { day: last, reason, by: closureReasons[reason].by, neverAgain: false });
      }
      await closeCohort(writer, cohort, day);
      return pairs.length;
    });
    await context.show(cohortClosed(cohort.name, closing, { before: cohort.closedOn, ended, dryRun }));
  });
}
