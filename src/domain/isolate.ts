// Words that are written from right to left, among words that are not: each stands in a place of its own, or the terminal would
// turn the numbers and brackets beside them.

/** Letters of scripts that run from right to left. */
const letter =
  '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}\\p{Script=Mandaic}\\p{Script=Samaritan}]';
/** From the first such letter to the last of a run: what parts columns, two spaces, ends it. */
const run = new RegExp(`${letter}\\p{M}*(?:[^\\p{L}\\s]*(?: [^\\p{L}\\s]*)?${letter}\\p{M}*)*`, 'gu');

/** U+2068 before each run and U+2069 after it; other text stays as it is. Neither takes a column. */
export function isolated(text: string): string {
  return text.replace(run, '\u2068$&\u2069');
}
