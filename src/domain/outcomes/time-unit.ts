// Whether a length of time is told in days, weeks, months or years: by what its measure is called.
import { dayNumber, type CivilDate } from '../civil-date.ts';

export type TimeUnit = 'day' | 'week' | 'month' | 'year';

const named: readonly (readonly [RegExp, TimeUnit])[] = [
  [/\b(months?|mos?|monate?n?|mois|meses|mes|mesi|maanden)\b/i, 'month'],
  [/\b(weeks?|wks?|wochen?|semaines?|semanas?|weken)\b/i, 'week'],
  [/\b(years?|yrs?|jahre?n?|ans|ann[ée]es?|años?|anni|jaar)\b/i, 'year'],
];

/** In days, a month and a year as long as they are on average. */
const length: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/** Days where nothing says otherwise. */
export function unitOf(words: readonly string[]): TimeUnit {
  const plain = words.map((text) => text.replaceAll('_', ' '));
  return named.find(([test]) => plain.some((text) => test.test(text)))?.[1] ?? 'day';
}

export function inUnit(days: number, unit: TimeUnit): number {
  return days / length[unit];
}

/** From one day to another; months and years by the calendar, so that 1 March to 1 September is 6 months. */
export function between(from: CivilDate, to: CivilDate, unit: TimeUnit): number {
  if (unit === 'day' || unit === 'week') return (dayNumber(to) - dayNumber(from)) / length[unit];
  const [a, b] = [from, to].map((date) => date.split('-').map(Number)) as [number[], number[]];
  const months = 12 * ((b[0] ?? 0) - (a[0] ?? 0)) + (b[1] ?? 0) - (a[1] ?? 0) + ((b[2] ?? 0) - (a[2] ?? 0)) / 31;
  return unit === 'month' ? months : months / 12;
}

export function inDays(time: number, unit: TimeUnit): number {
  return time * length[unit];
}
