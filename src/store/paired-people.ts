// Both sides of a cohort's pairs, in the order of people's own ids.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Each person once; who is a mentor and a mentee stands among the mentees. */
export async function pairedPeople(
  db: Kysely<Tables>,
  cohortId: number,
): Promise<{ readonly person: number; readonly side: 'mentee' | 'mentor' }[]> {
  const standing = db.selectFrom('pair').where('cohort_id', '=', cohortId).where('status', 'in', ['active', 'ended']);
  const mentees = new Set((await standing.select('mentee_id').execute()).map(({ mentee_id }) => mentee_id));
  const people = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', standing.select('mentee_id as id').union(standing.select('mentor_id as id')))
    .orderBy('ref')
    .execute();
  return people.map(({ id }) => ({ person: id, side: mentees.has(id) ? 'mentee' : 'mentor' }));
}
