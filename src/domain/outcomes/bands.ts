// A number as a category to break down by: its values where they are few, else its quarters.
import { summarize } from '../statistics/summary.ts';
import { categoryOf, type Category, type Numbers } from './dataset.ts';

const mostValues = 8;

/** Quarters are cut at the quartiles (type 7) of everybody known; who stands on a cut belongs below it. */
export function bandsOf({ name, values }: Numbers): Category {
  const known = values.filter((value) => !Number.isNaN(value));
  const distinct = new Set(known);
  const summary = summarize(known);
  if (distinct.size <= mostValues || summary === undefined)
    return categoryOf(
      name,
      Array.from(values, (value) => (Number.isNaN(value) ? undefined : String(value))),
    );
  const cuts = [...new Set([summary.q1, summary.median, summary.q3])];
  const say = (cut: number): string => String(Number(cut.toFixed(2)));
  const levels = [
    ...cuts.map((cut, index) => (index === 0 ? `up to ${say(cut)}` : `${say(cuts[index - 1] ?? 0)} to ${say(cut)}`)),
    `above ${say(cuts.at(-1) ?? 0)}`,
  ];
  return {
    kind: 'category',
    name,
    levels,
    codes: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : cuts.filter((cut) => value > cut).length)),
  };
}
