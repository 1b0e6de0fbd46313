// mentorctl report program: from what happened in a cohort to the report.
import type { Command } from '@commander-js/extra-typings';
import { programReport } from '../../domain/reports/program-report.ts';
import { flagTimes } from '../../store/flag-times.ts';
import { goalDays } from '../../store/goal-days.ts';
import { leastShown, showPage } from '../shared/own-eyes.ts';
import type { Act } from '../shared/act.ts';
import { usingCounted } from '../shared/counted.ts';
import type { Context } from '../shared/context.ts';
import { onlyTable } from '../../domain/report/only-table.ts';
import { lifeFlags, loadLife, type LifeOptions } from '../shared/program-life.ts';

export function define(command: Command, act: Act): void {
  lifeFlags(command)
    .addHelpText(
      'after',
      '\nTargets stand in mentorctl.yaml, in percent of the mentees:\n  reports: { targets: { matched: 90, first-meeting: 80, finished: 70 } }\n\nExamples:\n  mentorctl report program --cohort fall\n  mentorctl report program --table closures --format csv',
    )
    .action((flags: LifeOptions) => act(runProgramReport, flags));
}

export async function runProgramReport(options: LifeOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await usingCounted(context, program, async (store, left) => {
    const loaded = await loadLife(store, program, options, context);
    const goals = goalDays(store, loaded.cohort.id, context.today());
    const report = programReport({
      ...loaded,
      cohort: loaded.cohort.name,
      limits: program.engagement,
      flags: flagTimes(store, loaded.cohort.id, context.today()),
      goals: {
        set: goals.reduce((sum, { set }) => sum + set, 0),
        reached: goals.reduce((sum, { reached }) => sum + reached.length, 0),
      },
      targets: program.reports.targets,
      minCell: leastShown(options, program),
      technical: options.technical ?? false,
    });
    await showPage(
      context,
      onlyTable(report, options.table),
      leastShown(options, program),
      left([loaded.cohort.id], 'any'),
    );
  });
}
