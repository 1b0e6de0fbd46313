// One round of an auction in whole numbers: whoever waits bids for what is worth most to her, until nobody waits.
import { TOP_SCORE } from '../assignment-types.ts';
import type { Work } from '../../progress.ts';
import { leastPrice, opensAt, sit, WAITING, type Market } from './market.ts';
import { leastWorth } from '../../vectors/row-kernels.ts';

/** Bids a mentee may make on average in a round before the exact steps take over. */
const bidsEach = 60;

/** What a mentee sees before she bids: the mentor worth most to her, how much, and what the next best is worth. */
export interface View {
  wanted: number;
  best: number;
  second: number;
}

/**
 * Auction with similar objects (Bertsekas & Castanon 1989), one pass of a single step.
 * 1. A waiting mentee bids for the mentor worth most to her, up to where her second choice is worth as much, plus `step`.
 * 2. A mentor takes one more as long as a seat's reserve is no higher than her lowest bid; else she gives up her lowest
 *    bidder, who waits again. Her price is then the lowest bid she has accepted, or the reserve of her next seat.
 * 3. Whoever would rather be left out than pay any price stops bidding.
 * `look` says what mentee i sees at today's prices. A larger step: fewer bids, and more pairs that are not quite the best.
 */
export function* bidding(market: Market, step: number, look: (i: number, view: View) => void): Work<void> {
  const { mentorOf, seatOf, firstSeat, occupant, load, asking, outsideOf } = market;
  const mentees = mentorOf.length;
  const bids = new Int32Array(occupant.length);
  const ring = new Int32Array(mentees + 1);
  const view: View = { wanted: -1, best: 0, second: 0 };
  let [head, size] = [0, 0];
  for (let i = 0; i < mentees; i++) if (mentorOf[i] === WAITING) ring[size++] = i;
  const waiting = size;

  for (let made = 0; size > 0 && made < bidsEach * mentees; made++) {
    if (made % 4096 === 0) yield { phase: 'bidding for seats', done: waiting - size, total: waiting };
    const i = ring[head]!;
    head = head === mentees ? 0 : head + 1;
    size--;
    look(i, view);
    const { wanted, best } = view;
    if (best < outsideOf[i]! || best < leastWorth) continue;
    const second = view.second < leastWorth ? best - TOP_SCORE : view.second;

    const bid = asking[wanted]! + best - second + step;
    const first = firstSeat[wanted]!;
    let seat = first + load[wanted]!;
    // All bids held are at least the price asked.
    const opens = opensAt(market, wanted);
    const low = opens <= asking[wanted]! ? seat : lowest(bids, first, seat);
    if (low === seat || opens <= bids[low]!) sit(market, i, wanted);
    else {
      seat = low;
      const loser = occupant[seat]!;
      mentorOf[loser] = WAITING;
      occupant[seat] = i;
      mentorOf[i] = wanted;
      seatOf[i] = seat;
      const tail = head + size++;
      ring[tail > mentees ? tail - mentees - 1 : tail] = loser;
    }
    bids[seat] = bid;
    const next = opensAt(market, wanted);
    if (next > asking[wanted]!) {
      const least = bids[lowest(bids, first, first + load[wanted]!)]!;
      asking[wanted] = Math.max(asking[wanted]!, Math.min(least, next));
    }
  }
}

/**
 * Everybody gets up, and all prices fall by `by`: before a round with a smaller step. Prices that the larger one raised too
 * far would have to be brought down at the end, which takes longer than bidding them up again.
 */
export function startAgain(market: Market, by: number): void {
  const { mentorOf, seatOf, load, seats, asking, lists } = market;
  for (let i = 0; i < mentorOf.length; i++) {
    if (mentorOf[i]! < 0) continue;
    mentorOf[i] = WAITING;
    seatOf[i] = -1;
  }
  load.fill(0);
  for (let j = 0; j < asking.length; j++)
    if (seats[j]! > 0) asking[j] = Math.max(leastPrice(market, j), asking[j]! - by);
  lists.fallen += by;
}

function lowest(bids: Int32Array, from: number, to: number): number {
  let at = from;
  for (let seat = from + 1; seat < to; seat++) if (bids[seat]! < bids[at]!) at = seat;
  return at;
}
