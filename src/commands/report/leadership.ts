// mentorctl report leadership: from the cohort's mentors, their meetings and their answers to the report.
import { shellWord } from '../../domain/shell-word.ts';
import { oneOf } from '../../cli/read-values.ts';
import { cohortOption, reportTableOption } from '../shared/options.ts';
import { onOff, valueOption } from '../../cli/options.ts';
import type { Command } from '@commander-js/extra-typings';
import { shippedInstrument } from '../../domain/instruments/shipped.ts';
import { leadershipReport } from '../../domain/reports/surveys/leadership.ts';
import { mentorComparisons, type MentorComparison } from '../../domain/surveys/mentor-groups.ts';
import { mentorsSurveyed } from '../../store/mentors-surveyed.ts';
import type { Act } from '../shared/act.ts';
import { usingCounted } from '../shared/counted.ts';
import { leastShown, ownEyesOption, showPage } from '../shared/own-eyes.ts';
import type { Context } from '../shared/context.ts';
import { chooseCohort } from '../shared/on-file.ts';
import { onlyTable } from '../../domain/report/only-table.ts';

export interface LeadershipOptions {
  readonly forOwnEyes?: boolean;
  readonly cohort?: string;
  readonly instrument: string;
  readonly compare?: MentorComparison;
  readonly by?: string;
  readonly wave?: string;
  readonly technical: boolean;
  readonly table?: string;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .option('--instrument <name>', 'the survey mentors answered', 'leadership')
    .addOption(
      valueOption(
        '--compare <with>',
        'others who answered it, or unpaired: of those, who signed up and had no mentee',
        oneOf(mentorComparisons),
      ),
    )
    .option('--by <field>', 'break the change down by the answers to a field')
    .option('--wave <wave>', 'only this wave, e.g. where the others were asked something else')
    .addOption(ownEyesOption())
    .addOption(onOff('--technical', 'add tests, p values and the reasons behind the claim level'))
    .addOption(reportTableOption())
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl report leadership --cohort fall\n  mentorctl report leadership --cohort fall --by major --technical --format json\n  mentorctl report leadership --table given --format csv',
    )
    .action((flags) => act(runLeadership, flags));
}

export async function runLeadership(options: LeadershipOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await usingCounted(context, program, async (store, left) => {
    const minCell = leastShown(options, program);
    const cohort = await chooseCohort(store, options.cohort, context);
    const asked = { ...options, least: minCell, today: context.today() };
    const loaded = await mentorsSurveyed(store.db, cohort, program, asked);
    const survey = options.instrument;
    const report = leadershipReport({
      ...loaded,
      cohort: loaded.cohort.name,
      toAsk: shippedInstrument(survey) ?? shippedInstrument('leadership'),
      importing: `mentorctl import answers.csv --as survey --instrument ${shellWord(survey)} --cohort ${shellWord(cohort.name)}`,
      minCell,
      technical: options.technical,
    });
    await showPage(context, onlyTable(report, options.table), minCell, await left([loaded.cohort.id], 'any'));
  });
}
