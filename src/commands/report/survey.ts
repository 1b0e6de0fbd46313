// mentorctl report belonging, confidence, growth, relationship: from the answers of a cohort to the report.
import { shellWord } from '../../domain/shell-word.ts';
import { onOff } from '../../cli/options.ts';
import { shippedInstrument } from '../../domain/instruments/shipped.ts';
import { goalsSection } from '../../domain/reports/surveys/goals-section.ts';
import { noSection } from '../../domain/reports/surveys/survey-input.ts';
import { surveyKinds, type SurveyKind, type SurveyName } from '../../domain/reports/surveys/survey-kinds.ts';
import { surveyReport } from '../../domain/reports/surveys/survey-report.ts';
import { goalDays } from '../../store/goal-days.ts';
import { menteesSurveyed, pairsSurveyed } from '../../store/people-surveyed.ts';
import type { Defined } from '../shared/act.ts';
import { usingCounted } from '../shared/counted.ts';
import { chooseCohort } from '../shared/on-file.ts';
import { cohortOption, reportTableOption } from '../shared/options.ts';
import { leastShown, ownEyesOption, showPage } from '../shared/own-eyes.ts';
import { countedTo } from '../shared/counted-to.ts';
import type { Context } from '../shared/context.ts';
import { landmarkOption } from '../shared/outcome-flags.ts';
import { loadOutcomes } from '../shared/outcomes.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { onlyTable } from '../../domain/report/only-table.ts';

export interface SurveyReportOptions {
  readonly cohort?: string;
  readonly instrument: string;
  readonly compare?: readonly string[];
  readonly by?: string;
  readonly landmark?: CivilDate;
  readonly wave?: string;
  readonly forOwnEyes?: boolean;
  readonly technical?: boolean;
  readonly table?: string;
}

/** The command of one survey. */
export function survey(name: SurveyName): Defined {
  const kind: SurveyKind = surveyKinds[name];
  return {
    define: (command, act, given) => {
      const all = command.addOption(cohortOption()).option('--instrument <name>', 'the survey that was answered', name);
      if (kind.who === 'mentees')
        command
          .option('--compare <with...>', 'not-mentored, wait-list, arm NAME, or cohort NAME')
          .option('--by <field>', 'break the change down by the answers to a field')
          .addOption(landmarkOption(given));
      all
        .option('--wave <wave>', 'only this wave, e.g. where the others were asked something else')
        .addOption(ownEyesOption())
        .addOption(onOff('--technical', 'add tests, p values and the reasons behind the claim level'))
        .addOption(reportTableOption())
        .addHelpText(
          'after',
          `\nExamples:\n  mentorctl report ${name} --cohort fall\n  mentorctl report ${name} --cohort fall --technical --format json`,
        )
        .action((flags: SurveyReportOptions) =>
          act((options, context) => runSurveyReport(name, options, context), flags),
        );
    },
  };
}

export async function runSurveyReport(name: SurveyName, options: SurveyReportOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const kind: SurveyKind = surveyKinds[name];
  await usingCounted(context, program, async (store, left) => {
    const minCell = leastShown(options, program);
    const asked = { ...options, least: minCell, today: context.today() };
    const { cohort, noComparison, ...loaded } =
      kind.who === 'mentees'
        ? await menteesSurveyed(store.db, await loadOutcomes(store, program, options, context), asked)
        : await pairsSurveyed(store.db, await chooseCohort(store, options.cohort, context), program, asked);
    const goals =
      kind.goals === true
        ? goalsSection(await goalDays(store.db, cohort.id, countedTo(program, context)), minCell)
        : noSection;
    const report = surveyReport({
      ...loaded,
      name,
      title: kind.title,
      about: kind.about,
      who: kind.who,
      cohort: cohort.name,
      toAsk: shippedInstrument(options.instrument) ?? shippedInstrument(name),
      minCell,
      technical: options.technical ?? false,
      own: noComparison === undefined ? goals : { ...goals, cautions: [...goals.cautions, noComparison] },
      importing: `mentorctl import answers.csv --as survey --instrument ${shellWord(options.instrument)} --cohort ${shellWord(cohort.name)}`,
    });
    await showPage(
      context,
      onlyTable(report, options.table),
      minCell,
      await left([cohort.id], kind.who === 'mentees' ? 'mentee' : 'any'),
    );
  });
}
