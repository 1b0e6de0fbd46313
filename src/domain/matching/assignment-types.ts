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
  /** What having a mentor counts for each mentee where some are placed first; read where chains of moves are weighed. */
  readonly placedWorth?: Float64Array;
}

/** A table of which rows may be made one at a time. */
export interface TableRows extends Pick<ScoreTable, 'mentees' | 'mentors' | 'seats'> {
  /** A mentee's scores; they hold until the next are asked for. */
  readonly rowOf: (mentee: number) => Uint16Array;
  /** One score. */
  readonly cellOf: (mentee: number, mentor: number) => number;
  /** A mentor's scores. */
  readonly columnOf: (mentor: number) => Uint16Array;
  /** With all rows laid out. */
  readonly whole: () => ScoreTable;
}

export function rowsOf(table: ScoreTable | TableRows): TableRows {
  if ('rowOf' in table) return table;
  const { mentees, mentors, seats, scores } = table;
  const rowOf = (i: number): Uint16Array => scores.subarray(i * mentors, (i + 1) * mentors);
  const cellOf = (i: number, j: number): number => scores[i * mentors + j]!;
  const columnOf = (j: number): Uint16Array => Uint16Array.from({ length: mentees }, (_, i) => cellOf(i, j));
  return { mentees, mentors, seats, rowOf, cellOf, columnOf, whole: () => table };
}

/**
 * An assignment, with the dual prices that prove it.
 * `mentorOf[i]`: the mentor of mentee i, or -1. `prices[j]` >= 0: what one more seat at mentor j would add to the whole,
 * in score points; 0 where a seat is free. `unmatchedCost`: what leaving one mentee out was charged in the solve. `stopped`:
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

/** The verdict of the independent judge (certificate.ts). `faults` is empty when the optimum is proved. */
export interface Certificate {
  readonly proved: boolean;
  /** Eligible pairs looked at. */
  readonly checkedPairs: number;
  readonly faults: readonly string[];
  /** Of an answer that was stopped: nobody can place more, and none that places as many as it has a higher total. */
  readonly bound?: { readonly placed: number; readonly total: number };
}
