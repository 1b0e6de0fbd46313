// How many could be placed if more pairs were allowed or there were more places: exact, by chains of moves.
import { addBit, lowest, members, wordsFor } from '../scoring/bits.ts';
import type { OpenColumns } from '../scoring/open-columns.ts';

/** A mentor who is not there: her places, and the rows that could go to her. */
export interface NewPlaces {
  readonly places: number;
  readonly openTo: Uint8Array;
}

export interface Loosened {
  /** For these rows the columns they may go to, as bits, instead of what the table says. */
  readonly instead?: ReadonlyMap<number, Uint32Array>;
  /** At most 32. */
  readonly added?: readonly NewPlaces[];
}

/**
 * How many can be placed, starting from `mentorOf`. In rounds (Hopcroft & Karp 1973): breadth first from everybody left
 * out to the nearest free places, then as many chains of that length as there are side by side. A round looks at every
 * row about twice, 32 columns at a time, and few are needed; one that meets no free place has shown that nobody more can
 * be placed (Berge 1957).
 */
export function mostPlaced(open: OpenColumns, mentorOf: Int32Array, { instead, added = [] }: Loosened): number {
  if (added.length > 32) throw new Error('new places are one word of bits');
  const words = wordsFor(open.columns);
  // New places are the bits of one more word.
  const places = new Int32Array(32 * (words + 1));
  places.set(open.seats);
  added.forEach((one, k) => (places[32 * words + k] = one.places));
  const newTo = new Uint32Array(mentorOf.length);
  added.forEach(({ openTo }, k) => {
    for (let i = 0; i < newTo.length; i++) if (openTo[i] === 1) newTo[i]! |= 1 << k;
  });
  const withPlaces = new Uint32Array(words + 1);
  places.forEach((count, j) => {
    if (count > 0) addBit(withPlaces, j);
  });
  const menteesOf = Array.from(places, (): number[] => []);
  let leftOut: number[] = [];
  mentorOf.forEach((j, i) => {
    if (j >= 0) menteesOf[j]!.push(i);
    else leftOut.push(i);
  });
  const isFree = (j: number): boolean => menteesOf[j]!.length < places[j]!;
  const rowOf = (i: number): Uint32Array => instead?.get(i) ?? open.of(i);

  /** Columns by how many chains away they are, to the first level with a free place; undefined when none is reached. */
  const levels = (): Uint32Array[] | undefined => {
    const unreached = Uint32Array.from(withPlaces);
    // The words in which some are not reached yet.
    const some = Int32Array.from({ length: words + 1 }, (_, word) => word).filter((word) => unreached[word] !== 0);
    let left = some.length;
    const found: Uint32Array[] = [];
    for (let people = leftOut; people.length > 0;) {
      const level = new Uint32Array(words + 1);
      for (const i of people) {
        if (left === 0) break;
        const own = rowOf(i);
        let kept = 0;
        for (let k = 0; k < left; k++) {
          const word = some[k]!;
          const met = (word < words ? own[word]! : newTo[i]!) & unreached[word]!;
          if (met !== 0) {
            level[word]! |= met;
            unreached[word]! &= ~met;
          }
          if (unreached[word] !== 0) some[kept++] = word;
        }
        left = kept;
      }
      found.push(level);
      const columns = members(level);
      if (columns.some(isFree)) return found;
      people = columns.flatMap((j) => menteesOf[j]!);
    }
    return undefined;
  };

  for (;;) {
    const found = levels();
    if (found === undefined) return mentorOf.length - leftOut.length;
    /** Takes a column of this level, making room further on; what led nowhere is not tried again in this round. */
    const take = (i: number, at: number): boolean => {
      const level = found[at]!;
      const own = rowOf(i);
      for (let word = 0; word <= words; word++) {
        for (let left = (word < words ? own[word]! : newTo[i]!) & level[word]!; left !== 0; left &= left - 1) {
          const j = 32 * word + lowest(left);
          const mine = menteesOf[j]!;
          if (isFree(j)) {
            mine.push(i);
            return true;
          }
          level[word]! &= ~(left & -left);
          if (at + 1 === found.length) continue;
          for (let n = 0; n < mine.length; n++) {
            if (!take(mine[n]!, at + 1)) continue;
            mine[n] = i;
            return true;
          }
        }
      }
      return false;
    };
    leftOut = leftOut.filter((i) => !take(i, 0));
  }
}
