// Headings seen before, found again when next term's form words them a little differently.
import { foldHeading } from '../cells/fold-heading.ts';
import { headingLikeness } from './small-change.ts';

/**
 * Finds the entry one of whose headings is a given one (folded), or the only one that is nearly so: a small change of
 * wording, while no other column of this file has the old heading. `others`: the folded headings of the file.
 */
export function savedFinder<T>(
  entries: readonly (readonly [T, readonly string[]])[],
  others: readonly string[],
): (key: string) => T | undefined {
  const here = new Set(others);
  const exact = new Map<string, T>();
  const gone: { readonly entry: T; readonly heading: string }[] = [];
  for (const [entry, headings] of entries) {
    for (const heading of headings) {
      const known = foldHeading(heading);
      if (!exact.has(known)) exact.set(known, entry);
      if (!here.has(known)) gone.push({ entry, heading: known });
    }
  }
  return (key) => {
    const found = exact.get(key);
    if (found !== undefined) return found;
    const near = gone
      .map(({ entry, heading }) => ({ entry, likeness: headingLikeness(heading, key) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness);
    const [best, second] = near;
    const alone = second === undefined || second.entry === best?.entry || second.likeness < (best?.likeness ?? 0);
    return alone ? best?.entry : undefined;
  };
}
