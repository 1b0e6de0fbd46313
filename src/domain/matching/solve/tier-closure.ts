// Tiers of mentees who are placed first: whether they are, judged by itself, and what being placed counts where chains are weighed.
import { BARRED, rowsOf, TOP_SCORE, type ScoreTable, type TableRows } from '../assignment-types.ts';

/**
 * Empty where nobody of a higher tier is left out who could have, by any chain of swaps, a free seat or that of somebody of
 * a lower tier. The sets of people who can be placed are a matroid (Edmonds & Fulkerson 1965): then no answer places more
 * of the first tier, none that places as many of it more of the second, and so on, and as many are placed as can be.
 */
export function tierFaults(
  table: ScoreTable | TableRows,
  mentorOf: Int32Array,
  tierOf: readonly number[],
): readonly string[] {
  const { mentors, seats, rowOf } = rowsOf(table);
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  mentorOf.forEach((j, i) => {
    if (j >= 0) menteesOf[j]!.push(i);
  });
  for (const tier of [...new Set(tierOf)].sort((a, b) => b - a)) {
    const queue = [...mentorOf.keys()].filter((i) => mentorOf[i]! < 0 && tierOf[i]! >= tier);
    const reached = new Uint8Array(mentors);
    for (let head = 0; head < queue.length; head++) {
      const i = queue[head]!;
      const row = rowOf(i);
      for (let j = 0; j < mentors; j++) {
        if (reached[j] === 1 || seats[j] === 0 || row[j] === BARRED) continue;
        reached[j] = 1;
        if (menteesOf[j]!.length < seats[j]!) return [`mentee ${i} could be placed by a chain of swaps`];
        for (const other of menteesOf[j]!) {
          if (tierOf[other]! < tier) return [`mentee ${other} is placed before somebody of a higher tier`];
          queue.push(other);
        }
      }
    }
  }
  return [];
}

/** Above all scores together, and from tier to tier above all people of lower ones. Exact in doubles for some thousand people. */
export function tierWorths(tierOf: readonly number[]): Float64Array {
  const counts = new Map<number, number>();
  for (const tier of tierOf) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  let worth = 4 * TOP_SCORE * (tierOf.length + 1);
  const worthOf = new Map<number, number>();
  for (const tier of [...counts.keys()].sort((a, b) => a - b)) {
    worthOf.set(tier, worth);
    worth *= counts.get(tier)! + 1;
  }
  return Float64Array.from(tierOf, (tier) => worthOf.get(tier)!);
}
