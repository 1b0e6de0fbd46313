// Who goes looking: mentees for seats, or, where there are fewer seats than mentees, seats for mentees.
import { firstPlaces, type ScoreTable } from '../assignment-types.ts';
import { scoreRoom } from '../../vectors/score-room.ts';
import { openMarket, type KernelChoice, type Market } from './market.ts';

/** A market on one side or the other, and how to read its state as an assignment of mentees to mentors. */
export interface Side {
  readonly market: Market;
  readonly mentorOf: () => Int32Array;
  /** Prices of the mentors' seats. */
  readonly prices: () => Int32Array;
}

/**
 * Prices are quick to rise and slow to fall, and rise from nothing only where whatever is left over at the end costs
 * nothing. So the scarcer side buys. Turned round, every seat is a buyer and every mentee has one seat to sell; being
 * unfilled is worth to a seat what being left out is worth to a mentee, which makes the two problems differ by a constant:
 * the best answer is the same, and so are its prices (utility of a mentee = her price + outside, and the other way round).
 * What a place counts more is then what being filled counts more for that seat.
 */
export function chooseSide(table: ScoreTable, unmatchedCost: number, kernels?: KernelChoice): Side {
  let places = 0;
  for (const count of table.seats) places += count;
  return places < table.mentees ? seatsBuy(table, unmatchedCost, kernels) : menteesBuy(table, unmatchedCost, kernels);
}

function menteesBuy(table: ScoreTable, unmatchedCost: number, kernels?: KernelChoice): Side {
  const market = openMarket(table, { unmatchedCost, kernels });
  return {
    market,
    mentorOf: () => market.mentorOf.map((j) => Math.max(-1, j)),
    prices: () => Int32Array.from(market.asking, (price, j) => (market.seats[j] === 0 ? 0 : price)),
  };
}

function seatsBuy(table: ScoreTable, unmatchedCost: number, kernels?: KernelChoice): Side {
  const mentorOfSeat = Int32Array.from(
    Array.from(table.seats).flatMap((count, j) => Array.from({ length: count }, () => j)),
  );
  const market = openMarket(turned(table), { unmatchedCost, kernels, rowOf: mentorOfSeat, bonusOf: table.placeBonus });
  const first = firstPlaces(table.seats);
  return {
    market,
    mentorOf: () => {
      const mentorOf = new Int32Array(table.mentees).fill(-1);
      market.mentorOf.forEach((i, seat) => {
        if (i >= 0) mentorOf[i] = mentorOfSeat[seat]!;
      });
      return mentorOf;
    },
    prices: () => {
      const prices = new Int32Array(table.mentors);
      const { mentorOf, utility, outside } = market;
      for (let j = 0; j < table.mentors; j++) {
        if (table.seats[j] === 0) continue;
        let price = 0 - (table.placeBonus?.[first[j]!] ?? 0);
        // All seats that are filled are worth the same to their mentor; the others are worth less than being filled costs.
        for (let seat = first[j]!; seat < first[j + 1]!; seat++)
          if (mentorOf[seat]! >= 0) price = Math.max(price, utility[seat]! - outside);
        prices[j] = price;
      }
      return prices;
    },
  };
}

/** Side of a block of pairs, in which both tables are read and written near by. */
const side = 32;

/** Rows for mentors, a column for each mentee. */
function turned(table: ScoreTable): ScoreTable {
  const { mentees, mentors } = table;
  const across = scoreRoom(mentors, mentees);
  for (let left = 0; left < mentors; left += side)
    for (let top = 0; top < mentees; top += side) turnBlock(across, table, left, top);
  return { mentees: mentors, mentors: mentees, scores: across, seats: new Int32Array(mentees).fill(1) };
}

/** By itself so that it is compiled by itself. */
function turnBlock(across: Uint16Array, { mentees, mentors, scores }: ScoreTable, left: number, top: number): void {
  const right = Math.min(mentors, left + side);
  const bottom = Math.min(mentees, top + side);
  for (let j = left; j < right; j++)
    for (let i = top; i < bottom; i++) across[j * mentees + i] = scores[i * mentors + j]!;
}
