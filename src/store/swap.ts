// A swap in a draft, made real: the chosen pair, and the rest of the run with whoever has to move.
import { scoreBetween, type Choice, type ReviewTable } from '../domain/matching/review/review-table.ts';
import type { Run, RunInput } from '../domain/matching/run.ts';
import { toSnapshot } from '../domain/matching/runs/snapshot.ts';
import { secondMentors } from '../domain/matching/second-mentor.ts';
import type { Program } from '../domain/program/program.ts';
import { allPeople } from './people.ts';
import { type ReviewState } from './review.ts';
import { closeIfDecided, closeRun, makePairs, saveRun } from './runs.ts';
import { sha256 } from './sha256.ts';
import type { Writer } from './transact.ts';
import type { CivilDate } from '../domain/civil-date.ts';

export interface RunUnderReview {
  readonly state: ReviewState;
  readonly program: Program;
  readonly table: ReviewTable;
}

export interface Swap {
  readonly menteeId: string;
  readonly choice: Choice;
  /** What the rest of the run becomes when others have to move; undefined when nobody has. */
  readonly rest: { readonly input: RunInput; readonly run: Run } | undefined;
}

/**
 * Makes the chosen pair real. Where others have to move for it, the rest of the run goes on as a new draft with them
 * moved. Gives the number of the run that is under review from here on. `at`: this moment.
 */
export async function carryOutSwap(
  writer: Writer,
  { state, program, table }: RunUnderReview,
  { menteeId, choice, rest }: Swap,
  { today, at }: { readonly today: CivilDate; readonly at: string },
): Promise<number> {
  const { run } = state;
  const keys = new Map((await allPeople(writer.db)).map(({ id, key }) => [id, key]));
  await makePairs(
    writer,
    run,
    today,
    choice.mentors.map(({ id }) => ({
      menteeId: keys.get(menteeId) ?? 0,
      mentorId: keys.get(id) ?? 0,
      score: scoreBetween(table, menteeId, id),
    })),
  );
  if (rest === undefined) {
    await closeIfDecided(writer, run);
    return run.id;
  }
  if (run.status === 'draft') await closeRun(writer, run);
  const snapshot = toSnapshot(rest.input, program.matching);
  const next = await saveRun(
    writer,
    {
      cohortId: run.cohortId,
      at,
      programText: run.programText,
      programHash: run.programHash,
      rosterHash: sha256(snapshot),
      seed: run.seed,
      version: run.version,
      objectiveName: program.matching.layer === 'second' ? secondMentors : 'review',
      snapshot,
    },
    rest.run,
    keys,
  );
  return next;
}
