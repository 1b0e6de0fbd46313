// How the words of a command line become values. Each reader refuses what it cannot read as wrong usage, in the same words everywhere.
import type { CivilDate } from '../domain/civil-date.ts';
import { Failure } from '../domain/failure.ts';
import { sayDay, sayFixedDay, type SaidDay } from '../domain/say-day.ts';
import { amongKnown } from '../domain/suggest.ts';

/** Reads one value; `flag` is what it was given to, e.g. `--run` or `RUN`. Throws Failure('usage'). */
export interface Reader<T> {
  (text: string, flag: string): T;
  /** Where only these words are known. */
  readonly choices?: readonly string[];
}

interface Range {
  readonly least?: number;
  readonly most?: number;
  /** How to mend it, where the range alone does not say it. */
  readonly hint?: string;
}

/** From 0 on where nothing else is said. */
export function wholeNumber({ least = 0, most = Infinity, hint }: Range = {}): Reader<number> {
  const range = most < Infinity ? ` from ${least} to ${most}` : least > 0 ? ` from ${least} on` : '';
  return (text, flag) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
    if (value >= least && value <= most && Number.isSafeInteger(value)) return value;
    throw badNumber(flag, text, hint ?? `Write a whole number${range}.`);
  };
}

/** Like wholeNumber, with decimals. */
export function decimal({ least = 0, most = Infinity, hint }: Range = {}): Reader<number> {
  return (text, flag) => {
    const value = /^(?:\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw badNumber(flag, text, hint ?? `Write a number from ${least} ${most < Infinity ? `to ${most}` : 'on'}.`);
  };
}

export function badNumber(flag: string, text: string, hint: string): Failure {
  return new Failure('usage', { code: 'bad-number', message: `${flag} is "${text}"`, hint });
}

/** One of these words. */
export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  const read = (text: string, flag: string): T => {
    const found = choices.find((word) => word === text);
    if (found !== undefined) return found;
    throw unknownWord(`${flag} does not know "${text}"`, text, choices);
  };
  return Object.assign(read, { choices });
}

/** For words that mean something only to the program or the people. */
export const asTyped: Reader<string> = (text) => text;

/** Several words with commas between. */
export const listed: Reader<readonly string[]> = (text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * A word that is not among the known ones: what was perhaps meant, and all there are. `none`: what is said where there are none.
 * Its code is `unknown-value` unless `code` says another.
 */
export function unknownWord(
  message: string,
  word: string,
  known: readonly string[],
  { code = 'unknown-value', none }: { readonly code?: string; readonly none?: string } = {},
): Failure {
  return new Failure('usage', { code, message, hint: amongKnown(word, known, none) });
}

/** A day of what has happened: none that is still to come. */
export function pastDay(today: () => CivilDate): Reader<CivilDate> {
  return (text, flag) => {
    const now = today();
    const day = readable(sayDay(text, now), text, flag, 'today, yesterday, 3 days ago, monday');
    if (day <= now) return day;
    throw new Failure('usage', {
      code: 'future-date',
      message: `${flag} is ${text}, which is still to come`,
      hint: 'What happened is recorded on the day or later.',
    });
  };
}

/** A day that may lie ahead. One without a year is refused, since it might be the last or the next. */
export function anyDay(today: () => CivilDate): Reader<CivilDate> {
  return (text, flag) => readable(sayFixedDay(text, today()), text, flag, 'today, yesterday, tomorrow');
}

function readable(day: SaidDay, text: string, flag: string, words: string): CivilDate {
  if (typeof day === 'string') return day;
  const none = day === undefined ? '' : `, and there is no such day: ${day.none}`;
  throw new Failure('usage', {
    code: 'bad-date',
    message: `${flag} is "${text}"${none}`,
    hint: `Write it as YYYY-MM-DD or 14 Oct 2026, or ${words}.`,
  });
}

/** For questions: what a reader has against an answer, in words, or nothing. */
export function objection<T>(read: Reader<T>, text: string, what: string): string | undefined {
  try {
    read(text, what);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return `${error.message}. ${error.hint ?? ''}`;
    throw error;
  }
}
