// A cohort's pairs with their people, meetings and reasons, read whole for status, letters and exports.
import { sql, type Kysely } from 'kysely';
import { parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import { closingOf, expectedEndOf } from '../domain/engagement/closure.ts';
import type { EndedPair, LivingPair, LivingPerson } from '../domain/engagement/cohort-life.ts';
import { answerKey } from '../domain/engagement/surveys-due.ts';
import { observationKey } from '../domain/rows/read-measure.ts';
import type { Engagement } from '../domain/program/engagement.ts';
import type { Measure } from '../domain/program/program.ts';
import { dialectOf } from './dialect/dialect.ts';
import { pairsOf } from './pair-life.ts';
import { allPeople } from './people.ts';
import { partsOfPairs } from './proposals.ts';
import { recordsOf } from './records.ts';
import type { Cohort, Meeting, Pair } from '../domain/records.ts';
import type { Tables } from './tables.ts';

export interface CohortLife {
  readonly standing: readonly LivingPair[];
  readonly ended: readonly EndedPair[];
  /** `answerKey`s of the surveys that came in. */
  readonly answered: ReadonlySet<string>;
  readonly meetings: readonly Meeting[];
  readonly person: (key: number) => LivingPerson;
}

/** Void and declined pairs are in neither list. */
export async function cohortLife(db: Kysely<Tables>, cohort: Cohort, engagement: Engagement): Promise<CohortLife> {
  const people = new Map((await allPeople(db)).map((person) => [person.key, person]));
  const person = (key: number): LivingPerson => people.get(key) ?? { key, id: '', name: '' };
  const meetings = await recordsOf(db, 'meeting', cohort.id);
  const days = new Map<string, CivilDate[]>();
  for (const { mentorId, menteeId, day } of meetings) {
    const date = parseIsoDate(day);
    const two = `${mentorId} ${menteeId}`;
    if (date !== undefined) days.set(two, [...(days.get(two) ?? []), date]);
  }
  const rows = await pairsOf(db, cohort.id);
  const active = rows.filter(({ status }) => status === 'active');
  const parts = await partsOfPairs(db, active);
  const both = (row: Pair): { pair: number; mentor: LivingPerson; mentee: LivingPerson } => ({
    pair: row.id,
    mentor: person(row.mentorId),
    mentee: person(row.menteeId),
  });
  const standing = active.flatMap((row): LivingPair[] => {
    const started = parseIsoDate(row.started);
    if (started === undefined) return [];
    const met = (days.get(`${row.mentorId} ${row.menteeId}`) ?? []).sort();
    return [{ ...both(row), started, met, parts: parts.get(row.id) ?? [] }];
  });
  const ended = rows.flatMap((row): EndedPair[] => {
    const [started, end] = [parseIsoDate(row.started), row.ended === null ? undefined : parseIsoDate(row.ended)];
    if (row.status !== 'ended' || started === undefined || end === undefined) return [];
    const expectedEnd = expectedEndOf(started, cohort.ends, engagement);
    const closing = closingOf({ reason: row.reason, ended: end, expectedEnd });
    return [{ ...both(row), ended: end, reason: row.reason, closing }];
  });
  const answers = await db
    .selectFrom('survey_answer')
    .select(['person_id', 'instrument', 'wave'])
    .distinct()
    .where('cohort_id', '=', cohort.id)
    .execute();
  return {
    standing,
    ended,
    answered: new Set(answers.map(({ person_id, ...survey }) => answerKey(person_id, survey))),
    meetings,
    person,
  };
}

/**
 * Those of `people`, by key, who have no value of a measure: at its time, or at any time where it says none. Read time after
 * time until nobody is left to look for.
 */
export async function whoIsNotMeasured(
  db: Kysely<Tables>,
  cohortId: number,
  measure: Measure,
  people: Iterable<number>,
): Promise<Set<number>> {
  const { measure: name, observed } = observationKey(measure);
  const left = new Set(people);
  // Numbers and words have an index each.
  for (const value of ['number', 'status'] as const) {
    const times = observed === '' ? await timesOf(db, value, cohortId, name) : [observed];
    for (const when of times) {
      if (left.size === 0) return left;
      await dialectOf(db).observedValues.strikeMeasured(db, left, { cohort: cohortId, measure: name, when, value });
    }
  }
  return left;
}

/** From one time to the next by the index, whatever lies between. */
async function timesOf(
  db: Kysely<Tables>,
  value: 'number' | 'status',
  cohortId: number,
  measure: string,
): Promise<string[]> {
  const of = sql`from observation where ${sql.ref(value)} is not null and cohort_id = ${cohortId} and measure = ${measure}`;
  const found = await sql<{ at: string }>`
    with recursive times (at) as (select min(observed) ${of} union all
      select (select min(observed) ${of} and observed > at) from times where at is not null)
    select at from times where at is not null`.execute(db);
  return found.rows.map(({ at }) => at);
}
