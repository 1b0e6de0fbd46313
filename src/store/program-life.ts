// What became of a cohort's people, for reports about the program itself: who took part, who was paired, who met, how pairs ended.
import { dayNumber, parseIsoDate } from '../domain/civil-date.ts';
import type { LifePair, LifePerson, ProgramLife } from '../domain/engagement/program-life.ts';
import type { FieldValue } from '../domain/program/program.ts';
import type { Store } from './store.ts';

/** Days are day numbers. Pairs that were declined or made by mistake are none. */
export function programLife(store: Store, cohortId: number): ProgramLife {
  const people = (role: 'mentee' | 'mentor'): LifePerson[] =>
    Array.from(
      store.rows(
        'select person_id, status, seats, fields from enrolment where cohort_id = ? and role = ? order by person_id',
        cohortId,
        role,
      ),
      ([person, status, seats, fields]) => ({
        person: Number(person),
        active: status === 'active',
        seats: Number(seats),
        fields: JSON.parse(String(fields)) as Readonly<Record<string, FieldValue>>,
      }),
    );
  const pairs = Array.from(
    store.rows(
      `select mentor_id, mentee_id, started, ended, reason, ended_by from pair where cohort_id = ? and status in ('active', 'ended') order by started, id`,
      cohortId,
    ),
    ([mentor, mentee, started, ended, reason, by]): LifePair => ({
      mentor: Number(mentor),
      mentee: Number(mentee),
      started: day(started),
      ended: ended == null ? undefined : day(ended),
      reason: reason == null ? null : String(reason),
      endedBy: by == null ? undefined : String(by),
    }),
  );
  const meetings = Array.from(
    store.rows('select mentor_id, mentee_id, day from meeting where cohort_id = ? order by day', cohortId),
    ([mentor, mentee, on]) => ({ mentor: Number(mentor), mentee: Number(mentee), day: day(on) }),
  );
  return { mentees: people('mentee'), mentors: people('mentor'), pairs, meetings };
}

/** Who was what in which cohort, for who comes back: by person, cohorts by their start. */
export function rolesOverTime(
  store: Store,
): { readonly person: number; readonly role: 'mentor' | 'mentee'; readonly cohort: number }[] {
  return Array.from(
    store.rows(`select person_id, role, cohort_id from enrolment where role <> 'none' order by id`),
    ([person, role, cohort]) => ({
      person: Number(person),
      role: role === 'mentor' ? ('mentor' as const) : ('mentee' as const),
      cohort: Number(cohort),
    }),
  );
}

/** The day on which the first pair of each cohort began, as a day number. */
export function firstPairs(store: Store): ReadonlyMap<number, number> {
  const rows = store.rows(
    `select cohort_id, min(started) from main.pair where status in ('active', 'ended') group by cohort_id`,
  );
  return new Map(Array.from(rows, ([cohort, started]) => [Number(cohort), day(started)]));
}

/** Answers to "Would you recommend ...?" and the like, the latest of each person. */
export function recommendAnswers(store: Store, cohortId: number): Float64Array {
  const latest = new Map<number, number>();
  for (const [person, answer] of store.rows(
    `select person_id, answer from survey_answer where cohort_id = ? and (lower(instrument) = 'recommend' or lower(item) like '%recommend%') order by id`,
    cohortId,
  ))
    latest.set(Number(person), Number(answer));
  return Float64Array.from(latest.values());
}

function day(text: string | number | null | undefined): number {
  const date = parseIsoDate(String(text ?? ''));
  return date === undefined ? NaN : dayNumber(date);
}
