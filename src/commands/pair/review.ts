// mentorctl pair review: walks through a run's open proposals on a terminal, least sure first; every decision is kept as it is made.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { streamStyle } from '../../cli/stream-style.ts';
import { Failure } from '../../domain/failure.ts';
import { listTable, mentorNames } from '../../domain/matching/review/review-report.ts';
import { choicesFor, choicesInTime, type Choice, type ReviewCard } from '../../domain/matching/review/review-table.ts';
import { prose, nextStep, tableBlock } from '../../domain/report/blocks.ts';
import type { Report } from '../../domain/report/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { renderText } from '../../render/text.ts';
import { findRun } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, fit, runOption } from '../shared/options.ts';
import { chooseRun, underReview } from '../shared/run-under-review.ts';
import { reviewSession, type Tally } from './parts/review-session.ts';

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
      const { table } = await underReview(store, run, context);
      const enough = choicesInTime(table);
      const items = table.cards
        .filter(wanted)
        .map((card, index) => ({ card, choices: index < enough ? choicesFor(table, card.mentee.id, 3) : undefined }));
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

type Items = readonly { readonly card: ReviewCard; readonly choices: readonly Choice[] | undefined }[];

function listReport(run: number, cohort: string, items: Items): Report {
  const name = ({ id, name: full }: { id: string; name: string }): object => ({ id, name: full });
  const command = `mentorctl pair review --run ${run}`;
  return {
    schema: 'mentorctl/review@1',
    blocks: [
      prose(`Run ${run} for ${cohort}: ${items.length} pairs still to decide.`),
      tableBlock(listTable(items)),
      items.length === 0
        ? nextStep(`mentorctl status --cohort ${shellWord(cohort)}`)
        : nextStep(command, 'to decide one by one, or mentorctl pair accept --min-fit 60'),
    ],
    json: {
      run,
      cohort,
      items: items.map(({ card, choices }) => ({
        mentee: name(card.mentee),
        mentors: card.mentors.map(name),
        score: card.score,
        parts: card.parts,
        rank: card.rank,
        open: card.open,
        instead:
          choices?.map((choice) => ({
            mentors: choice.mentors.map(name),
            score: choice.score,
            cost: choice.cost,
            placed: choice.placed,
            moves: choice.others.map(({ mentee, from, to, before, after }) => ({
              mentee: name(mentee),
              from: from === undefined ? null : { ...name(from), score: before },
              to: to === undefined ? null : { ...name(to), score: after },
            })),
          })) ?? null,
      })),
    },
  };
}

function tallyReport({ run, counts, open, skipped, others }: Tally, cohort: string, below: number | undefined): Report {
  const said = Object.entries(counts).flatMap(([word, n]) => (n === 0 ? [] : [`${n} ${word}`]));
  const [first] = open;
  const better = others === 0 ? '' : ` ${others} that fit better ${others === 1 ? 'is' : 'are'} still to decide.`;
  const left =
    first === undefined
      ? others === 0
        ? ' Nothing is left to decide.'
        : ` Nothing below ${(below ?? 0) / 10} is left to decide.`
      : ` ${open.length} still to decide; next in line: ${first.mentee.name} with ${mentorNames(first.mentors)}.`;
  const name = shellWord(cohort);
  return {
    schema: 'mentorctl/review-done@1',
    blocks: [
      prose(
        `Review of run ${run} for ${cohort}: ${said.length === 0 ? 'nothing decided' : said.join(', ')}.${left}${better}`,
      ),
      first !== undefined
        ? nextStep(`mentorctl pair review --cohort ${name}`, 'goes on where you stopped')
        : others > 0
          ? nextStep(`mentorctl pair accept --run ${run} --all`, 'takes the others as they are')
          : nextStep(`mentorctl status --cohort ${name}`),
    ],
    json: { run, cohort, ...counts, skipped, open: open.length + others },
  };
}
