// What was observed of somebody, from a cell of an outcome file: a number, yes or no, or where they were at a checkpoint.
import { isMark, type GradeReader } from '../cells/grades.ts';
import { readNumber, type NumberStyle } from '../cells/numbers.ts';
import { exclusions, statusReader, type StatusReader } from '../columns/statuses.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { Measure, StatusMeaning } from '../program/program.ts';

/** One thing observed of the person with this id. Exactly one of number and status. */
export interface ObservationDraft {
  readonly id: string;
  readonly line: number;
  readonly measure: string;
  readonly observed: string;
  readonly number: number | null;
  readonly status: string | null;
}

/** Under which measure and time the values of a column are kept: retention is one measure, its checkpoints are times. */
export function observationKey(measure: Measure): { measure: string; observed: string } {
  return measure.kind === 'retention'
    ? { measure: 'retention', observed: measure.when ?? measure.name }
    : { measure: measure.name, observed: measure.when ?? '' };
}

/** `exclusion`: why somebody is left out of a rate. */
type Value = Pick<ObservationDraft, 'number' | 'status'> & { readonly exclusion?: string };

/** How the cells of a column are read, beside what it measures. */
export interface MeasureReading {
  readonly style: NumberStyle;
  /** The column asks who left, so that yes is a loss. */
  readonly yesLeft?: boolean;
  readonly status?: StatusReader;
  /** Where letters stand for points. */
  readonly grades?: GradeReader;
}

/**
 * A cell of a measure's column: a number (yes 1, no 0) or a status; `gap` where it says that there is none, undefined where
 * it is none of these. `text` is no gap.
 */
export function readMeasure(
  text: string,
  measure: Pick<Measure, 'kind'>,
  { style, yesLeft = false, status = statusReader([text], '', {}), grades }: MeasureReading,
): Value | 'gap' | undefined {
  if (measure.kind === 'retention') {
    const left = yesLeft ? readYesNo(text) : undefined;
    return left === undefined ? standing(status(text)) : { number: null, status: left ? 'left' : 'stayed' };
  }
  const yes = measure.kind === 'yes-no' ? readYesNo(text) : undefined;
  const points = measure.kind === 'number' ? (grades?.points(text) ?? readNumber(text, style)) : undefined;
  const number = yes === undefined ? points : Number(yes);
  if (number !== undefined) return { number, status: null };
  return measure.kind === 'number' && isMark(text) ? 'gap' : undefined;
}

/** Who died or serves elsewhere is gone, and left out of rates for that reason. */
function standing(meaning: StatusMeaning | undefined): Value | 'gap' | undefined {
  if (meaning === undefined) return undefined;
  if (meaning === 'none') return 'gap';
  return exclusions.has(meaning)
    ? { number: null, status: 'left', exclusion: meaning }
    : { number: null, status: meaning };
}

/** What is said of a cell that readMeasure cannot read. */
export const notMeasured: Readonly<Record<Measure['kind'], string>> = {
  number: 'not a number',
  'yes-no': 'neither yes nor no',
  retention: 'says neither who stayed nor who left',
};

/** Measures of long files that hold a status, by what registrars call them. */
const retentionWords = /retention|enrolled|enrolment|enrollment|retained/i;

/**
 * One row of a long outcome file, whose measure, time and value stand in columns of their own; `style`: how the column of
 * values writes numbers. Undefined where something is a gap. A string is what is wrong with the value.
 */
export function longObservation(
  { measure, when, value }: { readonly measure: string; readonly when: string; readonly value: string },
  style: NumberStyle,
  readStatus: StatusReader = statusReader([value], measure, {}),
  grades?: GradeReader,
): (Omit<ObservationDraft, 'id' | 'line'> & { readonly exclusion?: string }) | string | undefined {
  if (measure === '' || value === '') return undefined;
  const told = retentionWords.test(measure) ? standing(readStatus(value)) : undefined;
  if (told === 'gap') return undefined;
  if (told !== undefined) return { measure: 'retention', observed: when === '' ? measure : when, ...told };
  const yes = readYesNo(value);
  const points = grades?.points(value);
  const number = points ?? readNumber(value, style) ?? (yes === undefined ? undefined : Number(yes));
  if (number === undefined && grades !== undefined && isMark(value)) return undefined;
  if (number === undefined && retentionWords.test(measure)) return notMeasured.retention;
  return {
    measure: measure.toLowerCase(),
    observed: when,
    number: number ?? null,
    status: number === undefined ? value : null,
  };
}
