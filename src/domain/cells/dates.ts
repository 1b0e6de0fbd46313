// Days as exports write them: ISO, or d/m/y and m/d/y told apart by the whole column.
import { civilDate, type CivilDate } from '../civil-date.ts';

export type DateOrder = 'dmy' | 'mdy';

/** The day of a cell; a time of day after it is dropped. `order` matters only for 03/04/2026. */
export function readDate(cell: string, order: DateOrder): CivilDate | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell.trim());
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/.exec(cell.trim());
  if (!parts) return undefined;
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return order === 'dmy' ? civilDate(year, second, first) : civilDate(year, first, second);
}

/** Which orders read every cell of a column; both for a column such as 03/04/2026 alone, none when it is not dates. */
export function dateOrders(cells: readonly string[]): DateOrder[] {
  if (cells.length === 0) return [];
  const fits = (['dmy', 'mdy'] as const).filter((order) => cells.every((cell) => readDate(cell, order) !== undefined));
  // With dots the day always stands first.
  return fits.length === 2 && cells.some((cell) => /^\d{1,2}\.\d{1,2}\.\d{4}/.test(cell)) ? ['dmy'] : fits;
}

/** Day and time of a time stamp, `YYYY-MM-DD HH:MM:SS`; undefined where the column leaves the order of day and month open. */
export function readInstant(cell: string, orders: readonly DateOrder[]): string | undefined {
  const [order] = orders;
  if (cell === '' || order === undefined || (orders.length > 1 && !/^\d{4}/.test(cell))) return undefined;
  const date = readDate(cell, order);
  const time = /[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]m)?/i.exec(cell);
  if (date === undefined) return undefined;
  const [, hour = '0', minute = '00', second = '00', half = ''] = time ?? [];
  const hours = (Number(hour) % (half === '' ? 24 : 12)) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${date} ${String(hours).padStart(2, '0')}:${minute}:${second}`;
}
