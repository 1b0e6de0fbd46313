// mentorctl pair review: walks through a run's open proposals on a terminal, least sure first; every decision is kept as it is made.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { streamStyle } from '../../cli/stream-style.ts';
import { Failure } from '../../domain/failure.ts';
import { choicesFor, choicesInTime, type ReviewCard } from '../../domain/matching/review/review-table.ts';
import { listReport, tallyReport } from '../../domain/matching/review/review-told.ts';
import { renderText } from '../../render/text.ts';
import { findRun } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, fit, runOption } from '../shared/options.ts';
import { chooseRun, underReview } from '../shared/run-under-review.ts';
import { reviewSession } from './parts/review-session.ts';

export interface ReviewOptions {
  readonly cohort?: string;
  readonly run?: number;
  /** Score of 0..1000 below which proposals are looked at. */
  readonly below?: number;
  readonly list: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(runOption())
    .addOption(valueOption('--below <fit>', 'only pairs that fit less well than this, 0 to 100', fit))
    .addOption(onOff('--list', 'show what is still to decide, with the next best and its cost; ask nothing'))
    .addHelpText(
      'after',
      '\nEvery decision is kept at once; run it again to go on where you stopped. Without a terminal, decide with\n' +
        'pair accept, pair decline, pair pin and pair swap, or in a file: export pairs, edit it, import --as pairs.\n\n' +
        'Examples:\n  mentorctl pair review\n  mentorctl pair review --below 60\n  mentorctl pair review --list --json',
    )
    .action((flags) => act(runReview, flags));
}

export async function runReview(options: ReviewOptions, context: Context): Promise<void> {
  const below = options.below ?? Infinity;
  await inCohort(context, options.cohort, async (store, cohort) => {
    const run = await chooseRun(store, cohort, options.run);
    const wanted = ({ score }: ReviewCard): boolean => score < below;
    if (options.list) {
      const { table } = await underReview(store, run);
      const enough = choicesInTime(table);
      const items = table.cards.filter(wanted).map((card, index) => ({
        card,
        choices: index < enough ? choicesFor(table, card.mentee.id, { most: 3 }) : undefined,
      }));
      if (items.length > enough)
        context.note(
          `What else there is was worked out for the ${enough} least sure; the others say so in pair review.`,
        );
      await context.show(listReport(run.id, cohort.name, items));
      return;
    }
    if (!context.ask.possible) {
      const hint =
        'Without a terminal: --list shows them; decide with pair accept, pair decline, pair pin or pair swap.';
      throw new Failure('usage', { code: 'needs-answer', message: 'a review asks about each pair', hint });
    }
    const { host, settings } = context;
    const style = streamStyle(host.stderr, host.env, settings.color.value);
    const tally = await reviewSession(store, run, context, {
      wanted,
      draw: (blocks) => {
        host.stderr.write(`\n${renderText({ schema: '', blocks, json: {} }, style)}\n`);
      },
      rowOf: async (id) => (await findRun(store.db, cohort.id, id)) ?? run,
    });
    await context.show(tallyReport(tally, cohort.name, options.below));
  });
}
