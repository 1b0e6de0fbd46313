// The assignment: as many mentees as possible, then the highest total score. Exact, in whole numbers, seats never cloned.
import type { Work } from '../../progress.ts';
import { takenBonus, TOP_SCORE, type Matching, type ScoreTable } from '../assignment-types.ts';
import { bestSoFar, type Stop } from './best-so-far.ts';
import { auction } from '../engine/auction.ts';
import { someoneMoreFits } from '../engine/closure.ts';
import { hasChoice, LEFT_OUT, WAITING, type KernelChoice, type Market } from '../engine/market.ts';
import { chooseSide, type Side } from '../engine/sides.ts';
import { placeWaiting } from '../engine/place-waiting.ts';
import { repairPrices } from '../engine/repair-prices.ts';
import { roughPrices } from '../engine/rough-prices.ts';

/**
 * A transportation problem, solved as a market (engine/market.ts) whose prices at the end prove the answer:
 * 1. every mentee's short list of the mentors worth most to her (after rough prices where all want the same mentors);
 *    those who have nobody are set aside;
 * 2. an auction brings prices near where they will end (where seats are too few, the seats bid for mentees);
 * 3. the waiting are placed, exactly, while prices rise;
 * 4. free seats lose their prices, exactly, while prices fall;
 * 5. being left out costs twice the best score, which is nearly always enough to put coverage first. Whether it was is
 *    proved by Hall's condition; where it was not, it costs four times as much and steps 3 to 5 go on from where they are.
 *    (A cost beyond all sums would need no proof, but makes prices nobody can read, and overflows.)
 * `kernels`: how rows are read; by size where not said. The pairs and prices are the same.
 * Time: about one reading of the table where people differ. Memory beyond the table: some 64 listed mentors a mentee.
 * `stop` is asked at every step; once it says so, the answer is what there is by then, `stopped`, and proves nothing.
 */
export function* solveAssignment(table: ScoreTable, stop: Stop = () => false, kernels?: KernelChoice): Work<Matching> {
  const side = chooseSide(table, 2 * TOP_SCORE, kernels);
  try {
    return yield* solveOn(table, side, stop);
  } finally {
    side.market.rows.close();
  }
}

function* solveOn(table: ScoreTable, side: Side, stop: Stop): Work<Matching> {
  const unmatchedCost = (): number => TOP_SCORE - side.market.outside;
  const work = settle(table, side);
  for (let step = work.next(); step.done !== true; step = work.next()) {
    yield step.value;
    if (!stop()) continue;
    work.return();
    return bestSoFar(table, { mentorOf: side.mentorOf(), asking: side.prices(), unmatchedCost: unmatchedCost() });
  }

  const mentorOf = side.mentorOf();
  const load = new Int32Array(table.mentors);
  let [placed, total] = [0, 0];
  mentorOf.forEach((j, i) => {
    if (j < 0) return;
    load[j]!++;
    placed++;
    total += table.scores[i * table.mentors + j]!;
  });
  total += takenBonus(table, load);
  return { mentorOf, placed, total, prices: side.prices(), unmatchedCost: unmatchedCost() };
}

function* settle(table: ScoreTable, { market, mentorOf }: Side): Work<void> {
  const known = yield* roughPrices(market);
  yield* firstLists(market);
  yield* auction(market, known);
  for (;;) {
    yield* placeWaiting(market);
    yield* repairPrices(market);
    if (!someoneMoreFits(table, mentorOf())) return;
    askAgain(market, TOP_SCORE - 4 * (TOP_SCORE - market.outside));
  }
}

function* firstLists(market: Market): Work<void> {
  const mentees = market.mentorOf.length;
  const mentors = market.asking.length;
  const rowsAStep = Math.max(1, Math.ceil(2_000_000 / Math.max(1, mentors)));
  for (let i = 0; i < mentees; i++) {
    if (i % rowsAStep === 0)
      yield {
        phase: 'comparing pairs',
        done: i * mentors,
        total: mentees * mentors,
      };
    market.lists.refresh(i);
    if (!hasChoice(market, i)) market.mentorOf[i] = LEFT_OUT;
  }
}

/** Being left out is worth less now: whoever was, waits again, at the best she can have. */
function askAgain(market: Market, outside: number): void {
  const { mentorOf, utility, lists, outsideOf } = market;
  for (let i = 0; i < mentorOf.length; i++) outsideOf[i]! += outside - market.outside;
  market.outside = outside;
  for (let i = 0; i < mentorOf.length; i++) {
    if (mentorOf[i] !== LEFT_OUT || !hasChoice(market, i)) continue;
    lists.refresh(i);
    utility[i] = Math.max(lists.worth[lists.start[i]!]!, outsideOf[i]!);
    mentorOf[i] = WAITING;
  }
}
