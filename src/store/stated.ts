// Ranked choices and stated scores of a cohort, as imported, by the people's ids.
import type { Kysely } from 'kysely';
import type { Stated } from '../domain/matching/stated.ts';
import type { Tables } from './tables.ts';

/** `idOf`: people's ids by number. */
export async function statedIn(
  db: Kysely<Tables>,
  cohortId: number,
  idOf: ReadonlyMap<number, string>,
): Promise<Stated> {
  const choices = new Map<string, Map<string, number>>();
  const scores = new Map<string, Map<string, number>>();
  const put = (into: Map<string, Map<string, number>>, from: number, to: number, value: number): void => {
    const [one, other] = [idOf.get(from), idOf.get(to)];
    if (one === undefined || other === undefined) return;
    into.set(one, (into.get(one) ?? new Map<string, number>()).set(other, value));
  };
  const ranked = await db.selectFrom('preference').selectAll().where('cohort_id', '=', cohortId).execute();
  for (const { person_id, other_id, choice } of ranked) put(choices, person_id, other_id, choice);
  const rows = await db.selectFrom('stated_score').selectAll().where('cohort_id', '=', cohortId).execute();
  for (const { mentee_id, mentor_id, score } of rows) put(scores, mentee_id, mentor_id, score);
  const highest = rows.reduce((most, { score }) => Math.max(most, score), 0);
  return { choices, scores, highest: highest > 0 ? highest : 1 };
}
