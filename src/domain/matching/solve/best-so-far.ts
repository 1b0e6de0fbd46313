// What a solve has when its time is up: everybody who sits keeps her seat, the others take what is free. Nothing is proved by it.
import { BARRED, takenBonus, type Matching, type ScoreTable } from '../assignment-types.ts';

/** Asked between steps of long work; true: stop now. The clock behind it is the caller's. */
export type Stop = () => boolean;

/** What an unfinished solve knows. `mentorOf`: below 0 for whoever has none yet; `asking`: prices, whatever they are by now. */
interface Unfinished {
  readonly mentorOf: Int32Array;
  readonly asking: Int32Array;
  readonly unmatchedCost: number;
}

/**
 * 1. Whoever sits on a seat that is there stays; so no step that was interrupted can have put too many with a mentor.
 * 2. The others, in the table's order, take the free seat that is worth most to them at the prices so far.
 * Prices are kept for the bound they give (stopped-certificate.ts), which any prices do.
 */
export function bestSoFar(table: ScoreTable, { mentorOf, asking, unmatchedCost }: Unfinished): Matching {
  const { mentees, mentors, scores, seats } = table;
  const left = Int32Array.from(seats);
  const answer = new Int32Array(mentees).fill(-1);
  let [placed, total] = [0, 0];
  const sit = (i: number, j: number): void => {
    answer[i] = j;
    left[j]!--;
    placed++;
    total += scores[i * mentors + j]!;
  };
  for (let i = 0; i < mentees; i++) {
    const j = mentorOf[i]!;
    if (j >= 0 && left[j]! > 0 && scores[i * mentors + j] !== BARRED) sit(i, j);
  }
  for (let i = 0; i < mentees; i++) {
    if (answer[i]! >= 0) continue;
    let [best, wanted] = [-Infinity, -1];
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (left[j]! === 0 || score === BARRED || score - asking[j]! <= best) continue;
      [best, wanted] = [score - asking[j]!, j];
    }
    if (wanted >= 0) sit(i, wanted);
  }
  total += takenBonus(
    table,
    seats.map((count, j) => count - left[j]!),
  );
  const prices = asking.map((price, j) => (seats[j] === 0 ? 0 : price));
  return { mentorOf: answer, placed, total, prices, unmatchedCost, stopped: true };
}
