// Flags of a cohort's paired people and the time their pairs stood, for rates.
import { dayNumber, daysBetween, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import type { FlagTimes } from '../domain/reports/flag-tables.ts';
import type { Store } from './store.ts';

/** Followed to `today`, or to the end of a pair. Undefined where nothing was flagged. */
export function flagTimes(store: Store, cohortId: number, today: CivilDate): FlagTimes | undefined {
  const flags = [
    ...store.rows('select person_id, raised_on, resolved_on from flag where cohort_id = ? order by id', cohortId),
  ];
  if (flags.length === 0) return undefined;
  const spans = new Map<number, { from: CivilDate; to: CivilDate }>();
  for (const [mentee, started, ended] of store.rows(
    `select mentee_id, started, ended from pair where cohort_id = ? and status in ('active', 'ended') order by started`,
    cohortId,
  )) {
    const from = parseIsoDate(String(started));
    const to = ended === null || ended === undefined ? today : (parseIsoDate(String(ended)) ?? today);
    if (from === undefined || to < from) continue;
    const before = spans.get(Number(mentee));
    spans.set(
      Number(mentee),
      before === undefined ? { from, to } : { from: before.from, to: before.to > to ? before.to : to },
    );
  }
  const [days, settled]: [number[], number[]] = [[], []];
  const first = new Map<number, number>();
  for (const [person, raised, resolved] of flags) {
    const from = parseIsoDate(String(raised));
    const to = resolved === null || resolved === undefined ? undefined : parseIsoDate(String(resolved));
    if (!spans.has(Number(person)) || from === undefined || from > today) continue;
    first.set(Number(person), Math.min(first.get(Number(person)) ?? Infinity, dayNumber(from)));
    days.push(Math.max(0, daysBetween(from, to ?? today)));
    settled.push(to === undefined ? 0 : 1);
  }
  if (days.length === 0) return undefined;
  const pairDays = [...spans.values()].reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
  return { people: spans.size, pairDays, days: Float64Array.from(days), settled: Uint8Array.from(settled), first };
}
