// The two loops the solver spends its time in: over one mentee's scores and all asking prices. No other file knows how.
import { BARRED, type ScoreTable } from '../assignment-types.ts';

/** Worth of no mentor at all; below anything a score and a price can make. */
export const NOTHING = -0x40000000;

/** The asking price of a mentor without seats: nobody ever wants to pay it. */
export const CLOSED = 0x10000000;

/** Less than this is a closed mentor, not a choice. */
export const leastWorth = -0x8000000;

/** What a mentor is worth to a mentee: her score less the asking price. */
export interface RowKernels {
  /** The most any mentor is worth to mentee i; below `leastWorth` when she has none. */
  readonly best: (i: number) => number;
  /**
   * Writes mentors from `from` (inclusive) to `to` (exclusive) worth at least `least`, in order, to `mentor` and `worth`
   * from place `at` on; stops some time after `limit` of them. Returns how many.
   */
  readonly collect: (i: number, from: number, to: number, least: number, at: number, limit: number) => number;
  readonly mentor: Int32Array;
  readonly worth: Int32Array;
}

/** The kernels in plain TypeScript, over the table's own scores. `asking[j]`: mentor j's price, or CLOSED. */
export function plainKernels({ mentors, scores }: ScoreTable, asking: Int32Array): RowKernels {
  const mentor = new Int32Array(mentors);
  const worth = new Int32Array(mentors);
  return {
    best: (i) => {
      const row = i * mentors;
      let best = NOTHING;
      for (let j = 0; j < mentors; j++) {
        const score = scores[row + j]!;
        if (score === BARRED) continue;
        const value = score - asking[j]!;
        if (value > best) best = value;
      }
      return best;
    },
    collect: (i, from, to, least, at, limit) => {
      const row = i * mentors;
      let count = 0;
      for (let j = from; j < to; j++) {
        const score = scores[row + j]!;
        const value = score - asking[j]!;
        if (value < least || score === BARRED) continue;
        mentor[at + count] = j;
        worth[at + count] = value;
        if (++count >= limit) break;
      }
      return count;
    },
    mentor,
    worth,
  };
}
