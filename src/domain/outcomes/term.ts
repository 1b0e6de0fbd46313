// When a checkpoint or term was, from what it is called: enough to put checkpoints in order and to count months between them.
import { findTerm, termOrder } from '../cells/terms.ts';
import { civilDate, dayNumber, parseIsoDate } from '../civil-date.ts';

/**
 * Months since year 0 of the first month a label can mean: `2026-09-01`, `Sep 2026`, `fall 2026` (from August), `spring 2026`
 * (from January; a winter term is the same), `2026`. Undefined for a label without a year, and for codes.
 */
export function termMonth(label: string): number | undefined {
  return findTerm(label)?.term.month;
}

/** First day a label can mean, as a day number (civil-date.ts); a whole date is that day. Undefined without a year. */
export function termDay(label: string): number | undefined {
  const day = parseIsoDate(/\b\d{4}-\d\d-\d\d\b/.exec(label)?.[0] ?? '');
  if (day !== undefined) return dayNumber(day);
  const month = termMonth(label);
  const first = month === undefined ? undefined : civilDate(Math.floor(month / 12), (month % 12) + 1, 1);
  return first === undefined ? undefined : dayNumber(first);
}

/** Labels in order of time, codes by their number; those of which neither can be told keep their order, first. */
export function inTime(labels: readonly string[]): string[] {
  const placed = labels.map((label) => ({ label, at: termOrder(label) }));
  return placed.sort(({ at: a }, { at: b }) => a[0] - b[0] || a[1] - b[1]).map(({ label }) => label);
}

/** `12` -> `a year`, `24` -> `2 years`, `5` -> `5 months`. */
export function monthsInWords(count: number): string {
  if (count !== 0 && count % 12 === 0) return count === 12 ? 'a year' : `${count / 12} years`;
  return count === 1 ? 'a month' : `${count} months`;
}

/** First and last day a label can mean, as day numbers: a whole date is one day, `fall 2026` August to December. */
export function termRange(label: string): { readonly first: number; readonly last: number } | undefined {
  const first = termDay(label);
  const month = termMonth(label);
  if (first === undefined || month === undefined) return undefined;
  if (parseIsoDate(/\b\d{4}-\d\d-\d\d\b/.exec(label)?.[0] ?? '') !== undefined) return { first, last: first };
  const length = findTerm(label)?.term.length ?? 12;
  const after = civilDate(Math.floor((month + length) / 12), ((month + length) % 12) + 1, 1);
  return after === undefined ? undefined : { first, last: dayNumber(after) - 1 };
}

/** The first day that a day or a term can mean. */
export function dayOf(text: string | undefined): number {
  const day = parseIsoDate(text ?? '');
  return day === undefined ? (termDay(text ?? '') ?? NaN) : dayNumber(day);
}
