// How far a group came in the program, and how far that is from everybody else: shares of steps, waits and meetings.
import type { MenteePath } from '../../engagement/program-life.ts';
import type { Cell } from '../../report/report.ts';
import { newcombe } from '../../statistics/proportions.ts';
import { summarize } from '../../statistics/summary.ts';
import { welch } from '../../statistics/welch.ts';
import { few, missing, number, share, suppressed } from '../cells.ts';
import { nearEdge } from '../suppression.ts';

/** Steps of the program: id, words, and whether somebody came so far; undefined: not to be told yet. */
export const steps = [
  ['matched', 'had a mentor', ({ matched }: MenteePath) => matched],
  ['met-soon', 'met in time', ({ matched, metSoon }: MenteePath) => (matched ? metSoon : undefined)],
  ['met-thrice', 'met three times', ({ matched, metThrice }: MenteePath) => (matched ? metThrice : undefined)],
  ['finished', 'finished as agreed', ({ finished }: MenteePath) => finished],
] as const;

export function waitsOf(some: readonly MenteePath[]): number[] {
  return some.flatMap(({ wait }) => wait ?? []);
}

export function metOf(some: readonly MenteePath[]): number[] {
  return some.flatMap((path) => (path.matched ? path.meetings : []));
}

export function sharesOf(
  some: readonly MenteePath[],
  test: (path: MenteePath) => boolean | undefined,
): { x: number; n: number } {
  const known = some.flatMap((path) => test(path) ?? []);
  return { x: known.filter(Boolean).length, n: known.length };
}

export function gapOf(
  own: readonly MenteePath[],
  rest: readonly MenteePath[],
  test: (path: MenteePath) => boolean | undefined,
  minCell: number,
) {
  const [a, b] = [sharesOf(own, test), sharesOf(rest, test)];
  if (a.n < minCell || b.n < minCell || nearEdge(a.x, a.n, minCell) || nearEdge(b.x, b.n, minCell)) return undefined;
  return newcombe(a.x, a.n, b.x, b.n);
}

export function shareAndGap(
  own: readonly MenteePath[],
  rest: readonly MenteePath[],
  test: (path: MenteePath) => boolean | undefined,
  minCell: number,
): Cell[] {
  const { x, n } = sharesOf(own, test);
  if (n < minCell) return [suppressed(minCell), suppressed(minCell)];
  const gap = gapOf(own, rest, test, minCell);
  return [
    nearEdge(x, n, minCell)
      ? {
          kind: 'share',
          value: x < 3 ? Math.min(1, 3 / n) : Math.max(0, 1 - 3 / n),
          bound: x < 3 ? 'less-than' : 'more-than',
        }
      : share(x / n),
    gap === undefined ? few : { kind: 'estimate', value: gap.difference, low: gap.low, high: gap.high, as: 'points' },
  ];
}

export function middleAndGap(own: readonly number[], rest: readonly number[], minCell: number): Cell[] {
  if (own.length + rest.length === 0) return [missing('known of nobody'), missing('known of nobody')];
  if (own.length < minCell || rest.length < minCell) return [suppressed(minCell), suppressed(minCell)];
  const gap = welch(own, rest);
  return [
    number(summarize(own)?.median, 1),
    gap === undefined
      ? missing('nothing varies')
      : { kind: 'estimate', value: gap.difference, low: gap.low, high: gap.high, as: 'number', digits: 1 },
  ];
}
