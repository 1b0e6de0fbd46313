// A run under review, read from the database and scored: what `pair review`, `pair swap` and `export pairs` stand on.
import { Failure } from '../../domain/failure.ts';
import { restAfter } from '../../domain/matching/review/rest-after.ts';
import { reviewTable, type Choice } from '../../domain/matching/review/review-table.ts';
import type { Proof } from '../../domain/matching/run.ts';
import { arrangedRun } from '../../domain/matching/runs/arranged-run.ts';
import { netPrices } from '../../domain/matching/scoring/run-table.ts';
import { programOfRun } from '../../domain/matching/scoring/second-program.ts';
import { withTies } from '../../domain/matching/scoring/ties.ts';
import type { Program } from '../../domain/program/program.ts';
import { standardProgram } from '../../domain/program/standard-program.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { allPeople } from '../../store/people.ts';
import { reviewState } from '../../store/review.ts';
import { findRun } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';
import { refuseRematch } from '../../store/stored-run.ts';
import type { Cohort, KeptRun } from '../../domain/records.ts';
import type { Context } from './context.ts';
import type { RunUnderReview, Swap } from '../../store/swap.ts';

/** The run named, or the latest draft; an error that says how to make one. */
export async function chooseRun(store: Store, cohort: Cohort, runId?: number): Promise<KeptRun> {
  const run = await findRun(store.db, cohort.id, runId);
  if (run !== undefined) {
    refuseRematch(run);
    return run;
  }
  const what = runId === undefined ? 'draft run' : `run ${runId}`;
  throw new Failure('not-found', {
    code: 'no-run',
    message: `there is no ${what} for ${cohort.name}`,
    hint: `Make one with: mentorctl match --cohort ${shellWord(cohort.name)}`,
  });
}

/** Scores the run anew from what it was solved from, and takes in what has been decided since. */
export async function underReview(store: Store, run: KeptRun): Promise<RunUnderReview> {
  const file = await fileOf(run);
  const asIs = await reviewState(store.db, run, { perCohort: file.capacity.per === 'cohort' });
  const program = programOfRun(file, asIs.matching);
  const state = { ...asIs, input: withTies(asIs.input, program) };
  const idOf = new Map((await allPeople(store.db)).map(({ id, key }) => [key, id]));
  const open = state.decisions
    .filter(({ fate }) => fate === 'open')
    .map(({ menteeId, mentorId }) => ({ mentee: idOf.get(menteeId) ?? '', mentor: idOf.get(mentorId) ?? '' }));
  const { proof } = JSON.parse(run.certificate) as { readonly proof?: Proof };
  const kept =
    proof === undefined
      ? undefined
      : { netPrices: netPrices(state.asked, program, proof.prices), unmatchedCost: proof.unmatchedCost };
  const table = reviewTable(state.input, program, open, kept);
  return { state, program, table };
}

async function fileOf(run: KeptRun): Promise<Program> {
  let program = standardProgram;
  if (run.programText !== '') {
    const { parseProgram } = await import('../../intake/program-file.ts');
    const { value } = parseProgram(run.programText, `the program file of run ${run.id}`);
    if (value === undefined)
      throw new Failure('bad-program', {
        code: 'bad-program',
        message: `run ${run.id} was made with a program file that this version does not understand`,
        hint: 'Make a new one with: mentorctl match',
      });
    program = value;
  }
  return program;
}

/** Works out what a choice means for the rest of the run; changes nothing. */
export async function planSwap(
  { state, program, table }: RunUnderReview,
  menteeId: string,
  choice: Choice,
  context: Context,
): Promise<Swap> {
  if (choice.others.length === 0) return { menteeId, choice, rest: undefined };
  const { rest, proposals } = restAfter(state, table.cards, menteeId, choice);
  const input = withTies(rest, program);
  const run = await context.work('Scoring', arrangedRun(input, program, proposals));
  return { menteeId, choice, rest: { input, run } };
}
