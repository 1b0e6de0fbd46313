// Whether words have the shape of a person's name, in several scripts. Judges the shape alone: "North High" has it as well.
import { particle, tail, titles } from '../cells/name-parts.ts';

/** Two to six words that begin with a capital, `Last, First`, or two to five letters of a script that has none. */
export function looksLikeFullName(cell: string): boolean {
  const text = cell.trim().replace(titles, '').replace(tail, '');
  if (text.length > 60 || /[\d@!?;:/\\_<>|=+*"]/.test(text)) return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}$/u.test(text)) return true;
  if (/^\p{Script=Hangul}{2,5}$/u.test(text)) return true;
  const parts = text.split(/,\s*|\s+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 6) return false;
  const named = parts.filter((part) => !particle.test(part));
  return named.length >= 1 && named.every(isNamePart);
}

/** One word, or two joined by a hyphen, that begins with a capital. */
export function looksLikeOneName(cell: string): boolean {
  const text = cell.trim();
  return text.length <= 30 && !/\s/.test(text) && isNamePart(text) && /\p{L}{2}/u.test(text);
}

function isNamePart(part: string): boolean {
  if (!/^(?:[\p{L}\p{M}'’‘`.·-]|\u200c|\u200d)+$/u.test(part)) return false;
  return !/^\p{Ll}/u.test(part) || /^(d|o|l)['’]\p{Lu}/u.test(part);
}
