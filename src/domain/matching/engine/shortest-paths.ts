// Shortest paths from many people at once, in whole numbers, in buckets: how far prices have to move for a seat to open.
import { opensAt, type Market } from './market.ts';
import { NOTHING } from '../../vectors/row-kernels.ts';

/** Farther than anything. */
export const FAR = 0x3fffffff;

/** `place`: to any free seat, or to somebody who may be left out. `repair`: to a free seat that would be sold for less. */
export type Goal = 'place' | 'repair';

/**
 * Dijkstra's search over mentees and mentors by slack (`utility - score + asking`), in buckets of equal length (Dial 1969).
 * A mentee's list is walked only as far as the length reached, entry by entry in falling worth: the worth on the list
 * bounds the slack from below, so that most of every row is never looked at; a row is read again over all mentors only
 * when everything unlisted could be nearer.
 */
export interface Search {
  /** The length of the shortest path found, or FAR; an upper bound may be set before `run`. */
  nearest: number;
  /** Begins a search. */
  readonly clear: (goal: Goal) => void;
  /** Starts from mentee i at length 0. */
  readonly fromMentee: (i: number) => void;
  /** Starts from mentor j, in whose seats a mentee may be spared at `length`. */
  readonly fromMentor: (j: number, length: number) => void;
  /** Searches as far as the nearest goal. */
  readonly run: () => void;
  /** Moves utilities of mentees and prices of mentors nearer than `nearest`, so that the shortest paths become tight. */
  readonly shift: () => void;
  /** Lists looked at so far: a measure of work. */
  work: number;
}

export function search(market: Market): Search {
  const { load, firstSeat, occupant, asking, utility, outsideOf, lists } = market;
  const mentees = utility.length;
  const mentors = asking.length;
  const distanceOf = new Int32Array(mentees);
  const walked = new Int32Array(mentees);
  const distanceTo = new Int32Array(mentors).fill(FAR);
  const settled = new Uint8Array(mentors);
  const [metMentees, settledMentors, touchedMentors] = [
    new Int32Array(mentees),
    new Int32Array(mentors),
    new Int32Array(mentors),
  ];
  let [met, settledCount, touched] = [0, 0, 0];
  const exhausted = new Int32Array(mentees);
  // Buckets are linked lists through one pool. An item is a mentee, or `mentees` + a mentor.
  let heads = new Int32Array(4096).fill(-1);
  let next = new Int32Array(1 << 12);
  let item = new Int32Array(1 << 12);
  let [pooled, longest] = [0, 0];
  let goal: Goal = 'place';

  const push = (length: number, what: number): void => {
    if (length >= heads.length) {
      const size = Math.max(length + 1, 2 * heads.length);
      heads = filled(heads, size);
    }
    if (pooled === next.length) {
      next = filled(next, 2 * pooled);
      item = filled(item, 2 * pooled);
    }
    next[pooled] = heads[length]!;
    item[pooled] = what;
    heads[length] = pooled++;
    if (length > longest) longest = length;
  };

  const meet = (i: number, length: number): void => {
    distanceOf[i] = length;
    walked[i] = 0;
    metMentees[met++] = i;
    if (goal === 'place') result.nearest = Math.min(result.nearest, length + utility[i]! - outsideOf[i]!);
    if (lists.length[i] === 0) return;
    const first = utility[i]! - lists.worth[lists.start[i]!]! - (lists.fallen - lists.fallenAt[i]!);
    push(length + Math.max(0, first), i);
  };

  /** Walks mentee i's list as far as `length` reaches; true when a goal at exactly this length is found. */
  const walk = (i: number, length: number): boolean => {
    const { mentor, score, worth } = lists;
    const base = distanceOf[i]! + utility[i]!;
    const start = lists.start[i]!;
    const end = lists.length[i]!;
    const fell = lists.fallen - lists.fallenAt[i]!;
    let k = walked[i]!;
    result.work++;
    for (; k < end; k++) {
      const bound = base - worth[start + k]! - fell;
      if (bound > length) {
        if (bound <= result.nearest) push(bound, i);
        walked[i] = k;
        return false;
      }
      const j = mentor[start + k]!;
      const reached = base - score[start + k]! + asking[j]!;
      if (reached >= distanceTo[j]! || reached > result.nearest) continue;
      if (distanceTo[j] === FAR) touchedMentors[touched++] = j;
      distanceTo[j] = reached;
      const gap = opensAt(market, j) - asking[j]!;
      if (gap < 0 || (gap === 0 && goal === 'place')) {
        result.nearest = reached;
        if (reached === length) return true;
        continue;
      }
      if (goal === 'place' && reached + gap < result.nearest) result.nearest = reached + gap;
      push(reached, mentees + j);
    }
    walked[i] = k;
    if (lists.unlisted[i] === NOTHING) return false;
    const bound = base - lists.unlisted[i]! - fell;
    if (bound > length) {
      if (bound <= result.nearest) push(bound, i);
    } else exhausted[waitingRows++] = i;
    return false;
  };

  /** The list is at its end and something unlisted may be as near as `length`: reads the row again. */
  const reread = (i: number, length: number): void => {
    lists.refresh(i);
    const reach = length - distanceOf[i]!;
    while (lists.unlisted[i] !== NOTHING && utility[i]! - lists.unlisted[i]! <= reach) lists.widen(i);
    walked[i] = 0;
  };

  let waitingRows = 0;
  const result: Search = {
    nearest: FAR,
    work: 0,
    clear: (newGoal) => {
      for (let k = 0; k < touched; k++) {
        distanceTo[touchedMentors[k]!] = FAR;
        settled[touchedMentors[k]!] = 0;
      }
      heads.fill(-1, 0, longest + 1);
      [met, settledCount, touched, pooled, longest, waitingRows] = [0, 0, 0, 0, 0, 0];
      result.nearest = FAR;
      goal = newGoal;
    },
    fromMentee: (i) => {
      meet(i, 0);
    },
    fromMentor: (j, length) => {
      distanceTo[j] = length;
      touchedMentors[touched++] = j;
      push(length, mentees + j);
    },
    run: () => {
      for (let length = 0; length <= longest && length <= result.nearest; length++) {
        for (;;) {
          const at = heads[length]!;
          if (at < 0) {
            // Rows are read again only when nothing else is left at this length.
            if (waitingRows === 0) break;
            const i = exhausted[--waitingRows]!;
            reread(i, length);
            if (walk(i, length)) return;
            continue;
          }
          heads[length] = next[at]!;
          const what = item[at]!;
          if (what < mentees) {
            if (walk(what, length)) return;
            continue;
          }
          const j = what - mentees;
          if (settled[j] === 1 || distanceTo[j] !== length) continue;
          settled[j] = 1;
          settledMentors[settledCount++] = j;
          const end = firstSeat[j]! + load[j]!;
          for (let seat = firstSeat[j]!; seat < end; seat++) meet(occupant[seat]!, length);
        }
      }
    },
    shift: () => {
      const to = result.nearest;
      for (let k = 0; k < met; k++) {
        const i = metMentees[k]!;
        if (distanceOf[i]! < to) utility[i]! -= to - distanceOf[i]!;
      }
      for (let k = 0; k < settledCount; k++) {
        const j = settledMentors[k]!;
        if (distanceTo[j]! < to) asking[j]! += to - distanceTo[j]!;
      }
    },
  };
  return result;
}

function filled(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const array = new Int32Array(size).fill(-1);
  array.set(old);
  return array;
}
