// Calendar days without clocks or time zones: text `YYYY-MM-DD`, proleptic Gregorian.

/** A calendar day, `YYYY-MM-DD`. Made only by `civilDate` and `fromDayNumber`. */
export type CivilDate = string & { readonly __civilDate: unique symbol };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The day, or undefined when the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

/** Reads `YYYY-MM-DD` and nothing else. */
export function parseIsoDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

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

/**
 * A day as people say it of what has been: `YYYY-MM-DD`, today, yesterday, 3 days ago, a week ago, monday (the last one before
 * today), 14 Oct 2026, 14.10.2026, and 14 Oct for the last one there was. Nothing where day and month might be confused.
 */
export function sayDay(text: string, today: CivilDate): CivilDate | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'today') return today;
  if (word === 'yesterday') return addDays(today, -1);
  const ago = /^(a|one|\d{1,4}) (day|week)s? ago$/.exec(word);
  if (ago !== null) return addDays(today, -(Number(ago[1]) || 1) * (ago[2] === 'week' ? 7 : 1));
  const weekday = word.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(word.replace(/^last /, '')));
  // 1970-01-01 was a Thursday.
  if (weekday >= 0) return addDays(today, -(((((dayNumber(today) + 3 - weekday) % 7) + 6) % 7) + 1));
  return parseIsoDate(text.trim()) ?? dayInWords(word, today) ?? dayInNumbers(word);
}

/** `14 Oct 2026`, `14th of October`, `Oct 14, 2026`; without a year the last such day that is not to come. */
function dayInWords(word: string, today: CivilDate): CivilDate | undefined {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?<month>[a-z]{3,9})\.?,?(?: (?<year>\d{4}))?$/.exec(word) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/.exec(word);
  const { day = '', month = '', year } = match?.groups ?? {};
  const at = monthNames.findIndex((name) => month !== '' && name.startsWith(month === 'sept' ? 'sep' : month));
  if (at < 0) return undefined;
  if (year !== undefined) return civilDate(Number(year), at + 1, Number(day));
  const thisYear = Number(today.slice(0, 4));
  const found = civilDate(thisYear, at + 1, Number(day));
  return found !== undefined && found <= today ? found : civilDate(thisYear - 1, at + 1, Number(day));
}

/** `14.10.2026`, `2026/10/14`, and `14/10/2026` or `10/14/2026` where only one of the two can be a month. */
function dayInNumbers(word: string): CivilDate | undefined {
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(word);
  if (yearFirst !== null) return civilDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(word);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  // With dots the day always stands first.
  if (match[2] === '.' || first === second) return civilDate(year, second, first);
  const [dmy, mdy] = [civilDate(year, second, first), civilDate(year, first, second)];
  return dmy === undefined || mdy === undefined ? (dmy ?? mdy) : undefined;
}

/** Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(date: CivilDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day `number` days after 1970-01-01; years 1 to 9999. */
export function fromDayNumber(number: number): CivilDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = civilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
  if (date === undefined) throw new RangeError(`day number ${number} is outside the years 1 to 9999`);
  return date;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** For reading: `14 Sep 2026`. */
export function formatDate(date: CivilDate): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
