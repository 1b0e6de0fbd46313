// Names, e-mail addresses and roles as forms hold them.
import { nearest } from '../suggest.ts';

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

export type RoleWord = 'mentor' | 'mentee' | 'both' | 'none';

const known: Readonly<Record<string, RoleWord>> = {
  mentor: 'mentor',
  mentors: 'mentor',
  mentorin: 'mentor',
  'be a mentor': 'mentor',
  'peer mentor': 'mentor',
  volunteer: 'mentor',
  mentee: 'mentee',
  mentees: 'mentee',
  mentoree: 'mentee',
  protégé: 'mentee',
  protege: 'mentee',
  'be a mentee': 'mentee',
  student: 'mentee',
  both: 'both',
  'mentor,mentee': 'both',
  'mentee,mentor': 'both',
  'mentor & mentee': 'both',
  'mentor and mentee': 'both',
  'mentor/mentee': 'both',
  beide: 'both',
};

/** The role, or the nearest known word and all known ones. The program's own words come first. */
export function readRole(
  cell: string,
  own: Readonly<Record<string, RoleWord>>,
): RoleWord | { readonly nearest: string | undefined } {
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/\s*([,/])\s*/g, '$1');
  const role = own[text] ?? known[text] ?? byWords(text);
  return role ?? { nearest: nearest(text, [...Object.keys(own), 'mentor', 'mentee', 'both']) };
}

/** `Senior mentor (2nd year)`, `I want to be a mentee`: one of the two words, and not the other. */
function byWords(text: string): RoleWord | undefined {
  const mentor = /\bmentor\b/.test(text);
  const mentee = /\bmentee\b/.test(text);
  if (mentor && mentee) return 'both';
  if (mentor) return 'mentor';
  return mentee ? 'mentee' : undefined;
}
