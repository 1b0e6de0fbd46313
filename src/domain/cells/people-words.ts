// Names, e-mail addresses and roles as forms hold them.
import { nearest } from '../suggest.ts';
import { isTail } from './name-parts.ts';
import { roleUnder } from './role-phrases.ts';
import type { RoleWord } from './role-words.ts';

/** Trimmed and folded; undefined when it cannot be an address. */
export function readEmail(cell: string): string | undefined {
  const text = cell.trim().toLowerCase();
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(text) ? text : undefined;
}

/** `Last, First` becomes `First Last`; `Last, Jr., First` becomes `First Last Jr.`; `First Last, PhD` stays. */
export function readFullName(cell: string): string {
  const text = cell.trim();
  const parts = text.split(/\s*,\s*/);
  const [last = '', first = '', more] = parts.filter((part) => !isTail(part));
  if (more !== undefined || ![last, first].every((part) => /^[\p{L}\p{M} .'’()"“”-]+$/u.test(part))) return text;
  return [first, last, ...parts.filter(isTail)].join(' ');
}

/** Chinese, Japanese and Korean names begin with the family's. */
const familyFirst = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々ー]+$/u;

/** The parts of a name, each in its own column, in the order in which the name is said. */
export function joinName(first: string, infix: string, last: string): string {
  const turned = familyFirst.test(first) && familyFirst.test(last);
  return (turned ? [last, infix, first] : [first, infix, last]).filter((part) => part !== '').join(' ');
}

/** The role, or the nearest known word. `heading`: what stands over the cell. The program's own words come first, then what the phrase says. */
export function readRole(
  cell: string,
  own: Readonly<Record<string, RoleWord>>,
  heading = '',
): RoleWord | { readonly nearest: string | undefined } {
  const text = cell.trim().toLowerCase();
  const role = own[text] ?? roleUnder(heading, cell);
  return role ?? { nearest: nearestRole(text, Object.keys(own)) };
}

/** True where the cell is one of the words themselves, of which nothing has to be said. */
export function isPlainRole(cell: string): boolean {
  return /^(mentors?|mentees?|both|none)([\s,;/&+]+(and\s+)?(mentors?|mentees?))?$/i.test(cell.trim());
}

/** `both` is short: nearly every short word is nearly it. */
function nearestRole(text: string, own: readonly string[]): string | undefined {
  const found = nearest(text, [...own, 'mentor', 'mentee', 'both']);
  return found === 'both' && !text.startsWith('bo') ? undefined : found;
}
