// What somebody is called in a letter.
import { particle, titles } from '../cells/name-parts.ts';
import { readFullName } from '../cells/people-words.ts';

/** Written without spaces, or family first: nobody is called by the one part. */
const wholeNames = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々ー]/u;

/**
 * `Ana` of `Ana María Suárez` and of `Suárez, Ana`, as it is written; the whole name where it is one word, begins with a title,
 * is a family's alone (`van den Berg`), or where the script puts the family first.
 */
export function firstName(name: string): string {
  const said = readFullName(name);
  const [first = said] = said.split(/\s+/);
  // An initial is nothing to be called by: `J. Robert`.
  const initial = /^(\p{L}\.?|(\p{L}\.)+)$/u.test(first);
  const familyAlone = particle.test(first) && /^\p{Ll}/u.test(first);
  return titles.test(said) || initial || familyAlone || wholeNames.test(first) ? said : first;
}
