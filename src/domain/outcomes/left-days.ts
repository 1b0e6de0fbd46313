// When people left, by the field or measure that the program file names for it.
import { dayNumber, fromDayNumber, parseIsoDate, type CivilDate } from '../civil-date.ts';
import { cohortDays } from '../program/cohort-days.ts';
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import type { Program } from '../program/program.ts';
import type { CohortData } from './cohort-data.ts';
import type { Covariate } from './dataset.ts';
import type { Leaving } from './followed.ts';
import type { OwnDays } from './own-time.ts';
import { dayOf, termRange } from './term.ts';
import { between, inDays, unitOf, type TimeUnit } from './time-unit.ts';

/** Day numbers of leaving; undefined where the program file names no such field, or days without a day to count from. */
export function leftOnDays({ leftOn, cohort }: CohortData, program: Program): Float64Array | undefined {
  if (leftOn === undefined) return undefined;
  if (leftOn.kind === 'category')
    return Float64Array.from(leftOn.codes, (code) => {
      const day = parseIsoDate(leftOn.levels[code] ?? '');
      return day === undefined ? NaN : dayNumber(day);
    });
  const { starts } = cohortDays(cohort, program);
  const unit = unitOfLeaving(leftOn.name, program);
  return starts === undefined ? undefined : leftOn.values.map((time) => dayNumber(starts) + inDays(time, unit));
}

/** What the numbers of a measure of leaving count. */
function unitOfLeaving(name: string, { measures }: Program): TimeUnit {
  const headings = measures.find((measure) => measure.name === name)?.headings ?? [];
  return unitOf([name, ...headings]);
}

/** Days of leaving on the cohort's clock; undefined where the program file names none or nobody left. */
export function leavingOf(
  { leftOn, cohort, clock, cohortOf, data, landmark, seen }: CohortData,
  program: Program,
  today: CivilDate,
): Leaving | undefined {
  if (leftOn === undefined) return undefined;
  const { starts: said, ends } = cohortDays(cohort, program);
  const starts = said ?? clock.starts[0];
  const unit = leftOn.kind === 'number' ? unitOfLeaving(leftOn.name, program) : 'day';
  const since = (day: CivilDate, row?: number): number =>
    sinceStart(row === undefined ? starts : clock.starts[cohortOf[row] ?? 0], day, unit);
  const days =
    leftOn.kind === 'number'
      ? leftOn.values
      : Float64Array.from(leftOn.codes, (code, row) => {
          const day = parseIsoDate(leftOn.levels[code] ?? '');
          return day === undefined ? NaN : since(day, row);
        });
  const ahead =
    leftOn.kind === 'number'
      ? days.map((day, row) => (day > sinceStart(clock.starts[cohortOf[row] ?? 0] ?? starts, today, unit) ? 1 : 0))
      : leftOn.codes.map((code) =>
          dayNumber(parseIsoDate(leftOn.levels[code] ?? '') ?? today) > dayNumber(today) ? 1 : 0,
        );
  const latest = days.reduce((most, day) => (day > most ? day : most), 0);
  if (latest === 0) return undefined;
  const last = ends === undefined || dayNumber(ends) > dayNumber(today) ? today : ends;
  const mark = parseIsoDate(landmark ?? '');
  const landmarkDay = data.groups.byPair && mark !== undefined ? since(mark) : undefined;
  return {
    days,
    unit,
    ahead: Uint8Array.from(ahead),
    // Nobody is followed beyond today.
    until: starts === undefined ? latest : ends === undefined ? Math.min(latest, since(today)) : since(last),
    checkpoints: new Map(
      seen.flatMap((when) => {
        const range = termRange(when);
        return range === undefined || starts === undefined
          ? []
          : [[when, { first: since(fromDayNumber(range.first)), last: since(fromDayNumber(range.last)) }] as const];
      }),
    ),
    landmarkDay: landmarkDay === undefined || Number.isNaN(landmarkDay) ? undefined : landmarkDay,
  };
}

/** NaN where the start is not known. */
function sinceStart(start: CivilDate | undefined, day: CivilDate, unit: TimeUnit): number {
  return start === undefined ? NaN : between(start, day, unit);
}

/** What a file says of everybody's own days, by row: a day or a term. */
export interface OwnWords {
  readonly ended: readonly (string | undefined)[];
  readonly knownTo: readonly (string | undefined)[];
}

/**
 * Everybody's own clock as days. Undefined where no day of leaving is on file: then checkpoints are all that is known. `event`: a
 * field with the day of something else that is waited for. Throws Failure where it has no days.
 */
export function ownDaysOf(
  { clock, cohortOf, leftOn, data }: CohortData,
  { ended, knownTo }: OwnWords,
  program: Program,
  { event, today }: { readonly event: string | undefined; readonly today: CivilDate },
): OwnDays | undefined {
  const lengths = leftOn?.kind === 'number';
  const days = leftOn === undefined ? undefined : lengths ? leftOn.values : daysOf(leftOn);
  const ends = Float64Array.from(ended, (text, row) => {
    const day = dayOf(text);
    return Number.isNaN(day) ? (days?.[row] ?? NaN) : day;
  });
  if (event === undefined && !ends.some((day) => !Number.isNaN(day))) return undefined;
  const found = event === undefined ? undefined : data.covariates.get(event);
  if (event !== undefined && found?.kind !== 'category')
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `"${event}" is no field with days`,
      hint: 'Name a field of type date, e.g. --event "promoted on".',
    });
  return {
    unit: lengths ? unitOfLeaving(leftOn.name, program) : 'day',
    lengths,
    starts: Float64Array.from(clock.own, (text, row) => dayOf(text ?? clock.starts[cohortOf[row] ?? 0])),
    ends,
    knownTo: Float64Array.from(knownTo, (text) => {
      const day = dayOf(text);
      // A day to come says nothing of how things are on it.
      return day <= dayNumber(today) ? day : dayNumber(today);
    }),
    ...defined({ event: found === undefined ? undefined : daysOf(found) }),
  };
}

function daysOf(field: Covariate): Float64Array {
  if (field.kind === 'number') return field.values;
  const days = field.levels.map((level) => dayOf(level));
  return Float64Array.from(field.codes, (code) => days[code] ?? NaN);
}
