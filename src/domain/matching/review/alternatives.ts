// Other mentors for one mentee, and what each would cost the whole: exactly, and who would have to move for it.
import { bestMoves, follow, placedWorth, worthOf, type MoveOptions, type Step } from '../solve/best-moves.ts';
import type { ScoreTable } from '../assignment-types.ts';

export interface Alternative {
  readonly mentor: number;
  /** Score points that the whole loses; below 0 it gains. */
  readonly cost: number;
  /** People more (1) or fewer (-1) who have a mentor. */
  readonly placed: number;
  /** What the others have to do; empty when there is a free seat. */
  readonly others: readonly Step[];
}

/**
 * All mentors that mentee i may have besides her own, the cheapest first. Only `movable` people move for it. The cost is
 * the difference between the whole as it is and the best there is with i there (one chain fills the seat she leaves, one
 * makes room where she goes), as long as the whole was the best possible before; else it is that of the chains named. With `perMove` score points a
 * move must be worth that much, so that others are not moved about for next to nothing; the cost stays that of the whole.
 */
export function alternativesFor(
  table: ScoreTable,
  mentorOf: Int32Array,
  i: number,
  movable: Uint8Array,
  { perMove = 0, owner }: Pick<MoveOptions, 'perMove' | 'owner'> = {},
): Alternative[] {
  const { mentors, seats } = table;
  const others = movable.slice();
  others[i] = 0;
  const left = mentorOf[i]!;
  const without = mentorOf.slice();
  without[i] = -1;
  const options = { movable: others, stopAtEnds: true, perMove, ...(owner === undefined ? {} : { owner }) };
  if (left >= 0) {
    const moves = bestMoves(table, without, [left], options);
    let donor = -1;
    for (let j = 0; j <= mentors; j++)
      if (moves.gain[j]! > (donor < 0 ? 0 : moves.gain[donor]!) && moves.mover[j]! >= 0) donor = j;
    if (donor >= 0) follow(moves, without, donor);
  }
  const load = new Int32Array(mentors);
  for (const j of without) if (j >= 0) load[j]!++;
  const ends = [mentors];
  for (let j = 0; j < mentors; j++) if (load[j]! < seats[j]!) ends.push(j);
  const room = bestMoves(table, without, ends, options);
  const placed = placedWorth(table);
  const found: Alternative[] = [];
  for (let mentor = 0; mentor < mentors; mentor++) {
    let value = worthOf(table, i, mentor) - worthOf(table, i, left);
    if (mentor === left || seats[mentor] === 0 || value === -Infinity || room.gain[mentor] === -Infinity) continue;
    const after = without.slice();
    follow(room, after, mentor);
    const steps: Step[] = [];
    after.forEach((to, mentee) => {
      const from = mentorOf[mentee]!;
      if (mentee === i || to === from) return;
      steps.push({ mentee, from, to });
      value += worthOf(table, mentee, to) - worthOf(table, mentee, from);
    });
    const people = Math.round(value / placed) + 0; // never -0
    found.push({ mentor, cost: people * placed - value, placed: people, others: steps });
  }
  return found.sort((a, b) => b.placed - a.placed || a.cost - b.cost || a.mentor - b.mentor);
}
