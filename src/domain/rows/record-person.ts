// Who a cell of a file of records names: by id, by e-mail, or by a name only one person has.
import { readFullName } from '../cells/people-words.ts';
import { nearest } from '../suggest.ts';
import { byDigits } from '../people/lost-zeros.ts';
import { whoIsNamed, type WhoIsNamed } from '../people-named.ts';
import type { KnownPerson } from '../people/roster.ts';

export interface PersonFinder {
  /** The person's number. */
  readonly find: (text: string) => number | undefined;
  /** `Did you mean "..."?` */
  readonly near: (text: string) => string | undefined;
  /** Everybody whose name it is in any spelling, where `find` settles on nobody. */
  readonly bearers: (text: string) => readonly KnownPerson[];
  /** Ids that were found though their zeros in front were missing, as a spreadsheet leaves them: as written -> the id. */
  readonly withoutZeros: ReadonlyMap<string, string>;
}

/** By name as `fold` spells it; what two people share is nobody's. */
function namesOf(people: readonly KnownPerson[], fold: (name: string) => string): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const { name, key } of people) found.set(fold(name), found.has(fold(name)) ? undefined : key);
  return found;
}

/** Without accents, and with one space where there are more. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What the other columns of a row say of who a name is. */
export interface Clues {
  /** Ids and addresses, with the headings they stand under. */
  readonly refs: readonly { readonly ref: string; readonly heading: string }[];
  /** Who was paired with the person of the other side; undefined where the row names none. */
  readonly paired: ReadonlySet<number> | undefined;
  /** Who is in the cohort, in the role that the column names. */
  readonly members: ReadonlySet<number>;
}

/** The one of several people with one name that the clues leave, and by what; undefined where they leave more. */
export function settleName(
  candidates: readonly KnownPerson[],
  { refs, paired, members }: Clues,
): { readonly person: KnownPerson; readonly by: string } | undefined {
  const only = (fits: (person: KnownPerson) => boolean, by: string) => {
    const [person, ...more] = candidates.filter(fits);
    return person === undefined || more.length > 0 ? undefined : { person, by };
  };
  for (const { ref, heading } of refs) {
    const word = ref.trim().toLowerCase();
    const found = only(
      ({ id, email, aliases = [] }) => [id, email ?? '', ...aliases].some((one) => one.toLowerCase() === word),
      `"${heading}"`,
    );
    if (found !== undefined) return found;
  }
  const inPair = paired === undefined ? undefined : only(({ key }) => paired.has(key), 'the pair they are in');
  return inPair ?? only(({ key }) => members.has(key), 'their part in the cohort');
}

/** `2 people are called so: Bo Chen (s1), Bo Chen (M8, bo@example.org)`. */
export function sharedName(candidates: readonly KnownPerson[]): { readonly message: string; readonly hint: string } {
  const shown = candidates
    .slice(0, 5)
    .map(({ id, email }) => (email === undefined || email === id ? id : `${id}, ${email}`));
  const more = candidates.length > 5 ? ` and ${candidates.length - 5} more` : '';
  return {
    message: `${candidates.length} people here have this name: ${shown.join('; ')}${more}`,
    hint: 'Write the id in place of the name, or add a column with the id or the e-mail.',
  };
}

/** Case does not matter, save between two ids that differ in nothing else; what two people share finds nobody. */
export function personFinder(people: readonly KnownPerson[]): PersonFinder {
  const refs = people.flatMap(({ id, aliases = [], key }) => [...aliases, id].map((ref) => [ref, key] as const));
  const byId = new Map(refs);
  const byFoldedId = new Map<string, number | undefined>();
  for (const [ref, key] of refs) {
    const folded = ref.toLowerCase();
    byFoldedId.set(folded, byFoldedId.has(folded) && byFoldedId.get(folded) !== key ? undefined : key);
  }
  const byEmail = new Map(people.flatMap(({ email, key }) => (email === undefined ? [] : [[email, key] as const])));
  const byName = namesOf(people, (name) => name.toLowerCase());
  const byPlainName = namesOf(people, plain);
  const digits = byDigits(refs.map(([id, key]) => ({ id, key })));
  const withoutZeros = new Map<string, string>();
  const findDigits = (word: string): number | undefined => {
    const found = digits.get(word);
    if (found !== undefined) withoutZeros.set(word, found.id);
    return found?.key;
  };
  // Searched only among few: a wrong file must not compare every line with every person.
  let named: WhoIsNamed | undefined;
  const spellings = people.length > 5000 ? [] : people.flatMap(({ id, name }) => [id, name]);
  return {
    find: (text) => {
      const word = text.trim().toLowerCase();
      const found =
        byId.get(text.trim()) ?? byFoldedId.get(word) ?? byEmail.get(word) ?? byName.get(word) ?? findDigits(word);
      if (found !== undefined || byName.has(word)) return found;
      // `Fox, Cy` for Cy Fox; as written wins over turned round.
      return (
        byPlainName.get(plain(text)) ?? (text.includes(',') ? byPlainName.get(plain(readFullName(text))) : undefined)
      );
    },
    bearers: (text) => {
      named ??= whoIsNamed(people);
      const [one = [], other] = named(text).each;
      return other === undefined ? people.filter((_, at) => one.includes(at)) : [];
    },
    near: (text) => {
      const found = nearest(text, spellings);
      return found === undefined ? undefined : `Did you mean "${found}"?`;
    },
    withoutZeros,
  };
}
