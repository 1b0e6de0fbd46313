// Goals of a cohort's mentees, in days from the start of each one's first pair.
import type { Kysely } from 'kysely';
import { daysBetween, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import type { GoalDays } from '../domain/reports/surveys/goals-section.ts';
import type { Tables } from './tables.ts';

/** Everybody who has, or had, a pair begun by `today`, followed until their last pair ended or `today`. */
export async function goalDays(db: Kysely<Tables>, cohortId: number, today: CivilDate): Promise<GoalDays[]> {
  const spans = new Map<number, { from: CivilDate; to: CivilDate }>();
  const pairs = await db
    .selectFrom('pair')
    .select(['mentee_id as mentee', 'started', 'ended'])
    .where('cohort_id', '=', cohortId)
    .where('status', 'in', ['active', 'ended'])
    .orderBy('started')
    .orderBy('id')
    .execute();
  for (const { mentee, started, ended } of pairs) {
    const from = parseIsoDate(started);
    const stop = ended === null ? today : (parseIsoDate(ended) ?? today);
    if (from === undefined || from > today) continue;
    const [before, to] = [spans.get(mentee), stop > today ? today : stop];
    spans.set(mentee, {
      from: before?.from ?? from,
      to: before !== undefined && before.to > to ? before.to : to,
    });
  }
  const goals = new Map<number, { set: number; reached: number[] }>();
  const set = await db
    .selectFrom('goal')
    .select(['person_id as person', 'reached_on as reached'])
    .where('cohort_id', '=', cohortId)
    .where('set_on', '<=', today)
    .orderBy('reached_on')
    .orderBy('id')
    .execute();
  for (const { person, reached } of set) {
    const span = spans.get(person);
    if (span === undefined) continue;
    const own = goals.get(person) ?? { set: 0, reached: [] };
    goals.set(person, own);
    own.set++;
    const day = reached === null ? undefined : parseIsoDate(reached);
    if (day !== undefined && day >= span.from && day <= span.to) own.reached.push(daysBetween(span.from, day));
  }
  return Array.from(spans, ([person, { from, to }]) => ({
    followed: daysBetween(from, to),
    set: goals.get(person)?.set ?? 0,
    reached: goals.get(person)?.reached ?? [],
  }));
}
