// Days on which people of a cohort met their mentor, by their row in a report.
import { dayNumber, parseIsoDate } from '../domain/civil-date.ts';
import type { MeetingDays } from '../domain/outcomes/early-meetings.ts';
import type { Store } from './store.ts';

/** `people`: numbers of the people by row, as outcomes.ts gives them. */
export function meetingDays(store: Store, cohortId: number, people: readonly number[]): MeetingDays {
  const rowOf = new Map(people.map((person, row) => [person, row]));
  const [rows, days]: [number[], number[]] = [[], []];
  for (const [mentee, day] of store.rows('select mentee_id, day from meeting where cohort_id = ?', cohortId)) {
    const [row, date] = [rowOf.get(Number(mentee)), parseIsoDate(String(day))];
    if (row === undefined || date === undefined) continue;
    rows.push(row);
    days.push(dayNumber(date));
  }
  return { rows: Int32Array.from(rows), days: Int32Array.from(days) };
}
