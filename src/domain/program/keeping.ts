// What a program promised of people's data: who may be counted or told, how long anybody is kept, whether looking is noted.
import { counted } from '../count-words.ts';
import { addDays, civilDate, daysInMonth, type CivilDate } from '../civil-date.ts';

/** Names of yes-no fields or measures. Where one is missing, everybody may be. */
export interface ConsentPlan {
  /** Who may be counted in reports. */
  readonly counted?: string;
  /** Whose answers may be told to others: in letters, and in exports that leave the office. */
  readonly told?: string;
  /** What it means that somebody said neither yes nor no. */
  readonly unknown: 'yes' | 'no';
}

/** `3 years` after the last cohort somebody was in. */
export interface KeepPlan {
  readonly count: number;
  readonly unit: 'day' | 'month' | 'year';
}

export interface Keeping {
  readonly consent?: ConsentPlan;
  readonly keep?: KeepPlan;
  /** Who looked at one person's record stands on the audit trail. */
  readonly logReading?: true;
}

/** Whose last cohort ended before this day is kept too long. Of a month without that day its last one. */
export function keptSince(today: CivilDate, { count, unit }: KeepPlan): CivilDate {
  if (unit === 'day') return addDays(today, -count);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const months = year * 12 + month - 1 - (unit === 'year' ? 12 : 1) * count;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return civilDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) ?? today;
}

/** `3 years`, as the program file says it. */
export function keepWords({ count, unit }: KeepPlan): string {
  return counted(count, unit);
}

/** How many a report or an export leaves out, and why. */
export interface LeftOut {
  readonly declined: number;
  readonly unknown: number;
}

/** What follows for who did not consent, in words. */
const consequence = {
  counted: 'not counted',
  told: 'not told of: nothing they answered stands here',
  listed: 'in this list all the same: keep it in the office',
} as const;

/** `7 did not consent and 2 did not say whether they consent; they are not counted.` Empty where there is nobody. */
export function leftOutWords({ declined, unknown }: LeftOut, what: keyof typeof consequence): string {
  const parts = [
    ...(declined === 0 ? [] : [`${declined} did not consent`]),
    ...(unknown === 0 ? [] : [`${unknown} did not say whether they consent`]),
  ];
  if (parts.length === 0) return '';
  if (parts.length === 1)
    return `${parts.join('')} and ${declined + unknown === 1 ? 'is' : 'are'} ${consequence[what]}.`;
  return `${parts.join(' and ')}; they are ${consequence[what]}.`;
}
