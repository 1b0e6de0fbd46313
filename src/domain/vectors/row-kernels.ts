// The two loops the solver spends its time in: over one mentee's scores and all asking prices. No other file knows how.
import { BARRED, type ScoreRows } from './score-room.ts';

/** Worth of no mentor at all; below anything a score and a price can make. */
export const NOTHING = -0x40000000;

/** The asking price of a mentor without seats: nobody ever wants to pay it. */
export const CLOSED = 0x10000000;

/** Less than this is a closed mentor, not a choice. */
export const leastWorth = -0x8000000;

/** Pairs looked at in one step. */
export const lanes = 8;

/** Where mentee i begins to look among mentors worth equally much: at another place for each (Knuth's multiplicative hash). */
export function placeToStart(i: number, mentors: number): number {
  return (Math.imul(i + 1, 0x9e3779b1) >>> 0) % mentors;
}

/** What a mentor is worth to a mentee: her score less the asking price. */
export interface RowKernels {
  /** Mentor j's price, or CLOSED: the solver's to change. */
  readonly asking: Int32Array;
  /** The most any mentor is worth to mentee i; below `leastWorth` when she has none. */
  readonly best: (i: number) => number;
  /** The same; writes what the next best is worth to `second[0]`. Both may be below `leastWorth`: nobody. */
  readonly twoBest: (i: number) => number;
  readonly second: Int32Array;
  /**
   * Writes mentors from `from` (inclusive) to `to` (exclusive) worth at least `least`, in order, to `mentor` and `worth`
   * from place `at` on; stops after the `lanes` pairs, counted from `from`, in which there were `limit`. Returns how many.
   */
  readonly collect: (i: number, from: number, to: number, least: number, at: number, limit: number) => number;
  readonly mentor: Int32Array;
  readonly worth: Int32Array;
  /** No more is asked of these kernels. */
  readonly close: () => void;
}

/** The kernels in plain TypeScript, over the table's own scores. */
export function plainKernels({ mentors, scores }: ScoreRows): RowKernels {
  const asking = new Int32Array(mentors);
  const mentor = new Int32Array(mentors + lanes);
  const worth = new Int32Array(mentors + lanes);
  const second = new Int32Array(1);
  return {
    asking,
    mentor,
    worth,
    second,
    close: () => undefined,
    twoBest: (i) => {
      const row = i * mentors;
      let [best, next] = [NOTHING, NOTHING];
      for (let j = 0; j < mentors; j++) {
        const score = scores[row + j]!;
        if (score === BARRED) continue;
        const value = score - asking[j]!;
        if (value <= next) continue;
        if (value > best) {
          next = best;
          best = value;
        } else next = value;
      }
      second[0] = next;
      return best;
    },
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
      let count = at;
      for (let next = from; next < to && count - at < limit; next += lanes) {
        const end = Math.min(to, next + lanes);
        for (let j = next; j < end; j++) {
          const score = scores[row + j]!;
          const value = score - asking[j]!;
          if (value < least || score === BARRED) continue;
          mentor[count] = j;
          worth[count++] = value;
        }
      }
      return count - at;
    },
  };
}
