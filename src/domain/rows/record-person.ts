// Who a cell of a file of records names: by id, by e-mail, or by a name only one person has.
import { nearest } from '../suggest.ts';
import { byDigits } from '../people/lost-zeros.ts';
import type { KnownPerson } from '../people/roster.ts';

export interface PersonFinder {
  /** The person's number. */
  readonly find: (text: string) => number | undefined;
  /** `Did you mean "..."?` */
  readonly near: (text: string) => string | undefined;
  /** Ids that were found though their zeros in front were missing, as a spreadsheet leaves them: as written -> the id. */
  readonly withoutZeros: ReadonlyMap<string, string>;
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
  const byName = new Map<string, number | undefined>();
  for (const { name, key } of people) byName.set(name.toLowerCase(), byName.has(name.toLowerCase()) ? undefined : key);
  const digits = byDigits(refs.map(([id, key]) => ({ id, key })));
  const withoutZeros = new Map<string, string>();
  const findDigits = (word: string): number | undefined => {
    const found = digits.get(word);
    if (found !== undefined) withoutZeros.set(word, found.id);
    return found?.key;
  };
  // Searched only among few: a wrong file must not compare every line with every person.
  const spellings = people.length > 5000 ? [] : people.flatMap(({ id, name }) => [id, name]);
  return {
    find: (text) => {
      const word = text.trim().toLowerCase();
      return byId.get(text.trim()) ?? byFoldedId.get(word) ?? byEmail.get(word) ?? byName.get(word) ?? findDigits(word);
    },
    near: (text) => {
      const found = nearest(text, spellings);
      return found === undefined ? undefined : `Did you mean "${found}"?`;
    },
    withoutZeros,
  };
}
