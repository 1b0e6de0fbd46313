// What can be said of an answer that was taken before the solve had ended: that it is allowed, and how much better any could be.
import {
  BARRED,
  firstPlaces,
  takenBonus,
  TOP_SCORE,
  type Certificate,
  type Matching,
  type ScoreTable,
} from '../assignment-types.ts';
import { certify } from './certificate.ts';

/**
 * Proved all the same where the answer happens to be best. Otherwise a bound, by weak duality: at any prices >= 0 no
 * assignment that places as many scores more than the seats' prices (with what each counts more, and where that is not below 0)
 * and everybody's best choice at them add up to, less
 * what those who are left out count for; and nobody places more than there are seats, or people who have a choice.
 */
export function judgeStopped(table: ScoreTable, matching: Matching): Certificate {
  const full = certify(table, matching);
  if (full.proved) return full;
  const { mentees, mentors, scores, seats, placeBonus } = table;
  const { mentorOf, prices, unmatchedCost } = matching;
  const faults: string[] = [];
  const load = new Int32Array(mentors);
  let [placed, total] = [0, 0];
  mentorOf.forEach((j, i) => {
    if (j < 0) return;
    if (scores[i * mentors + j] === BARRED) faults.push(`mentee ${i} has a barred mentor`);
    load[j]!++;
    placed++;
    total += scores[i * mentors + j]!;
  });
  total += takenBonus(table, load);
  if (placed !== matching.placed || total !== matching.total) faults.push('the totals are not those of the pairs');
  if (load.some((count, j) => count > seats[j]!)) faults.push('a mentor has more mentees than seats');
  if (placeBonus === undefined && prices.some((price) => price < 0)) faults.push('a mentor has a price below 0');
  if (faults.length > 0) return { ...full, faults };

  const outside = TOP_SCORE - unmatchedCost;
  const first = firstPlaces(seats);
  let [worth, open, withChoice] = [0, 0, 0];
  for (let j = 0; j < mentors; j++) {
    const count = Math.min(seats[j]!, mentees);
    for (let place = 0; place < count && placeBonus !== undefined; place++)
      worth += Math.max(0, prices[j]! + placeBonus[first[j]! + place]!);
    if (placeBonus === undefined) worth += count * prices[j]!;
    open += count;
  }
  for (let i = 0; i < mentees; i++) {
    let [best, choice] = [outside, 0];
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (score === BARRED || seats[j] === 0) continue;
      choice = 1;
      if (score - prices[j]! > best) best = score - prices[j]!;
    }
    worth += best;
    withChoice += choice;
  }
  return {
    proved: false,
    checkedPairs: full.checkedPairs,
    faults: [],
    bound: { placed: Math.min(open, withChoice), total: worth - (mentees - placed) * outside },
  };
}
