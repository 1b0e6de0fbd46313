// Whether both groups were followed over the same time: who stays longer has more time to be paired.
import type { UnequalClock } from './claim.ts';

/** Paired on different days, and no one day for both groups. */
export const noLandmark: UnequalClock = {
  why: 'having a pair at any time made people count as mentored, and there is no landmark (--landmark DAY)',
  comparison: 'none',
};

/** One day of the calendar for people who began on different days, other days in one group than in the other. */
export const ownStartsDiffer: UnequalClock = {
  why: 'the people of one group began earlier than those of the other, and had longer to leave',
  comparison: 'none',
};

/** `hint`: e.g. `--landmark 2025-10-01, by which 45 of 52 pairs had begun`. */
export function clockLine({ why, comparison }: UnequalClock, hint: string): string {
  if (why === ownStartsDiffer.why)
    return `${why.charAt(0).toUpperCase()}${why.slice(1)}, so the rates of the two groups are no comparison. Count from everybody's own start: --clock own.`;
  const said = `${why.charAt(0).toUpperCase()}${why.slice(1)}; people who stayed longer had more time to be paired`;
  return comparison === 'none'
    ? `${said}, so the rates of the two groups are no comparison. Give one day for both${hint === '' ? '' : `, e.g. ${hint}`}.`
    : `${said}.`;
}

/** A day by which nine of ten pairs had begun; '' without pairs. `days` as YYYY-MM-DD. */
export function landmarkHint(days: readonly string[]): string {
  const sorted = [...days].sort();
  const day = sorted[Math.ceil(0.9 * sorted.length) - 1];
  if (day === undefined) return '';
  const by = sorted.filter((one) => one <= day).length;
  return `--landmark ${day}, by which ${by} of ${sorted.length} pairs had begun`;
}
