// Places that mentors have given in other cohorts: they are a person's, not an enrolment's.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Person -> pairs that stand in other cohorts that are open, as mentor; by the person's number. */
export async function takenElsewhere(db: Kysely<Tables>, cohortId: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('pair')
    .innerJoin('cohort', 'cohort.id', 'pair.cohort_id')
    .where('pair.status', '=', 'active')
    .where('pair.cohort_id', '<>', cohortId)
    .where('cohort.closed_on', 'is', null)
    .select(['pair.mentor_id'])
    .select((e) => e.fn.countAll<number>().as('pairs'))
    .groupBy('pair.mentor_id')
    .execute();
  return new Map(rows.map(({ mentor_id, pairs }) => [mentor_id, pairs]));
}
