// The answers of a cohort to one survey, as columns by wave, version and item.
import type { Instrument } from '../domain/instruments/instrument.ts';
import type { RawAnswers } from '../domain/surveys/resolve-survey.ts';
import type { Store } from './store.ts';

/** Numbers of the people who answered it, in any wave. The name counts in any case of letters. */
export function whoAnswered(store: Store, cohortId: number, survey: string): ReadonlySet<number> {
  const rows = store.rows(
    'select distinct person_id from survey_answer where cohort_id = ? and lower(instrument) = ?',
    cohortId,
    survey.toLowerCase(),
  );
  return new Set([...rows].map(([person]) => Number(person)));
}

/** Columns stand in the order their items first came in. `rowOf`: rows of the people, by their number; others are passed over. */
export function surveyAnswers(
  store: Store,
  cohortId: number,
  survey: string,
  rowOf: ReadonlyMap<number, number>,
): RawAnswers[] {
  const columns = new Map<string, RawAnswers>();
  const rows = store.rows(
    'select person_id, wave, version, item, answer from survey_answer where cohort_id = ? and lower(instrument) = ? order by id',
    cohortId,
    survey.toLowerCase(),
  );
  for (const [person, wave, version, item, answer] of rows) {
    const row = rowOf.get(Number(person));
    if (row === undefined) continue;
    const key = JSON.stringify([wave, version, item]);
    const column = columns.get(key) ?? {
      wave: String(wave),
      version: version === null || version === undefined ? null : String(version),
      item: String(item),
      values: new Float64Array(rowOf.size).fill(NaN),
    };
    columns.set(key, column);
    column.values[row] = Number(answer);
  }
  return [...columns.values()];
}

/** Every version of an instrument of the admin's own, by its hash. */
export function versionsOf(store: Store, survey: string): ReadonlyMap<string, Instrument> {
  const rows = store.rows('select version, definition from instrument where lower(name) = ?', survey.toLowerCase());
  return new Map([...rows].map(([version, text]) => [String(version), JSON.parse(String(text)) as Instrument]));
}
