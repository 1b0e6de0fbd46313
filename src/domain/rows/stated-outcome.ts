// One value of one measure as it is typed: read as a cell of an outcome file would be.
import { gradeReader } from '../cells/grades.ts';
import { numberStyle } from '../cells/numbers.ts';
import { statusReader } from '../columns/statuses.ts';
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import type { Measure, Program } from '../program/program.ts';
import { amongKnown } from '../suggest.ts';
import { readMeasure, type ObservationDraft } from './read-measure.ts';
import { yesMeansLeft } from './yes-means-left.ts';

type Value = Pick<ObservationDraft, 'number' | 'status'>;
type Taught = Pick<Program, 'statuses' | 'grades'>;

/** Throws Failure where there are none yet. */
export function mustHaveMeasures(measures: readonly Measure[]): void {
  if (measures.length > 0) return;
  throw new Failure('usage', {
    code: 'no-measures',
    message: 'mentorctl.yaml has no measures yet',
    hint: 'They come with the first file of outcomes: mentorctl import outcomes.csv --as outcomes, or write them under measures.',
  });
}

/** Throws Failure where there is none of that name. */
export function statedMeasure(measures: readonly Measure[], word: string): Measure {
  const found = measures.find(({ name }) => name.toLowerCase() === word.trim().toLowerCase());
  if (found !== undefined) return found;
  const hint = amongKnown(
    word,
    measures.map(({ name }) => name),
  );
  throw new Failure('usage', { code: 'unknown-value', message: `--measure does not know "${word}"`, hint });
}

/** Throws Failure for what cannot be a value of the measure. */
export function statedOutcome(text: string, measure: Measure, program: Taught): Value {
  const value = readStated(text, measure, program);
  if (value !== undefined) return value;
  const kind = measure.kind === 'number' ? 'a number' : 'a yes or no';
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `--value is "${text}", and ${measure.name} is ${kind}`,
    hint: valueHint(measure),
  });
}

/** Why what is being typed cannot be a value; undefined where it can. */
export function outcomeObjection(text: string, measure: Measure, program: Taught): string | undefined {
  return readStated(text, measure, program) === undefined ? valueHint(measure) : undefined;
}

function readStated(text: string, measure: Measure, { statuses, grades }: Taught): Value | undefined {
  const value = readMeasure(text, measure, {
    style: numberStyle([text]),
    yesLeft: yesMeansLeft(measure),
    status: statusReader([text], measure.name, statuses),
    ...defined({ grades: gradeReader([text], grades) }),
  });
  return value === undefined || value === 'gap' ? undefined : { number: value.number, status: value.status };
}

function valueHint({ kind }: Measure): string {
  if (kind === 'number') return 'Write a number, like 3.4.';
  return kind === 'retention'
    ? 'Write stayed, left, left by choice, let go, stopped out, transferred or graduated.'
    : 'Write yes or no.';
}
