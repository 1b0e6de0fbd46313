// Who a cell of a file of records names: by id, by e-mail, or by a name only one person has.
import { nearest } from '../suggest.ts';
import type { KnownPerson } from './roster.ts';

export interface PersonFinder {
  /** The person's number. */
  readonly find: (text: string) => number | undefined;
  /** `Did you mean "..."?` */
  readonly near: (text: string) => string | undefined;
}

export function personFinder(people: readonly KnownPerson[]): PersonFinder {
  const byId = new Map(
    people.flatMap(({ id, aliases = [], key }) => [...aliases, id].map((ref) => [ref.toLowerCase(), key] as const)),
  );
  const byEmail = new Map(people.flatMap(({ email, key }) => (email === undefined ? [] : [[email, key] as const])));
  const byName = new Map<string, number | undefined>();
  for (const { name, key } of people) byName.set(name.toLowerCase(), byName.has(name.toLowerCase()) ? undefined : key);
  // Searched only among few: a wrong file must not compare every line with every person.
  const spellings = people.length > 5000 ? [] : people.flatMap(({ id, name }) => [id, name]);
  return {
    find: (text) => {
      const word = text.trim().toLowerCase();
      return byId.get(word) ?? byEmail.get(word) ?? byName.get(word);
    },
    near: (text) => {
      const found = nearest(text, spellings);
      return found === undefined ? undefined : `Did you mean "${found}"?`;
    },
  };
}
