// The values between scoring, solving, certifying and explaining: ScoreTable -> Matching.

export { BARRED } from '../vectors/score-room.ts';

/** The best a pair can score. */
export const TOP_SCORE = 1000;

/**
 * Who may be paired with whom, and how well they fit.
 * `scores`: mentees x mentors, row-major, 0..1000, 65535 = barred. `seats`: places each mentor has left, >= 0.
 * Rows and columns stand in canonical order (sorted by a seeded hash of the people's ids), so that the solver, which
 * may break ties by index, never sees the order of a file.
 */
export interface ScoreTable {
  readonly mentees: number;
  readonly mentors: number;
  readonly scores: Uint16Array;
  readonly seats: Int32Array;
  /**
   * What each place counts more, mentor by mentor and place by place (`seats` in all), whoever takes it; never rising within
   * a mentor, so that a load that grows counts less and less (a convex cost) and places are taken in their order. 0 where not said.
   */
  readonly placeBonus?: Int32Array;
  /** What having a mentor counts for each mentee where some are placed first; read where chains of moves are weighed. */
  readonly placedWorth?: Float64Array;
}

/** A table of which rows may be made one at a time. */
export interface TableRows extends Pick<ScoreTable, 'mentees' | 'mentors' | 'seats' | 'placeBonus'> {
  /** A mentee's scores; they hold until the next are asked for. */
  readonly rowOf: (mentee: number) => Uint16Array;
  /** One score. */
  readonly cellOf: (mentee: number, mentor: number) => number;
  /** A mentor's scores; they hold until the next are asked for. */
  readonly columnOf: (mentor: number) => Uint16Array;
  /** With all rows laid out. */
  readonly whole: () => ScoreTable;
}

export function rowsOf(table: ScoreTable | TableRows): TableRows {
  if ('rowOf' in table) return table;
  const { mentees, mentors, seats, placeBonus, scores } = table;
  const rowOf = (i: number): Uint16Array => scores.subarray(i * mentors, (i + 1) * mentors);
  const cellOf = (i: number, j: number): number => scores[i * mentors + j]!;
  const columnOf = (j: number): Uint16Array => Uint16Array.from({ length: mentees }, (_, i) => cellOf(i, j));
  const sides = { mentees, mentors, seats, ...(placeBonus === undefined ? {} : { placeBonus }) };
  return { ...sides, rowOf, cellOf, columnOf, whole: () => table };
}

/**
 * An assignment, with the dual prices that prove it.
 * `mentorOf[i]`: the mentor of mentee i, or -1. `prices[j]` >= 0: what one more seat at mentor j would add to the whole,
 * in score points; 0 where a seat is free. Where places count unequally it is what the next place must count less for nobody
 * to want it: never below less the bonus of the last place that is taken, never above less that of the first that is free.
 * `total` counts the bonus of every place that is taken. `unmatchedCost`: what leaving one mentee out was charged in the solve. `stopped`:
 * taken before the solve had ended, so that the prices are not those of this answer and prove only a bound.
 */
export interface Matching {
  readonly mentorOf: Int32Array;
  readonly placed: number;
  readonly total: number;
  readonly prices: Int32Array;
  readonly unmatchedCost: number;
  readonly stopped?: true;
}

/** Where each mentor's places begin in `placeBonus`. */
export function firstPlaces(seats: Int32Array): Int32Array {
  const first = new Int32Array(seats.length + 1);
  for (let j = 0; j < seats.length; j++) first[j + 1] = first[j]! + seats[j]!;
  return first;
}

/** What the places that are taken count more; `load`: how many of each mentor's. */
export function takenBonus({ seats, placeBonus }: Pick<ScoreTable, 'seats' | 'placeBonus'>, load: Int32Array): number {
  if (placeBonus === undefined) return 0;
  const first = firstPlaces(seats);
  let sum = 0;
  for (let j = 0; j < seats.length; j++)
    for (let place = first[j]!; place < first[j]! + Math.min(load[j]!, seats[j]!); place++) sum += placeBonus[place]!;
  return sum;
}

/** The verdict of the independent judge (certificate.ts). `faults` is empty when the optimum is proved. */
export interface Certificate {
  readonly proved: boolean;
  /** Eligible pairs looked at. */
  readonly checkedPairs: number;
  readonly faults: readonly string[];
  /** Of an answer that was stopped: nobody can place more, and none that places as many as it has a higher total. */
  readonly bound?: { readonly placed: number; readonly total: number };
}
