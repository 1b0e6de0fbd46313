// Headings, and the words they are compared with.

/** Lower case, everything but letters and digits one space: headings are compared so. */
export function foldHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
