// mentorctl report retention: from the cohort's observations to the report.
import { shellWord } from '../../domain/shell-word.ts';
import { defined } from '../../domain/defined.ts';
import { oneOf } from '../../cli/read-values.ts';
import { valueOption, onOff } from '../../cli/options.ts';
import type { Command } from '@commander-js/extra-typings';
import { timesOf } from './parts/times.ts';
import { daysUnsaid, nothingYet } from '../../domain/reports/nothing-yet.ts';
import { ownClockReport } from '../../domain/reports/own-clock/own-clock-report.ts';
import { retentionReport } from '../../domain/reports/retention.ts';
import { inTime } from '../../domain/outcomes/term.ts';
import type { Act, Given } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { usingCounted } from '../shared/counted.ts';
import { leavingOf } from '../../domain/outcomes/left-days.ts';
import { participationColumns } from '../../domain/outcomes/wanted-fields.ts';
import { doseOf, ownClockOf } from '../../store/loaded-outcomes.ts';
import { loadOutcomes, togetherOf } from '../shared/outcomes.ts';
import { leastShown, showPage } from '../shared/own-eyes.ts';
import { countedTo } from '../shared/counted-to.ts';
import { onlyTable } from '../../domain/report/only-table.ts';
import { outcomeFlags, participationOf, type OutcomeOptions } from '../shared/outcome-flags.ts';

interface RetentionOptions extends OutcomeOptions {
  readonly at?: readonly number[];
}

export function define(command: Command, act: Act, given: Given): void {
  outcomeFlags(command, given)
    .addOption(onOff('--persistence', 'count a transfer to another institution as having stayed'))
    .option(
      '--event <field>',
      'with --clock own: wait for the day in this field instead of leaving, e.g. "promoted on"',
    )
    .addOption(
      valueOption(
        '--adjust <how>',
        'overlap: weigh people so that the groups are alike at the start',
        oneOf(['overlap']),
      ),
    )
    .addOption(
      valueOption(
        '--at <days>',
        'days to read the curve at, e.g. 30,90,180 (months, where leaving is told in months)',
        timesOf,
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl report retention --cohort fall\n  mentorctl report retention --cohort fall --technical --format json\n  mentorctl report retention --format csv -o retention.csv',
    )
    .action((flags: RetentionOptions) => act(runRetention, flags));
}

export async function runRetention(options: RetentionOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await usingCounted(context, program, async (store, left) => {
    const loaded = await loadOutcomes(store, program, options, context);
    const { cohort, data, seen, start } = loaded;
    const days = await ownClockOf(store, loaded, program, { event: options.event, today: countedTo(program, context) });
    if (days !== undefined) {
      const report = ownClockReport({
        cohort: cohort.name,
        data,
        days,
        onFile: loaded.onFile,
        strata: loaded.strata,
        at: options.at,
        event: options.event,
        clock:
          data.groups.byPair && loaded.pairDaysVary
            ? 'having a pair at any time made people count as mentored'
            : undefined,
        minCell: leastShown(options, program),
        persistence: options.persistence ?? false,
        technical: options.technical ?? false,
        together: togetherOf(loaded, options),
        provenance: loaded.provenance,
      });
      await showPage(
        context,
        onlyTable(report, options.table),
        leastShown(options, program),
        await left(loaded.allCohorts, 'mentee'),
      );
      return;
    }
    await loaded.hand(participationColumns(program));
    const leaving = leavingOf(loaded, program, countedTo(program, context));
    const report = retentionReport({
      cohort: cohort.name,
      data,
      start: seen.length > 1 ? start : undefined,
      checkpoints: inTime(seen.filter((name) => name !== start || seen.length === 1)),
      words: loaded.words,
      alone: loaded.others?.aligned.alone ?? [],
      measures: program.measures,
      baselines: loaded.baselines,
      onFile: loaded.onFile,
      notes: loaded.notes,
      namedOn: loaded.namedOn,
      landmarkHint: loaded.landmarkHint,
      costs: program.costs,
      strata: loaded.strata,
      by: loaded.by,
      overlap: options.adjust === 'overlap',
      landmark: loaded.landmark,
      pairDaysVary: loaded.pairDaysVary,
      leaving,
      ...defined({ at: options.at }),
      dose: await doseOf(store, loaded, program, options.early, countedTo(program, context)),
      minCell: leastShown(options, program),
      persistence: options.persistence ?? false,
      participation: participationOf(options),
      technical: options.technical ?? false,
      provenance: loaded.provenance,
      together: togetherOf(loaded, options),
    });
    const whole =
      seen.length > 0 || leaving !== undefined || loaded.notes.length > 0
        ? report
        : nothingYet(report, `Nothing is recorded yet for ${cohort.name} about who stayed.${daysUnsaid(program)}`, {
            command: `mentorctl import registrar.csv --cohort ${shellWord(cohort.name)}`,
            text: 'with a column such as "Fall 2026 Enrolled"',
          });
    await showPage(
      context,
      onlyTable(whole, options.table),
      leastShown(options, program),
      await left(loaded.allCohorts, 'mentee'),
    );
  });
}
