// The values of a rematch: standing pairs and people without one, and the answer that moves as few as can be.
import { BARRED, TOP_SCORE, type ScoreTable } from '../assignment-types.ts';
import { beyondSoftCap, mostEven, mostHistory } from '../scoring/bonuses.ts';

/** The most a pair that does not stand can count: the best fit, and what history, even loads and soft caps add. */
export const topWorth = TOP_SCORE + mostHistory + mostEven + beyondSoftCap;

/** A mentor's places, the first of them first: several entries where they count more and less. */
export interface Places {
  readonly ownerOf: Int32Array;
  readonly seats: Int32Array;
  /** What each of these places counts more, in score points; never rising from one of a mentor's to her next. */
  readonly bonus: Int32Array;
}

/**
 * A score table over everybody concerned, `seats` counting the seats that standing pairs hold.
 * `standing[i]`: the mentor mentee i has now, or -1. A standing pair is never barred, whatever the rules say by now.
 */
export interface RematchTable extends ScoreTable {
  readonly standing: Int32Array;
  /** One entry a mentor where nothing is said. */
  readonly places?: Places;
  /** Whoever waits is placed tier by tier, the highest first; one tier where nothing is said, else pairs that stand are the highest. */
  readonly tierOf?: readonly number[];
  /** Mentors that somebody may not have besides. */
  readonly never?: readonly (ReadonlySet<number> | undefined)[];
  /** 1 for who is left out of account. */
  readonly out?: Uint8Array;
}

/** What holds when all of a tier are placed who can be: whom everybody has then, the price of each of the places, what one of each tier is worth at least. */
export interface TierProof {
  readonly tier: number;
  readonly mentorOf: Int32Array;
  readonly prices: Float64Array;
  readonly margins: ReadonlyMap<number, number>;
}

/**
 * `moved`: standing pairs that do not stand any more. `proofs`, tier by tier: at these prices everybody placed has the best
 * they could choose, worth the margin of her tier or more, and nobody left out could choose anything worth more.
 * Worth is score points, what the place counts more, and `keepBonus` more for a standing pair. `prices`: of the mentors' places
 * in the end, the highest of each.
 */
export interface RematchAnswer {
  readonly mentorOf: Int32Array;
  readonly placed: number;
  readonly moved: number;
  readonly total: number;
  readonly prices: Float64Array;
  readonly proofs: readonly TierProof[];
}

/** Outweighs all scores together, so that one pair kept counts more than any quality. Exact in doubles to 10^8 people. */
export function keepBonus(table: Pick<RematchTable, 'mentees'>): number {
  return topWorth * table.mentees + 1;
}

export function placesOf({ places, mentors, seats }: RematchTable): Places {
  return (
    places ?? { ownerOf: Int32Array.from({ length: mentors }, (_, j) => j), seats, bonus: new Int32Array(mentors) }
  );
}

/** What mentee i with mentor j counts, whichever place it is: the score, and the bonus when they stand together already; -1 when barred. */
export function worthIn(table: RematchTable): (i: number, j: number) => number {
  const bonus = keepBonus(table);
  const { mentors, scores, standing, never } = table;
  return (i, j) => {
    const score = scores[i * mentors + j]!;
    if (score === BARRED || never?.[i]?.has(j) === true) return -1;
    return standing[i] === j ? score + bonus : score;
  };
}

export function tierIn({ tierOf }: RematchTable): (i: number) => number {
  return (i) => tierOf?.[i] ?? 0;
}
