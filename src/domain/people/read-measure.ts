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

export function observationKey(measure: Measure): { measure: string; observed: string } {
  return measure.kind === 'retention'
    ? { measure: 'retention', observed: measure.when ?? measure.name }
    : { measure: measure.name, observed: measure.when ?? '' };
}

export function readMeasure(
  text: string,
  measure: Measure,
  style: NumberStyle,
): { number: number | null; status: string | null } | undefined {
  if (measure.kind === 'retention') {
    const status = retentionStatus(text);
    return status === undefined ? undefined : { number: null, status };
  }
  const yes = measure.kind === 'yes-no' ? readYesNo(text) : undefined;
  const number = yes === undefined ? (measure.kind === 'number' ? readNumber(text, style) : undefined) : Number(yes);
  return number === undefined ? undefined : { number, status: null };
}

/** A registrar's or an employer's word for where somebody was at a checkpoint. */
function retentionStatus(text: string): RetentionStatus | undefined {
  const yes = readYesNo(text);
  if (yes !== undefined) return yes ? 'stayed' : 'left';
  if (/transfer/i.test(text)) return 'transferred';
  if (/graduat|complet/i.test(text)) return 'graduated';
  if (/stop(ped)?[ -]?out/i.test(text)) return 'stopped out';
  // "Involuntary" and "not voluntary" before "voluntary"; "terminated" alone says neither.
  if (/involuntar|not voluntar|dismiss|laid[ -]?off|lay-?off|let go|redundan|\bfired\b/i.test(text)) return 'let go';
  if (/voluntar|resign|\bquit\b|own accord|by choice/i.test(text)) return 'left by choice';
  if (/^(enrolled|active|retained|stayed|current|registered)/i.test(text)) return 'stayed';
  return /^(not enrolled|left|withdr|dropped|inactive|terminated|gone)/i.test(text) ? 'left' : undefined;
}

export function longObservation(
  id: string,
  line: number,
  measure: string,
  when: string,
  value: string,
): ObservationDraft[] {
  if (measure === '' || value === '') return [];
  if (/retention|enrolled|enrolment|enrollment|retained/i.test(measure)) {
    const status = retentionStatus(value);
    return status === undefined
      ? []
      : [{ id, line, measure: 'retention', observed: when === '' ? measure : when, number: null, status }];
  }
  const number = readNumber(value, 'point') ?? (readYesNo(value) === undefined ? undefined : Number(readYesNo(value)));
  return [
    {
      id,
      line,
      measure: measure.toLowerCase(),
      observed: when,
      number: number ?? null,
      status: number === undefined ? value : null,
    },
  ];
}
