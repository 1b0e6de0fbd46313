// Whether outcomes are on file of further cohorts: what some show together could be set beside what others do.
import type { Store } from './store.ts';

/** True where something was observed in a cohort that is none of these. */
export function otherCohorts(store: Store, cohorts: readonly number[]): boolean {
  const some = cohorts.map(() => '?').join(', ');
  const [row] = store.rows(
    `select exists (select 1 from cohort c where c.id not in (${some})
       and exists (select 1 from observation o where o.cohort_id = c.id))`,
    ...cohorts,
  );
  return row?.[0] === 1;
}
