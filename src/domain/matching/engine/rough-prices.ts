// Where everybody wants the same mentors: prices roughly, before any list is made, by bids over whole rows.
import type { Work } from '../../progress.ts';
import { bidding, startAgain, type View } from './bidding.ts';
import type { Market } from './market.ts';
import { leastWorth, placeToStart } from '../../vectors/row-kernels.ts';

/** Round after round: what a bid adds beyond indifference, and by how much prices fall after it; in score points. */
const rounds = [
  { step: 48, fall: 48 },
  { step: 6, fall: 12 },
] as const;

/** Mentees asked for their first choice. */
const sample = 256;

/** Contested: the first choices of the sample are fewer mentors than this share of what they would be if drawn by lot. */
const crowded = 0.6;

/**
 * Short lists are made at some prices and go out of date as prices climb. Where all climb far, most of the work would be
 * making lists anew; so prices climb first, in large steps, each bid by one look at a whole row. Elsewhere nothing is done; false.
 */
export function* roughPrices(market: Market): Work<boolean> {
  if (!isContested(market)) return false;
  const { rows } = market;
  const look = (i: number, view: View): void => {
    view.best = rows.twoBest(i);
    view.second = rows.second[0]!;
    if (view.best >= leastWorth) view.wanted = oneOfTheBest(market, i, view.best);
  };
  for (const { step, fall } of rounds) {
    yield* bidding(market, step, look);
    startAgain(market, fall);
  }
  return true;
}

/** Of mentors worth equally much every mentee takes another, so that they do not all bid for the first. */
function oneOfTheBest({ rows, asking }: Market, i: number, best: number): number {
  const from = placeToStart(i, asking.length);
  if (rows.collect(i, from, asking.length, best, 0, 1) === 0) rows.collect(i, 0, from, best, 0, 1);
  return rows.mentor[0]!;
}

function isContested(market: Market): boolean {
  const { mentorOf, asking, rows } = market;
  const mentees = mentorOf.length;
  const asked = Math.min(sample, mentees);
  const wanted = new Set<number>();
  let choosing = 0;
  for (let k = 0; k < asked; k++) {
    const i = Math.floor((k * mentees) / asked);
    const best = rows.best(i);
    if (best < leastWorth) continue;
    choosing++;
    wanted.add(oneOfTheBest(market, i, best));
  }
  const byLot = asking.length * (1 - Math.exp(-choosing / asking.length));
  return wanted.size < crowded * byLot;
}
