// What became of a cohort's people, for reports about the program itself: who took part, who was paired, who met, how pairs ended.
import { sql, type Kysely } from 'kysely';
import { dayNumber, type CivilDate } from '../domain/civil-date.ts';
import type { LifePair, LifePerson, ProgramLife } from '../domain/engagement/program-life.ts';
import type { FieldValue } from '../domain/program/program.ts';
import { everybodyIn } from './consent.ts';
import type { Tables } from './tables.ts';

/** Days are day numbers. Pairs that were declined or made by mistake are none. */
export async function programLife(db: Kysely<Tables>, cohortId: number): Promise<ProgramLife> {
  const people = async (role: 'mentee' | 'mentor'): Promise<LifePerson[]> => {
    const rows = await db
      .selectFrom('enrolment')
      .select(['person_id', 'status', 'seats', 'fields'])
      .where('cohort_id', '=', cohortId)
      .where('role', '=', role)
      .orderBy('person_id')
      .execute();
    return rows.map(({ person_id, status, seats, fields }) => ({
      person: person_id,
      active: status === 'active',
      seats,
      fields: JSON.parse(fields) as Readonly<Record<string, FieldValue>>,
    }));
  };
  const pairs = await db
    .selectFrom('pair')
    .select(['mentor_id', 'mentee_id', 'started', 'ended', 'reason', 'ended_by'])
    .where('cohort_id', '=', cohortId)
    .where('status', 'in', ['active', 'ended'])
    .orderBy('started')
    .orderBy('id')
    .execute();
  const meetings = await db
    .selectFrom('meeting')
    .select(['mentor_id as mentor', 'mentee_id as mentee', 'day'])
    .where('cohort_id', '=', cohortId)
    .orderBy('day')
    .execute();
  return {
    mentees: await people('mentee'),
    mentors: await people('mentor'),
    pairs: pairs.map(({ mentor_id, mentee_id, started, ended, reason, ended_by }): LifePair => ({
      mentor: mentor_id,
      mentee: mentee_id,
      started: dayOf(started),
      ended: ended === null ? undefined : dayOf(ended),
      reason,
      endedBy: ended_by ?? undefined,
    })),
    meetings: meetings.map(({ mentor, mentee, day }) => ({ mentor, mentee, day: dayOf(day) })),
  };
}

/** Who was what in which cohort, for who comes back: by person, cohorts by their start. */
export async function rolesOverTime(
  db: Kysely<Tables>,
): Promise<{ readonly person: number; readonly role: 'mentor' | 'mentee'; readonly cohort: number }[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select(['person_id as person', 'role', 'cohort_id as cohort'])
    .where('role', '<>', 'none')
    .orderBy('id')
    .execute();
  return rows.map(({ person, role, cohort }) => ({ person, role: role === 'mentor' ? role : 'mentee', cohort }));
}

/** The day on which the first pair of each cohort began, as a day number. Of everybody, also where some are left out. */
export async function firstPairs(db: Kysely<Tables>): Promise<ReadonlyMap<number, number>> {
  const rows = await everybodyIn(db)
    .selectFrom('pair')
    .select(['cohort_id', (e) => e.fn.min('started').as('started')])
    .where('status', 'in', ['active', 'ended'])
    .groupBy('cohort_id')
    .execute();
  return new Map(rows.map(({ cohort_id, started }) => [cohort_id, dayOf(started)]));
}

/** Answers to "Would you recommend ...?" and the like, the latest of each person. */
export async function recommendAnswers(db: Kysely<Tables>, cohortId: number): Promise<Float64Array> {
  const rows = await db
    .selectFrom('survey_answer')
    .select(['person_id', 'answer'])
    .where('cohort_id', '=', cohortId)
    .where((e) => e.or([e(sql`lower(instrument)`, '=', 'recommend'), e(sql`lower(item)`, 'like', '%recommend%')]))
    .orderBy('id')
    .execute();
  return Float64Array.from(new Map(rows.map(({ person_id, answer }) => [person_id, answer])).values());
}

/** Throws RangeError where no day stands, which the tables forbid: the file is damaged then. */
function dayOf(text: string): number {
  return dayNumber(text as CivilDate);
}
