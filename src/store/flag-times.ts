// Flags of a cohort's paired people and the time their pairs stood, for rates.
import type { Kysely } from 'kysely';
import { dayNumber, daysBetween, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import type { FlagTimes } from '../domain/reports/flag-tables.ts';
import type { Tables } from './tables.ts';

/** Followed to `today`, or to the end of a pair. Undefined where nothing was flagged. */
export async function flagTimes(
  db: Kysely<Tables>,
  cohortId: number,
  today: CivilDate,
): Promise<FlagTimes | undefined> {
  const flags = await db
    .selectFrom('flag')
    .select(['person_id as person', 'raised_on as raised', 'resolved_on as resolved'])
    .where('cohort_id', '=', cohortId)
    .orderBy('id')
    .execute();
  if (flags.length === 0) return undefined;
  const spans = new Map<number, { from: CivilDate; to: CivilDate }>();
  const pairs = await db
    .selectFrom('pair')
    .select(['mentee_id as mentee', 'started', 'ended'])
    .where('cohort_id', '=', cohortId)
    .where('status', 'in', ['active', 'ended'])
    .orderBy('started')
    .execute();
  for (const { mentee, started, ended } of pairs) {
    const from = parseIsoDate(started);
    const to = ended === null ? today : (parseIsoDate(ended) ?? today);
    if (from === undefined || to < from) continue;
    const before = spans.get(mentee);
    spans.set(mentee, before === undefined ? { from, to } : { from: before.from, to: before.to > to ? before.to : to });
  }
  const [days, settled]: [number[], number[]] = [[], []];
  const first = new Map<number, number>();
  for (const { person, raised, resolved } of flags) {
    const from = parseIsoDate(raised);
    const to = resolved === null ? undefined : parseIsoDate(resolved);
    if (!spans.has(person) || from === undefined || from > today) continue;
    first.set(person, Math.min(first.get(person) ?? Infinity, dayNumber(from)));
    days.push(Math.max(0, daysBetween(from, to ?? today)));
    settled.push(to === undefined ? 0 : 1);
  }
  if (days.length === 0) return undefined;
  const pairDays = [...spans.values()].reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
  return { people: spans.size, pairDays, days: Float64Array.from(days), settled: Uint8Array.from(settled), first };
}
