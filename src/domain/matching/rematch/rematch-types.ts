// The values of a rematch: standing pairs and people without one, and the answer that moves as few as can be.
import { BARRED, TOP_SCORE, type ScoreTable } from '../assignment-types.ts';
import { mostHistory } from '../scoring/bonuses.ts';

/** The most a pair that does not stand can count: the best fit, and what history adds. */
export const topWorth = TOP_SCORE + mostHistory;

/**
 * A score table over everybody concerned, `seats` counting the seats that standing pairs hold.
 * `standing[i]`: the mentor mentee i has now, or -1. A standing pair is never barred, whatever the rules say by now.
 */
export interface RematchTable extends ScoreTable {
  readonly standing: Int32Array;
}

/**
 * `moved`: standing pairs that do not stand any more. `prices` and `margin` are the proof: at these prices everybody
 * placed has the best they could choose, worth `margin` or more, and nobody left out could choose anything worth more.
 * Worth is score points, and `keepBonus` more for a standing pair.
 */
export interface RematchAnswer {
  readonly mentorOf: Int32Array;
  readonly placed: number;
  readonly moved: number;
  readonly total: number;
  readonly prices: Float64Array;
  readonly margin: number;
}

/** Outweighs all scores together, so that one pair kept counts more than any quality. Exact in doubles to 10^8 people. */
export function keepBonus(table: RematchTable): number {
  return topWorth * table.mentees + 1;
}

/** What mentee i with mentor j counts: the score, and the bonus when they stand together already; -1 when barred. */
export function worthIn(table: RematchTable): (i: number, j: number) => number {
  const bonus = keepBonus(table);
  const { mentors, scores, standing } = table;
  return (i, j) => {
    const score = scores[i * mentors + j]!;
    return score === BARRED ? -1 : standing[i] === j ? score + bonus : score;
  };
}
