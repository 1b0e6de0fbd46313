// Days as people say them, wherever somebody types one: words, names of months, numbers. Knows what the calendar does not have.
import { addDays, civilDate, dayNumber, daysInMonth, type CivilDate } from './civil-date.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Where the calendar has no such day, `none` says why: `February 2026 has 28 days`. Undefined: this is no day. */
export type SaidDay = CivilDate | { readonly none: string } | undefined;

interface Numbers {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A day as people say it of what has been: `YYYY-MM-DD`, today, yesterday, 3 days ago, a week ago, monday (the last one before
 * today), 14 Oct 2026, 14.10.2026, and 14 Oct for the last one there was. Undefined where day and month might be confused.
 */
export function sayDay(text: string, today: CivilDate): SaidDay {
  const word = plain(text);
  const ago = /^(a|one|\d{1,4}) (day|week)s? ago$/.exec(word);
  if (ago !== null) return addDays(today, -(Number(ago[1]) || 1) * (ago[2] === 'week' ? 7 : 1));
  const weekday = word.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(word.replace(/^last /, '')));
  // 1970-01-01 was a Thursday.
  if (weekday >= 0) return addDays(today, -(((((dayNumber(today) + 3 - weekday) % 7) + 6) % 7) + 1));
  return sayFixedDay(text, today) ?? lastSuchDay(word, today);
}

/** The same for days that may lie ahead: only what means one day from wherever it is looked at, and today, yesterday, tomorrow. */
export function sayFixedDay(text: string, today: CivilDate): SaidDay {
  const word = plain(text);
  if (word === 'today') return today;
  if (word === 'yesterday') return addDays(today, -1);
  if (word === 'tomorrow') return addDays(today, 1);
  const said = inWords(word);
  if (said?.year !== undefined) return ofCalendar({ ...said, year: said.year });
  return inNumbers(word);
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** `14 Oct 2026`, `14th of October`, `Oct 14, 2026`; the year may be missing. */
function inWords(word: string): (Omit<Numbers, 'year'> & { readonly year: number | undefined }) | undefined {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?<month>[a-z]{3,9})\.?,?(?: (?<year>\d{4}))?$/.exec(word) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/.exec(word);
  const { day = '', month = '', year } = match?.groups ?? {};
  const at = monthNames.findIndex((name) => month !== '' && name.startsWith(month === 'sept' ? 'sep' : month));
  if (at < 0) return undefined;
  return { year: year === undefined ? undefined : Number(year), month: at + 1, day: Number(day) };
}

/** Without a year: the last such day that is not to come. */
function lastSuchDay(word: string, today: CivilDate): SaidDay {
  const said = inWords(word);
  if (said === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  const found = civilDate(year, said.month, said.day);
  return found !== undefined && found <= today ? found : ofCalendar({ ...said, year: year - 1 });
}

/** `2026-10-14`, `14.10.2026`, `2026/10/14`, and `14/10/2026` or `10/14/2026` where only one of the two can be a month. */
function inNumbers(word: string): SaidDay {
  const yearFirst = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(word);
  if (yearFirst !== null)
    return ofCalendar({ year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]) });
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(word);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  // With dots the day always stands first.
  if (match[2] === '.' || first === second) return ofCalendar({ year, month: second, day: first });
  const [dmy, mdy] = [civilDate(year, second, first), civilDate(year, first, second)];
  return dmy === undefined || mdy === undefined ? (dmy ?? mdy) : undefined;
}

function ofCalendar({ year, month, day }: Numbers): SaidDay {
  const name = monthNames[month - 1];
  if (name === undefined) return { none: 'a year has 12 months' };
  const capital = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return civilDate(year, month, day) ?? { none: `${capital} ${year} has ${daysInMonth(year, month)} days` };
}
