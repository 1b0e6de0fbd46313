// The highest worst fit that still places as many people as can be placed, proved, and what it costs in total fit.
import type { Work } from '../../progress.ts';
import { BARRED } from '../assignment-types.ts';
import { solveAssignment } from './assignment.ts';
import { certify } from './certificate.ts';
import type { RunTable } from '../scoring/solve-table.ts';

/** A run's table without the fits below `least`, 0..1000; the same table where that is none. */
export function raised(solve: RunTable, least: number): RunTable {
  if (least <= 0) return solve;
  return { ...solve, ...solve.atLeast(least), minimum: Math.max(solve.minimum, least) };
}

/**
 * By halving over the fits there are; at each, as many are placed as can be. `proved`: one fit higher places fewer people,
 * by a certified answer. 0 where nobody can be placed.
 */
export function* bestFloor(solve: RunTable): Work<{ readonly least: number; readonly proved: boolean }> {
  const { columns, scoreOf } = solve.byMentor;
  const fits = new Set<number>();
  solve.rows.forEach((i) => {
    columns.forEach((_, column) => {
      const score = scoreOf(i, column);
      if (score !== BARRED) fits.add(score);
    });
  });
  const levels = [...fits].sort((a, b) => a - b);
  function* placedAt(least: number): Work<{ placed: number; proved: boolean }> {
    const { mentees, mentors, seats, scores } = raised(solve, least).byMentor.table;
    // Who can be placed at all: every fit that is left counts the same.
    const flat = { mentees, mentors, seats, scores: scores.map((score) => (score === BARRED ? BARRED : 0)) };
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
