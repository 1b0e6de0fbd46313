// mentorctl match: proposes a run for a cohort, proves it, and keeps it as a draft.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { type Reader, decimal, oneOf } from '../../cli/read-values.ts';
import { timeIsUp } from '../../cli/time-is-up.ts';
import { Failure } from '../../domain/failure.ts';
import { unanswered } from '../../domain/matching/check/unanswered.ts';
import { noFavours } from '../../domain/matching/run.ts';
import {
  matchingAsked,
  mustBeOneSolve,
  mustHear,
  nearTo,
  overPlaces,
  type MatchingAsked,
} from '../../domain/matching/runs/asked-run.ts';
import { matchReport, nobodyWaiting, runTables, type RunTableId } from '../../domain/matching/runs/match-report.ts';
import type { PairOrder } from '../../domain/matching/runs/pairs-table.ts';
import { proposeRun } from '../../domain/matching/runs/propose-run.ts';
import { withAskedFor } from '../../domain/matching/scoring/asked-for.ts';
import { toSnapshot } from '../../domain/matching/runs/snapshot.ts';
import { pinsOver } from '../../domain/matching/scoring/pins-over.ts';
import { withTies } from '../../domain/matching/scoring/ties.ts';
import { programOfRun, secondInput } from '../../domain/matching/scoring/second-program.ts';
import { secondMentors } from '../../domain/matching/second-mentor.ts';
import type { Program } from '../../domain/program/program.ts';
import { version } from '../../domain/version.ts';
import { matchInput } from '../../store/match-input.ts';
import { allPeople, membersOf } from '../../store/people.ts';
import { saveRun } from '../../store/runs.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Store } from '../../store/store.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, fit, runNumber, seed, sortOption, tableOption } from '../shared/options.ts';
import { openRun } from '../shared/stored.ts';

export interface MatchOptions extends MatchingAsked {
  readonly cohort?: string;
  /** Another program file, to see what it would give. */
  readonly rules?: string;
  /** A run whose pairs count a little more. */
  readonly near?: number;
  /** Seconds after which the best answer so far is taken. */
  readonly timeLimit?: number;
  /** Refuse where a rule that keeps people apart can keep nobody apart. */
  readonly strict: boolean;
  readonly dryRun: boolean;
  readonly requireAll: boolean;
  readonly all: boolean;
  readonly table?: RunTableId;
  readonly sort?: PairOrder;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption('the cohort to match; the only one if there is one'))
    .addOption(
      valueOption(
        '--objective <what>',
        'coverage: as many as possible, then best; quality: no fit below --min-fit',
        oneOf(['coverage', 'quality']),
      ),
    )
    .addOption(valueOption('--min-fit <fit>', 'with quality: the lowest acceptable fit, 0 to 100', fit))
    .addOption(
      valueOption(
        '--floor <best>',
        'best: the highest lowest fit that still places as many, then the total',
        oneOf(['best']),
      ),
    )
    .addOption(
      valueOption('--spread <on-off>', 'even loads: the fewer mentees a mentor has, the more each counts', onOrOff),
    )
    .addOption(onOff('--fair', 'the lowest fit as high as it can be, then the next lowest, and so on'))
    .addOption(onOff('--first-choices', 'as many first choices of mentees as can be, then second ones, and so on'))
    .addOption(valueOption('--method <how>', 'best, or stable by the choices people gave', oneOf(['best', 'stable'])))
    .option('--rules <file>', 'match by this program file instead; the draft is kept with its text')
    .addOption(valueOption('--seed <number>', 'tells equal answers apart; the same seed gives the same pairs', seed))
    .addOption(
      onOff(
        '--prefer-previous',
        'let pairs of earlier cohorts that parted well come together again, and count them more',
      ),
    )
    .addOption(
      onOff(
        '--second',
        'find a second mentor for those who have one; second-mentor in the file says of what other kind',
      ),
    )
    .addOption(
      valueOption(
        '--near <run>',
        'keep the pairs of this draft where that costs next to nothing, e.g. after late answers',
        runNumber,
      ),
    )
    .addOption(
      valueOption(
        '--time-limit <seconds>',
        'take the best answer found so far when this time is up, unproved',
        decimal({ most: 1e6 }),
      ),
    )
    .addOption(
      valueOption(
        '--unlisted <how>',
        'with stable: who is not on a list that somebody gave',
        oneOf(['acceptable', 'unacceptable']),
      ),
    )
    .addOption(onOff('--over', 'let pins give a mentor more mentees than she has places'))
    .addOption(
      onOff('--strict', 'refuse where a rule that keeps people apart finds none of the people or answers it names'),
    )
    .addOption(onOff('--require-all', 'exit with 1 when somebody is left unmatched'))
    .addOption(onOff('--all', 'list every pair, not only the ones to look at first'))
    .addOption(sortOption())
    .addOption(tableOption(runTables))
    .addOption(dryRunOption('show the run and keep nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl match --cohort fall\n  mentorctl match --cohort fall --json\n  mentorctl match --rules other.yaml --floor best\n  mentorctl match --second',
    )
    .action((flags) => act(runMatch, flags));
}

