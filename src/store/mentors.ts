// The mentors of a cohort, in the order of their own ids, and what they did: counts alone, never what anybody wrote.
import type { FieldValue } from '../domain/program/program.ts';
import type { MentorRow, MentorMeetings } from '../domain/reports/surveys/mentors-columns.ts';
import type { Store } from './store.ts';

export function mentorsOf(store: Store, cohortId: number): MentorRow[] {
  const elsewhere = (role: string, when: '<' | '>'): string =>
    `e.person_id in (select o.person_id from enrolment o where o.role = '${role}' and o.cohort_id ${when} ?)`;
  const rows = store.rows(
    `select e.person_id, e.fields,
       e.person_id in (select p.mentor_id from main.pair p where p.cohort_id = ? and p.status in ('active', 'ended')),
       ${elsewhere('mentee', '<')}, ${elsewhere('mentor', '<')}, ${elsewhere('mentor', '>')}
     from enrolment e join person n on n.id = e.person_id
     where e.cohort_id = ? and e.role = 'mentor' order by n.ref`,
    cohortId,
    cohortId,
    cohortId,
    cohortId,
    cohortId,
  );
  return Array.from(rows, ([person, fields, paired, menteeBefore, mentorBefore, mentorAgain]) => ({
    person: Number(person),
    paired: paired === 1,
    fields: JSON.parse(String(fields)) as Record<string, FieldValue>,
    menteeBefore: menteeBefore === 1,
    mentorBefore: mentorBefore === 1,
    mentorAgain: mentorAgain === 1,
  }));
}

/** A cohort other than this one has mentors: before it, after it. */
export function cohortsAround(store: Store, cohortId: number): { readonly before: boolean; readonly after: boolean } {
  const [row] = store.rows(
    `select exists (select 1 from enrolment where role = 'mentor' and cohort_id < ?),
       exists (select 1 from enrolment where role = 'mentor' and cohort_id > ?)`,
    cohortId,
    cohortId,
  );
  return { before: row?.[0] === 1, after: row?.[1] === 1 };
}

/** By the mentor's number. `circles`: what a mentor did on one day about one topic is one meeting, whoever was there. */
export function mentorMeetings(store: Store, cohortId: number, circles: boolean): ReadonlyMap<number, MentorMeetings> {
  const rows = store.rows(
    `select mentor_id, count(*), total(minutes), count(minutes), sum(reflected) from
       (select mentor_id, max(minutes) as minutes, max(trim(coalesce(reflection, '')) <> '') as reflected
        from main.meeting where cohort_id = ? group by mentor_id, day, topic${circles ? '' : ', mentee_id'})
     group by mentor_id`,
    cohortId,
  );
  return new Map(
    Array.from(rows, ([mentor, meetings, minutes, timed, reflections]) => [
      Number(mentor),
      {
        meetings: Number(meetings),
        minutes: Number(minutes),
        timed: Number(timed),
        reflections: Number(reflections),
      },
    ]),
  );
}

/** What was last recorded of people under a measure, by their number; a word where it is no number. */
export function lastObserved(store: Store, cohortId: number, measure: string): ReadonlyMap<number, number | string> {
  // Numbers and words have an index each.
  const half = (value: string): string =>
    `select person_id, number, status, observed, id from observation where cohort_id = ? and measure = ? and ${value} is not null`;
  const rows = store.rows(
    `select person_id, number, status from (${half('number')} union all ${half('status')}) order by observed, id`,
    ...[cohortId, measure, cohortId, measure],
  );
  return new Map(Array.from(rows, ([person, number, status]) => [Number(person), number ?? String(status)]));
}

/** People of the cohort who sit on no side of a pair, in the order of their own ids. */
export function othersIn(store: Store, cohortId: number): number[] {
  const rows = store.rows(
    `select distinct e.person_id, n.ref from enrolment e join person n on n.id = e.person_id
     where e.cohort_id = ? and e.person_id not in (
       select mentor_id from main.pair where cohort_id = ? and status in ('active', 'ended')
       union select mentee_id from main.pair where cohort_id = ? and status in ('active', 'ended'))
     order by n.ref`,
    cohortId,
    cohortId,
    cohortId,
  );
  return Array.from(rows, ([person]) => Number(person));
}
