// Up to which day a report counts: today, or the day that the program file says.
import type { CivilDate } from '../../domain/civil-date.ts';
import type { Program } from '../../domain/program/program.ts';
import type { Context } from './context.ts';

/** Whether a term has come is asked of the calendar all the same. */
export function countedTo({ reports }: Program, context: Pick<Context, 'today'>): CivilDate {
  return reports.asOf ?? context.today();
}
