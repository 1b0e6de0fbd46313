// Everybody's own clock as days: when they started, when they left, up to when they are known of.
import { dayNumber, parseIsoDate, type CivilDate } from '../../../domain/civil-date.ts';
import { Failure } from '../../../domain/failure.ts';
import type { Covariate } from '../../../domain/outcomes/dataset.ts';
import type { OwnDays } from '../../../domain/outcomes/own-time.ts';
import { termDay } from '../../../domain/outcomes/term.ts';
import type { Program } from '../../../domain/program/program.ts';
import { ownDays } from '../../../store/own-days.ts';
import type { Store } from '../../../store/store.ts';
import { unitOfLeaving } from '../../shared/early-and-leaving.ts';
import type { Loaded } from '../../shared/outcomes.ts';

/**
 * Undefined where times are told by the calendar, or where no day of leaving is on file: then checkpoints are all that is known.
 * `event`: a field with the day of something else that is waited for.
 */
export function ownClockOf(
  store: Store,
  { clock, cohortIds, people, cohortOf, leftOn, data }: Loaded,
  program: Program,
  { event, today }: { readonly event: string | undefined; readonly today: CivilDate },
): OwnDays | undefined {
  if (!clock.byOwn) {
    if (event === undefined) return undefined;
    throw new Failure('usage', {
      code: 'unknown-value',
      message: '--event counts from the start of each person',
      hint: 'Add --clock own.',
    });
  }
  const of = (which: 'end' | 'known-to'): Float64Array =>
    Float64Array.from(ownDays(store, cohortIds, which, { people, cohortOf }), (text) => dayOf(text));
  const left = of('end');
  const lengths = leftOn?.kind === 'number';
  const days = leftOn === undefined ? undefined : lengths ? leftOn.values : daysOf(leftOn);
  const ends = left.map((day, row) => (Number.isNaN(day) ? (days?.[row] ?? NaN) : day));
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
    // A day to come says nothing of how things are on it.
    knownTo: of('known-to').map((day) => (day <= dayNumber(today) ? day : dayNumber(today))),
    ...(found === undefined ? {} : { event: daysOf(found) }),
  };
}

/** The first day that a day or a term can mean. */
function dayOf(text: string | undefined): number {
  const day = parseIsoDate(text ?? '');
  return day === undefined ? (termDay(text ?? '') ?? NaN) : dayNumber(day);
}

function daysOf(field: Covariate): Float64Array {
  if (field.kind === 'number') return field.values;
  const days = field.levels.map((level) => dayOf(level));
  return Float64Array.from(field.codes, (code) => days[code] ?? NaN);
}
