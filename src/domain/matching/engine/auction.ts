// A quick first round: mentees bid for seats, so that prices come near where they will end and most pairs sit.
import type { Work } from '../../progress.ts';
import { bidding, startAgain, type View } from './bidding.ts';
import { LEFT_OUT, vacate, WAITING, type Market } from './market.ts';
import { NOTHING } from '../../vectors/row-kernels.ts';

/** What a bid adds beyond indifference, round after round, in score points; the last alone where prices are known roughly. */
const steps = [4, 1] as const;

/**
 * Rounds of bids by the short lists, each with a smaller step. At the end everybody's best is worked out exactly, and pairs
 * that are not exactly it are opened again: what stays obeys the market's rules, however rough the bidding was.
 */
export function* auction(market: Market, known: boolean): Work<void> {
  const { mentorOf, seatOf, utility } = market;
  for (const step of known ? steps.slice(-1) : steps) {
    if (!known && step !== steps[0]) startAgain(market, 2 * steps[0]);
    yield* bidding(market, step, (i, view) => {
      lookAtList(market, i, view);
    });
  }
  for (let i = 0; i < mentorOf.length; i++) {
    if (mentorOf[i] === LEFT_OUT) continue;
    const j = mentorOf[i]!;
    const mine = settleUtility(market, i, j);
    if (j < 0 || mine === utility[i]) continue;
    vacate(market, j, seatOf[i]!);
    mentorOf[i] = WAITING;
    seatOf[i] = -1;
  }
}

function lookAtList({ lists, asking }: Market, i: number, view: View): void {
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
  view.best = best;
  view.second = second;
  view.wanted = wanted;
}

/** Sets mentee i's utility to the most she can have at today's prices; returns what listed mentor j is worth to her. */
function settleUtility({ lists, asking, utility, outsideOf }: Market, i: number, j: number): number {
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
      utility[i] = Math.max(best, outsideOf[i]!);
      return mine;
    }
    lists.refresh(i);
  }
}
