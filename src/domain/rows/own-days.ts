// A person's own clock in a file: the day they started, the day they left, the day up to which the file knows of them.
import { readDay, type DateOrder } from '../cells/dates.ts';

/** Columns of a person's own clock; each is kept as a status of that name, a day `YYYY-MM-DD` or a term such as `fall 2025`. */
export const ownClock = ['start', 'end', 'known-to'] as const;

export type OwnDay = { readonly said: string } | { readonly message: string; readonly hint: string };

/** `text` is no gap. `orders`: of day and month, as the column's days read. `stated`: where the file or --day-order says it. */
export function readOwnDay(text: string, orders: readonly DateOrder[], stated: DateOrder | undefined): OwnDay {
  const day = readDay(text, orders, stated);
  if (typeof day === 'string') return { said: day };
  if (day.undecided) return day;
  // A term has a year and a word or a digit beside it; reports know when it began.
  if (/\b(?:19|20)\d\d\b/.test(text) && /\p{L}|\d/u.test(text.replace(/\b(?:19|20)\d\d\b/, '')))
    return { said: text.trim().toLowerCase() };
  return { message: 'neither a day nor a term', hint: 'Write it as 2026-09-14 or as "fall 2026".' };
}
