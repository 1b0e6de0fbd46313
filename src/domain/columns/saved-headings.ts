// Headings seen before, found again when next term's form words them a little differently.
import { foldHeading } from './vocabulary.ts';

/**
 * The entry one of whose headings is `key` (folded), or the only one that is nearly so: a small change of wording, while
 * no other column of this file has the old heading. `others`: the folded headings of the file.
 */
export function findSaved<T>(
  key: string,
  entries: readonly (readonly [T, readonly string[]])[],
  others: readonly string[],
): T | undefined {
  const near: { entry: T; likeness: number }[] = [];
  for (const [entry, headings] of entries) {
    for (const heading of headings) {
      const known = foldHeading(heading);
      if (known === key) return entry;
      if (others.includes(known)) continue;
      const likeness = wordsInCommon(known, key);
      if (likeness >= 0.75) near.push({ entry, likeness });
    }
  }
  near.sort((a, b) => b.likeness - a.likeness);
  const [best, second] = near;
  return best !== undefined && (second === undefined || second.entry === best.entry || second.likeness < best.likeness)
    ? best.entry
    : undefined;
}

/** Share of the words of the longer heading that stand in both; headings of one or two words must be the same. */
function wordsInCommon(a: string, b: string): number {
  const [first, second] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const longer = Math.max(first.size, second.size);
  if (Math.min(first.size, second.size) < 3) return 0;
  return [...first].filter((word) => second.has(word)).length / longer;
}
