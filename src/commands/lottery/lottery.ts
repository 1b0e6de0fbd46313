// mentorctl lottery: draws places when there are more mentees than places, and keeps the draw so that it can be drawn again.
import { randomInt } from 'node:crypto';
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { listed, wholeNumber } from '../../cli/read-values.ts';
import { Failure } from '../../domain/failure.ts';
import { drawPlaces, type Entrant } from '../../domain/lottery/draw-places.ts';
import { lotteryReport, lotteryOpening } from '../../domain/lottery/lottery-report.ts';
import { drawCommand, mustNeedDraw } from '../../domain/lottery/may-draw.ts';
import { readStrata, stratumLabel } from '../../domain/lottery/stratum-label.ts';
import { BARRED } from '../../domain/matching/assignment-types.ts';
import type { Candidate } from '../../domain/matching/candidate.ts';
import { scorePairs } from '../../domain/matching/scoring/score-pairs.ts';
import type { Program } from '../../domain/program/program.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { version } from '../../domain/version.ts';
import { lotsOf, saveLottery } from '../../store/lotteries.ts';
import { matchInput } from '../../store/match-input.ts';
import { allPeople } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import { transact } from '../../store/transact.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, seed } from '../shared/options.ts';

export interface LotteryOptions {
  readonly cohort?: string;
  readonly places: number;
  readonly strata?: readonly string[];
  readonly seed?: number;
  readonly all: boolean;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(
      valueOption('--places <number>', 'how many mentees can be offered a mentor', wholeNumber({ most: 1_000_000 })),
    )
    .addOption(
      valueOption('--strata <fields>', 'draw within groups of these fields, each by its size: program,year', listed),
    )
    .addOption(
      valueOption(
        '--seed <number>',
        'the number the draw follows from; drawn by the computer and recorded if not given',
        seed,
      ),
    )
    .addOption(onOff('--all', 'list everybody, drawn and waiting'))
    .addOption(dryRunOption('show how places would be shared out, draw nobody'))
    .addHelpText(
      'after',
      '\nOnly a lottery lets a report say later what the offer of mentoring did.\n\n' +
        'Examples:\n  mentorctl lottery --cohort fall --places 120 --strata program,year\n  mentorctl lottery verify --cohort fall',
    )
    .action((flags) => act(runLottery, { ...flags, places: flags.places ?? noPlaces() }));
}

function noPlaces(): never {
  const hint = 'Say how many mentees can be offered a mentor: --places 120.';
  throw new Failure('usage', { code: 'missing-places', message: 'how many places are there?', hint });
}

export async function runLottery(options: LotteryOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const strata = readStrata(options.strata ?? [], program.fields);
  await inCohort(context, options.cohort, async (store, cohort) => {
    const { entering, leftOut, nameOf, later } = await entrantsOf(store, cohort.id, program, context);
    mustNeedDraw(cohort.name, entering.length, options.places, later);
    const seed = options.seed ?? randomInt(2 ** 32);
    const entrants = entering.map(({ id, fields }): Entrant => ({ id, stratum: stratumLabel(fields, strata) }));
    const draw = drawPlaces(entrants, options.places, seed);
    const lottery = options.dryRun
      ? null
      : await transact(store, context.author(), async (writer) => {
          const keys = new Map((await allPeople(writer.db)).map(({ id, key }) => [id, key]));
          const at = context.host.now().toISOString();
          return saveLottery(
            writer,
            { cohortId: cohort.id, at, places: options.places, seed, version, strata },
            draw,
            keys,
          );
        });
    await context.show(
      lotteryReport({
        lottery,
        cohort: cohort.name,
        places: options.places,
        seed,
        strata,
        draw,
        nameOf,
        leftOut,
        names: lottery !== null && (options.all || context.settings.format.value !== 'text'),
        opening: lotteryOpening(lottery, cohort.name, draw, seed),
        next:
          lottery === null
            ? { command: drawCommand(cohort.name, options), text: 'to draw' }
            : {
                command: `mentorctl match --cohort ${shellWord(cohort.name)}`,
                text: 'takes only those drawn; mentorctl lottery replay lists them',
              },
      }),
    );
  });
}

/** Mentees without a mentor and without a lot; of those, the ones some mentor of the cohort may take under the rules. */
async function entrantsOf(
  store: Store,
  cohortId: number,
  program: Program,
  context: Context,
): Promise<{
  entering: readonly Candidate[];
  leftOut: { id: string; name: string; why: string }[];
  nameOf: (id: string) => string;
  /** Others of this cohort have drawn before. */
  later: boolean;
}> {
  const { mentees, mentors, blocks } = await matchInput(store.db, cohortId, { everybody: true });
  const lots = await lotsOf(store.db, cohortId);
  const keys = new Map((await allPeople(store.db)).map(({ id, key }) => [id, key]));
  const waiting = mentees.filter(({ id }) => lots?.has(keys.get(id) ?? 0) !== true);
  const names = new Map(waiting.map(({ id, name }) => [id, name]));
  const later = lots !== undefined;
  const nameOf = (id: string): string => names.get(id) ?? id;
  if (mentors.length === 0) return { entering: waiting, leftOut: [], nameOf, later };
  const { scores } = await context.work('Looking for allowed mentors', scorePairs(waiting, mentors, program, blocks));
  const allowed = (row: number): boolean =>
    mentors.some((_, column) => scores[row * mentors.length + column] !== BARRED);
  return {
    entering: waiting.filter((_, row) => allowed(row)),
    leftOut: waiting
      .filter((_, row) => !allowed(row))
      .map(({ id, name }) => ({ id, name, why: 'the rules allow no mentor of this cohort' })),
    nameOf,
    later,
  };
}
