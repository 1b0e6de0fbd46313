// Whom the last run of a cohort left without a mentor, and why.
import type { Kysely } from 'kysely';
import type { UnmatchedReason } from '../domain/matching/unmatched-reason.ts';
import type { Tables } from './tables.ts';

/** By the person's number; empty where there is no run. */
export async function whyLeftOut(
  db: Kysely<Tables>,
  cohortId: number,
): Promise<ReadonlyMap<number, UnmatchedReason['kind']>> {
  const run = await db
    .selectFrom('run')
    .select('id')
    .where('cohort_id', '=', cohortId)
    .where('status', '<>', 'discarded')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (run === undefined) return new Map();
  const rows = await db
    .selectFrom('run_unmatched')
    .select(['person_id', 'reason'])
    .where('run_id', '=', run.id)
    .execute();
  return new Map(rows.map(({ person_id, reason }) => [person_id, (JSON.parse(reason) as UnmatchedReason).kind]));
}
