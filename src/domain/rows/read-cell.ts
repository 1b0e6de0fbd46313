// Cells by what their column is: an answer to a question of the program, a tick, or something measured.
import { ordersSaid, readDay, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
import { oneLine } from '../cells/one-line.ts';
import { isHours, readHours } from '../cells/hours.ts';
import { gradeReader } from '../cells/grades.ts';
import { readNumber } from '../cells/numbers.ts';
import { oddNumbers } from '../cells/odd-numbers.ts';
import { readSet } from '../cells/sets.ts';
import { statusReader } from '../columns/statuses.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { blankWord } from '../columns/profile.ts';
import { readTick } from '../columns/tick-boxes.ts';
import { teach } from '../columns/words-help.ts';
import { fold } from '../program/answer-words.ts';
import type { Field, FieldValue, Measure, Program } from '../program/program.ts';
import { meantOrKnown } from '../suggest.ts';
import { answerRead, type AnswerRead } from '../people/answers.ts';
import { notMeasured, observationKey, readMeasure } from './read-measure.ts';
import { yesMeansLeft } from './yes-means-left.ts';

interface Problem {
  readonly is: 'problem';
  readonly message: string;
  readonly hint: string;
}
interface Observed {
  readonly is: 'observed';
  readonly measure: string;
  readonly observed: string;
  /** False where the column says no time of its own: then the row may. */
  readonly timed: boolean;
  /** Why somebody is left out of a rate. */
  readonly exclusion?: string;
  readonly number: number | null;
  readonly status: string | null;
}
/** A mark that stands for no value, such as W among grades. */
interface Unmeasured {
  readonly is: 'unmeasured';
  readonly mark: string;
}
export type CellReader = (text: string) => AnswerRead | Observed | Unmeasured | Problem | undefined;

/** Most answers come again: their readings are kept, up to a number that no form's list of options reaches. */
const keptReadings = 5000;

type Taught = Pick<Program, 'statuses' | 'grades'> & {
  /** Fields that a rule, a criterion or a report reads: a day of theirs must be a day. */
  readonly used?: ReadonlySet<string>;
};

/** How the cells of a column are read; gaps give undefined. `taught`: what the program file says of words and letters. */
export function cellReader(
  column: ColumnMeaning,
  dates: DateOrder | undefined,
  taught: Taught = { statuses: {}, grades: {} },
): CellReader {
  const { meaning, profile } = column;
  const listed = meaning.is === 'field' && meaning.field.type === 'set';
  const read = ((): CellReader => {
    switch (meaning.is) {
      case 'field': {
        const { field } = meaning;
        const counts = field.type === 'number' || field.type === 'date';
        const orders = field.type === 'date' ? ordersSaid(profile.distinct) : [];
        const days = { orders, stated: dates, used: taught.used?.has(field.name) === true };
        return (text) => {
          if (counts && blankWord.test(text)) return undefined;
          const read = readField(text, field, profile, days);
          return 'is' in read ? read : answerRead(field.name, read.value, read);
        };
      }
      case 'option': {
        const { field, option } = meaning;
        return (text) => {
          const value = readTick(text, option);
          return value.length === 0 ? undefined : answerRead(field.name, value, { join: true });
        };
      }
      case 'measure':
        return measureReader(meaning.measure, column, taught);
      case 'target':
      case 'item':
      case 'choice':
      case 'kept-out':
        return () => undefined;
    }
  })();
  const fresh: CellReader = listed ? read : (text) => read(oneLine(text));
  if (meaning.is === 'target' || meaning.is === 'item' || meaning.is === 'choice' || meaning.is === 'kept-out')
    return fresh;
  // Free words are each their own: nothing is gained by looking for them among those that came before.
  if (meaning.is === 'field' && meaning.field.type === 'text') return (text) => (isGap(text) ? undefined : fresh(text));
  const kept = new Map<string, ReturnType<CellReader>>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined || kept.has(text)) return before;
    if (kept.size >= keptReadings) return isGap(text) ? undefined : fresh(text);
    const own = unshared(text);
    const answer = isGap(own) ? undefined : fresh(own);
    kept.set(own, answer);
    return answer;
  };
}

