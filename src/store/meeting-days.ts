// Days on which people of a cohort met their mentor, by their row in a report.
import type { Kysely } from 'kysely';
import { dayNumber, parseIsoDate } from '../domain/civil-date.ts';
import type { MeetingDays } from '../domain/outcomes/early-meetings.ts';
import type { Tables } from './tables.ts';

/** `people`: numbers of the people by row, as outcomes.ts gives them. */
export async function meetingDays(
  db: Kysely<Tables>,
  cohortId: number,
  people: readonly number[],
): Promise<MeetingDays> {
  const rowOf = new Map(people.map((person, row) => [person, row]));
  const [rows, days]: [number[], number[]] = [[], []];
  const meetings = db.selectFrom('meeting').select(['mentee_id', 'day']).where('cohort_id', '=', cohortId);
  for await (const { mentee_id, day } of meetings.stream(1000)) {
    const [row, date] = [rowOf.get(mentee_id), parseIsoDate(day)];
    if (row === undefined || date === undefined) continue;
    rows.push(row);
    days.push(dayNumber(date));
  }
  return { rows: Int32Array.from(rows), days: Int32Array.from(days) };
}
