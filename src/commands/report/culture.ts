// mentorctl report culture: from who came back, who met whom and what they say of the program to the report.
import { comingBack } from '../../domain/reports/culture/coming-back.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { Command } from '@commander-js/extra-typings';
import { dayNumber } from '../../domain/civil-date.ts';
import { cohortDays } from '../../domain/program/cohort-days.ts';
import type { Program } from '../../domain/program/program.ts';
import type { CultureInput } from '../../domain/reports/culture/culture-input.ts';
import { cultureReport } from '../../domain/reports/culture/culture-report.ts';
import { tInterval } from '../../domain/statistics/distributions/student-t.ts';
import { moments } from '../../domain/statistics/summary.ts';
import { resolveSurvey } from '../../domain/surveys/resolve-survey.ts';
import { waveScores } from '../../domain/surveys/survey-wave.ts';
import { listCohorts } from '../../store/cohorts.ts';
import { firstPairs, recommendAnswers, rolesOverTime } from '../../store/program-life.ts';
import type { Store } from '../../store/store.ts';
import { surveyAnswers, versionsOf, whoAnswered } from '../../store/survey-answers.ts';
import { usingCounted } from '../shared/counted.ts';
import { leastShown, showPage } from '../shared/own-eyes.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { onlyTable } from '../../domain/report/only-table.ts';
import { answerIn, lifeFlags, loadLife, type LifeOptions, type LoadedLife } from '../shared/program-life.ts';

interface CultureOptions extends LifeOptions {
  readonly across?: readonly string[];
}

export function define(command: Command, act: Act): void {
  lifeFlags(command)
    .option(
      '--across <fields...>',
      'fields that mentors and mentees both answered; all such with a few answers unless said',
    )
    .addHelpText(
      'after',
      '\nHow people came to hear of the program is read from a field that mentorctl.yaml names:\n  reports: { source: heard about us }\n\nExamples:\n  mentorctl report culture --cohort fall\n  mentorctl report culture --across department level',
    )
    .action((flags: CultureOptions) => act(runCulture, flags));
}

export async function runCulture(options: CultureOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await usingCounted(context, program, async (store, left) => {
    const loaded = await loadLife(store, program, options, context);
    const report = cultureReport({
      ...loaded,
      ...comingBack(loaded.cohort.id, await pastOf(store, program, loaded), program.reports.source, answerIn(program)),
      cohort: loaded.cohort.name,
      across: options.across ?? bothSides(program, loaded),
      wordsOf: answerIn(program),
      recommend: await recommendAnswers(store.db, loaded.cohort.id),
      climate: await climateOf(store, loaded.cohort.id),
      importClimate: `mentorctl import answers.csv --as survey --instrument climate --cohort ${shellWord(loaded.cohort.name)}`,
      minCell: leastShown(options, program),
      technical: options.technical ?? false,
    });
    await showPage(
      context,
      onlyTable(report, options.table),
      leastShown(options, program),
      await left([loaded.cohort.id], 'any'),
    );
  });
}

/** Fields with a few answers that people of both sides gave. */
function bothSides(program: Program, { life }: LoadedLife): string[] {
  return program.fields
    .filter(
      ({ type, options }) => type === 'yes-no' || ((type === 'category' || type === 'ordinal') && options.length <= 20),
    )
    .map(({ name }) => name)
    .filter((name) =>
      [life.mentees, life.mentors].every((people) => people.some(({ fields }) => fields[name] !== undefined)),
    );
}

/** The mean of every wave of the climate survey. */
async function climateOf({ db }: Store, cohortId: number): Promise<CultureInput['climate']> {
  const people = [...(await whoAnswered(db, cohortId, 'climate'))];
  const raw = await surveyAnswers(db, cohortId, 'climate', new Map(people.map((person, row) => [person, row])));
  const resolved = resolveSurvey('climate', raw, await versionsOf(db, 'climate'));
  return (resolved?.waves ?? []).map((wave) => {
    const scores = resolved === undefined ? [] : waveScores(resolved.instrument, wave, people.length);
    const { n, mean, squares } = moments(Array.from(scores).filter((score) => !Number.isNaN(score)));
    const range = n < 2 || !(squares > 0) ? undefined : tInterval(mean, Math.sqrt(squares / (n - 1) / n), n - 1, 0.95);
    return { wave: wave.wave, n, mean, low: range?.low, high: range?.high };
  });
}

/** Without a start the first pair tells when a cohort began. */
async function pastOf(store: Store, program: Program, { life }: LoadedLife): Promise<Parameters<typeof comingBack>[1]> {
  const began = await firstPairs(store.db);
  const starts = (await listCohorts(store.db)).map((one) => {
    const { starts: start } = cohortDays(one, program);
    return [one.id, start === undefined ? (began.get(one.id) ?? NaN) : dayNumber(start)] as const;
  });
  return { life, roles: await rolesOverTime(store.db), starts: new Map(starts) };
}