/** The same text as memory of its own: a cell is a window on the piece of the file it was cut from, and would keep all of it. */
function unshared(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function measureReader(measure: Measure, { profile, heading }: ColumnMeaning, taught: Taught): CellReader {
  const key = observationKey(measure);
  const grades = gradeReader(profile.distinct, taught.grades);
  const reading = {
    style: profile.style,
    yesLeft: yesMeansLeft(measure, heading),
    status: statusReader(profile.distinct, heading, taught.statuses),
    ...(grades === undefined ? {} : { grades }),
  };
  const numbers = profile.distinct.flatMap((cell) => readNumber(cell, profile.style) ?? []);
  const odd = oddNumbers(`${heading} ${measure.name}`, numbers);
  const timed = measure.when !== undefined;
  return (text) => {
    const value = readMeasure(text, measure, reading);
    if (value === 'gap') return { is: 'unmeasured', mark: text.trim() };
    if (value === undefined) return problemOf(measure, text);
    const why = value.number === null ? undefined : odd(value.number);
    if (why !== undefined) return { is: 'problem', message: why, hint: mend };
    return { is: 'observed', ...key, timed, ...value };
  };
}

function problemOf({ kind }: Measure, text: string): Problem {
  return { is: 'problem', message: notMeasured[kind], hint: kind === 'retention' ? statusHint(text) : mend };
}

/** What is said of a word that tells nothing of where somebody is. */
export function statusHint(word: string): string {
  const others = ['stayed', 'transferred', 'graduated'];
  return `Correct it, leave it empty, or say what the word means. ${teach('statuses', word.trim(), 'left', others)}`;
}

const mend = 'Correct it or leave it empty.';

interface Days {
  /** As the days of the column read. */
  readonly orders: readonly DateOrder[];
  readonly stated: DateOrder | undefined;
  /** Something reads the field. */
  readonly used: boolean;
}

function dayIn(text: string, { orders, stated, used }: Days): Answer | Problem {
  const day = readDay(text, orders, stated);
  if (typeof day === 'string') return { value: day };
  // What nobody reads stops no import: it is kept as it is written.
  return day.undecided && !used ? { value: text } : { is: 'problem', message: day.message, hint: day.hint };
}

type Answer = { readonly value: FieldValue; readonly unknown?: readonly string[] };

function readField(text: string, field: Field, profile: ColumnMeaning['profile'], dates: Days): Answer | Problem {
  const found = (value: FieldValue | undefined, message: string, hint = mend): Answer | Problem =>
    value === undefined ? { is: 'problem', message, hint } : { value };
  switch (field.type) {
    case 'text':
      return { value: text };
    case 'number':
      return found(readNumber(text, profile.style), 'not a number');
    case 'yes-no':
      return found(readYesNo(text), 'neither yes nor no');
    case 'date':
      return dayIn(text, dates);
    case 'ordinal': {
      const option = field.options.find((known) => fold(known) === fold(text));
      const near = meantOrKnown(text, field.options);
      return found(option, `not on the scale of "${field.name}"`, near);
    }
    case 'category': {
      const option = field.options.find((known) => fold(known) === fold(text));
      return option === undefined ? { value: text, unknown: [text] } : { value: option };
    }
    case 'set': {
      if (isHours(field.options)) {
        return found(readHours(text), 'not read as free hours', 'Write it as Mon 09:00-11:00; Tue 14:00-16:00.');
      }
      const separator = profile.set?.separator ?? (text.includes('\n') ? '\n' : text.includes(';') ? ';' : ',');
      const { options, unknown } = readSet(text, field.options, separator);
      return { value: [...options, ...unknown], unknown };
    }
  }
}

/** Headings of days that are kept as they are written, since day and month could be either way round. */
export function undecidedDays(columns: readonly ColumnMeaning[], stated: DateOrder | undefined): string[] {
  return columns.flatMap(({ meaning, heading, profile }) => {
    if (meaning.is !== 'field' || meaning.field.type !== 'date') return [];
    const orders = ordersSaid(profile.distinct);
    const undecided = (text: string): boolean => {
      const day = readDay(text, orders, stated);
      return typeof day === 'object' && day.undecided;
    };
    return profile.distinct.some(undecided) ? [heading] : [];
  });
}
