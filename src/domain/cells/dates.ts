// Days as exports write them: ISO, months in words, or d/m/y and m/d/y told apart by the whole column.
import { civilDate, type CivilDate } from '../civil-date.ts';
import { monthNumber } from './terms.ts';

export type DateOrder = 'dmy' | 'mdy';

const weekday =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.?,?\s+/iu;
/** What may follow a day: a time of day, in whatever words. */
const time = /(?:,?\s+(?:at\s+|um\s+)?|[tT])\d{1,2}[:.hH]\d{2}.*$/u;

const dayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|º|\.)?[\s/-]*(?:of\s|de\s)?\s*(\p{L}{3,})\.?,?[\s/-]*(?:de\s|del\s)?\s*(\d{4}|\d{2})$/iu;
const monthFirst = /^(\p{L}{3,})\.?[\s/-]*(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|[\s/-]+)(\d{4})$/iu;
const yearFirst = /^(\d{4})[\s/-]+(\p{L}{3,})\.?[\s/-]+(\d{1,2})$/iu;

/** The day of a cell; a weekday before and a time of day after it are dropped. `order` matters only for 03/04/2026. */
export function readDate(cell: string, order: DateOrder): CivilDate | undefined {
  const trimmed = cell.trim();
  if (!/\d/.test(trimmed)) return undefined;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(trimmed);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const text = /^\p{L}/u.test(trimmed) ? trimmed.replace(weekday, '') : trimmed;
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s.*)?$/.exec(text);
  if (parts !== null) return inNumbers(parts, order);
  const solid = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d.*)?$/.exec(text);
  if (solid !== null) return civilDate(Number(solid[1]), Number(solid[2]), Number(solid[3]));
  return /\p{L}/u.test(text) ? inWords(text.replace(time, '')) : undefined;
}

function inNumbers(parts: RegExpExecArray, order: DateOrder): CivilDate | undefined {
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), fullYear(parts[4] ?? '')];
  return order === 'dmy' ? civilDate(year, second, first) : civilDate(year, first, second);
}

/** `2-Oct-26`, `October 3, 2026`, `3rd of October 2026`, `5. Oktober 2026`, `5 de octubre de 2026`. */
function inWords(text: string): CivilDate | undefined {
  const [day, month, year] =
    dayFirst.exec(text)?.slice(1) ??
    turned(monthFirst.exec(text), [2, 1, 3]) ??
    turned(yearFirst.exec(text), [3, 2, 1]) ??
    [];
  const number = month === undefined ? undefined : monthNumber(month);
  return number === undefined ? undefined : civilDate(fullYear(year ?? ''), number, Number(day));
}

function turned(match: RegExpExecArray | null, order: readonly number[]): (string | undefined)[] | undefined {
  return match === null ? undefined : order.map((group) => match[group]);
}

/** Of two digits: up to 68 is of this century, as programs of the web read them. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 2 ? year + (year <= 68 ? 2000 : 1900) : year;
}

/** True where the order of day and month makes two days of it. */
export function isAmbiguous(cell: string): boolean {
  const [one, other] = [readDate(cell, 'dmy'), readDate(cell, 'mdy')];
  return one !== undefined && other !== undefined && one !== other;
}

/** Which orders read every cell of a column; both for a column such as 03/04/2026 alone, none when it is not dates. */
export function dateOrders(cells: readonly string[]): DateOrder[] {
  if (cells.length === 0) return [];
  const fits = (['dmy', 'mdy'] as const).filter((order) => cells.every((cell) => readDate(cell, order) !== undefined));
  // With dots the day always stands first.
  return fits.length === 2 && cells.some((cell) => /\d{1,2}\.\d{1,2}\.\d{2,4}/.test(cell)) ? ['dmy'] : fits;
}

/** Which orders read every day of a column, whatever else stands in it; none where some can only be read the one way and some the other. */
export function ordersSaid(cells: readonly string[]): DateOrder[] {
  return dateOrders(cells.filter((cell) => readDate(cell, 'dmy') !== undefined || readDate(cell, 'mdy') !== undefined));
}

/** A cell that is no day, or could be two: what is said of it, and how to mend it. */
export interface NotADay {
  readonly undecided: boolean;
  readonly message: string;
  readonly hint: string;
}

const twoDays: NotADay = {
  undecided: true,
  message: 'the day and the month could be either way round',
  hint: 'Say which with --day-order dmy or --day-order mdy.',
};
const noDay: NotADay = { undecided: false, message: 'not a date', hint: 'Write it as 2026-09-14.' };

/** The day of a cell among others that read in these orders. `stated`: the order that the file or the admin says. */
export function readDay(
  cell: string,
  orders: readonly DateOrder[],
  stated: DateOrder | undefined,
): CivilDate | NotADay {
  const order = stated ?? (orders.length === 1 ? orders[0] : undefined);
  if (order !== undefined) return readDate(cell, order) ?? noDay;
  return isAmbiguous(cell) ? twoDays : (readDate(cell, 'dmy') ?? readDate(cell, 'mdy') ?? noDay);
}

/** Day and time of a time stamp, `YYYY-MM-DD HH:MM:SS`; undefined where the column leaves the order of day and month open. */
export function readInstant(cell: string, orders: readonly DateOrder[]): string | undefined {
  const [order] = orders;
  if (cell === '' || order === undefined || (orders.length > 1 && isAmbiguous(cell))) return undefined;
  const date = readDate(cell, order);
  const clock = /[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]m)?/i.exec(cell);
  if (date === undefined) return undefined;
  const [, hour = '0', minute = '00', second = '00', half = ''] = clock ?? [];
  const hours = (Number(hour) % (half === '' ? 24 : 12)) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${date} ${String(hours).padStart(2, '0')}:${minute}:${second}`;
}
