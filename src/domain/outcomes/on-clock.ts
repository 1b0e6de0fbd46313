// By which clock the times of a report are told: the calendar, each cohort's start, everybody's own.
import type { CivilDate } from '../civil-date.ts';
import { Failure } from '../failure.ts';
import { cohortDays, type CohortRow } from '../program/cohort-days.ts';
import type { Program } from '../program/program.ts';
import type { Outcomes } from './outcomes.ts';
import { byOwnTerms } from './own-terms.ts';

export type ClockChoice = 'own' | 'cohort';

/** What people's own starts are called where they are compared and not counted from. */
export const ownStartName = 'own start, days after the first';

export interface OnClock extends Pick<Outcomes, 'observed' | 'statuses'> {
  /** By cohort, in the order they were named. */
  readonly starts: readonly (CivilDate | undefined)[];
  /** By person: own start, a day or a term; undefined where none is on file. */
  readonly own: readonly (string | undefined)[];
  /** Times are told from a start, and no longer by the calendar. */
  readonly fromStart: boolean;
  /** True where everybody's own start is what is counted from. */
  readonly byOwn: boolean;
  /** People of the cohorts with no start of their own on file, where that is counted from. */
  readonly noOwn: number;
}

/**
 * `own`: people's own starts. `cohorts`: the last of them is the one compared with, where there is one. Several cohorts are
 * told from the start of each; with `own`, or where people's own starts are on file and nothing else is asked for, everybody's
 * times from the own start. Throws Failure where these are asked for and there are none.
 */
export function onClock(
  read: Pick<Outcomes, 'observed' | 'statuses' | 'cohortOf'>,
  own: readonly (string | undefined)[],
  cohorts: readonly CohortRow[],
  program: Program,
  { clock, elsewhere }: { readonly clock: ClockChoice | undefined; readonly elsewhere: boolean },
): OnClock {
  const { observed, statuses, cohortOf } = read;
  const starts = cohorts.map((cohort) => cohortDays(cohort, program).starts);
  const together = cohorts.length - (elsewhere ? 1 : 0);
  const byOwn = isToldByOwn(own, clock);
  if (clock === 'own' && !byOwn && together === 1) throw noStart(cohorts[0]?.name ?? '');
  const fromStart = byOwn || together > 1;
  if (!fromStart) return { observed, statuses, starts, own, fromStart, byOwn, noOwn: 0 };
  const moved = byOwnTerms(read, {
    starts: own.map((day, row) => (byOwn ? day : undefined) ?? starts[cohortOf[row] ?? 0]),
    cohortOf,
  });
  const noOwn = byOwn ? own.filter((day) => day === undefined).length : 0;
  return { ...moved, starts, own, fromStart, byOwn, noOwn };
}

/** Whether everybody's times are told from a start of their own. */
export function isToldByOwn(own: readonly (string | undefined)[], clock: ClockChoice | undefined): boolean {
  return clock !== 'cohort' && own.some((day) => day !== undefined);
}

function noStart(cohort: string): Failure {
  return new Failure('usage', {
    code: 'unknown-value',
    message: `nobody of ${cohort} has a start of their own on file`,
    hint: 'Name its column when the file is imported: mentorctl import FILE --map "Hire Date=start".',
  });
}
