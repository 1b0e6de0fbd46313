// By what --map and the program file name a column: its heading, and a number where others before it are called the same.
import { foldHeading } from '../cells/fold-heading.ts';

/** Folded headings; a second `Email` is `email 2`, as `Email (2)` folds. */
export function headingKeys(headings: readonly string[]): string[] {
  return placesOf(headings).map((place, index) => foldHeading(numbered(headings[index] ?? '', place)));
}

/** The heading as it is said to somebody: `Email (2)` for the second. */
export function saidHeading(headings: readonly string[], index: number): string {
  return numbered(headings[index] ?? '', placesOf(headings)[index] ?? 1);
}

function placesOf(headings: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const key = foldHeading(heading);
    const place = key === '' ? 1 : (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    return place;
  });
}

function numbered(heading: string, place: number): string {
  return place > 1 ? `${heading} (${place})` : heading;
}
