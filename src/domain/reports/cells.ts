// Cells of tables, made short; and what a small or one-sided group may show.
import type { Cell } from '../report/report.ts';
import { headline, type Comparison, type Estimated, type Side } from './comparison.ts';
import { digitsFor, spoken } from './sentences.ts';
import { boundWhy, hiddenWhy, nearEdge } from './suppression.ts';

export const text = (words: string): Cell => ({ kind: 'text', text: words });
/** A measure's name, read as people say it. */
export const named = (words: string): Cell => {
  const read = spoken(words);
  return read === words ? text(words) : { kind: 'text', text: words, read };
};
export const count = (value: number): Cell => ({ kind: 'count', value });
export const number = (value: number | undefined, digits = 2, why = 'cannot be computed'): Cell =>
  value === undefined || !Number.isFinite(value) ? { kind: 'missing', why } : { kind: 'number', value, digits };
export const share = (value: number): Cell => ({ kind: 'share', value });
export const missing = (why: string): Cell => ({ kind: 'missing', why });
/** Where everybody may be shown there is nobody to hide. */
export const suppressed = (minCell: number): Cell =>
  minCell <= 1 ? missing('nobody is known') : { kind: 'suppressed', why: hiddenWhy(minCell) };
/** What stands for a reading that is not given. */
export const hiddenReading = (minCell: number): Cell => text(minCell <= 1 ? 'nobody is known' : 'hidden');
export const few: Cell = { kind: 'suppressed', why: boundWhy };

/** The smallest p that is written out: digits beyond say nothing. */
const leastP = 0.000001;

/** A p value: never 0, however many digits are shown. */
export function pValue(p: number): Cell {
  if (!Number.isFinite(p)) return { kind: 'missing', why: 'cannot be computed' };
  if (p < leastP) return { kind: 'number', value: Math.max(p, Number.MIN_VALUE), digits: 6, below: leastP };
  return { kind: 'number', value: p, digits: p < 0.0001 ? 6 : p < 0.01 ? 4 : 3 };
}

/** Known, how many, rate, its range; bounds where a count would point at people. */
export function rateCells(
  side: Side,
  interval: { low: number; high: number } | undefined,
  hide: boolean,
  minCell: number,
): Cell[] {
  if (hide) return [suppressed(minCell), suppressed(minCell), suppressed(minCell), suppressed(minCell)];
  const { known } = side;
  const x = side.x ?? 0;
  if (interval === undefined) return [count(known), count(x), missing('nobody is known'), missing('nobody is known')];
  if (nearEdge(x, known, minCell)) {
    const bound: Cell =
      x < 3
        ? { kind: 'share', value: Math.min(1, 3 / known), bound: 'less-than' }
        : { kind: 'share', value: Math.max(0, 1 - 3 / known), bound: 'more-than' };
    return [count(known), few, bound, few];
  }
  return [count(known), count(x), share(x / known), { kind: 'interval', ...interval, as: 'share' }];
}

/** A difference with its range, in points or in the measure's unit. */
export function differenceCell(estimate: Estimated | undefined, one: Comparison, minCell: number): Cell {
  if (one.hidden !== undefined) return suppressed(minCell);
  if (one.edge) return few;
  if (estimate === undefined) return missing('cannot be computed');
  const { value, low, high } = estimate;
  if (one.outcome.kind === 'yes-no') return { kind: 'estimate', value, low, high, as: 'points' };
  const size = Math.max(Math.abs(one.own.value ?? 0), Math.abs(one.other.value ?? 0));
  return { kind: 'estimate', value, low, high, as: 'number', digits: digitsFor(size, 'number') };
}

/** Beside a range that holds 0: the smallest difference that these numbers could have shown. */
export function detectableCell(one: Comparison, minCell: number): Cell {
  if (one.hidden !== undefined) return suppressed(minCell);
  if (one.edge) return few;
  const estimate = headline(one);
  if (estimate === undefined || one.detectable === undefined) return missing('cannot be computed');
  if (estimate.low > 0 || estimate.high < 0) return missing('the range leaves out 0');
  if (one.fewMentors !== undefined) return missing('so few mentors show no difference of any size');
  if (one.outcome.kind === 'yes-no') return { kind: 'share', value: one.detectable };
  const size = Math.max(Math.abs(one.own.value ?? 0), Math.abs(one.other.value ?? 0));
  return number(one.detectable, digitsFor(size, 'number'));
}
