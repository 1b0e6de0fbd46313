// The independent judge of an assignment: trusts nothing of the solver, looks at every pair, runs on every solve.
import { BARRED, TOP_SCORE, type Certificate, type Matching, type ScoreTable } from './assignment-types.ts';

/**
 * Proves that no other assignment places more people, and none that places as many scores higher:
 * 1. feasible: no barred pair, no mentor over her seats, the totals as stated;
 * 2. prices: whole, never negative, and 0 wherever a seat is free;
 * 3. dual feasibility and complementary slackness: at these prices everybody placed has the best they could choose, and
 *    nobody left out would rather pay for a seat (being left out costs more than all scores together, so that one more
 *    person placed always outweighs any score);
 * 4. coverage by itself (Hall 1935): nobody left out can reach a free seat by any chain of swaps.
 */
export function certify(table: ScoreTable, matching: Matching): Certificate {
  const { mentees, mentors, scores, seats } = table;
  const { mentorOf, prices, unmatchedCost } = matching;
  const faults: string[] = [];
  const load = new Int32Array(mentors);
  let placed = 0;
  let total = 0;
  for (let i = 0; i < mentees; i++) {
    const j = mentorOf[i]!;
    if (j < 0) continue;
    const score = scores[i * mentors + j]!;
    if (score === BARRED) faults.push(`mentee ${i} has a barred mentor`);
    load[j]!++;
    placed++;
    total += score;
  }
  if (placed !== matching.placed || total !== matching.total) faults.push('the totals are not those of the pairs');
  for (let j = 0; j < mentors; j++) {
    if (load[j]! > seats[j]!) faults.push(`mentor ${j} has ${load[j]!} mentees and ${seats[j]!} seats`);
    if (!Number.isInteger(prices[j]) || prices[j]! < 0) faults.push(`mentor ${j} has price ${String(prices[j])}`);
    if (prices[j]! > 0 && load[j]! < seats[j]!) faults.push(`mentor ${j} has a price and a free seat`);
  }
  if (unmatchedCost <= TOP_SCORE * mentees) faults.push('being left out does not cost enough to put coverage first');

  const outside = TOP_SCORE - unmatchedCost;
  let checkedPairs = 0;
  for (let i = 0; i < mentees; i++) {
    let best = outside;
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (score === BARRED) continue;
      checkedPairs++;
      if (seats[j]! > 0 && score - prices[j]! > best) best = score - prices[j]!;
    }
    const mine = mentorOf[i]! < 0 ? outside : scores[i * mentors + mentorOf[i]!]! - prices[mentorOf[i]!]!;
    if (mine !== best) faults.push(`mentee ${i} could do better by ${best - mine} at these prices`);
  }
  if (reachesFreeSeat(table, matching, load)) faults.push('a chain of swaps would place one more person');
  return { proved: faults.length === 0, checkedPairs, faults: faults.slice(0, 20) };
}

/** Breadth first from those left out, over every eligible pair: mentor reached -> her mentees -> their mentors. */
function reachesFreeSeat(
  { mentees, mentors, scores, seats }: ScoreTable,
  { mentorOf }: Matching,
  load: Int32Array,
): boolean {
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  const queue: number[] = [];
  for (let i = 0; i < mentees; i++) {
    const j = mentorOf[i]!;
    if (j < 0) queue.push(i);
    else menteesOf[j]!.push(i);
  }
  const reached = new Uint8Array(mentors);
  for (let head = 0; head < queue.length; head++) {
    const row = queue[head]! * mentors;
    for (let j = 0; j < mentors; j++) {
      if (reached[j] === 1 || seats[j] === 0 || scores[row + j] === BARRED) continue;
      if (load[j]! < seats[j]!) return true;
      reached[j] = 1;
      queue.push(...menteesOf[j]!);
    }
  }
  return false;
}
