// Which fields, measures and columns a report on outcomes needs: what it is asked, what the program file names, what was known before.
import type { CivilDate } from '../civil-date.ts';
import { Failure } from '../failure.ts';
import type { Program } from '../program/program.ts';
import { amongKnown } from '../suggest.ts';
import type { Compare } from './assign-groups.ts';
import type { ClockChoice } from './on-clock.ts';
import type { ColumnsWanted } from './outcomes.ts';

/** What a report asks. */
export interface OutcomesAsked {
  readonly compare: Compare;
  /** Fields to break down by, and to wait for. */
  readonly by?: string;
  readonly event?: string;
  /** As it was stated. */
  readonly landmark?: CivilDate;
  readonly clock?: ClockChoice;
  readonly today: CivilDate;
  /** With several cohorts: outcomes of further ones are on file. */
  readonly otherCohorts?: boolean;
}

/** Fields whose answers a report needs. Throws Failure where one that it names is neither field nor measure. */
export function fieldsToRead(program: Program, asked: OutcomesAsked): string[] {
  const fields = program.fields.map(({ name }) => name);
  const measures = program.measures.map(({ name }) => name);
  const wanted = namesIn(program, asked);
  const unknown = wanted.find((name) => !fields.includes(name) && !measures.includes(name));
  if (unknown !== undefined)
    throw new Failure('usage', {
      code: 'unknown-field',
      message: `there is no field "${unknown}"`,
      hint: amongKnown(unknown, [...new Set([...fields, ...measures])]),
    });
  return [...new Set([...wanted, ...fieldsBefore(program)])].filter((name) => fields.includes(name));
}

/** What the program file and the question name. */
export function namesIn({ reports }: Program, { by, event }: OutcomesAsked): string[] {
  const { adjustFor = [], strata, among, leftOn } = reports;
  return [...adjustFor, ...strata, ...among, ...[by, event, leftOn].filter((name) => name !== undefined)];
}

/** What the program declares is always allowed for; adjust-for adds to it. */
export function allowedFor({ measures, reports }: Program): string[] {
  const baselines = measures.filter(({ baseline }) => baseline === true).map(({ name }) => name);
  return [...new Set([...baselines, ...(reports.adjustFor ?? [])])];
}

/** What people said of themselves when they signed up, or what a file says of them beside: known from before. */
export function fieldsBefore({ fields, reports }: Program): string[] {
  return fields
    .filter(({ name, type }) => type !== 'date' && type !== 'text' && name !== reports.leftOn)
    .map(({ name }) => name);
}

/**
 * Columns that the data are laid out with; what a report is about it asks for itself. `moved`: times are told otherwise than by the
 * calendar of one cohort, for which everything there is has to be looked through.
 */
export function columnsToRead(program: Program, asked: OutcomesAsked, moved: boolean): ColumnsWanted {
  if (moved) return { numbers: 'all', statuses: 'all' };
  return {
    numbers: new Set([...namesIn(program, asked), ...allowedFor(program)]),
    statuses: new Set(['retention', 'exclusion']),
  };
}

/** What people took of the offer. */
export function participationColumns({ measures }: Program): ColumnsWanted {
  const told = measures.filter(({ participation }) => participation === true);
  return { numbers: new Set(told.map(({ name }) => name)), statuses: new Set() };
}
