// The independent judge of an assignment with circles: nobody below a minimum, and nothing better within these bounds.
import { BARRED, type Certificate, type ScoreTable } from '../assignment-types.ts';
import { bestMoves, worthOf } from '../solve/best-moves.ts';
import type { CircleAnswer } from './circle-assignment.ts';

/**
 * Proves that with these circles open no other assignment places more people, and none that places as many scores higher:
 * 1. feasible: no barred pair, nobody over the seats, every open circle at its minimum, no other with anybody;
 * 2. prices: at least 0 where somebody might go (above the minimum), at most 0 where a seat is free;
 * 3. at these prices everybody has the best they could choose, being left out included (linear programming duality with
 *    lower bounds; having a mentor counts more than all scores together).
 * The prices are worked out anew from the assignment; that they prove it is looked at pair by pair. Prices are by column.
 */
export function certifyCircles(
  table: ScoreTable,
  { mentorOf, seats, lower }: CircleAnswer,
): { readonly certificate: Certificate; readonly prices: Float64Array } {
  const { mentees, mentors, scores } = table;
  const faults: string[] = [];
  const load = new Int32Array(mentors);
  mentorOf.forEach((j, i) => {
    if (j < 0) return;
    load[j]!++;
    if (scores[i * mentors + j] === BARRED) faults.push(`mentee ${i} has a barred mentor`);
  });
  const ends = [mentors];
  for (let j = 0; j < mentors; j++) {
    if (load[j]! > seats[j]!) faults.push(`mentor ${j} has ${load[j]!} mentees and ${seats[j]!} seats`);
    if (load[j]! < lower[j]!) faults.push(`circle ${j} has ${load[j]!} people and needs ${lower[j]!}`);
    if (load[j]! < seats[j]!) ends.push(j);
  }
  const { gain, settled } = bestMoves(table, mentorOf, ends);
  if (!settled) faults.push('a round of moves would be better');
  const prices = gain.map((value) => -value).slice(0, mentors);
  if (gain[mentors]! > 0) faults.push('somebody left out could have a seat');
  let checkedPairs = 0;
  for (let j = 0; j < mentors; j++) {
    if (load[j]! > lower[j]! && prices[j]! < 0) faults.push(`mentor ${j} has a price below 0`);
    if (load[j]! < seats[j]! && prices[j]! > 0) faults.push(`mentor ${j} has a price and a free seat`);
  }
  for (let i = 0; i < mentees; i++) {
    const at = mentorOf[i]!;
    const mine = at < 0 ? 0 : worthOf(table, i, at) - prices[at]!;
    if (mine < 0) faults.push(`mentee ${i} would rather be left out`);
    for (let j = 0; j < mentors; j++) {
      if (scores[i * mentors + j] === BARRED) continue;
      checkedPairs++;
      if (seats[j]! > 0 && worthOf(table, i, j) - prices[j]! > mine)
        faults.push(`mentee ${i} could do better with mentor ${j}`);
    }
  }
  const words = faults.slice(0, 20);
  return {
    certificate: { proved: faults.length === 0, checkedPairs, faults: words },
    prices: prices.map((price) => (Number.isFinite(price) ? price : 0)),
  };
}
