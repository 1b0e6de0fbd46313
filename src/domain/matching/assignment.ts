// The assignment: as many mentees as possible, then the highest total score. Exact, in whole numbers, seats never cloned.
import type { Work } from '../progress.ts';
import { BARRED, TOP_SCORE, type Matching, type ScoreTable } from './assignment-types.ts';

const FAR = 0x7fffffff;

/**
 * Shortest augmenting paths with potentials (Jonker & Volgenant 1987; capacities as in the transportation problem).
 * A pair costs `TOP_SCORE - score`; being left out costs more than all scores together, so coverage always comes first.
 * Time O(mentees x pairs) at worst; memory beyond the table is linear.
 *
 * 1. Each mentee in turn takes the best mentor outright while that mentor has a seat.
 * 2. Each of the others searches from herself over full mentors and their mentees (Dijkstra on reduced costs) for the
 *    cheapest free seat, or the cheapest person to leave out.
 * 3. Prices of the full mentors passed on the way rise by what the search had left to go; pairs on the path swap along.
 */
export function* solveAssignment(table: ScoreTable): Work<Matching> {
  const { mentees, mentors, scores, seats } = table;
  const leaveOut = TOP_SCORE * (Math.min(mentees, 2_000_000) + 1);
  const potential = new Int32Array(mentors); // <= 0; minus the price
  const mentorOf = new Int32Array(mentees).fill(-1);
  const firstSeat = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) firstSeat[j + 1] = firstSeat[j]! + seats[j]!;
  const occupant = new Int32Array(firstSeat[mentors]!);
  const load = new Int32Array(mentors);
  const seatOf = new Int32Array(mentees);
  const sit = (mentee: number, mentor: number, seat: number): void => {
    occupant[seat] = mentee;
    seatOf[mentee] = seat;
    mentorOf[mentee] = mentor;
  };

  const waiting: number[] = [];
  for (let i = 0; i < mentees; i++) {
    let best = -1;
    let bestScore = -1;
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (score !== BARRED && score > bestScore && seats[j]! > 0) [best, bestScore] = [j, score];
    }
    if (best < 0) continue; // nobody is eligible: stays unmatched whatever the others do
    if (load[best]! < seats[best]!) sit(i, best, firstSeat[best]! + load[best]!++);
    else waiting.push(i);
  }

  const distance = new Int32Array(mentors);
  const reachedFrom = new Int32Array(mentors); // the mentee whose row last shortened the way to this mentor
  const settled = new Uint8Array(mentors);
  for (const [done, root] of waiting.entries()) {
    if (done % 16 === 0) yield { phase: 'placing mentees', done, total: waiting.length };
    distance.fill(FAR);
    settled.fill(0);
    let cheapestLeft = leaveOut; // leaving the root herself out
    let leftPerson = root;
    const scan = (mentee: number, base: number): void => {
      const row = mentee * mentors;
      for (let j = 0; j < mentors; j++) {
        const score = scores[row + j]!;
        if (score === BARRED || settled[j] === 1 || seats[j] === 0) continue;
        const length = base + TOP_SCORE - score - potential[j]!;
        if (length < distance[j]!) [distance[j], reachedFrom[j]] = [length, mentee];
      }
      if (base + leaveOut < cheapestLeft) [cheapestLeft, leftPerson] = [base + leaveOut, mentee];
    };
    scan(root, 0);
    let end = -1;
    let length: number;
    for (;;) {
      let nearest = -1;
      let nearestDistance = FAR;
      for (let j = 0; j < mentors; j++) {
        if (settled[j] === 0 && distance[j]! < nearestDistance) [nearest, nearestDistance] = [j, distance[j]!];
      }
      if (nearest < 0 || nearestDistance >= cheapestLeft) {
        length = cheapestLeft;
        break;
      }
      if (load[nearest]! < seats[nearest]!) {
        [end, length] = [nearest, nearestDistance];
        break;
      }
      settled[nearest] = 1;
      for (let seat = firstSeat[nearest]!; seat < firstSeat[nearest + 1]!; seat++) {
        const mentee = occupant[seat]!;
        const cost = TOP_SCORE - scores[mentee * mentors + nearest]! - potential[nearest]!;
        scan(mentee, nearestDistance - cost);
      }
    }
    for (let j = 0; j < mentors; j++) if (settled[j] === 1) potential[j]! -= length - distance[j]!;
    // Walk back: everybody on the path moves one seat on.
    let mentee = leftPerson;
    let freedMentor = -1;
    let freedSeat = -1;
    if (end >= 0) {
      mentee = reachedFrom[end]!;
      [freedMentor, freedSeat] = [end, firstSeat[end]! + load[end]!++];
    }
    for (;;) {
      const [mentor, seat] = [mentorOf[mentee]!, seatOf[mentee]!];
      if (freedMentor < 0) mentorOf[mentee] = -1;
      else sit(mentee, freedMentor, freedSeat);
      if (mentee === root) break;
      [freedMentor, freedSeat] = [mentor, seat];
      mentee = reachedFrom[mentor]!;
    }
  }

  let placed = 0;
  let total = 0;
  for (let i = 0; i < mentees; i++) {
    const j = mentorOf[i]!;
    if (j < 0) continue;
    placed++;
    total += scores[i * mentors + j]!;
  }
  return { mentorOf, placed, total, prices: potential.map((v) => (v === 0 ? 0 : -v)), unmatchedCost: leaveOut };
}
