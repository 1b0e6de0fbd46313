// A cohort's pairs with their people, meetings and reasons, read whole for status, letters and exports.
import type { Kysely } from 'kysely';
import { parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import { closingOf, expectedEndOf } from '../domain/engagement/closure.ts';
import type { EndedPair, LivingPair, LivingPerson } from '../domain/engagement/cohort-life.ts';
import { answerKey } from '../domain/engagement/surveys-due.ts';
import type { Engagement } from '../domain/program/engagement.ts';
import { pairsOf } from './pair-life.ts';
import { allPeople } from './people.ts';
import { partsOfPairs } from './proposals.ts';
import { recordsOf } from './records.ts';
import type { Store } from './store.ts';
import type { RowOf, Tables } from './tables.ts';

export interface CohortLife {
  readonly standing: readonly LivingPair[];
  readonly ended: readonly EndedPair[];
  /** `answerKey`s of the surveys that came in. */
  readonly answered: ReadonlySet<string>;
  readonly meetings: readonly RowOf<'meeting'>[];
  readonly person: (key: number) => LivingPerson;
}

export async function cohortLife(
  db: Kysely<Tables>,
  cohort: RowOf<'cohort'>,
  engagement: Engagement,
): Promise<CohortLife> {
  const people = new Map((await allPeople(db)).map((person) => [person.key, person]));
  const person = (key: number): LivingPerson => people.get(key) ?? { key, id: '', name: '' };
  const meetings = await recordsOf(db, 'meeting', cohort.id);
  const days = new Map<string, CivilDate[]>();
  for (const { mentor_id, mentee_id, day } of meetings) {
    const date = parseIsoDate(day);
    const two = `${mentor_id} ${mentee_id}`;
    if (date !== undefined) days.set(two, [...(days.get(two) ?? []), date]);
  }
  const rows = await pairsOf(db, cohort.id);
  const active = rows.filter(({ status }) => status === 'active');
  const parts = await partsOfPairs(db, active);
  const both = (row: RowOf<'pair'>): { pair: number; mentor: LivingPerson; mentee: LivingPerson } => ({
    pair: row.id,
    mentor: person(row.mentor_id),
    mentee: person(row.mentee_id),
  });
  const standing = active.flatMap((row): LivingPair[] => {
    const started = parseIsoDate(row.started);
    if (started === undefined) return [];
    const met = (days.get(`${row.mentor_id} ${row.mentee_id}`) ?? []).sort();
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

/** Keys of the cohort's people who have a value of one measure at one time. */
export function whoIsMeasured(
  store: Store,
  cohortId: number,
  { measure, observed }: { readonly measure: string; readonly observed: string },
): ReadonlySet<number> {
  const one = 'select person_id from observation where cohort_id = ? and measure = ? and observed = ?';
  const values = [cohortId, measure, observed];
  const people = new Set<number>();
  // Each half has an index of its own.
  for (const [person] of store.rows(
    `${one} and number is not null union all ${one} and status is not null`,
    ...values,
    ...values,
  ))
    people.add(Number(person));
  return people;
}
