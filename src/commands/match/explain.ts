// mentorctl match explain: why somebody has the mentor, the mentees or the empty hands that a run gave.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { Failure } from '../../domain/failure.ts';
import { findNamed, nameAndId } from '../../domain/find-named.ts';
import { menteeReport } from '../../domain/matching/reasons/mentee-report.ts';
import { mentorReport } from '../../domain/matching/reasons/mentor-report.ts';
import type { RunInput } from '../../domain/matching/run.ts';
import { insightOf } from '../../domain/matching/runs/insight-of.ts';
import { membersOf } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { chooseCohort } from '../shared/on-file.ts';
import { cohortOption, runOption } from '../shared/options.ts';
import { openRun, runThatSaw, type RunAndProgram } from '../shared/stored.ts';

export interface ExplainOptions {
  readonly person: string;
  readonly cohort?: string;
  readonly run?: number;
  /** Everybody who shares too few places with a mentee left out. */
  readonly all: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<person>', 'id, e-mail or part of the name of a mentee or mentor')
    .addOption(cohortOption())
    .addOption(runOption('the run; else the latest draft, or the run accepted last, that saw the person'))
    .addOption(onOff('--all', 'of everybody who shares too few places, not only the first twelve'))
    .addHelpText('after', '\nExample:\n  mentorctl match explain S1042 --run 4')
    .action((person, flags) => act(runExplain, { person, ...flags }));
}

export async function runExplain(options: ExplainOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const stored =
      options.run === undefined ? await latestRun(store, options, context) : await openRun(store, options.run);
    const { id } = stored.row;
    const { mentees, mentors } = stored.input;
    const isMentee = new Set(mentees.map((one) => one.id));
    const people = [...mentees, ...mentors.filter((one) => !isMentee.has(one.id))];
    if (findNamed(options.person, people).length === 0) await refuseOutsider(store, stored, options.person);
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    const insight = insightOf(stored);
    const { scoring } = insight.solve;
    const i = scoring.mentees.findIndex((one) => one.id === person.id);
    if (i >= 0) {
      await context.show(menteeReport(insight, i, { id, kept: stored.run, all: options.all }));
      return;
    }
    const j = scoring.mentors.findIndex((one) => one.id === person.id);
    const price = stored.run.prices.find((one) => one.id === person.id)?.price ?? 0;
    await context.show(mentorReport(insight, j, id, price));
  });
}

/** The latest draft, or the run accepted last, that saw the person; the latest draft where no run did. */
async function latestRun(store: Store, options: ExplainOptions, context: Context): Promise<RunAndProgram> {
  const cohort = await chooseCohort(store, options.cohort, context);
  const named = ({ mentees, mentors }: RunInput): boolean =>
    findNamed(options.person, [...mentees, ...mentors]).length > 0;
  const run = (await runThatSaw(store, cohort.id, named)) ?? (await runThatSaw(store, cohort.id, () => true));
  if (run !== undefined) return run;
  throw new Failure('not-found', {
    code: 'no-run',
    message: `there is no run for ${cohort.name}`,
    hint: `Make one with: mentorctl match --cohort ${cohort.name}`,
  });
}

/** Somebody of the cohort whom the run did not see: with a mentor already, or not there yet. */
async function refuseOutsider(store: Store, { row, cohort }: RunAndProgram, text: string): Promise<void> {
  const [known] = findNamed(text, await membersOf(store.db, cohort.id));
  if (known === undefined) return;
  throw new Failure('not-found', {
    code: 'unknown-person',
    message: `${nameAndId(known)} was not among those whom run ${row.id} matched`,
    hint: `See mentorctl pair list --person ${known.id}.`,
  });
}
