// What was observed of somebody, from a cell of an outcome file: a number, yes or no, or where they were at a checkpoint.
import { readNumber, type NumberStyle } from '../cells/numbers.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { Measure } from '../program/program.ts';

/** Where somebody was at a checkpoint; `left` where it is not said how. */
type RetentionStatus = 'stayed' | 'graduated' | 'transferred' | 'stopped out' | 'left by choice' | 'let go' | 'left';

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

type Value = Pick<ObservationDraft, 'number' | 'status'>;

/**
 * A cell of a measure's column: a number (yes 1, no 0) or a status; undefined where it is none. `text` is no gap. `yesLeft`:
 * the column asks who left, so that yes is a loss.
 */
export function readMeasure(
  text: string,
  measure: Pick<Measure, 'kind'>,
  style: NumberStyle,
  yesLeft = false,
): Value | undefined {
  if (measure.kind === 'retention') {
    const left = yesLeft ? readYesNo(text) : undefined;
    const status = left === undefined ? retentionStatus(text) : left ? 'left' : 'stayed';
    return status === undefined ? undefined : { number: null, status };
  }
  const yes = measure.kind === 'yes-no' ? readYesNo(text) : undefined;
  const number = yes === undefined ? (measure.kind === 'number' ? readNumber(text, style) : undefined) : Number(yes);
  return number === undefined ? undefined : { number, status: null };
}

/** What is said of a cell that readMeasure cannot read. */
export const notMeasured: Readonly<Record<Measure['kind'], string>> = {
  number: 'not a number',
  'yes-no': 'neither yes nor no',
  retention: 'says neither who stayed nor who left',
};

/** A registrar's or an employer's word for where somebody was at a checkpoint. What it leaves open is undefined, never guessed. */
function retentionStatus(text: string): RetentionStatus | undefined {
  const yes = readYesNo(text);
  if (yes !== undefined) return yes ? 'stayed' : 'left';
  const word = text.trim();
  if (/^(not (?!voluntar)|no longer\b|never\b|did(n['’]t)?\b)/i.test(word))
    return saysLeft.test(word) ? 'left' : undefined;
  if (/\btransfer/i.test(word)) return 'transferred';
  if (graduated.test(word)) return 'graduated';
  if (/stop(ped)?[ -]?out/i.test(word)) return 'stopped out';
  // "Involuntary" and "not voluntary" before "voluntary"; "terminated" alone says neither.
  if (/involuntar|not voluntar|dismiss|laid[ -]?off|lay-?off|let go|redundan|\bfired\b/i.test(word)) return 'let go';
  if (/voluntar|resign|\bquit\b|own accord|by choice/i.test(word)) return 'left by choice';
  if (/^(enrolled|active|retained|stayed|current|registered)/i.test(word)) return 'stayed';
  return /^(left|withdr|dropped|inactive|terminated|gone|incomplete)/i.test(word) ? 'left' : undefined;
}

/** An undergraduate or a graduate student is somebody who is still there; who did not complete has no degree. */
const graduated = /(?<!\b(not|never|without|n['’]t) )\b(graduat(?!e (student|school))|complet)/i;

const saysLeft =
  /^((not|no longer|never) (currently )?(enrolled|active|retained|registered|returned|returning|here)|did(n['’]t| not) (return|re-?enrol|complete|persist|stay))/i;

/** Measures of long files that hold a status, by what registrars call them. */
const retentionWords = /retention|enrolled|enrolment|enrollment|retained/i;

/**
 * One row of a long outcome file, whose measure, time and value stand in columns of their own; `style`: how the column of
 * values writes numbers. Undefined where something is a gap. A string is what is wrong with the value.
 */
export function longObservation(
  { measure, when, value }: { readonly measure: string; readonly when: string; readonly value: string },
  style: NumberStyle,
): Omit<ObservationDraft, 'id' | 'line'> | string | undefined {
  if (measure === '' || value === '') return undefined;
  const status = retentionWords.test(measure) ? retentionStatus(value) : undefined;
  if (status !== undefined)
    return { measure: 'retention', observed: when === '' ? measure : when, number: null, status };
  const yes = readYesNo(value);
  const number = readNumber(value, style) ?? (yes === undefined ? undefined : Number(yes));
  if (number === undefined && retentionWords.test(measure)) return notMeasured.retention;
  return {
    measure: measure.toLowerCase(),
    observed: when,
    number: number ?? null,
    status: number === undefined ? value : null,
  };
}
