// What reports ask of days: when people left, and how often they met in the first weeks of a pair.
import { dayNumber, fromDayNumber, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { earlyMeetings } from '../../domain/outcomes/early-meetings.ts';
import type { Leaving } from '../../domain/outcomes/followed.ts';
import { termRange } from '../../domain/outcomes/term.ts';
import { between, inDays, unitOf, type TimeUnit } from '../../domain/outcomes/time-unit.ts';
import type { Program } from '../../domain/program/program.ts';
import type { Dose } from '../../domain/reports/dose-table.ts';
import { meetingDays } from '../../store/meeting-days.ts';
import type { Store } from '../../store/store.ts';
import type { Loaded } from './outcomes.ts';

/** Undefined where no meeting is on file. `stated`: the flag's days. */
export function doseOf(
  store: Store,
  loaded: Loaded,
  program: Program,
  stated: number | undefined,
  today: CivilDate,
): Dose | undefined {
  const length = stated ?? program.reports.earlyDays;
  // Meetings are read of one cohort, and their window is one of its calendar.
  if (loaded.designs.length > 1 || loaded.clock.fromStart) return undefined;
  const meetings = meetingDays(store, loaded.cohort.id, loaded.people);
  if (meetings.rows.length === 0) return undefined;
  const { pairedOn, data } = loaded;
  const left = leftOnDays(loaded, program);
  const leftOn = left ?? new Float64Array(data.size).fill(NaN);
  return {
    meetings: earlyMeetings({ meetings, pairedOn, leftOn, length, today: dayNumber(today) }),
    length,
    over: pairedOn.reduce((last, day) => (day > last ? day : last), -Infinity) + length,
    leavingKnown: left !== undefined,
  };
}

/** Day numbers of leaving; undefined where the program file names no such field, or days without a day to count from. */
function leftOnDays({ leftOn, cohort }: Loaded, program: Program): Float64Array | undefined {
  if (leftOn === undefined) return undefined;
  if (leftOn.kind === 'category')
    return Float64Array.from(leftOn.codes, (code) => {
      const day = parseIsoDate(leftOn.levels[code] ?? '');
      return day === undefined ? NaN : dayNumber(day);
    });
  const plan = program.cohorts.find(({ name }) => name === cohort.name);
  const starts = parseIsoDate(cohort.starts ?? '') ?? plan?.starts;
  const unit = unitOfLeaving(leftOn.name, program);
  return starts === undefined ? undefined : leftOn.values.map((time) => dayNumber(starts) + inDays(time, unit));
}

/** What the numbers of a measure of leaving count. */
export function unitOfLeaving(name: string, { measures }: Program): TimeUnit {
  const headings = measures.find((measure) => measure.name === name)?.headings ?? [];
  return unitOf([name, ...headings]);
}

/** Days of leaving from the field or measure the program file names; undefined where it names none or nobody left. */
export function leavingOf(
  { leftOn, cohort, clock, cohortOf, data, landmark, seen }: Loaded,
  program: Program,
  today: CivilDate,
): Leaving | undefined {
  if (leftOn === undefined) return undefined;
  const plan = program.cohorts.find(({ name }) => name === cohort.name);
  const date = (text: string | null | undefined): CivilDate | undefined =>
    text == null ? undefined : parseIsoDate(text);
  const starts = date(cohort.starts) ?? plan?.starts ?? clock.starts[0];
  const ends = date(cohort.ends) ?? plan?.ends;
  const unit = leftOn.kind === 'number' ? unitOfLeaving(leftOn.name, program) : 'day';
  const since = (day: CivilDate, row?: number): number =>
    sinceStart(row === undefined ? starts : clock.starts[cohortOf[row] ?? 0], day, unit);
  const days =
    leftOn.kind === 'number'
      ? leftOn.values
      : Float64Array.from(leftOn.codes, (code, row) => {
          const day = date(leftOn.levels[code]);
          return day === undefined ? NaN : since(day, row);
        });
  const ahead =
    leftOn.kind === 'number'
      ? days.map((day, row) => (day > sinceStart(clock.starts[cohortOf[row] ?? 0] ?? starts, today, unit) ? 1 : 0))
      : leftOn.codes.map((code) => (dayNumber(date(leftOn.levels[code]) ?? today) > dayNumber(today) ? 1 : 0));
  const latest = days.reduce((most, day) => (day > most ? day : most), 0);
  if (latest === 0) return undefined;
  const last = ends === undefined || dayNumber(ends) > dayNumber(today) ? today : ends;
  const mark = date(landmark);
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
