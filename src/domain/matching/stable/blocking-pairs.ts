// Pairs that would both rather have each other than what an assignment gives them: the certificate of a stable pairing.
import { BARRED, type ScoreTable } from '../assignment-types.ts';
import { blockingRows, SHUT } from './blocking-rows.ts';
import { mentorRanks, tiedFor, type Preferences } from './stable.ts';

/** `pairs`: how many block; `mentees`: in how many mentees' names; `first`: some of them, as [mentee, mentor]. */
export interface BlockingPairs {
  readonly pairs: number;
  readonly mentees: number;
  readonly first: readonly (readonly [mentee: number, mentor: number])[];
}

const shown = 20;

/** Blocking pairs by preference lists; a mentor would not rather have whom she put level. None of them: the assignment is stable. */
export function blockingPairs(preferences: Preferences, mentorOf: Int32Array): BlockingPairs {
  const { menteeLists, mentorLists, seats } = preferences;
  const rank = mentorRanks(mentorLists);
  const load = new Int32Array(seats.length);
  const worst = new Int32Array(seats.length).fill(-1);
  mentorOf.forEach((j, i) => {
    if (j < 0) return;
    load[j]!++;
    const at = (who: number): number => (who < 0 ? -1 : (rank[j]!.get(who) ?? Infinity));
    if (at(i) > at(worst[j]!)) worst[j] = i;
  });
  const found: [number, number][] = [];
  menteeLists.forEach((list, i) => {
    for (const j of list) {
      if (j === mentorOf[i]) break; // from here on she prefers what she has
      const mine = rank[j]!.get(i);
      if (mine === undefined || seats[j] === 0) continue;
      const last = worst[j]!;
      const better = mine < (rank[j]!.get(last) ?? Infinity) && !tiedFor(preferences, j, i, last);
      if (load[j]! < seats[j]! || better) found.push([i, j]);
    }
  });
  return summary(found.length, new Set(found.map(([i]) => i)).size, found);
}

/** Blocking pairs where both sides go by the score alone: strictly better for both than the worst each has now. */
export function blockingPairsByScore(table: ScoreTable, mentorOf: Int32Array): BlockingPairs {
  const { mentees, mentors, scores, seats } = table;
  const load = new Int32Array(mentors);
  // What a newcomer has to beat at each mentor: the lowest fit she has, nothing while a seat is free, all when closed.
  const toBeat = new Int16Array(mentors).fill(SHUT);
  mentorOf.forEach((j, i) => {
    if (j < 0) return;
    load[j]!++;
    toBeat[j] = Math.min(toBeat[j]!, scores[i * mentors + j]!);
  });
  for (let j = 0; j < mentors; j++) if (load[j]! < seats[j]!) toBeat[j] = -1;
  let [pairs, named] = [0, 0];
  const found: [number, number][] = [];
  const rows = blockingRows(table, toBeat);
  for (let i = 0; i < mentees; i++) {
    const row = i * mentors;
    const mine = mentorOf[i]! < 0 ? -1 : scores[row + mentorOf[i]!]!;
    const count = rows.count(i, mine);
    if (count === 0) continue;
    pairs += count;
    named++;
    for (let j = 0; found.length < shown && j < mentors; j++) {
      const score = scores[row + j]!;
      if (score > mine && score > toBeat[j]! && score !== BARRED) found.push([i, j]);
    }
  }
  rows.close();
  return summary(pairs, named, found);
}

function summary(pairs: number, mentees: number, found: readonly [number, number][]): BlockingPairs {
  return { pairs, mentees, first: found.slice(0, shown) };
}
