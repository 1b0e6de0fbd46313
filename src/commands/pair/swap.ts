// mentorctl pair swap: gives a mentee of a draft another mentor than the one proposed, and says who else has to move for it.
import type { Command } from '@commander-js/extra-typings';
import { choicesFor } from '../../domain/matching/review/review-table.ts';
import { noSwap, swapReport } from '../../domain/matching/review/review-told.ts';
import type { Act } from '../shared/act.ts';
import { asArguments, choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, runOption } from '../shared/options.ts';
import { againstNotes, pairsAgainst } from '../shared/say-against.ts';
import { carryOutSwap } from '../../store/swap.ts';
import { chooseRun, planSwap, underReview } from '../shared/run-under-review.ts';

export interface SwapOptions {
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly cohort?: string;
  readonly run?: number;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[mentee]', 'id, e-mail or part of the name')
    .argument('[mentor]', 'whom they shall have instead')
    .addOption(cohortOption())
    .addOption(runOption())
    .addOption(dryRunOption('say what it would cost and who would move, change nothing'))
    .addHelpText('after', '\nExamples:\n  mentorctl pair swap S1042 M017 --dry-run\n  mentorctl pair swap S1042 M017')
    .action((mentee, mentor, flags) => act(runSwap, { mentee, mentor, ...flags }));
}

export async function runSwap(options: SwapOptions, context: Context): Promise<void> {
  const { dryRun } = options;
  await inCohort(context, options.cohort, async (store, cohort) => {
    const run = await chooseRun(store, cohort, options.run);
    const view = await underReview(store, run);
    const { scoring, rows } = view.table.run;
    const waiting = rows.flatMap((i) => scoring.mentees[i] ?? []);
    const mentee = await choosePerson(context, waiting, options.mentee, {
      what: 'Which mentee',
      flag: asArguments.mentee,
    });
    const mentor = await choosePerson(context, scoring.mentors, options.mentor, {
      what: 'Which mentor',
      flag: asArguments.mentor,
    });
    const now = view.table.cards.find((card) => card.mentee.id === mentee.id);
    const choice = choicesFor(view.table, mentee.id, { only: mentor })[0];
    if (choice === undefined)
      throw noSwap(
        run.id,
        { mentee, mentor, now },
        scoring.barredBy(scoring.mentees.indexOf(mentee), scoring.mentors.indexOf(mentor)),
      );
    const carryOut = async (): Promise<number> => {
      const swap = await planSwap(view, mentee.id, choice, context);
      return makeChange(store, context, { dryRun }, (writer) =>
        carryOutSwap(writer, view, swap, { today: context.today(), at: context.host.now().toISOString() }),
      );
    };
    const next = dryRun ? run.id : await carryOut();
    const key = view.state.members.find(({ id, role }) => id === mentee.id && role === 'mentee')?.key;
    const made = new Set(dryRun || key === undefined ? [] : [key]);
    const { program } = await context.program();
    for (const text of againstNotes(await pairsAgainst(store.db, cohort.id, program, made))) context.note(text);
    await context.show(swapReport(choice, { run: run.id, next, cohort: cohort.name, mentee, now, dryRun }));
  });
}
