// A kept run read back: as the value it was kept from, and as what is needed to solve or judge it again.
import { defined } from '../domain/defined.ts';
import type { Kysely } from 'kysely';
import { Failure } from '../domain/failure.ts';
import type { Candidate } from '../domain/matching/candidate.ts';
import type { Proof, Run, ScorePart } from '../domain/matching/run.ts';
import { fromSnapshot } from '../domain/matching/runs/snapshot.ts';
import type { UnmatchedReason } from '../domain/matching/unmatched-reason.ts';
import type { Cohort, KeptRun } from '../domain/records.ts';
import { cohortOf, runOf } from './rows.ts';
import type { Tables } from './tables.ts';

export interface StoredRun {
  readonly row: KeptRun;
  readonly cohort: Cohort;
  readonly run: Run;
  readonly input: ReturnType<typeof fromSnapshot>['input'];
  readonly matching: ReturnType<typeof fromSnapshot>['matching'];
  readonly proof: Proof | undefined;
}

/** Every run of the cohort, rematches among them, in the order they were made. */
export async function runsOf(db: Kysely<Tables>, cohortId: number): Promise<KeptRun[]> {
  const rows = await db.selectFrom('run').selectAll().where('cohort_id', '=', cohortId).orderBy('id').execute();
  return rows.map(runOf);
}

/** A run by its number. Throws Failure where there is none, or where it is a rematch, which stands in the pairs it made. */
export async function storedRun(db: Kysely<Tables>, id: number): Promise<StoredRun> {
  const found = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined)
    throw new Failure('not-found', {
      code: 'no-run',
      message: `there is no run ${id}`,
      hint: 'See mentorctl match list.',
    });
  const row = runOf(found);
  const kept = JSON.parse(row.objective) as Run['objective'] & {
    name: string;
    mentorsUsed: number;
    eligiblePairs?: number;
  } & Pick<Run, 'blockingPairs' | 'floorBest' | 'circles' | 'open' | 'reasons' | 'within' | 'evenCost' | 'fair'>;
  refuseRematch(row);
  const cohort = await db.selectFrom('cohort').selectAll().where('id', '=', row.cohortId).executeTakeFirstOrThrow();
  const { input, matching } = snapshotOf(row);
  const { prices, proof, ...certificate } = JSON.parse(row.certificate) as Run['certificate'] & {
    prices: Run['prices'];
    proof?: Proof;
  };
  const ids = await idsIn(db);
  const people = new Map([...input.mentors, ...input.mentees].map((one) => [one.id, one]));
  const person = (key: number): Candidate => {
    const found = people.get(ids.get(key) ?? '');
    if (found === undefined) throw new Error(`run ${id} has somebody it did not see`);
    return found;
  };
  const pins = new Set(input.pins.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const pairs = (await db.selectFrom('run_pair').selectAll().where('run_id', '=', id).orderBy('id').execute()).map(
    ({ mentor_id, mentee_id, score, parts }) => {
      const [mentor, mentee] = [person(mentor_id), person(mentee_id)];
      return {
        mentor,
        mentee,
        score,
        parts: JSON.parse(parts) as ScorePart[],
        pinned: pins.has(`${mentee.id} ${mentor.id}`),
      };
    },
  );
  const left = await db.selectFrom('run_unmatched').selectAll().where('run_id', '=', id).orderBy('id').execute();
  const { placed, total, floor, mentorsUsed, eligiblePairs = certificate.checkedPairs } = kept;
  const { blockingPairs, floorBest, circles, open, reasons, within, evenCost, fair } = kept;
  return {
    row,
    cohort: cohortOf(cohort),
    input,
    matching,
    proof,
    run: {
      pairs,
      unmatched: left.map(({ person_id, reason }) => ({
        mentee: person(person_id),
        reason: JSON.parse(reason) as UnmatchedReason,
      })),
      objective: { placed, total, floor },
      certificate,
      prices,
      eligiblePairs,
      mentorsUsed,
      ...defined({ blockingPairs, floorBest, circles, open, within, evenCost, fair, reasons }),
    },
  };
}

/** What the run saw. Throws Failure for a form that is read no more. */
function snapshotOf({ id, snapshot }: Pick<KeptRun, 'id' | 'snapshot'>): ReturnType<typeof fromSnapshot> {
  try {
    return fromSnapshot(snapshot);
  } catch (cause) {
    throw new Failure('not-found', {
      code: 'early-run',
      message: `run ${id} was kept by an early mentorctl 0.1, in a form that is read no more`,
      hint: 'The pairs it made stand in mentorctl pair list; mentorctl match makes a new run.',
      cause,
    });
  }
}

/** A rematch was carried out when it was made: there is nothing to decide on, and it is not solved like a run. */
export function refuseRematch({ id, objective }: Pick<KeptRun, 'id' | 'objective'>): void {
  if (!isRematch({ objective })) return;
  throw new Failure('usage', {
    code: 'is-rematch',
    message: `run ${id} is a rematch, which was carried out when it was made`,
    hint: 'See mentorctl pair list for the pairs it made.',
  });
}

/** True for a run that a rematch kept: it was carried out when it was made. */
export function isRematch({ objective }: Pick<KeptRun, 'objective'>): boolean {
  return (JSON.parse(objective) as { readonly name: string }).name === 'rematch';
}

async function idsIn(db: Kysely<Tables>): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('person').select(['id', 'ref']).execute();
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}
