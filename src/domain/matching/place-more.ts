// How many more could be placed if more pairs were allowed or there were more places: exact, by chains of moves.
import { BARRED, type ScoreTable } from './assignment-types.ts';

/** A mentor who is not there: her places, and the rows that could go to her. */
export interface NewPlaces {
  readonly places: number;
  readonly openTo: Uint8Array;
}

export interface Loosened {
  /** For these rows the columns they may go to (1), instead of what the table says. */
  readonly instead?: ReadonlyMap<number, Uint8Array>;
  readonly added?: readonly NewPlaces[];
}

/**
 * As many placed as can be, starting from `mentorOf`; whoever has a mentor keeps having one. New places are columns after
 * the table's. In rounds (Hopcroft & Karp 1973): breadth first from everybody left out to the nearest free places, then as
 * many chains of that length as there are side by side. A round reads the table about twice, and few are needed; one that
 * meets no free place has shown that nobody more can be placed (Berge 1957).
 */
export function placeMore(
  { mentors, scores, seats }: ScoreTable,
  mentorOf: Int32Array,
  { instead, added = [] }: Loosened,
): Int32Array {
  const answer = Int32Array.from(mentorOf);
  const places = [...seats, ...added.map((one) => one.places)];
  const menteesOf = places.map((): number[] => []);
  answer.forEach((j, i) => {
    if (j >= 0) menteesOf[j]!.push(i);
  });
  const isFree = (j: number): boolean => menteesOf[j]!.length < places[j]!;
  /** `own`: what `instead` says of the row. */
  const open = (i: number, own: Uint8Array | undefined, j: number): boolean =>
    j >= mentors
      ? added[j - mentors]!.openTo[i] === 1
      : own === undefined
        ? scores[i * mentors + j] !== BARRED
        : own[j] === 1;
  const unreached = new Int32Array(places.length);

  /** Columns by how many chains away they are, to the first level with a free place; undefined when none is reached. */
  const levels = (leftOut: readonly number[]): number[][] | undefined => {
    let left = 0;
    for (let j = 0; j < places.length; j++) if (places[j]! > 0) unreached[left++] = j;
    let people = leftOut;
    const found: number[][] = [];
    while (people.length > 0) {
      const level: number[] = [];
      for (const i of people) {
        if (left === 0) break;
        const own = instead?.get(i);
        let kept = 0;
        for (let k = 0; k < left; k++) {
          const j = unreached[k]!;
          if (open(i, own, j)) level.push(j);
          else unreached[kept++] = j;
        }
        left = kept;
      }
      found.push(level);
      if (level.some(isFree)) return found;
      people = level.flatMap((j) => menteesOf[j]!);
    }
    return undefined;
  };

  for (;;) {
    const leftOut = [...answer.keys()].filter((i) => answer[i]! < 0);
    const found = levels(leftOut);
    if (found === undefined) return answer;
    /** Takes a column of this level, making room further on; what led nowhere is not tried again in this round. */
    const take = (i: number, at: number): boolean => {
      const level = found[at]!;
      const own = instead?.get(i);
      for (let k = 0; k < level.length; k++) {
        const j = level[k]!;
        if (!open(i, own, j)) continue;
        if (isFree(j)) {
          menteesOf[j]!.push(i);
          answer[i] = j;
          return true;
        }
        // The order of a level does not matter: the last takes the place of one that is done with.
        level[k--] = level.at(-1)!;
        level.pop();
        if (at + 1 === found.length) continue;
        const mine = menteesOf[j]!;
        for (let n = 0; n < mine.length; n++) {
          const other = mine[n]!;
          if (!take(other, at + 1)) continue;
          mine[n] = i;
          answer[i] = j;
          return true;
        }
      }
      return false;
    };
    for (const i of leftOut) take(i, 0);
  }
}

/** How many rows have a column. */
export function placedIn(mentorOf: Int32Array): number {
  let placed = 0;
  for (const j of mentorOf) if (j >= 0) placed++;
  return placed;
}
