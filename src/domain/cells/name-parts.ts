// What stands around a person's name and is no part of it: titles before, degrees and generations after, particles within.

export const titles =
  /^(dr|prof|professor|mr|mrs|ms|mx|miss|sir|dame|rev|herr|frau|sr|sra|srta|dott|dott\.ssa|ing|mme|mlle|m)\.?\s+/i;

export const particle =
  /^(de|da|di|do|dos|das|del|della|du|des|la|le|el|al|van|von|der|den|ter|ten|bin|binti|ibn|abu|y|e|zu|st|ap|av|af|a)\.?$/i;

const tailWords = String.raw`jr|sr|ii|iii|iv|ph\.?\s?d|d\.?phil|ed\.?d|j\.?d|m\.?d|m\.?sc|b\.?sc|mba|rn|esq`;

/** `, PhD` or ` Jr.` at the end of a name. */
export const tail = new RegExp(String.raw`,?\s+(${tailWords})\.?$`, 'i');

const onlyTail = new RegExp(String.raw`^(${tailWords})\.?$`, 'i');

/** True of what a comma parts from a name and is no name: `PhD`, `Jr.`. */
export function isTail(part: string): boolean {
  return onlyTail.test(part.trim());
}
