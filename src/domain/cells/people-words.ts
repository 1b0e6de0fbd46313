// Names, e-mail addresses and roles as forms hold them.
import { nearest } from '../suggest.ts';
import { roleUnder } from './role-phrases.ts';
import type { RoleWord } from './role-words.ts';

/** Trimmed and folded; undefined when it cannot be an address. */
export function readEmail(cell: string): string | undefined {
  const text = cell.trim().toLowerCase();
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(text) ? text : undefined;
}

/** `Last, First` becomes `First Last`. */
export function readFullName(cell: string): string {
  const parts = /^([\p{L}\p{M} .'’-]+),\s*([\p{L}\p{M} .'’-]+)$/u.exec(cell.trim());
  return parts ? `${parts[2] ?? ''} ${parts[1] ?? ''}`.trim() : cell.trim();
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