const words = oneOf(['on', 'off']);
const onOrOff: Reader<boolean> = Object.assign((text: string, flag: string) => words(text, flag) === 'on', {
  choices: ['on', 'off'],
});

export async function runMatch(options: MatchOptions, context: Context): Promise<void> {
  const loaded = options.rules === undefined ? await context.program() : await context.programAt(options.rules);
  const matching = matchingAsked(options, loaded.program);
  const program = programOfRun(loaded.program, matching);
  const stop = options.timeLimit === undefined ? undefined : stopAfter(options.timeLimit, program, context);
  await inCohort(context, options.cohort, async (store, cohort) => {
    const { preferPrevious } = matching;
    const perCohort = loaded.program.capacity.per === 'cohort';
    const waiting = options.second
      ? secondInput(
          await matchInput(store.db, cohort.id, {
            preferPrevious,
            perCohort,
            second: loaded.program.secondMentor ?? {},
          }),
          (await membersOf(store.db, cohort.id)).filter(({ role }) => role === 'mentor'),
          loaded.program,
        )
      : await matchInput(store.db, cohort.id, { preferPrevious, perCohort });
    const near = options.near === undefined ? undefined : await openRun(store, options.near);
    const asked = withAskedFor(near === undefined ? waiting : nearTo(near, waiting, cohort, matching), loaded.program);
    const input = { ...withTies(asked, program), seed: matching.seed };
    if (input.mentees.length === 0) {
      await context.show(nobodyWaiting(cohort.name, matching.layer));
      return;
    }
    await mustBeReadable(store, cohort.id, loaded.program);
    if (options.strict) mustHear(input, loaded.program);
    const over = pinsOver(input, program);
    if (over.length > 0 && !options.over) throw overPlaces(over);
    const run = await context.work(`Matching ${cohort.name}`, proposeRun(input, program, stop));
    if (!run.certificate.proved && run.open === undefined && run.within === undefined)
      throw new Error(`the assignment could not be proved best: ${run.certificate.faults[0] ?? ''}`);
    const roster = toSnapshot(input, matching);
    const runId = await makeChange(store, context, options, async (writer) => {
      const keys = new Map((await allPeople(writer.db)).map(({ id, key }) => [id, key]));
      return saveRun(
        writer,
        {
          cohortId: cohort.id,
          at: context.host.now().toISOString(),
          programText: loaded.text ?? '',
          programHash: sha256(loaded.text ?? ''),
          rosterHash: sha256(roster),
          seed: matching.seed,
          version,
          objectiveName: options.second ? secondMentors : matching.objective,
          snapshot: roster,
        },
        run,
        keys,
      );
    });
    await context.show(
      matchReport({
        run,
        runId,
        cohort: cohort.name,
        mentors: input.mentors.filter(({ seats }) => seats > 0).map(({ id }) => id),
        favours: input.favours ?? noFavours,
        options,
        program,
        stated: input.stated,
        input,
      }),
    );
    if (options.requireAll && run.unmatched.length > 0) {
      throw new Failure('no', {
        code: 'unmatched',
        message: `${run.unmatched.length} mentees have no ${options.second ? 'second ' : ''}mentor`,
        hint: 'The run says why for each.',
      });
    }
  });
}

/** Throws Failure where a rule or criterion reads answers that nobody in the cohort gave. */
async function mustBeReadable(store: Store, cohortId: number, program: Program): Promise<void> {
  const members = (await membersOf(store.db, cohortId)).filter(({ status }) => status === 'active');
  const issues = unanswered(
    {
      mentees: members.filter(({ role }) => role === 'mentee'),
      mentors: members.filter(({ role }) => role === 'mentor'),
    },
    program,
  );
  if (issues.length === 0) return;
  throw new Failure('bad-data', {
    code: 'nobody-answered',
    message: 'nobody was matched: rules or criteria read answers that nobody gave',
    where: { source: 'mentorctl.yaml' },
    issues,
  });
}

function stopAfter(seconds: number, program: Program, { host }: Context): () => boolean {
  mustBeOneSolve(program);
  return timeIsUp(host, seconds);
}
