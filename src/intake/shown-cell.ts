// A cell of a sheet as Excel shows it where that matters: leading zeros, percent, days as ISO days, lengths of time as h:mm:ss.
import { dateFromSerial, format, isDateFormat } from 'numfmt';

export interface Looks {
  readonly strings: readonly string[];
  /** Number patterns by the style index of a cell. */
  readonly formats: readonly string[];
  readonly since1904: boolean;
}

export function shownCell(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { strings, formats, since1904 }: Looks,
): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const pattern = formats[style] ?? 'General';
  if (isDateFormat(pattern)) return isLength(pattern) ? clock(number) : day(number + (since1904 ? 1462 : 0));
  // Zeros in front, a percent sign, a fixed form such as a telephone number: what is shown is what was meant.
  if (/^0{2,}$|%|^[0\-() "\\]{4,}$/.test(pattern)) return format(pattern, number, { throws: false });
  return String(number);
}

/** `[h]:mm`, `h:mm`, `mm:ss`: hours and minutes without a day are a length of time, or the time of a day. */
function isLength(pattern: string): boolean {
  const plain = pattern.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/[yd]/i.test(plain) && /h|s|\[m+\]/i.test(plain);
}

const two = (n = 0): string => String(n).padStart(2, '0');

/** Hours, minutes and seconds of a part of a day, or of days: `01:30:00`, `30:15:00`. */
function clock(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days < 0 ? `-${text}` : text;
}

/** `2026-09-14`, with the time of day where there is one; a time alone stays a time. */
function day(serial: number): string {
  if (serial < 1) return clock(Math.max(0, serial));
  const [year, month, date, hours = 0, minutes = 0, seconds = 0] = dateFromSerial(serial) as number[];
  const time = hours + minutes + seconds > 0 ? ` ${two(hours)}:${two(minutes)}:${two(seconds)}` : '';
  return `${String(year)}-${two(month)}-${two(date)}${time}`;
}
