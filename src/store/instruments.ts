// Instruments of the admin's own, every version of each: answers name the version they were given to.
import type { Kysely } from 'kysely';
import type { Instrument } from '../domain/instruments/instrument.ts';
import type { KnownInstrument } from '../domain/instruments/survey-items.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** The newest version of each, by its id. */
export async function instruments(db: Kysely<Tables>): Promise<ReadonlyMap<string, KnownInstrument>> {
  const rows = await db.selectFrom('instrument').selectAll().orderBy('id').execute();
  return new Map(
    rows.map(({ name, version, definition }) => [name, { instrument: JSON.parse(definition) as Instrument, version }]),
  );
}

/** Keeps it as the newest of its name. `same`: it was so already, title and source included. */
export async function keepInstrument(
  writer: Writer,
  instrument: Instrument,
  version: string,
): Promise<'added' | 'changed' | 'same'> {
  const definition = JSON.stringify(instrument);
  const rows = await writer.db
    .selectFrom('instrument')
    .selectAll()
    .where('name', '=', instrument.id)
    .orderBy('id')
    .execute();
  const newest = rows.at(-1);
  if (newest?.version === version) {
    if (newest.definition === definition) return 'same';
    await writer.update('instrument', newest.id, { definition });
    return 'changed';
  }
  await writer.insert('instrument', [{ name: instrument.id, version, definition }]);
  return newest === undefined ? 'added' : 'changed';
}

/** Items of a survey that anybody ever answered, in the order in which they first came in. */
export async function itemsAnswered(db: Kysely<Tables>, name: string): Promise<string[]> {
  const rows = await db
    .selectFrom('survey_answer')
    .select('item')
    .where('instrument', '=', name)
    .orderBy('id')
    .execute();
  return [...new Set(rows.map(({ item }) => item))];
}

/** Waves of a survey in a cohort (undefined: in any) that were answered on another version than this one. */
export async function otherVersions(
  db: Kysely<Tables>,
  cohortId: number | undefined,
  name: string,
  version: string,
): Promise<{ readonly wave: string; readonly people: number }[]> {
  let asked = db
    .selectFrom('survey_answer')
    .select(['wave', (e) => e.fn.count<number>('person_id').distinct().as('people')])
    .where('instrument', '=', name)
    .where((e) => e.or([e('version', 'is', null), e('version', '!=', version)]));
  if (cohortId !== undefined) asked = asked.where('cohort_id', '=', cohortId);
  return asked.groupBy('wave').orderBy('wave').execute();
}
