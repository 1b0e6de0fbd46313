// mentorctl pair accept: makes the proposed pairs of a run real: all, from a fit on, or one.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { pastDay } from '../../cli/read-values.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { overElsewhere, refuseOver } from '../../domain/engagement/over-places.ts';
import { acceptedReport } from '../../domain/engagement/pair-told.ts';
import { Failure } from '../../domain/failure.ts';
import { membersOf } from '../../store/people.ts';
import type { Member } from '../../store/rows.ts';
import { decisionsOn } from '../../store/run-decisions.ts';
import { acceptRun, activePairs } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';
import { takenElsewhere } from '../../store/taken-elsewhere.ts';
import type { Act, Given } from '../shared/act.ts';
import { asArguments, choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, fit, runOption } from '../shared/options.ts';
import { againstNotes, pairsAgainst } from '../shared/say-against.ts';
import { chooseRun } from '../shared/run-under-review.ts';

export interface AcceptOptions {
  readonly mentee?: string | undefined;
  readonly cohort?: string;
  readonly run?: number;
  readonly all: boolean;
  /** Score of 0..1000 from which on pairs are accepted. */
  readonly minFit?: number;
  /** The day the pairs began, YYYY-MM-DD. */
  readonly date?: CivilDate;
  /** Mentors may get more mentees over all open cohorts than they have places. */
  readonly over: boolean;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .argument('[mentee]', 'only the pair of this mentee: id, e-mail or part of the name')
    .addOption(cohortOption())
    .addOption(runOption())
    .addOption(onOff('--all', 'accept every pair of the run that nobody has decided on'))
    .addOption(valueOption('--min-fit <fit>', 'accept the pairs that fit at least this well, 0 to 100', fit))
    .addOption(
      valueOption('--date <day>', 'the day the pairs began, YYYY-MM-DD; today if not said', pastDay(given.today)),
    )
    .addOption(onOff('--over', 'let mentors have more mentees over all open cohorts than they have places'))
    .addOption(dryRunOption('show what would be accepted'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl pair accept --all\n  mentorctl pair accept --run 4 --min-fit 60\n  mentorctl pair accept S1042',
    )
    .action((mentee, flags) => act(runAccept, { mentee, ...flags }));
}

export async function runAccept(options: AcceptOptions, context: Context): Promise<void> {
  if (!options.all && options.minFit === undefined && options.mentee === undefined) {
    const hint = 'Say --all, or --min-fit 60 for the better ones, or name a mentee.';
    throw new Failure('usage', { code: 'accept-what', message: 'which pairs are to be accepted?', hint });
  }
  const { dryRun } = options;
  const day = options.date ?? context.today();
  const least = options.minFit === undefined ? {} : { least: options.minFit };
  const { program } = await context.program();
  const perCohort = program.capacity.per === 'cohort';
  await inCohort(context, options.cohort, async (store, cohort) => {
    const run = await chooseRun(store, cohort, options.run);
    const named = options.mentee === undefined ? [] : await decisionsOn(store.db, run);
    const open = named.filter(({ fate }) => fate === 'open' || fate === 'pinned');
    const members = await membersOf(store.db, cohort.id);
    const undecided = new Set(open.map(({ menteeId }) => menteeId));
    const waiting = members.filter(({ role, key }) => role === 'mentee' && undecided.has(key));
    const mentee =
      options.mentee === undefined
        ? undefined
        : await choosePerson(context, waiting, options.mentee, { what: 'Which mentee', flag: asArguments.mentee });
    const over = async (db: Store['db'], some: readonly Member[]): Promise<string[]> =>
      overElsewhere(some, await activePairs(db, cohort.id), await takenElsewhere(db, cohort.id));
    const choose = { ...least, ...(mentee === undefined ? {} : { mentees: new Set([mentee.key]) }) };
    const {
      accepted,
      open: left,
      against,
    } = await makeChange(store, context, { dryRun }, async (writer) => {
      const made = await acceptRun(writer, run, day, choose);
      if (!options.over && !perCohort)
        refuseOver(
          await over(
            writer.db,
            members.filter(({ key }) => made.mentors.has(key)),
          ),
        );
      return { ...made, against: await pairsAgainst(writer.db, cohort.id, program, made.mentees) };
    });
    for (const text of againstNotes(against)) context.note(text);
    if (options.over) for (const text of await over(store.db, members)) context.note(`${text}.`);
    const theirs = new Set(open.flatMap(({ menteeId, mentorId }) => (menteeId === mentee?.key ? [mentorId] : [])));
    const mentors = members.filter(({ role, key }) => role === 'mentor' && theirs.has(key));
    await context.show(
      acceptedReport(
        { run: run.id, cohort: cohort.name, accepted, left, dryRun },
        mentee === undefined ? undefined : { mentee, mentors },
      ),
    );
  });
}
