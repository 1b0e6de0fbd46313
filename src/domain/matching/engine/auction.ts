// A quick first round: mentees bid for seats, so that prices come near where they will end and most pairs sit.
import { TOP_SCORE } from '../assignment-types.ts';
import type { Work } from '../../progress.ts';
import { LEFT_OUT, sit, vacate, WAITING, type Market } from './market.ts';
import { leastWorth, NOTHING } from './row-kernels.ts';

/** What a bid adds beyond indifference. Larger: fewer bids, and more pairs that are not quite the best. */
const step = TOP_SCORE / 500;

/** Bids a mentee may make on average before the exact steps take over. */
const bidsEach = 60;

/**
 * Auction with similar objects (Bertsekas & Castanon 1989), in whole numbers, one pass of a single step.
 * 1. A waiting mentee bids for the mentor worth most to her, up to where her second choice is worth as much, plus `step`.
 * 2. A full mentor gives up her lowest bidder, who waits again; her price is then the lowest bid she has accepted.
 * 3. Whoever would rather be left out than pay any price stops bidding.
 * 4. At the end everybody's best is worked out exactly, and pairs that are not exactly it are opened again: what stays
 *    obeys the market's rules, however rough the bidding was.
 */
export function* auction(market: Market): Work<void> {
  const { mentorOf, seatOf, firstSeat, occupant, load, seats, asking, lists } = market;
  const mentees = mentorOf.length;
  const bids = new Int32Array(occupant.length);
  const ring = new Int32Array(mentees + 1);
  let [head, size] = [0, 0];
  for (let i = 0; i < mentees; i++) if (mentorOf[i] === WAITING) ring[size++] = i;
  const waiting = size;

  for (let made = 0; size > 0 && made < bidsEach * mentees; made++) {
    if (made % 4096 === 0)
      yield {
        phase: 'bidding for seats',
        done: waiting - size,
        total: waiting,
      };
    const i = ring[head]!;
    head = head === mentees ? 0 : head + 1;
    size--;

    let best: number;
    let second: number;
    let wanted: number;
    for (let attempt = 0; ; attempt++) {
      [best, second, wanted] = [NOTHING, NOTHING, -1];
      const { mentor, score } = lists;
      const end = lists.start[i]! + lists.length[i]!;
      for (let k = lists.start[i]!; k < end; k++) {
        const j = mentor[k]!;
        const worth = score[k]! - asking[j]!;
        if (worth <= second) continue;
        if (worth > best) {
          second = best;
          best = worth;
          wanted = j;
        } else second = worth;
      }
      const unlisted = lists.unlisted[i]! + lists.fallen - lists.fallenAt[i]!;
      if (second >= unlisted) break;
      if (attempt === 1) {
        second = Math.min(best, unlisted);
        break;
      }
      lists.refresh(i);
    }
    if (best < market.outside) continue;
    if (second < leastWorth) second = best - TOP_SCORE;

    const bid = asking[wanted]! + best - second + step;
    const first = firstSeat[wanted]!;
    const full = first + seats[wanted]!;
    let seat = first + load[wanted]!;
    if (seat < full) sit(market, i, wanted);
    else {
      seat = lowest(bids, first, full);
      const loser = occupant[seat]!;
      mentorOf[loser] = WAITING;
      occupant[seat] = i;
      mentorOf[i] = wanted;
      seatOf[i] = seat;
      ring[(head + size++) % (mentees + 1)] = loser;
    }
    bids[seat] = bid;
    if (first + load[wanted]! === full) asking[wanted] = Math.max(asking[wanted]!, bids[lowest(bids, first, full)]!);
  }

  for (let i = 0; i < mentees; i++) {
    if (mentorOf[i] === LEFT_OUT) continue;
    const j = mentorOf[i]!;
    const mine = settleUtility(market, i, j);
    if (j < 0 || mine === market.utility[i]) continue;
    vacate(market, j, seatOf[i]!);
    mentorOf[i] = WAITING;
    seatOf[i] = -1;
  }
}

/** Sets mentee i's utility to the most she can have at today's prices; returns what listed mentor j is worth to her. */
function settleUtility({ lists, asking, utility, outside }: Market, i: number, j: number): number {
  for (let attempt = 0; ; attempt++) {
    let [best, mine] = [NOTHING, NOTHING];
    const { mentor, score } = lists;
    const end = lists.start[i]! + lists.length[i]!;
    for (let k = lists.start[i]!; k < end; k++) {
      const worth = score[k]! - asking[mentor[k]!]!;
      if (worth > best) best = worth;
      if (mentor[k] === j) mine = worth;
    }
    if (best >= lists.unlisted[i]! + lists.fallen - lists.fallenAt[i]! || attempt === 1) {
      utility[i] = Math.max(best, outside);
      return mine;
    }
    lists.refresh(i);
  }
}

function lowest(bids: Int32Array, from: number, to: number): number {
  let at = from;
  for (let seat = from + 1; seat < to; seat++) if (bids[seat]! < bids[at]!) at = seat;
  return at;
}
