// The assignment: as many mentees as possible, then the highest total score. Exact, in whole numbers, seats never cloned.
import type { Work } from '../progress.ts';
import { TOP_SCORE, type Matching, type ScoreTable } from './assignment-types.ts';
import { bestSoFar, type Stop } from './best-so-far.ts';
import { auction } from './engine/auction.ts';
import { someoneMoreFits } from './engine/closure.ts';
import { hasChoice, LEFT_OUT, openMarket, WAITING, type Market } from './engine/market.ts';
import { placeWaiting } from './engine/place-waiting.ts';
import { repairPrices } from './engine/repair-prices.ts';

/**
 * A transportation problem, solved as a market (engine/market.ts) whose prices at the end prove the answer:
 * 1. every mentee's short list of the mentors worth most to her; those who have nobody are set aside;
 * 2. an auction brings prices near where they will end; where seats are too few, it starts high;
 * 3. the waiting are placed, exactly, while prices rise;
 * 4. free seats lose their prices, exactly, while prices fall;
 * 5. being left out costs twice the best score, which is nearly always enough to put coverage first. Whether it was is
 *    proved by Hall's condition; where it was not, it costs four times as much and steps 3 to 5 go on from where they are.
 *    (A cost beyond all sums would need no proof, but makes prices nobody can read, and overflows.)
 * Time: about one reading of the table where people differ. Memory beyond the table: some 64 listed mentors a mentee.
 * `stop` is asked at every step; once it says so, the answer is what there is by then, `stopped`, and proves nothing.
 */
export function* solveAssignment(table: ScoreTable, stop: Stop = () => false): Work<Matching> {
  const market = openMarket(table, 2 * TOP_SCORE);
  const work = settle(market);
  for (let step = work.next(); step.done !== true; step = work.next()) {
    yield step.value;
    if (!stop()) continue;
    work.return();
    return bestSoFar(table, { ...market, unmatchedCost: TOP_SCORE - market.outside });
  }

  const { mentorOf, asking, seats, outside } = market;
  let [placed, total] = [0, 0];
  mentorOf.forEach((j, i) => {
    if (j < 0) return;
    placed++;
    total += table.scores[i * table.mentors + j]!;
  });
  return {
    mentorOf: mentorOf.map((j) => Math.max(-1, j)),
    placed,
    total,
    prices: asking.map((price, j) => (seats[j] === 0 ? 0 : price)),
    unmatchedCost: TOP_SCORE - outside,
  };
}

function* settle(market: Market): Work<void> {
  yield* firstLists(market);
  startNearTheEnd(market);
  yield* auction(market);
  for (;;) {
    yield* placeWaiting(market);
    yield* repairPrices(market);
    if (!someoneMoreFits(market.table, market.mentorOf)) return;
    askAgain(market, TOP_SCORE - 4 * (TOP_SCORE - market.outside));
  }
}

function* firstLists(market: Market): Work<void> {
  const { mentees, mentors } = market.table;
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

/** Below that start, in score points: bidding up is quicker than prices falling. */
const headroom = 200;

/**
 * Where there are fewer seats than people, all prices have far to climb before enough of them would rather be left out.
 * They start where about as many as there are seats would still pay for their best choice. (Any start is right: price
 * repair takes back what was too much.)
 */
function startNearTheEnd({ mentorOf, asking, seats, lists, outside }: Market): void {
  let places = 0;
  for (const count of seats) places += count;
  const bests: number[] = [];
  for (let i = 0; i < mentorOf.length; i++) if (mentorOf[i] === WAITING) bests.push(lists.worth[lists.start[i]!]!);
  if (places >= bests.length) return;
  bests.sort((a, b) => b - a);
  const start = Math.max(0, (bests[places] ?? 0) - outside - headroom);
  for (let j = 0; j < asking.length; j++) if (seats[j]! > 0) asking[j] = start;
  lists.fallen -= start;
}

/** Being left out is worth less now: whoever was, waits again, at the best she can have. */
function askAgain(market: Market, outside: number): void {
  const { mentorOf, utility, lists } = market;
  market.outside = outside;
  for (let i = 0; i < mentorOf.length; i++) {
    if (mentorOf[i] !== LEFT_OUT || !hasChoice(market, i)) continue;
    lists.refresh(i);
    utility[i] = Math.max(lists.worth[lists.start[i]!]!, outside);
    mentorOf[i] = WAITING;
  }
}
