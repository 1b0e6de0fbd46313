// The answers of a cohort to one survey, as columns by wave, version and item.
import { sql, type Kysely } from 'kysely';
import type { Instrument } from '../domain/instruments/instrument.ts';
import type { RawAnswers } from '../domain/surveys/resolve-survey.ts';
import type { Tables } from './tables.ts';

/** Numbers of the people who answered it, in any wave. The name counts in any case of letters. */
export async function whoAnswered(db: Kysely<Tables>, cohortId: number, survey: string): Promise<ReadonlySet<number>> {
  const rows = await answersTo(db, cohortId, survey).select('person_id').distinct().execute();
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Columns stand in the order their items first came in. `rowOf`: rows of the people, by their number; others are passed over. */
export async function surveyAnswers(
  db: Kysely<Tables>,
  cohortId: number,
  survey: string,
  rowOf: ReadonlyMap<number, number>,
): Promise<RawAnswers[]> {
  const columns = new Map<string, RawAnswers>();
  const rows = answersTo(db, cohortId, survey)
    .select(['person_id', 'wave', 'version', 'item', 'answer'])
    .orderBy('id')
    .stream(1000);
  for await (const { person_id, wave, version, item, answer } of rows) {
    const row = rowOf.get(person_id);
    if (row === undefined) continue;
    const key = JSON.stringify([wave, version, item]);
    const column = columns.get(key) ?? { wave, version, item, values: new Float64Array(rowOf.size).fill(NaN) };
    columns.set(key, column);
    column.values[row] = answer;
  }
  return [...columns.values()];
}

/** Every version of an instrument of the admin's own, by its hash. */
export async function versionsOf(db: Kysely<Tables>, survey: string): Promise<ReadonlyMap<string, Instrument>> {
  const rows = await db
    .selectFrom('instrument')
    .select(['version', 'definition'])
    .where(sql<string>`lower(name)`, '=', survey.toLowerCase())
    .execute();
  return new Map(rows.map(({ version, definition }) => [version, JSON.parse(definition) as Instrument]));
}

function answersTo(db: Kysely<Tables>, cohortId: number, survey: string) {
  return db
    .selectFrom('survey_answer')
    .where('cohort_id', '=', cohortId)
    .where(sql<string>`lower(instrument)`, '=', survey.toLowerCase());
}
