// Where everybody wants the same mentors: prices roughly, before any list is made, by bids over whole rows.
import type { Work } from '../../progress.ts';
import { bidding, startAgain, type View } from './bidding.ts';
import type { Market } from './market.ts';
import { leastWorth } from './row-kernels.ts';

/** What a bid adds beyond indifference, round after round, in score points. */
const steps = [64, 8] as const;

/** Mentees asked for their first choice. */
const sample = 256;

/** Contested: the first choices of the sample are fewer mentors than this share of what they would be if drawn by lot. */
const crowded = 0.6;

/**
 * Short lists are made at some prices and go out of date as prices climb. Where all climb far, most of the work would be
 * making lists anew; so prices climb first, in large steps, each bid by one look at a whole row. Elsewhere nothing is done.
 */
export function* roughPrices(market: Market): Work<void> {
  if (!isContested(market)) return;
  const { rows, asking } = market;
  const look = (i: number, view: View): void => {
    view.best = rows.twoBest(i);
    view.second = rows.second[0]!;
    if (view.best < leastWorth) return;
    rows.collect(i, 0, asking.length, view.best, 0, 1);
    view.wanted = rows.mentor[0]!;
  };
  for (const step of steps) {
    yield* bidding(market, step, look);
    startAgain(market, 2 * step);
  }
}

function isContested({ mentorOf, asking, rows }: Market): boolean {
  const mentees = mentorOf.length;
  const asked = Math.min(sample, mentees);
  const wanted = new Set<number>();
  let choosing = 0;
  for (let k = 0; k < asked; k++) {
    const i = Math.floor((k * mentees) / asked);
    const best = rows.best(i);
    if (best < leastWorth) continue;
    choosing++;
    rows.collect(i, 0, asking.length, best, 0, 1);
    wanted.add(rows.mentor[0]!);
  }
  const byLot = asking.length * (1 - Math.exp(-choosing / asking.length));
  return wanted.size < crowded * byLot;
}
