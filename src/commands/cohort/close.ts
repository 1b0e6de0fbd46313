// mentorctl cohort close: the cohort is over; every pair that still stands ends with it.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { pastDay } from '../../cli/read-values.ts';
import { formatDate, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { counted } from '../../domain/count-words.ts';
import { closureReasons } from '../../domain/engagement/closure.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { shellWord } from '../../domain/shell-word.ts';
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
    const today = context.today();
    const ends = cohort.ends === null ? undefined : parseIsoDate(cohort.ends);
    const day =
      options.date === undefined && ends !== undefined && ends <= today ? ends : (options.date ?? context.today());
    // Before its time is before its time, also for a whole cohort.
    const reason = ends !== undefined && day < ends ? 'program-ended' : 'planned-end';
    const ended = await makeChange(store, context, { dryRun }, async (writer) => {
      const pairs = await activePairs(writer.db, cohort.id);
      for (const pair of pairs) {
        const last = pair.started > day ? pair.started : day;
        await endPair(writer, pair.id, { day: last, reason, by: closureReasons[reason].by, neverAgain: false });
      }
      if (cohort.closed_on === null) await writer.update('cohort', cohort.id, { closed_on: day });
      return pairs.length;
    });
    const already = cohort.closed_on !== null && ended === 0;
    await context.show({
      schema: 'mentorctl/cohort-close@1',
      blocks: [
        prose(
          already
            ? `${cohort.name} was closed already.`
            : `${dryRun ? 'Would close' : 'Closed'} ${cohort.name} on ${formatDate(day)}: ${counted(ended, 'pair')} ended, ${reason === 'planned-end' ? 'as planned' : 'before the planned end, since the program ended'}.`,
        ),
        nextStep(
          `mentorctl report retention --cohort ${shellWord(cohort.name)}`,
          dryRun || already ? '' : 'or take it back with mentorctl data undo',
        ),
      ],
      json: { cohort: cohort.name, closed: cohort.closed_on ?? day, ended, reason, dryRun },
    });
  });
}
