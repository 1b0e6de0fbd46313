// The mentors of a cohort, in the order of their own ids, and what they did: counts alone, never what anybody wrote.
import { sql, type Kysely } from 'kysely';
import type { FieldValue } from '../domain/program/program.ts';
import type { MentorRow, MentorMeetings } from '../domain/reports/surveys/mentors-columns.ts';
import { everybodyIn } from './consent.ts';
import type { Tables } from './tables.ts';

export async function mentorsOf(db: Kysely<Tables>, cohortId: number): Promise<MentorRow[]> {
  const rows = await db
    .selectFrom('enrolment as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.person_id', 'e.fields'])
    .where('e.cohort_id', '=', cohortId)
    .where('e.role', '=', 'mentor')
    .orderBy('p.ref')
    .execute();
  const pairs = await everybodyIn(db)
    .selectFrom('pair')
    .select('mentor_id')
    .distinct()
    .where('cohort_id', '=', cohortId)
    .where('status', 'in', ['active', 'ended'])
    .execute();
  const paired = new Set(pairs.map(({ mentor_id }) => mentor_id));
  const elsewhere = async (role: 'mentor' | 'mentee', when: '<' | '>'): Promise<ReadonlySet<number>> => {
    const found = await db
      .selectFrom('enrolment')
      .select('person_id')
      .distinct()
      .where('role', '=', role)
      .where('cohort_id', when, cohortId)
      .execute();
    return new Set(found.map(({ person_id }) => person_id));
  };
  const menteesBefore = await elsewhere('mentee', '<');
  const mentorsBefore = await elsewhere('mentor', '<');
  const mentorsAfter = await elsewhere('mentor', '>');
  return rows.map(({ person_id: person, fields }) => ({
    person,
    paired: paired.has(person),
    fields: JSON.parse(fields) as Record<string, FieldValue>,
    menteeBefore: menteesBefore.has(person),
    mentorBefore: mentorsBefore.has(person),
    mentorAgain: mentorsAfter.has(person),
  }));
}

/** A cohort other than this one has mentors: before it, after it. */
export async function cohortsAround(
  db: Kysely<Tables>,
  cohortId: number,
): Promise<{ readonly before: boolean; readonly after: boolean }> {
  const any = async (when: '<' | '>'): Promise<boolean> =>
    (await db
      .selectFrom('enrolment')
      .select('id')
      .where('role', '=', 'mentor')
      .where('cohort_id', when, cohortId)
      .limit(1)
      .executeTakeFirst()) !== undefined;
  return { before: await any('<'), after: await any('>') };
}

/** By the mentor's number. `circles`: what a mentor did on one day about one topic is one meeting, whoever was there. */
export async function mentorMeetings(
  db: Kysely<Tables>,
  cohortId: number,
  circles: boolean,
): Promise<ReadonlyMap<number, MentorMeetings>> {
  const reflected = sql<number>`max(case when trim(coalesce(reflection, '')) <> '' then 1 else 0 end)`;
  const rows = await everybodyIn(db)
    .selectFrom((e) => {
      const each = e
        .selectFrom('meeting')
        .select(['mentor_id', (f) => f.fn.max('minutes').as('minutes'), reflected.as('reflected')])
        .where('cohort_id', '=', cohortId)
        .groupBy(['mentor_id', 'day', 'topic']);
      return (circles ? each : each.groupBy('mentee_id')).as('one');
    })
    .select([
      'mentor_id',
      (e) => e.fn.countAll<number>().as('meetings'),
      (e) => e.fn.count<number>('minutes').as('timed'),
    ])
    .select(sql<number>`coalesce(sum(minutes), 0)`.as('minutes'))
    .select(sql<number>`sum(reflected)`.as('reflections'))
    .groupBy('mentor_id')
    .execute();
  return new Map(rows.map(({ mentor_id, ...counts }) => [mentor_id, counts]));
}

/** What was last recorded of people under a measure, by their number; a word where it is no number. */
export async function lastObserved(
  db: Kysely<Tables>,
  cohortId: number,
  measure: string,
): Promise<ReadonlyMap<number, number | string>> {
  // Numbers and words have an index each.
  const half = (value: 'number' | 'status') =>
    db
      .selectFrom('observation')
      .select(['person_id', 'number', 'status', 'observed', 'id'])
      .where('cohort_id', '=', cohortId)
      .where('measure', '=', measure)
      .where(value, 'is not', null);
  const rows = await db
    .selectFrom(half('number').unionAll(half('status')).as('both'))
    .select(['person_id', 'number', 'status'])
    .orderBy('observed')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ person_id, number, status }) => [person_id, number ?? String(status)]));
}

/** People of the cohort who sit on no side of a pair, in the order of their own ids. */
export async function othersIn(db: Kysely<Tables>, cohortId: number): Promise<number[]> {
  const standing = everybodyIn(db)
    .selectFrom('pair')
    .where('cohort_id', '=', cohortId)
    .where('status', 'in', ['active', 'ended']);
  const rows = await db
    .selectFrom('enrolment as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.person_id', 'p.ref'])
    .distinct()
    .where('e.cohort_id', '=', cohortId)
    .where('e.person_id', 'not in', standing.select('mentor_id as id').union(standing.select('mentee_id as id')))
    .orderBy('p.ref')
    .execute();
  return rows.map(({ person_id }) => person_id);
}
