// People's own days as a file said them: when they started, when they left, up to when they are known of.
import type { Store } from './store.ts';

/** By row: a day `YYYY-MM-DD` or a term; undefined where none is on file. What somebody of two cohorts did counts in the first. */
export function ownDays(
  store: Store,
  cohorts: readonly number[],
  which: 'start' | 'end' | 'known-to',
  { people, cohortOf }: { readonly people: readonly number[]; readonly cohortOf: ArrayLike<number> },
): (string | undefined)[] {
  const days = new Array<string | undefined>(people.length).fill(undefined);
  const rowOf = new Map(people.map((person, row) => [person, row]));
  for (const [index, cohort] of cohorts.entries()) {
    const found = store.rows(
      `select person_id, status from observation where cohort_id = ? and measure = ? and observed = '' and status is not null`,
      cohort,
      which,
    );
    for (const [person, day] of found) {
      const row = rowOf.get(Number(person));
      if (row !== undefined && cohortOf[row] === index) days[row] = String(day);
    }
  }
  return days;
}
