// Headings seen before, found again when next term's form words them a little differently.
import { foldHeading } from '../cells/fold-heading.ts';
import { headingLikeness } from './small-change.ts';

/** An entry found by a folded heading: by the heading itself, or by a small change of its wording. */
export interface SavedFinder<T> {
  exactly(key: string): T | undefined;
  nearly(key: string): T | undefined;
}

/**
 * `exactly`: the entry one of whose headings is the given one. `nearly`: the only one of which it is a small change of wording,
 * while no column of this file has the old heading and no other of its columns is as near to it: two columns are never one.
 * `others`: the folded headings of the file.
 */
export function savedFinder<T>(
  entries: readonly (readonly [T, readonly string[]])[],
  others: readonly string[],
): SavedFinder<T> {
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
  const open = others.filter((other) => !exact.has(other));
  return {
    exactly: (key) => exact.get(key),
    nearly: (key) => {
      const near = gone
        .map(({ entry, heading }) => ({ entry, heading, likeness: headingLikeness(heading, key) }))
        .filter(({ likeness }) => likeness > 0)
        .sort((a, b) => b.likeness - a.likeness);
      const [best, second] = near;
      if (best === undefined) return undefined;
      const alone = second === undefined || second.entry === best.entry || second.likeness < best.likeness;
      const shared = open.some((other) => other !== key && headingLikeness(best.heading, other) >= best.likeness);
      return alone && !shared ? best.entry : undefined;
    },
  };
}
