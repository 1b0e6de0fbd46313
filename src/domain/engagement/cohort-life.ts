// A cohort's pairs as they live: who they are, when they met, how they ended. What status, letters and exports read.
import { daysBetween, type CivilDate } from '../civil-date.ts';
import type { ScorePart } from '../matching/run.ts';
import type { Closing } from './closure.ts';

export interface LivingPerson {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

interface TwoPeople {
  readonly pair: number;
  readonly mentor: LivingPerson;
  readonly mentee: LivingPerson;
}

export interface LivingPair extends TwoPeople {
  readonly started: CivilDate;
  /** Days they met since, ascending. */
  readonly met: readonly CivilDate[];
  /** Why they were proposed; empty where a pair was made by hand. */
  readonly parts: readonly ScorePart[];
}

export interface EndedPair extends TwoPeople {
  readonly ended: CivilDate;
  readonly reason: string | null;
  readonly closing: Closing;
}

/** Days since they last met, or since they were paired where they have not. */
export function daysSilent(pair: Pick<LivingPair, 'met' | 'started'>, asOf: CivilDate): number {
  return daysBetween(pair.met.at(-1) ?? pair.started, asOf);
}

/** Paired for longer than the days a first meeting may take, and not met. */
export function neverMet(
  pair: Pick<LivingPair, 'met' | 'started'>,
  asOf: CivilDate,
  firstMeetingDays: number,
): boolean {
  return pair.met.length === 0 && daysSilent(pair, asOf) > firstMeetingDays;
}

/** Met before, but not for `days`. */
export function silentFor(pair: Pick<LivingPair, 'met' | 'started'>, asOf: CivilDate, days: number): boolean {
  return pair.met.length > 0 && daysSilent(pair, asOf) >= days;
}

/** Meetings of each seven days up to `asOf`, oldest first, since the first pair or meeting, `weeks` at most. */
export function meetingsByWeek(pairs: readonly LivingPair[], asOf: CivilDate, weeks: number): number[] {
  const began = Math.max(
    ...pairs.flatMap(({ started, met }) => [started, ...met]).map((day) => daysBetween(day, asOf)),
    0,
  );
  const counts = Array.from({ length: Math.min(weeks, Math.floor(began / 7) + 1) }, () => 0);
  for (const day of pairs.flatMap(({ met }) => met)) {
    const week = counts.length - 1 - Math.floor(daysBetween(day, asOf) / 7);
    if (counts[week] !== undefined && daysBetween(day, asOf) >= 0) counts[week]++;
  }
  return counts;
}
