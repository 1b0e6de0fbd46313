// mentorctl pair decline: a pair that a run proposed, or that was accepted and never met, is turned down and not proposed again.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { endedBy, type EndedBy } from '../../domain/engagement/closure.ts';
import { declinedReport, mayDecline } from '../../domain/engagement/pair-told.ts';
import { declinePair, declineProposed, meetingsOfPair, pairsOf } from '../../store/pair-life.ts';
import { membersOf } from '../../store/people.ts';
import { proposalsOf } from '../../store/proposals.ts';
import { closeIfDecided, findRun } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import { asArguments, choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, runOption } from '../shared/options.ts';
import { chooseRun } from '../shared/run-under-review.ts';

export interface DeclineOptions {
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly cohort?: string;
  readonly run?: number;
  readonly note?: string;
  readonly byWhom?: EndedBy;
  readonly neverAgain: boolean;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[mentee]', 'id, e-mail or part of the name')
    .argument('[mentor]', 'needed only when the mentee has several')
    .addOption(cohortOption())
    .addOption(runOption('the run that proposed it; the latest draft if not said'))
    .option('--note <text>', 'why, in your own words')
    .addOption(valueOption('--by-whom <whom>', 'who declined', oneOf(endedBy)))
    .addOption(onOff('--never-again', 'not in any later cohort either'))
    .addOption(dryRunOption())
    .addHelpText('after', '\nExample:\n  mentorctl pair decline S1042 M017 --by-whom mentee --note "same dormitory"')
    .action((mentee, mentor, flags) => act(runDecline, { mentee, mentor, ...flags }));
}

export async function runDecline(options: DeclineOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const members = await membersOf(store.db, cohort.id);
    const run =
      options.run === undefined ? await findRun(store.db, cohort.id) : await chooseRun(store, cohort, options.run);
    const standing = (await pairsOf(store.db, cohort.id)).filter(({ status }) => status === 'active');
    const proposed = run === undefined ? [] : await proposalsOf(store.db, run.id);
    const open = [
      ...standing.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
      ...proposed.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
    ];
    const mentees = members.filter(
      ({ key, role }) => role === 'mentee' && open.some(({ menteeId }) => menteeId === key),
    );
    const mentee = await choosePerson(context, mentees, options.mentee, {
      what: 'Which mentee',
      flag: asArguments.mentee,
    });
    const theirs = new Set(open.filter(({ menteeId }) => menteeId === mentee.key).map(({ mentorId }) => mentorId));
    const mentors = members.filter(({ key, role }) => role === 'mentor' && theirs.has(key));
    const [only] = mentors;
    const mentor =
      only !== undefined && mentors.length === 1 && options.mentor === undefined
        ? only
        : await choosePerson(context, mentors, options.mentor, { what: 'Which mentor', flag: asArguments.mentor });
    const pair = standing.find((one) => one.menteeId === mentee.key && one.mentorId === mentor.key);
    const met = pair === undefined ? 0 : (await meetingsOfPair(store.db, pair)).length;
    if (pair !== undefined) mayDecline({ pair: pair.id, mentee, mentor }, met);
    const decline = {
      day: context.today(),
      reason: options.note ?? null,
      by: options.byWhom ?? null,
      neverAgain: options.neverAgain,
    };
    const score = proposed.find(({ menteeId, mentorId }) => menteeId === mentee.key && mentorId === mentor.key)?.score;
    const id = await makeChange(store, context, options, async (writer) => {
      if (pair !== undefined) await declinePair(writer, pair.id, decline);
      const ids = { cohortId: cohort.id, menteeId: mentee.key, mentorId: mentor.key };
      const from = { ...ids, runId: run?.id ?? null, score: score ?? null };
      const declined = pair?.id ?? (await declineProposed(writer, from, decline));
      if (run !== undefined) await closeIfDecided(writer, run);
      return declined;
    });
    // Who leads a circle together is no second mentor of anybody.
    const { circles } = (await context.program()).program;
    await context.show(
      declinedReport({
        ...{ pair: id, mentee, mentor, cohort: cohort.name, dryRun: options.dryRun, decline },
        stood: pair !== undefined,
        other:
          circles === undefined && standing.some((one) => one.menteeId === mentee.key && one.mentorId !== mentor.key),
      }),
    );
  });
}
