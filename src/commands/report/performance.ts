// mentorctl report performance: from the cohort's observations to the report.
import { shellWord } from '../../domain/shell-word.ts';
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { nothingYet } from '../../domain/reports/nothing-yet.ts';
import { noLandmark } from '../../domain/reports/clock.ts';
import type { Adjustment } from '../../domain/reports/measure-outcomes.ts';
import { performanceReport } from '../../domain/reports/performance.ts';
import { flagTimes } from '../../store/flag-times.ts';
import type { Act, Given } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { beforeStart } from '../../domain/outcomes/before-start.ts';
import { usingCounted } from '../shared/counted.ts';
import { doseOf } from '../../store/loaded-outcomes.ts';
import { loadOutcomes, togetherOf } from '../shared/outcomes.ts';
import { leastShown, showPage } from '../shared/own-eyes.ts';
import { countedTo } from '../shared/counted-to.ts';
import { onlyTable } from '../../domain/report/only-table.ts';
import { outcomeFlags, participationOf, type OutcomeOptions } from '../shared/outcome-flags.ts';

interface PerformanceOptions extends OutcomeOptions {
  readonly adjust?: Exclude<Adjustment, 'common'>;
}

export function define(command: Command, act: Act, given: Given): void {
  outcomeFlags(command, given)
    .addOption(
      valueOption(
        '--adjust <how>',
        'interacted: slopes of their own for each group (Lin 2013); overlap: weigh people so that the groups are alike',
        oneOf(['interacted', 'overlap']),
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl report performance --cohort fall\n  mentorctl report performance --cohort fall --by gender --technical --format json\n  mentorctl report performance --table values --format csv',
    )
    .action((flags: PerformanceOptions) => act(runPerformance, flags));
}

export async function runPerformance(options: PerformanceOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await usingCounted(context, program, async (store, left) => {
    const loaded = await loadOutcomes(store, program, options, context);
    const { cohort } = loaded;
    // The day somebody left is no measure of how they did, nor is their consent.
    const none = [program.reports.leftOn, program.consent?.counted, program.consent?.told];
    const observed = loaded.data.observed.filter(({ measure }) => !none.includes(measure));
    const data = { ...loaded.data, observed };
    await loaded.hand({ numbers: new Set(observed.map(({ measure }) => measure)), statuses: new Set() });
    const known = new Map(program.measures.map((measure) => [measure.name, measure]));
    const measured = data.observed.filter(({ measure }) => {
      const { baseline, participation, kind } = known.get(measure) ?? {};
      return baseline !== true && participation !== true && kind !== 'retention';
    });
    const clock = data.groups.byPair && loaded.pairDaysVary && loaded.landmark === undefined ? noLandmark : undefined;
    // Flags are read of one cohort.
    const flags =
      loaded.cohortIds.length > 1 ? undefined : await flagTimes(store.db, cohort.id, countedTo(program, context));
    const report = performanceReport({
      cohort: cohort.name,
      data,
      start: loaded.start,
      measures: program.measures,
      baselines: loaded.baselines,
      onFile: loaded.onFile,
      notes: loaded.notes,
      namedOn: loaded.namedOn,
      landmarkHint: loaded.landmarkHint,
      adjust: options.adjust ?? 'common',
      by: loaded.by,
      errors: program.reports.errors,
      samePeople: program.reports.samePeople,
      clock,
      flags,
      firstFlag: Float64Array.from(loaded.people, (person) => flags?.first.get(person) ?? NaN),
      dose: await doseOf(store, loaded, program, options.early, countedTo(program, context)),
      minCell: leastShown(options, program),
      technical: options.technical ?? false,
      participation: participationOf(options),
      provenance: loaded.provenance,
      together: togetherOf(loaded, options),
      before: beforeStart(
        loaded.clock,
        data.observed.map(({ when }) => when),
      ),
    });
    const whole =
      measured.length > 0 || loaded.notes.length > 0
        ? report
        : nothingYet(report, `Nothing is recorded yet for ${cohort.name} about how people did.`, {
            command: `mentorctl import grades.csv --cohort ${shellWord(cohort.name)}`,
            text: 'with a column such as "GPA Fall"',
          });
    await showPage(
      context,
      onlyTable(whole, options.table),
      leastShown(options, program),
      await left(loaded.allCohorts, 'mentee'),
    );
  });
}
