// Short lists of the mentors worth most to each mentee at today's prices, with a bound on all who are not listed.
import { leastWorth, NOTHING, placeToStart, type RowKernels } from '../../vectors/row-kernels.ts';

/** Mentors a list aims at. */
const aim = 32;

/** A list that would have to look this far below the best takes everybody. */
const widest = 2000;

/** Windows up to this are sorted by counting. */
const countable = 4096;

/**
 * Column generation: a list holds the mentors within some span of the best, by worth at the time it was made. Prices rise
 * from then on, so what is not on the list is never worth more than `unlisted[i]`; where all prices have fallen since
 * (price repair), by no more than `fallen - fallenAt[i]` more. Only a search that reaches that bound reads the row again.
 * Lists by score alone fail when everybody wants the same mentors: all lists are then the same, and all of them wrong.
 * Entries of mentee i: places `start[i]` to `start[i] + length[i]`, by `worth` falling.
 */
export interface CandidateLists {
  mentor: Int32Array;
  score: Int32Array;
  /** Score less price when the list was made. */
  worth: Int32Array;
  readonly start: Int32Array;
  readonly length: Int32Array;
  /** No unlisted mentor was worth more when the list was made; NOTHING when all are listed. */
  readonly unlisted: Int32Array;
  readonly fallenAt: Int32Array;
  /** By how much all prices may have fallen since the beginning. */
  fallen: number;
  /** Makes mentee i's list anew at today's prices. */
  readonly refresh: (i: number) => void;
  /** The same with four times as many on it. */
  readonly widen: (i: number) => void;
}

export function candidateLists(
  mentees: number,
  mentors: number,
  { asking, best: bestOf, collect, mentor: found, worth: foundWorth }: RowKernels,
): CandidateLists {
  const room = new Int32Array(mentees);
  const span = new Int32Array(mentees).fill(-1);
  const wanted = new Int32Array(mentees).fill(aim);
  const places = new Int32Array(countable + 1);
  let used = 0;
  /** What the last list reached down to: a good guess for a mentee's first. */
  let usual = 20;

  /** Finds about as many as wanted; returns what was found and down to which worth. */
  const gather = (i: number, best: number): { count: number; down: number; complete: boolean; tied: boolean } => {
    const want = wanted[i]!;
    const most = Math.max(4 * want, 64);
    let down = span[i]! < 0 ? usual : span[i]!;
    for (let tries = 0; ; tries++) {
      if (down > widest || want >= mentors) {
        span[i] = Math.min(down, widest);
        return { count: collect(i, 0, mentors, leastWorth, 0, mentors), down, complete: true, tied: false };
      }
      const limit = tries > 6 ? mentors : most;
      const count = collect(i, 0, mentors, best - down, 0, limit);
      if (count >= most && tries <= 6) {
        if (down === 0) {
          span[i] = 0;
          return { count: rotated(i, best, want), down, complete: false, tied: true };
        }
        down >>= 1;
        continue;
      }
      if (count < want >> 1 && tries < 12) {
        down = 2 * down + 1;
        continue;
      }
      span[i] = down;
      usual = down;
      return { count, down, complete: false, tied: false };
    }
  };

  /** One huge level of equal worth: every mentee starts at another place, so that they keep different mentors. */
  const rotated = (i: number, best: number, want: number): number => {
    const from = placeToStart(i, mentors);
    const count = Math.min(want, collect(i, from, mentors, best, 0, want));
    return count >= want ? count : Math.min(want, count + collect(i, 0, from, best, count, want - count));
  };

  const refresh = (i: number): void => {
    lists.fallenAt[i] = lists.fallen;
    const best = bestOf(i);
    if (best < leastWorth) {
      lists.length[i] = 0;
      lists.unlisted[i] = NOTHING;
      return;
    }
    const { count, down, complete, tied } = gather(i, best);
    if (count > room[i]!) allot(i, count);
    const start = lists.start[i]!;
    if (!complete && down < countable) sortByCounting(start, count, best, down);
    else sortByComparing(start, count, best);
    lists.length[i] = count;
    lists.unlisted[i] = complete ? NOTHING : tied ? best : best - down - 1;
  };

  const allot = (i: number, count: number): void => {
    room[i] = Math.max(64, 2 ** Math.ceil(Math.log2(count)));
    if (used + room[i] > lists.mentor.length) {
      const size = Math.max(2 * lists.mentor.length, used + room[i]);
      lists.mentor = grown(lists.mentor, size);
      lists.score = grown(lists.score, size);
      lists.worth = grown(lists.worth, size);
    }
    lists.start[i] = used;
    used += room[i];
  };

  const put = (place: number, j: number, worth: number): void => {
    lists.mentor[place] = j;
    lists.worth[place] = worth;
    lists.score[place] = worth + asking[j]!;
  };

  const sortByCounting = (start: number, count: number, best: number, down: number): void => {
    places.fill(0, 0, down + 1);
    for (let k = 0; k < count; k++) places[best - foundWorth[k]!]!++;
    let before = start;
    for (let level = 0; level <= down; level++) {
      const here = places[level]!;
      places[level] = before;
      before += here;
    }
    for (let k = 0; k < count; k++) put(places[best - foundWorth[k]!]!++, found[k]!, foundWorth[k]!);
  };

  const sortByComparing = (start: number, count: number, best: number): void => {
    const keys = new Float64Array(count);
    for (let k = 0; k < count; k++) keys[k] = (best - foundWorth[k]!) * mentors + found[k]!;
    keys.sort();
    for (let k = 0; k < count; k++) {
      const level = Math.floor(keys[k]! / mentors);
      put(start + k, keys[k]! - level * mentors, best - level);
    }
  };

  const lists: CandidateLists = {
    mentor: new Int32Array(64 * mentees),
    score: new Int32Array(64 * mentees),
    worth: new Int32Array(64 * mentees),
    start: new Int32Array(mentees),
    length: new Int32Array(mentees),
    unlisted: new Int32Array(mentees).fill(NOTHING),
    fallenAt: new Int32Array(mentees),
    fallen: 0,
    refresh,
    widen: (i) => {
      wanted[i]! *= 4;
      span[i] = 2 * span[i]! + 1;
      refresh(i);
    },
  };
  return lists;
}

function grown(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const array = new Int32Array(size);
  array.set(old);
  return array;
}
