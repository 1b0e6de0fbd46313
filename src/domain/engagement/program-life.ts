// A cohort's life as numbers: people, pairs and meetings, and what is counted of each mentee on the way from signing up to the end.
import { fromDayNumber } from '../civil-date.ts';
import type { Engagement } from '../program/engagement.ts';
import type { FieldValue } from '../program/program.ts';
import { closingOf, expectedEndOf, type Closing } from './closure.ts';

/** Days are day numbers (civil-date.ts). */
export interface LifePair {
  readonly mentor: number;
  readonly mentee: number;
  readonly started: number;
  readonly ended: number | undefined;
  readonly reason: string | null;
  readonly endedBy: string | undefined;
}

export interface LifePerson {
  readonly person: number;
  /** False for who was withdrawn. */
  readonly active: boolean;
  readonly seats: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export interface ProgramLife {
  readonly mentees: readonly LifePerson[];
  readonly mentors: readonly LifePerson[];
  readonly pairs: readonly LifePair[];
  readonly meetings: readonly { readonly mentor: number; readonly mentee: number; readonly day: number }[];
}

/** What became of one mentee; times in days. */
export interface MenteePath {
  readonly person: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly eligible: boolean;
  readonly matched: boolean;
  /** From the start of the cohort to the first pair; undefined without either. */
  readonly wait: number | undefined;
  readonly metSoon: boolean;
  readonly meetings: number;
  readonly metThrice: boolean;
  /** Undefined while a pair goes on, or without one. */
  readonly finished: boolean | undefined;
}

export function menteePaths(
  { mentees, pairs, meetings }: ProgramLife,
  limits: Engagement,
  { starts, ends }: { readonly starts: number | undefined; readonly ends: string | null },
): MenteePath[] {
  const pairsOf = groupedBy(pairs, ({ mentee }) => mentee);
  const meetingsOf = groupedBy(meetings, ({ mentee }) => mentee);
  return mentees.map(({ person, active, fields }): MenteePath => {
    const own = pairsOf.get(person) ?? [];
    const met = meetingsOf.get(person) ?? [];
    const [first] = own;
    const closings = own.map((pair) => closingOfPair(pair, limits, ends));
    const over = own.length > 0 && closings.every((closing) => closing !== undefined);
    return {
      person,
      fields,
      eligible: active || own.length > 0,
      matched: own.length > 0,
      wait: first === undefined || starts === undefined ? undefined : first.started - starts,
      metSoon:
        first !== undefined &&
        met.some(({ day }) => day >= first.started && day <= first.started + limits.firstMeetingDays),
      meetings: met.length,
      metThrice: met.length >= 3,
      finished: over ? closings.at(-1) !== 'premature' : undefined,
    };
  });
}

/** In the order in which they come. */
export function groupedBy<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const own = groups.get(key(one));
    if (own === undefined) groups.set(key(one), [one]);
    else own.push(one);
  }
  return groups;
}

/** Undefined while it goes on. */
export function closingOfPair(
  { started, ended, reason }: LifePair,
  limits: Engagement,
  ends: string | null,
): Closing | undefined {
  if (ended === undefined) return undefined;
  const expectedEnd = expectedEndOf(fromDayNumber(started), ends, limits);
  return closingOf({ reason, ended: fromDayNumber(ended), expectedEnd });
}
