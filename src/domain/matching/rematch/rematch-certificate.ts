// The independent judge of a rematch: trusts nothing of the solver, looks at every pair, runs on every rematch.
import { BARRED, type Certificate } from '../assignment-types.ts';
import { keepBonus, topWorth, worthIn, type RematchAnswer, type RematchTable } from './rematch-types.ts';

/**
 * Proves that no other answer places as many with fewer standing pairs moved, none that moves as few scores higher, and
 * either that nobody more can be placed by any chain of moves or, under `maxMoves`, not without moving more than that:
 * 1. feasible: no barred pair, no mentor over her seats, the totals as stated;
 * 2. prices: whole, never negative, and 0 wherever a seat is free;
 * 3. the bonus for a standing pair outweighs all scores together;
 * 4. at these prices everybody placed has the best they could choose, worth the margin or more, and nobody left out could
 *    choose anything worth more than the margin (linear programming duality for a fixed number of people placed);
 * 5. coverage by itself (Hall 1935), or the same duality for one person more: the whole could then be worth at most the
 *    margin more, which leaves fewer pairs standing than `maxMoves` allows.
 */
export function certifyRematch(table: RematchTable, answer: RematchAnswer, maxMoves = Infinity): Certificate {
  const { mentees, mentors, seats, standing } = table;
  const { mentorOf, prices, margin } = answer;
  const worth = worthIn(table);
  const faults: string[] = [];
  const load = new Int32Array(mentors);
  let [placed, total, moved, whole, stood] = [0, 0, 0, 0, 0];
  for (let i = 0; i < mentees; i++) {
    const j = mentorOf[i]!;
    if (standing[i]! >= 0) stood++;
    if (standing[i]! >= 0 && standing[i] !== j) moved++;
    if (j < 0) continue;
    if (worth(i, j) < 0) faults.push(`mentee ${i} has a barred mentor`);
    load[j]!++;
    placed++;
    total += table.scores[i * mentors + j]!;
    whole += worth(i, j);
  }
  if (placed !== answer.placed || total !== answer.total || moved !== answer.moved)
    faults.push('the totals are not those of the pairs');
  for (let j = 0; j < mentors; j++) {
    if (load[j]! > seats[j]!) faults.push(`mentor ${j} has ${load[j]!} mentees and ${seats[j]!} seats`);
    if (!Number.isInteger(prices[j]) || prices[j]! < 0) faults.push(`mentor ${j} has price ${String(prices[j])}`);
    if (prices[j]! > 0 && load[j]! < seats[j]!) faults.push(`mentor ${j} has a price and a free seat`);
  }
  if (keepBonus(table) <= topWorth * mentees) faults.push('a standing pair does not count more than all scores');

  const bonus = keepBonus(table);
  let checkedPairs = 0;
  for (let i = 0; i < mentees; i++) {
    const mine = mentorOf[i]! < 0 ? margin : worth(i, mentorOf[i]!) - prices[mentorOf[i]!]!;
    if (mine < margin) faults.push(`mentee ${i} is worth less than the margin`);
    const stands = standing[i]!;
    for (let j = 0; j < mentors; j++) {
      const score = table.scores[i * mentors + j]!;
      if (score === BARRED) continue;
      checkedPairs++;
      const value = j === stands ? score + bonus : score;
      if (seats[j]! > 0 && value - prices[j]! > mine) faults.push(`mentee ${i} could do better at these prices`);
    }
  }
  const standingThen = Math.floor((whole + margin) / keepBonus(table));
  const limited = maxMoves < Infinity && placed < mentees && stood - standingThen > maxMoves;
  const leftOut = [...mentorOf.keys()].filter((i) => mentorOf[i]! < 0);
  if (!limited && reachesFreeSeat(table, mentorOf, leftOut))
    faults.push('a chain of moves would place one more person');
  return { proved: faults.length === 0, checkedPairs, faults: faults.slice(0, 20) };
}

/** Breadth first from those left out, over every eligible pair: mentor reached -> her mentees -> their mentors. */
function reachesFreeSeat(
  { mentees, mentors, scores, seats }: RematchTable,
  mentorOf: Int32Array,
  leftOut: readonly number[],
): boolean {
  const queue = [...leftOut];
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  for (let i = 0; i < mentees; i++) menteesOf[mentorOf[i]!]?.push(i);
  const reached = new Uint8Array(mentors);
  for (let head = 0; head < queue.length; head++) {
    for (let j = 0; j < mentors; j++) {
      if (reached[j] === 1 || seats[j] === 0 || scores[queue[head]! * mentors + j] === BARRED) continue;
      if (menteesOf[j]!.length < seats[j]!) return true;
      reached[j] = 1;
      for (const mentee of menteesOf[j]!) queue.push(mentee);
    }
  }
  return false;
}
