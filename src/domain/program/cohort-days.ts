// The days of a cohort: as they were said of it, else as the program file has them.
import { parseIsoDate, type CivilDate } from '../civil-date.ts';
import type { Program } from './program.ts';

/** A cohort on file; days YYYY-MM-DD, null where nobody said one. */
export interface CohortRow {
  readonly id: number;
  readonly name: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly matchBy: string | null;
}

export interface CohortDays {
  readonly starts: CivilDate | undefined;
  readonly ends: CivilDate | undefined;
  readonly matchBy: CivilDate | undefined;
}

export function cohortDays(
  { name, starts, ends, matchBy }: Omit<CohortRow, 'id'>,
  { cohorts }: Pick<Program, 'cohorts'>,
): CohortDays {
  const plan = cohorts.find((one) => one.name === name);
  return {
    starts: parseIsoDate(starts ?? '') ?? plan?.starts,
    ends: parseIsoDate(ends ?? '') ?? plan?.ends,
    matchBy: parseIsoDate(matchBy ?? '') ?? plan?.matchBy,
  };
}
