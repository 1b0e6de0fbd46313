// Both sides of a cohort's pairs, in the order of people's own ids.
import type { Store } from './store.ts';

/** Each person once; who is a mentor and a mentee stands among the mentees. */
export function pairedPeople(
  store: Store,
  cohortId: number,
): { readonly person: number; readonly side: 'mentee' | 'mentor' }[] {
  const rows = store.rows(
    `select n.id, n.id in (select mentee_id from pair where cohort_id = ? and status in ('active', 'ended')) from person n where n.id in (
       select mentee_id from pair where cohort_id = ? and status in ('active', 'ended')
       union select mentor_id from pair where cohort_id = ? and status in ('active', 'ended'))
     order by n.ref`,
    cohortId,
    cohortId,
    cohortId,
  );
  return Array.from(rows, ([person, mentee]) => ({
    person: Number(person),
    side: mentee === 1 ? ('mentee' as const) : ('mentor' as const),
  }));
}
