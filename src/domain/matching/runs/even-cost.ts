// What even loads cost in fit: exactly by a second solve where that is quick, else at most.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import type { Run } from '../run.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import { solveAssignment } from '../solve/assignment.ts';

/** Pairs up to which the second solve is made. */
const quick = 2_000_000;

/**
 * `columnOf`: the best answer with what even loads count. The best without it places as many, and gains no more fit than the
 * seats that are taken count beyond the least that as many seats could count (both are best for what they count).
 */
export function* evenCost(
  { byMentor, columns, rows, scoreOf }: RunTable,
  columnOf: Int32Array,
  { matching: { spread, softCap } }: Program,
): Work<Pick<Run, 'evenCost'>> {
  if ((!spread && softCap === undefined) || columns.every(({ bonus }) => bonus === columns[0]!.bonus)) return {};
  const { mentors, mentees, scores, seats } = byMentor.table;
  if (mentors * mentees > quick) {
    const placed = columnOf.filter((c) => c >= 0);
    const taken = placed.reduce((sum, c) => sum + columns[c]!.bonus, 0);
    let [left, least] = [placed.length, 0];
    for (const { bonus, seats } of [...columns].sort((a, b) => a.bonus - b.bonus)) {
      const some = Math.min(left, seats);
      least += some * bonus;
      left -= some;
    }
    return { evenCost: { points: taken - least, exact: false } };
  }
  // Places count the same.
  const answer = yield* solveAssignment({ mentees, mentors, scores, seats });
  const fit = (of: Int32Array, fitOf: typeof scoreOf): number =>
    of.reduce((sum, c, row) => sum + (c < 0 ? 0 : fitOf(rows[row]!, c)), 0);
  return { evenCost: { points: fit(answer.mentorOf, byMentor.scoreOf) - fit(columnOf, scoreOf), exact: true } };
}
