// The state of a solve: who sits where, what every mentor asks, and the best every mentee can have at these prices.
import { firstPlaces, TOP_SCORE, type ScoreTable } from '../assignment-types.ts';
import { worthVectors } from '../../vectors/score-room.ts';
import { candidateLists, type CandidateLists } from './candidate-lists.ts';
import { CLOSED, plainKernels, type RowKernels } from '../../vectors/row-kernels.ts';
import { simdKernels } from '../../vectors/simd-kernels.ts';

/** `mentorOf`: has no mentor yet, and is looking for one. */
export const WAITING = -1;

/** `mentorOf`: left out, at what that costs; or has nobody she may be paired with. */
export const LEFT_OUT = -2;

/**
 * Mentors sell seats, mentees buy what is worth most to them: score less asking price, or being left out at `outside`.
 * Each seat has a reserve price, below which it is not sold: 0, or less what the place counts more. A mentor sells her seats in
 * the order of their reserves; her asking price is never below that of the last she sold.
 * Kept at all times between the steps: `utility[i] >= score - asking` for every pair (dual feasibility), with equality
 * for pairs that sit (complementary slackness). Missing until the end: nobody is waiting, and no free seat would be sold.
 */
export interface Market {
  /** Seats worth counting: never more than one beyond the number of mentees. */
  readonly seats: Int32Array;
  readonly mentorOf: Int32Array;
  /** Where in `occupant` a mentee sits. */
  readonly seatOf: Int32Array;
  /** Mentor j's mentees: `occupant[firstSeat[j]]` and the `load[j] - 1` after it. */
  readonly firstSeat: Int32Array;
  readonly occupant: Int32Array;
  readonly load: Int32Array;
  /** Prices; CLOSED where there are no seats. */
  readonly asking: Int32Array;
  /** Seat after seat, and NEVER after each mentor's last: see `opensAt`. Mentor j's begin at `firstSeat[j] + j`. */
  readonly reserve: Int32Array;
  readonly utility: Int32Array;
  readonly lists: CandidateLists;
  /** Whole rows of scores against `asking`. */
  readonly rows: RowKernels;
  /** What being left out is worth: far below any score, and lower still when that does not keep coverage first. */
  outside: number;
  /** The same for each buyer: less what being placed counts more for her. */
  readonly outsideOf: Int32Array;
}

/** The reserve price of a seat that is not there. */
const NEVER = 0x20000000;

/** The price from which on mentor j sells one seat more. */
export function opensAt({ reserve, firstSeat, load }: Market, j: number): number {
  return reserve[firstSeat[j]! + j + load[j]!]!;
}

/** The price below which mentor j, who has mentees, would sell one seat less. */
export function keepsAt({ reserve, firstSeat, load }: Market, j: number): number {
  return reserve[firstSeat[j]! + j + load[j]! - 1]!;
}

/** The lowest price that mentor j may ask. */
export function leastPrice({ reserve, firstSeat }: Market, j: number): number {
  return reserve[firstSeat[j]! + j]!;
}

/** `plain`: TypeScript; `simd`: eight pairs at a time where this machine can; the answers are the same, bit for bit. */
export type KernelChoice = 'plain' | 'simd';

function kernelsFor(table: ScoreTable, choice: KernelChoice | undefined): RowKernels {
  const vectors = choice === undefined ? table.mentees * table.mentors >= worthVectors : choice === 'simd';
  return (vectors ? simdKernels(table) : undefined) ?? plainKernels(table);
}

interface Opening {
  readonly unmatchedCost: number;
  readonly kernels?: KernelChoice | undefined;
  /** The table's row of each buyer; a row each where not said. */
  readonly rowOf?: Int32Array;
  /** What being placed counts more for each buyer. */
  readonly bonusOf?: Int32Array | undefined;
}

/** A market before the first bid. Buyers are called mentees and sellers mentors, whichever side they are on. */
export function openMarket(table: ScoreTable, { unmatchedCost, kernels: choice, rowOf, bonusOf }: Opening): Market {
  const { mentors } = table;
  const mentees = rowOf?.length ?? table.mentees;
  const seats = table.seats.map((count) => Math.min(count, mentees + 1));
  const firstSeat = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) firstSeat[j + 1] = firstSeat[j]! + seats[j]!;
  const reserve = reservesOf(table, seats, firstSeat);
  const outside = TOP_SCORE - unmatchedCost;
  const kernels = kernelsFor(table, choice);
  const { asking } = kernels;
  const rows = rowOf === undefined ? kernels : forBuyers(kernels, rowOf);
  for (let j = 0; j < mentors; j++) asking[j] = seats[j] === 0 ? CLOSED : reserve[firstSeat[j]! + j]!;
  return {
    seats,
    mentorOf: new Int32Array(mentees).fill(WAITING),
    seatOf: new Int32Array(mentees).fill(-1),
    firstSeat,
    occupant: new Int32Array(firstSeat[mentors]!),
    load: new Int32Array(mentors),
    asking,
    reserve,
    utility: new Int32Array(mentees),
    rows,
    lists: candidateLists(mentees, mentors, rows),
    outside,
    outsideOf: Int32Array.from({ length: mentees }, (_, i) => outside - (bonusOf?.[i] ?? 0)),
  };
}

function reservesOf(table: ScoreTable, seats: Int32Array, firstSeat: Int32Array): Int32Array {
  const reserve = new Int32Array(firstSeat[seats.length]! + seats.length);
  const first = firstPlaces(table.seats);
  for (let j = 0; j < seats.length; j++) {
    const from = firstSeat[j]! + j;
    for (let k = 0; k < seats[j]!; k++) reserve[from + k] = 0 - (table.placeBonus?.[first[j]! + k] ?? 0);
    reserve[from + seats[j]!] = NEVER;
  }
  return reserve;
}

function forBuyers(kernels: RowKernels, rowOf: Int32Array): RowKernels {
  const { best, twoBest, collect } = kernels;
  return {
    ...kernels,
    best: (i) => best(rowOf[i]!),
    twoBest: (i) => twoBest(rowOf[i]!),
    collect: (i, from, to, least, at, limit) => collect(rowOf[i]!, from, to, least, at, limit),
  };
}

/** Mentee i takes the next free seat of mentor j. */
export function sit({ mentorOf, seatOf, firstSeat, occupant, load }: Market, i: number, j: number): void {
  const seat = firstSeat[j]! + load[j]!++;
  occupant[seat] = i;
  seatOf[i] = seat;
  mentorOf[i] = j;
}

/** Gives seat `seat` of mentor j up; her last mentee moves into the gap. */
export function vacate({ seatOf, firstSeat, occupant, load }: Market, j: number, seat: number): void {
  const last = firstSeat[j]! + --load[j]!;
  if (last === seat) return;
  const moved = occupant[last]!;
  occupant[seat] = moved;
  seatOf[moved] = seat;
}

/** Whether i has anybody to choose from. */
export function hasChoice({ lists }: Market, i: number): boolean {
  return lists.length[i]! > 0;
}
