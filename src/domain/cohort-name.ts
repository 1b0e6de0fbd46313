// What a cohort may be called.

/** Why this is no name for a cohort, in words; undefined where it is one. */
export function whyNoCohortName(name: string): string | undefined {
  if (name.trim() === '') return 'a cohort needs a name';
  // Format characters beside letters join them in some scripts; alone they are invisible.
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(name)) return 'this name is invisible';
  if (/\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name))
    return 'the name holds a character that steers the terminal or turns the reading direction';
  return undefined;
}
