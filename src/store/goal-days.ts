// Goals of a cohort's mentees, in days from the start of each one's first pair.
import { daysBetween, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import type { GoalDays } from '../domain/reports/surveys/goals-section.ts';
import type { Store } from './store.ts';

/** Everybody who has, or had, a pair begun by `today`, followed until their last pair ended or `today`. */
export function goalDays(store: Store, cohortId: number, today: CivilDate): GoalDays[] {
  const spans = new Map<number, { from: CivilDate; to: CivilDate }>();
  for (const [mentee, started, ended] of store.rows(
    `select mentee_id, started, ended from pair where cohort_id = ? and status in ('active', 'ended') order by started, id`,
    cohortId,
  )) {
    const from = parseIsoDate(String(started));
    const stop = ended === null || ended === undefined ? today : (parseIsoDate(String(ended)) ?? today);
    if (from === undefined || from > today) continue;
    const [before, to] = [spans.get(Number(mentee)), stop > today ? today : stop];
    spans.set(Number(mentee), {
      from: before?.from ?? from,
      to: before !== undefined && before.to > to ? before.to : to,
    });
  }
  const goals = new Map<number, { set: number; reached: number[] }>();
  for (const [person, reached] of store.rows(
    'select person_id, reached_on from goal where cohort_id = ? and set_on <= ? order by reached_on, id',
    cohortId,
    today,
  )) {
    const span = spans.get(Number(person));
    if (span === undefined) continue;
    const own = goals.get(Number(person)) ?? { set: 0, reached: [] };
    goals.set(Number(person), own);
    own.set++;
    const day = reached === null || reached === undefined ? undefined : parseIsoDate(String(reached));
    if (day !== undefined && day >= span.from && day <= span.to) own.reached.push(daysBetween(span.from, day));
  }
  return Array.from(spans, ([person, { from, to }]) => ({
    followed: daysBetween(from, to),
    set: goals.get(person)?.set ?? 0,
    reached: goals.get(person)?.reached ?? [],
  }));
}
