// People's own days as a file said them: when they started, when they left, up to when they are known of.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** By row: a day `YYYY-MM-DD` or a term; undefined where none is on file. What somebody of two cohorts did counts in the first. */
export async function ownDays(
  db: Kysely<Tables>,
  cohorts: readonly number[],
  which: 'start' | 'end' | 'known-to',
  { people, cohortOf }: { readonly people: readonly number[]; readonly cohortOf: ArrayLike<number> },
): Promise<(string | undefined)[]> {
  const days = new Array<string | undefined>(people.length).fill(undefined);
  const rowOf = new Map(people.map((person, row) => [person, row]));
  for (const [index, cohort] of cohorts.entries()) {
    const found = await db
      .selectFrom('observation')
      .select(['person_id as person', 'status as day'])
      .where('cohort_id', '=', cohort)
      .where('measure', '=', which)
      .where('observed', '=', '')
      .where('status', 'is not', null)
      .execute();
    for (const { person, day } of found) {
      const row = rowOf.get(person);
      if (row !== undefined && cohortOf[row] === index) days[row] = day ?? undefined;
    }
  }
  return days;
}
