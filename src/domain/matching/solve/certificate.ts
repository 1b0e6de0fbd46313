// The independent judge of an assignment: trusts nothing of the solver, looks at every pair, runs on every solve.
import {
  BARRED,
  firstPlaces,
  rowsOf,
  takenBonus,
  TOP_SCORE,
  type Certificate,
  type Matching,
  type ScoreTable,
  type TableRows,
} from '../assignment-types.ts';
import { bestOfRows } from './best-of-rows.ts';

/** What a mentor without seats asks here: nobody prefers that to being left out. */
const closed = 0x20000000;

/**
 * Proves that no other assignment places more people, and none that places as many scores higher:
 * 1. feasible: no barred pair, no mentor over her seats, the totals as stated;
 * 2. prices: whole, never negative, and 0 wherever a seat is free; where places count unequally, never below less the bonus of
 *    the last place taken, nor above less that of the first that is free (so the places taken are those a mentor would sell);
 * 3. dual feasibility and complementary slackness: at these prices everybody placed has the best they could choose, and
 *    nobody left out would rather pay for a seat. So no assignment scores more, where each person left out costs the same;
 * 4. coverage by itself (Hall 1935): nobody left out can reach a free seat by any chain of swaps. So no assignment places
 *    more, and among all that place as many that cost is the same: by 3 none of them scores higher.
 * `total` is that of the pairs where none is stated. `vectors`: how rows are read (best-of-rows.ts); by size where not said.
 */
export function certify(
  table: ScoreTable | TableRows,
  matching: Omit<Matching, 'total'> & { readonly total?: number },
  vectors?: boolean,
): Certificate {
  const { mentees, mentors, seats, placeBonus, rowOf } = rowsOf(table);
  const { mentorOf, prices, unmatchedCost } = matching;
  const firstPlace = firstPlaces(seats);
  const bonusAt = (j: number, place: number): number => placeBonus?.[firstPlace[j]! + place] ?? 0;
  const faults: string[] = [];
  const load = new Int32Array(mentors);
  for (const j of mentorOf) if (j >= 0) load[j]!++;
  for (let j = 0; j < mentors; j++) {
    if (load[j]! > seats[j]!) faults.push(`mentor ${j} has ${load[j]!} mentees and ${seats[j]!} seats`);
    const least = load[j] === 0 && placeBonus !== undefined ? -closed : -bonusAt(j, Math.min(load[j]!, seats[j]!) - 1);
    if (!Number.isInteger(prices[j]) || prices[j]! < least || prices[j]! >= closed)
      faults.push(`mentor ${j} has price ${String(prices[j])}`);
    if (load[j]! < seats[j]! && prices[j]! > -bonusAt(j, load[j]!))
      faults.push(`mentor ${j} has a price and a free seat`);
    for (let place = 1; place < seats[j]! && placeBonus !== undefined; place++)
      if (bonusAt(j, place) > bonusAt(j, place - 1)) faults.push(`mentor ${j} has a later place that counts more`);
  }
  if (!Number.isInteger(unmatchedCost) || unmatchedCost < 0 || unmatchedCost >= closed)
    faults.push('being left out has no cost to reckon with');

  const outside = TOP_SCORE - unmatchedCost;
  const asking = prices.map((price, j) => (seats[j] === 0 ? closed : price));
  const rows = bestOfRows(table, asking, vectors);
  const hasNobody = new Uint8Array(mentees);
  let [placed, total] = [0, 0];
  for (let i = 0; i < mentees; i++) {
    const row = rowOf(i);
    const j = mentorOf[i]!;
    if (j >= 0) {
      if (row[j] === BARRED) faults.push(`mentee ${i} has a barred mentor`);
      placed++;
      total += row[j]!;
    }
    const most = rows.bestOf(i, row);
    // Below what the dearest mentor without seats is worth: every pair of hers is barred.
    if (most < -closed) hasNobody[i] = 1;
    const best = Math.max(outside, most);
    const mine = j < 0 ? outside : row[j]! - prices[j]!;
    if (mine !== best) faults.push(`mentee ${i} could do better by ${best - mine} at these prices`);
  }
  total += takenBonus({ seats, ...(placeBonus === undefined ? {} : { placeBonus }) }, load);
  if (placed !== matching.placed || total !== (matching.total ?? total))
    faults.push('the totals are not those of the pairs');
  const checkedPairs = mentees * mentors - rows.barred();
  rows.close();
  if (reachesFreeSeat(table, matching, load, hasNobody)) faults.push('a chain of swaps would place one more person');
  return { proved: faults.length === 0, checkedPairs, faults: faults.slice(0, 20) };
}

/**
 * Breadth first from those left out, over every eligible pair: mentor reached -> her mentees -> their mentors.
 * `hasNobody`: 1 for mentees who may be paired with no mentor at all.
 */
function reachesFreeSeat(
  table: ScoreTable | TableRows,
  { mentorOf }: Pick<Matching, 'mentorOf'>,
  load: Int32Array,
  hasNobody: Uint8Array,
): boolean {
  const { mentees, mentors, seats, rowOf } = rowsOf(table);
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  const queue: number[] = [];
  for (let i = 0; i < mentees; i++) {
    const j = mentorOf[i]!;
    if (j >= 0) menteesOf[j]!.push(i);
    else if (hasNobody[i] === 0) queue.push(i);
  }
  const unreached = Int32Array.from(seats.keys()).filter((j) => seats[j]! > 0);
  let left = unreached.length;
  for (let head = 0; head < queue.length && left > 0; head++) {
    const row = rowOf(queue[head]!);
    let kept = 0;
    for (let k = 0; k < left; k++) {
      const j = unreached[k]!;
      unreached[kept] = j;
      if (row[j] === BARRED) kept++;
      else if (load[j]! < seats[j]!) return true;
      else for (const i of menteesOf[j]!) queue.push(i);
    }
    left = kept;
  }
  return false;
}
