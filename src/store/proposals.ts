// What matching runs proposed: who with whom, and why, as it was said then.
import type { Kysely } from 'kysely';
import type { ScorePart } from '../domain/matching/run.ts';
import type { Pair } from '../domain/records.ts';
import type { Tables } from './tables.ts';

export interface Proposal {
  readonly runId: number;
  readonly mentorId: number;
  readonly menteeId: number;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** Those of one run, in the order it made them. */
export async function proposalsOf(db: Kysely<Tables>, runId: number): Promise<Proposal[]> {
  const rows = await db.selectFrom('run_pair').selectAll().where('run_id', '=', runId).orderBy('id').execute();
  return rows.map(({ run_id, mentor_id, mentee_id, score, parts }) => ({
    runId: run_id,
    mentorId: mentor_id,
    menteeId: mentee_id,
    score,
    parts: JSON.parse(parts) as ScorePart[],
  }));
}

/** Why each pair was proposed, by the pair's number; pairs made by hand have no reasons. */
export async function partsOfPairs(
  db: Kysely<Tables>,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<number, readonly ScorePart[]>> {
  const runs = [...new Set(pairs.flatMap(({ runId }) => (runId === null ? [] : [runId])))];
  const found = new Map<string, readonly ScorePart[]>();
  for (const run of runs)
    for (const { mentorId, menteeId, parts } of await proposalsOf(db, run))
      found.set(`${run} ${mentorId} ${menteeId}`, parts);
  return new Map(
    pairs.map((pair) => [pair.id, found.get(`${pair.runId ?? ''} ${pair.mentorId} ${pair.menteeId}`) ?? []]),
  );
}
