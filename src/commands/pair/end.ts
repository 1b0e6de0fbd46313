// mentorctl pair end: a pair stops meeting. Why, by whose wish, and whether they may ever be paired again.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf, pastDay } from '../../cli/read-values.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import {
  closingOf,
  closureReasonNames,
  closureReasons,
  endedBy,
  expectedEndOf,
  type ClosureReasonName,
  type EndedBy,
} from '../../domain/engagement/closure.ts';
import { endedReport, reasonSaid, startOfEnding } from '../../domain/engagement/pair-told.ts';
import { endPair } from '../../store/pair-life.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act, Given } from '../shared/act.ts';
import { asArguments, choosePair } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, pairOption } from '../shared/options.ts';

export interface EndOptions {
  readonly cohort?: string;
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly pair?: number;
  readonly reason?: string;
  readonly byWhom?: EndedBy;
  readonly date?: CivilDate;
  readonly neverAgain: boolean;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .argument('[mentee]', 'id, e-mail or part of the name')
    .argument('[mentor]', 'needed only when the mentee has several')
    .addOption(pairOption())
    .addOption(cohortOption())
    .option('--reason <reason>', closureReasonNames.join(', '))
    .addOption(valueOption('--by-whom <whom>', 'who ended it; follows from the reason if not said', oneOf(endedBy)))
    .addOption(valueOption('--date <day>', 'the last day, YYYY-MM-DD; today if not said', pastDay(given.today)))
    .addOption(onOff('--never-again', 'never pair these two again'))
    .addOption(dryRunOption())
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl pair end S1042 --reason goals-met\n  mentorctl pair end --pair 12 --reason poor-fit --by-whom mentee --never-again',
    )
    .action((mentee, mentor, flags) => act(runEnd, { mentee, mentor, ...flags }));
}

export async function runEnd(options: EndOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const day = options.date ?? context.today();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const { pair, mentee, mentor } = await choosePair(context, store, cohort, { ...options, named: asArguments });
    const started = startOfEnding(pair.started, day);
    const reason = await reasonOf(options.reason, context);
    const by = options.byWhom ?? closureReasons[reason].by;
    // Whoever parted over a conflict must not be proposed again by mistake.
    const neverAgain = options.neverAgain || reason === 'conflict-or-safety';
    await makeChange(store, context, options, (writer) => endPair(writer, pair.id, { day, reason, by, neverAgain }));
    const expectedEnd = expectedEndOf(started, cohort.ends, program.engagement);
    await context.show(
      endedReport({
        ...{ pair: pair.id, mentee, mentor, cohort: cohort.name, dryRun: options.dryRun },
        ...{ started, day, reason, by, neverAgain, expectedEnd },
        closing: closingOf({ reason, ended: day, expectedEnd }),
        // Who leads a circle together is no second mentor of anybody.
        other:
          program.circles === undefined &&
          (await activePairs(store.db, cohort.id)).some((one) => one.menteeId === mentee.key && one.id !== pair.id),
      }),
    );
  });
}

function reasonOf(text: string | undefined, context: Context): ClosureReasonName | Promise<ClosureReasonName> {
  if (text !== undefined) return reasonSaid(text);
  const choices = closureReasonNames.map((value) => ({ value, label: closureReasons[value].words }));
  return context.ask.choose('Why does it end?', choices, '--reason');
}
