// Whether outcomes are on file of further cohorts: what some show together could be set beside what others do.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** True where something was observed in a cohort that is none of these. */
export async function otherCohorts(db: Kysely<Tables>, cohorts: readonly number[]): Promise<boolean> {
  const found = await db
    .selectFrom('cohort as c')
    .select('c.id')
    .where('c.id', 'not in', cohorts)
    .where((e) => e.exists(e.selectFrom('observation as o').select('o.id').whereRef('o.cohort_id', '=', 'c.id')))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
