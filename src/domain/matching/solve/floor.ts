// The highest worst fit that still places as many people as can be placed, proved, and what it costs in total fit.
import type { Work } from '../../progress.ts';
import { BARRED, rowsOf } from '../assignment-types.ts';
import { solveAssignment } from './assignment.ts';
import { certify } from './certificate.ts';
import type { RunTable } from '../scoring/solve-table.ts';

/** A run's table without the fits below `least`, 0..1000; the same table where that is none. */
export function raised(solve: RunTable, least: number): RunTable {
  if (least <= 0) return solve;
  const { table, rows, columns, scoreOf } = solve;
  const scores = Uint16Array.from(table.scores);
  rows.forEach((i, row) => {
    columns.forEach((_, column) => {
      const score = scoreOf(i, column);
      if (score !== BARRED && score < least) scores[row * columns.length + column] = BARRED;
    });
  });
  return {
    ...solve,
    minimum: Math.max(solve.minimum, least),
    byRow: rowsOf({ ...table, scores }),
    table: { ...table, scores },
    scoreOf: (i, column) => {
      const score = scoreOf(i, column);
      return score < least ? BARRED : score;
    },
  };
}

/**
 * By halving over the fits there are; at each, as many are placed as can be. `proved`: one fit higher places fewer people,
 * by a certified answer. 0 where nobody can be placed.
 */
export function* bestFloor(solve: RunTable): Work<{ readonly least: number; readonly proved: boolean }> {
  const { rows, columns, scoreOf } = solve;
  const fits = new Set<number>();
  rows.forEach((i) => {
    columns.forEach((_, column) => {
      const score = scoreOf(i, column);
      if (score !== BARRED) fits.add(score);
    });
  });
  const levels = [...fits].sort((a, b) => a - b);
  function* placedAt(least: number): Work<{ placed: number; proved: boolean }> {
    const { table } = raised(solve, least);
    // Who can be placed at all: every fit that is left counts the same.
    const flat = { ...table, scores: table.scores.map((score) => (score === BARRED ? BARRED : 0)) };
    const answer = yield* solveAssignment(flat);
    return { placed: answer.placed, proved: certify(flat, answer).proved };
  }
  const most = yield* placedAt(0);
  if (most.placed === 0) return { least: 0, proved: most.proved };
  let [low, high] = [0, levels.length]; // levels[low] places as many; levels[high] does not
  let above = { placed: -1, proved: true };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const at = yield* placedAt(levels[middle]!);
    if (at.placed === most.placed) low = middle;
    else [high, above] = [middle, at];
  }
  return { least: levels[low]!, proved: most.proved && above.proved };
}
