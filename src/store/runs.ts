// Matching runs and the pairs that come of them. A run is never edited, only accepted or discarded.
import type { Kysely } from 'kysely';
import type { Run } from '../domain/matching/propose-run.ts';
import type { RowOf, Tables } from './tables.ts';
import type { Writer } from './transact.ts';

export interface RunRecord {
  readonly cohortId: number;
  readonly at: string;
  readonly programText: string;
  readonly programHash: string;
  readonly rosterHash: string;
  readonly seed: number;
  readonly version: string;
  readonly objectiveName: string;
  readonly snapshot: string;
}

/** Keeps a run as a draft; gives its number. `keys`: people's numbers by id. */
export async function saveRun(
  writer: Writer,
  record: RunRecord,
  run: Run,
  keys: ReadonlyMap<string, number>,
): Promise<number> {
  const key = (id: string): number => {
    const found = keys.get(id);
    if (found === undefined) throw new Error(`nobody has the id ${id}`);
    return found;
  };
  const { eligiblePairs, blockingPairs, floorBest, circles } = run;
  const more = { eligiblePairs, blockingPairs, floorBest, circles };
  const [runId = 0] = await writer.insert('run', [
    {
      cohort_id: record.cohortId,
      at: record.at,
      status: 'draft',
      program_text: record.programText,
      program_hash: record.programHash,
      roster_hash: record.rosterHash,
      seed: record.seed,
      version: record.version,
      objective: JSON.stringify({
        name: record.objectiveName,
        ...run.objective,
        mentorsUsed: run.mentorsUsed,
        ...more,
      }),
      certificate: JSON.stringify({ ...run.certificate, prices: run.prices, proof: run.proof }),
      snapshot: record.snapshot,
    },
  ]);
  await writer.insert(
    'run_pair',
    run.pairs.map(({ mentor, mentee, score, parts }) => ({
      run_id: runId,
      mentor_id: key(mentor.id),
      mentee_id: key(mentee.id),
      score,
      parts: JSON.stringify(parts),
    })),
  );
  await writer.insert(
    'run_unmatched',
    run.unmatched.map(({ mentee, reason }) => ({
      run_id: runId,
      person_id: key(mentee.id),
      reason: JSON.stringify(reason),
    })),
  );
  return runId;
}

export async function findRun(db: Kysely<Tables>, cohortId: number, runId?: number): Promise<RowOf<'run'> | undefined> {
  const runs = db.selectFrom('run').selectAll().where('cohort_id', '=', cohortId);
  return (runId === undefined ? runs.where('status', '=', 'draft') : runs.where('id', '=', runId))
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** Makes the run's pairs real: all, or those scoring at least `least`, or those of the named mentees. */
export async function acceptRun(
  writer: Writer,
  run: RowOf<'run'>,
  day: string,
  choose: { readonly least?: number; readonly mentees?: ReadonlySet<number> },
): Promise<number> {
  const proposed = await writer.db.selectFrom('run_pair').selectAll().where('run_id', '=', run.id).execute();
  const standing = new Set(
    (await activePairs(writer.db, run.cohort_id)).map((pair) => `${pair.mentor_id} ${pair.mentee_id}`),
  );
  const chosen = proposed.filter(
    (pair) =>
      !standing.has(`${pair.mentor_id} ${pair.mentee_id}`) &&
      pair.score >= (choose.least ?? 0) &&
      (choose.mentees === undefined || choose.mentees.has(pair.mentee_id)),
  );
  await writer.insert(
    'pair',
    chosen.map(({ mentor_id, mentee_id, score }) => ({
      cohort_id: run.cohort_id,
      mentor_id,
      mentee_id,
      run_id: run.id,
      score,
      status: 'active' as const,
      started: day,
      ended: null,
      reason: null,
      ended_by: null,
      never_again: 0,
    })),
  );
  if (run.status === 'draft') await writer.update('run', run.id, { status: 'accepted' });
  return chosen.length;
}

export async function activePairs(db: Kysely<Tables>, cohortId: number): Promise<RowOf<'pair'>[]> {
  return db
    .selectFrom('pair')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
}

/** Pairs of every cohort, whatever became of them save void, and the coordinator's pins and blocks that hold in this one. */
export async function history(
  db: Kysely<Tables>,
  cohortId: number,
): Promise<{ past: RowOf<'pair'>[]; rulings: RowOf<'ruling'>[] }> {
  const past = await db.selectFrom('pair').selectAll().where('status', '<>', 'void').execute();
  const rulings = await db
    .selectFrom('ruling')
    .selectAll()
    .where((e) => e.or([e('cohort_id', '=', cohortId), e('cohort_id', 'is', null)]))
    .execute();
  return { past, rulings };
}
