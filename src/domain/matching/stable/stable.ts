// Stable pairs by preference lists: nobody and no mentor would both rather have each other than what they got.
import { BARRED, type ScoreTable } from '../assignment-types.ts';

/** Who would have whom, best first. A pair counts only where each is on the other's list. */
export interface Preferences {
  /** `menteeLists[i]`: mentors by index, best first. */
  readonly menteeLists: readonly Int32Array[];
  /** `mentorLists[j]`: mentees by index, best first. */
  readonly mentorLists: readonly Int32Array[];
  readonly seats: Int32Array;
  /** What each mentor said of whom, where several may have the same choice: mentee -> choice. No list, no ties. */
  readonly mentorChoices?: readonly (ReadonlyMap<number, number> | undefined)[];
}

/** Whether a mentor said the same choice of both. */
export function tiedFor({ mentorChoices }: Preferences, mentor: number, one: number, other: number): boolean {
  const choice = mentorChoices?.[mentor]?.get(one);
  return choice !== undefined && choice === mentorChoices?.[mentor]?.get(other);
}

/** Ranks people gave themselves, best first; undefined for one who gave none. Barred pairs in them are passed over. */
export interface RankedLists {
  readonly mentees?: readonly (readonly number[] | undefined)[];
  readonly mentors?: readonly (readonly number[] | undefined)[];
}

/**
 * Preferences of both sides from a score table and the lists people gave. Somebody who gave a list wants the people on
 * it in that order and then, unless `onlyRanked`, all others by score; somebody who gave none wants all by score. Equal
 * scores go by index, that is by the seeded hash the rows of a table are sorted by.
 */
export function preferencesOf(table: ScoreTable, ranked: RankedLists = {}, onlyRanked = false): Preferences {
  const { mentees, mentors, scores, seats } = table;
  const list = (
    count: number,
    scoreOf: (other: number) => number,
    given: readonly number[] | undefined,
  ): Int32Array => {
    const wanted = [...new Set(given ?? [])].filter(
      (other) => other >= 0 && other < count && scoreOf(other) !== BARRED,
    );
    if (given !== undefined && onlyRanked) return Int32Array.from(wanted);
    const named = new Set(wanted);
    const rest: number[] = [];
    for (let other = 0; other < count; other++) if (scoreOf(other) !== BARRED && !named.has(other)) rest.push(other);
    rest.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
    return Int32Array.from([...wanted, ...rest]);
  };
  return {
    menteeLists: Array.from({ length: mentees }, (_, i) =>
      list(mentors, (j) => scores[i * mentors + j]!, ranked.mentees?.[i]),
    ),
    mentorLists: Array.from({ length: mentors }, (_, j) =>
      list(mentees, (i) => scores[i * mentors + j]!, ranked.mentors?.[j]),
    ),
    seats,
  };
}

/**
 * `mentorOf`, -1 for nobody: the stable pairing that every mentee likes best among all stable ones. Mentees apply down
 * their lists; a mentor keeps the best applicants her seats allow (Gale & Shapley 1962 with seats; the base case of
 * Roth & Peranson 1999). Without ties the same people are placed in every stable pairing (Roth 1986).
 * Where mentors' lists have ties, whoever came to the end of her list once more begins anew and goes before those she is
 * tied with (Kiraly 2011): where mentees' lists have none, at least two thirds of the most that a stable pairing can place.
 */
export function stablePairs(preferences: Preferences): Int32Array {
  const { menteeLists, mentorLists, seats } = preferences;
  const again = new Uint8Array(menteeLists.length);
  const rank = mentorRanks(mentorLists);
  const mentorOf = new Int32Array(menteeLists.length).fill(-1);
  const next = new Int32Array(menteeLists.length);
  const held = mentorLists.map((): number[] => []);
  const waiting = menteeLists.map((_, i) => i).reverse();
  const before = (j: number, one: number, other: number): boolean =>
    again[one] !== again[other] && tiedFor(preferences, j, one, other)
      ? again[one] === 1
      : rank[j]!.get(one)! < rank[j]!.get(other)!;
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    const list = menteeLists[i]!;
    while (mentorOf[i]! < 0) {
      if (next[i]! >= list.length) {
        if (again[i] === 1 || preferences.mentorChoices === undefined) break;
        [again[i], next[i]] = [1, 0];
        continue;
      }
      const j: number = list[next[i]!++]!;
      if (!rank[j]!.has(i) || seats[j] === 0) continue;
      const group = held[j]!;
      if (group.length === seats[j]!) {
        const last = group.at(-1)!;
        if (!before(j, i, last)) continue;
        group.pop();
        mentorOf[last] = -1;
        waiting.push(last);
      }
      let at = group.length;
      while (at > 0 && before(j, i, group[at - 1]!)) at--;
      group.splice(at, 0, i);
      mentorOf[i] = j;
    }
  }
  return mentorOf;
}

/** For each mentor: mentee -> place on her list, 0 the best. */
export function mentorRanks(mentorLists: readonly Int32Array[]): readonly ReadonlyMap<number, number>[] {
  return mentorLists.map((list) => new Map(Array.from(list, (i, place) => [i, place])));
}
