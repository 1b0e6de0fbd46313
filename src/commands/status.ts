// mentorctl status: what needs attention today.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../cli/options.ts';
import { oneOf } from '../cli/read-values.ts';
import { streamStyle } from '../cli/stream-style.ts';
import { daysBetween, parseIsoDate } from '../domain/civil-date.ts';
import { surveysDue } from '../domain/engagement/surveys-due.ts';
import { Failure } from '../domain/failure.ts';
import { elsewhereWords } from '../domain/matching/runs/run-remarks.ts';
import type { Measure, Program } from '../domain/program/program.ts';
import { failsOn, nothingHere, statusReport } from '../domain/reports/status-report.ts';
import { statusItems, statusKinds, type MissingOutcome } from '../domain/reports/status.ts';
import { observationKey } from '../domain/rows/read-measure.ts';
import { shellWord } from '../domain/shell-word.ts';
import { cohortLife, whoIsNotMeasured } from '../store/cohort-life.ts';
import { openEnds } from '../store/open-ends.ts';
import { membersOf } from '../store/people.ts';
import type { Member } from '../store/rows.ts';
import { findRun } from '../store/runs.ts';
import { storeExists } from '../store/store.ts';
import { takenElsewhere } from '../store/taken-elsewhere.ts';
import type { Act } from './shared/act.ts';
import type { Context } from './shared/context.ts';
import { inCohort } from './shared/on-file.ts';
import { cohortOption } from './shared/options.ts';

export interface StatusOptions {
  readonly cohort?: string;
  readonly failOn?: (typeof failWords)[number];
}

const failWords = ['now', 'soon', 'any', ...statusKinds] as const;

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(
      valueOption(
        '--fail-on <what>',
        'exit with 1 if there is something; soon is also for what is due now',
        oneOf(failWords),
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl status --cohort fall\n  mentorctl status --cohort fall --fail-on now',
    )
    .action((flags) => act(runStatus, flags));
}

export async function runStatus(options: StatusOptions, context: Context): Promise<void> {
  if (!storeExists(context.databasePath)) {
    // A watch that looks at an empty folder must not be green for ever.
    if (options.failOn !== undefined)
      throw new Failure('not-found', {
        code: 'no-program',
        message: 'there is no program here, so nothing can be said of it',
        where: { source: context.databasePath },
        hint: "Run it in the program's folder, or name that with -C.",
      });
    await context.show(nothingHere(context.today()));
    return;
  }
  const { program } = await context.program();
  const asOf = context.today();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const life = await cohortLife(store.db, cohort, program.engagement);
    const members = (await membersOf(store.db, cohort.id)).filter(({ status }) => status === 'active');
    const mentees = members.filter(({ role }) => role === 'mentee');
    const mentors = members.filter(({ role }) => role === 'mentor');
    const ends = parseIsoDate(cohort.ends ?? '');
    const flags = (await openEnds(store.db, 'flag', cohort.id)).filter(({ closed }) => closed === null);
    const items = statusItems({
      cohort: shellWord(cohort.name),
      typed: shellWord,
      asOf,
      limits: program.engagement,
      mostSeats: program.capacity.maximum,
      ends,
      pairs: life.standing,
      ended: life.ended,
      mentees,
      mentors,
      draftRun: (await findRun(store.db, cohort.id))?.id,
      flags: flags.flatMap(({ number, person, text, opened }) => {
        const raised = parseIsoDate(opened);
        return raised === undefined ? [] : [{ flag: number, person: life.person(person), about: text, raised }];
      }),
      surveys: surveysDue(program.surveys, life.standing, life.answered, asOf),
      missing: await missingOutcomes(
        program,
        mentees,
        (measure, people) => whoIsNotMeasured(store.db, cohort.id, measure, people),
        ends !== undefined && daysBetween(ends, asOf) > 0,
      ),
    });
    const others = program.capacity.per === 'cohort' ? undefined : await takenElsewhere(store.db, cohort.id);
    const mentorsElsewhere = mentors.map(({ id, name, key }) => ({ id, name, elsewhere: others?.get(key) ?? 0 }));
    const { unicode } = streamStyle(context.host.stdout, context.host.env, context.settings.color.value);
    await context.show(
      statusReport({
        cohort,
        asOf,
        mentors: mentors.length,
        mentees: mentees.length,
        standing: life.standing,
        ended: life.ended,
        items,
        elsewhere: elsewhereWords(mentorsElsewhere),
        unicode,
      }),
    );
    const { failOn } = options;
    const found = failOn === undefined ? [] : items.filter((item) => failsOn(item, failOn));
    if (found.length > 0) {
      const message = `${found.length === 1 ? 'one thing needs' : `${found.length} things need`} attention in ${cohort.name}`;
      const hint = found.map(({ text }) => text).join('; ');
      throw new Failure('no', { code: 'needs-attention', message, hint });
    }
  });
}

/** Measures that some mentees have and others lack; once the cohort is over also those nobody has. */
async function missingOutcomes(
  program: Program,
  mentees: readonly Member[],
  notMeasured: (measure: Measure, people: readonly number[]) => Promise<ReadonlySet<number>>,
  over: boolean,
): Promise<MissingOutcome[]> {
  const keys = mentees.map(({ key }) => key);
  const missing: MissingOutcome[] = [];
  for (const measure of program.measures) {
    const lacking = await notMeasured(measure, keys);
    const without = mentees.filter(({ key }) => lacking.has(key)).map(({ id }) => id);
    if (without.length === 0 || (without.length === mentees.length && !over)) continue;
    missing.push({ measure: measure.name, when: observationKey(measure).observed, without, of: mentees.length });
  }
  return missing;
}
