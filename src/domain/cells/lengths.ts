// How long something took, by a whole column: whether bare numbers are minutes, hours or parts of a day, and clocks h:mm or m:ss.
import { dayNumber, parseIsoDate } from '../civil-date.ts';
import { foldHeading } from './fold-heading.ts';
import { hourUnit, minuteUnit, mostMinutes, readMinutes } from './minutes.ts';
import { numberStyle, readNumber } from './numbers.ts';

/** Whole minutes, or what is wrong, in words. */
export type LengthReader = (text: string) => number | string;

const hourWords = new RegExp(`(?<![\\p{L}])(?:${hourUnit.replace('timer?', 'timer')})(?![\\p{L}])`, 'u');
const minuteWords = new RegExp(`(?<![\\p{L}])(?:${minuteUnit})(?![\\p{L}])`, 'u');

/** `cells`: the different answers of the column. */
export function lengthReader(heading: string, cells: readonly string[]): LengthReader {
  const style = numberStyle(cells);
  const bare = cells.flatMap((cell) => readNumber(cell, style) ?? []).filter((number) => number > 0);
  const unit = unitOf(foldHeading(heading), bare);
  // 1.5 or 2 beside 45: somebody wrote hours where others wrote minutes.
  const odd = (number: number): boolean => number <= (Number.isInteger(number) ? 4 : 12);
  const mixed = unit === 1 && !minuteWords.test(foldHeading(heading)) && bare.some((number) => !odd(number));
  // A clock beyond a day is no h:mm: 45:00 is three quarters of an hour.
  const clocks = cells.flatMap((cell) => (/^\d{1,3}:\d\d$/.test(cell.trim()) ? [Number(cell.split(':')[0])] : []));
  const inSeconds = clocks.some((hours) => hours > 24);
  return (text) => {
    const number = readNumber(text, style);
    if (number !== undefined) {
      const unclear = unit === undefined || (mixed && number > 0 && odd(number));
      return unclear ? 'minutes or hours?' : Math.round(number * unit);
    }
    const clock = /^(\d{1,3}):(\d\d)$/.exec(text.trim());
    if (clock !== null && inSeconds) return Math.round(Number(clock[1]) + Number(clock[2]) / 60);
    return readMinutes(text) ?? 'not a length of time';
  };
}

/** Minutes that a bare number counts; undefined where it can be told neither by the heading nor by the numbers. */
function unitOf(heading: string, numbers: readonly number[]): number | undefined {
  if (minuteWords.test(heading)) return 1;
  const largest = numbers.reduce((most, number) => Math.max(most, number), 0);
  // 0.0417, 0.0625: what a spreadsheet holds where it shows 1:00 and 1:30.
  const parts = numbers.filter((number) => Math.abs(number * mostMinutes - Math.round(number * mostMinutes)) < 0.1);
  const fine = numbers.filter((number) => Math.abs(number * 20 - Math.round(number * 20)) > 1e-6);
  if (largest > 0 && largest < 0.5 && parts.length === numbers.length && fine.length > 0) return mostMinutes;
  if (hourWords.test(heading)) return 60;
  const whole = numbers.every(Number.isInteger);
  if (!whole && largest <= 12) return 60;
  // Nobody meets for three minutes, week after week; and a whole number of hours is as short.
  return numbers.length > 0 && largest <= 4 ? undefined : 1;
}

/** Minutes from one time of the day to another, over midnight too; undefined where they are none. */
export function minutesBetween(from: string, until: string): number | undefined {
  const [start, end] = [timeOfDay(from), timeOfDay(until)];
  if (start === undefined || end === undefined) return undefined;
  const [days, minutes] = [daysBetween(from, until), end - start];
  return days > 0 ? minutes + days * mostMinutes : minutes < 0 ? minutes + mostMinutes : minutes;
}

/** True for times at which people meet, and no lengths: 14:00 and 9:30, where none is before six in the morning; `2 pm`, `9 Uhr`. */
export function areTimesOfDay(cells: readonly string[]): boolean {
  const said = cells.filter(Boolean);
  const plain = said.every((cell) => /^\d{1,2}([:.]\d\d)?(:\d\d)?\s*([\p{L}.]{0,4})$/u.test(cell.trim()));
  const times = said.map(timeOfDay);
  return plain && said.length > 0 && times.every((time) => time !== undefined && time >= 6 * 60);
}

/** Minutes since midnight of `14:00`, `2 pm`, `2:30 PM`, `14h30`, `9h`, `9 Uhr`, `14時`, `2026-10-01 14:00`. */
function timeOfDay(text: string): number | undefined {
  const match =
    /(?:^|[\sT])(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(uhr|h|uur|hod|time|時|点|时|시)?\s*([ap])?\.?m?\.?(?:\s*\(?(?:[A-Z]{2,4}|Z)\)?)?(?:[+-]\d{2}:?\d{2})?$/i.exec(
      text.trim(),
    );
  if (match === null || !match.slice(2, 5).some(Boolean)) return undefined;
  const [hour, minute, half] = [Number(match[1]), Number(match[2] ?? 0), match[4]?.toLowerCase()];
  if (hour > 24 || minute > 59 || (half !== undefined && hour > 12)) return undefined;
  return ((half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute) % mostMinutes;
}

function daysBetween(from: string, until: string): number {
  const [start, end] = [from, until].map((text) => parseIsoDate(/\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? ''));
  return start === undefined || end === undefined ? 0 : dayNumber(end) - dayNumber(start);
}
