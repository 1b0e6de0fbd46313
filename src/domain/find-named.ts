// Somebody by what a person types: an id, an e-mail, a name or the beginning of one.
import { nearest } from './suggest.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** Other ids and addresses that lead to the same person. */
  readonly aliases?: readonly string[];
}

/** `Ana Suarez (S1107)` */
export function nameAndId({ id, name }: Pick<Named, 'id' | 'name'>): string {
  return name === id ? id : `${name} (${id})`;
}

/** People by their numbers, as rows on file name them. */
export function namesOf(
  people: readonly (Pick<Named, 'id' | 'name'> & { readonly key: number })[],
): (key: number) => { readonly id: string; readonly name: string } {
  const byKey = new Map(people.map((person) => [person.key, idAndName(person)]));
  return (key) => byKey.get(key) ?? { id: '', name: '' };
}

/** As reports name people in JSON. */
export function idAndName({ id, name }: Pick<Named, 'id' | 'name'>): { readonly id: string; readonly name: string } {
  return { id, name };
}

/**
 * Everybody meant by `text`: those whose id, e-mail or whole name it is; else those in whom every word of it begins a
 * word of the name, the id or the e-mail. Case, accents and the order of the words do not matter.
 */
export function findNamed<T extends Named>(text: string, people: readonly T[]): readonly T[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const exact = people.filter((person) =>
    [person.id, person.email ?? '', person.name, ...(person.aliases ?? [])].map(plain).includes(wanted),
  );
  if (exact.length > 0) return exact;
  const parts = words(text);
  const turned = people.filter((person) => parts.length > 1 && sameWords(words(person.name), parts));
  if (turned.length > 0) return turned;
  return people.filter((person) => {
    const known = [...words(person.name), plain(person.name), plain(person.id), plain(person.email ?? '')];
    return parts.every((word) => known.some((part) => part.startsWith(word)));
  });
}

/** The one a mistyped text most likely means, or undefined. */
export function nearestNamed<T extends Named>(text: string, people: readonly T[]): T | undefined {
  const wanted = plain(text);
  const spellings = new Map<string, T>();
  const beginnings: [string, T][] = [];
  for (const person of people) {
    const name = plain(person.name);
    if (wanted.length >= 4 && name.length > wanted.length) beginnings.push([name.slice(0, wanted.length), person]);
    // Whole names stand first, so that a tie with a part of another name goes to them.
    for (const spelling of [name, plain(person.id), plain(person.email ?? ''), ...name.split(' ')])
      if (spelling !== '' && !spellings.has(spelling)) spellings.set(spelling, person);
  }
  // A name that is only half typed yet may hold a slip as well.
  for (const [beginning, person] of beginnings) if (!spellings.has(beginning)) spellings.set(beginning, person);
  const found = nearest(wanted, spellings.keys());
  return found === undefined ? undefined : spellings.get(found);
}

/** Without case and accents; any apostrophe is the straight one. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** `O'Brien, Lucas` and `Lucas O'Brien` are made of the same ones; parts of a name joined by a hyphen or an apostrophe stand alone, too. */
function words(text: string): string[] {
  return plain(text)
    .split(/[\s,'\u2010-\u2015-]+/)
    .filter((word) => word !== '');
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().join(' ') === [...other].sort().join(' ');
}
