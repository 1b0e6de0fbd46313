// The people and pairs that words of a command line mean. Asks on a terminal, lists what it could be elsewhere.
import { chooseOne } from '../../cli/choose-one.ts';
import { readCapacity } from '../../domain/cells/capacity.ts';
import { readEmail } from '../../domain/cells/people-words.ts';
import { Failure } from '../../domain/failure.ts';
import { findNamed, nameAndId, nearestNamed, type Named } from '../../domain/find-named.ts';
import type { KnownPerson } from '../../domain/people/roster.ts';
import type { Program } from '../../domain/program/program.ts';
import { pairsOf } from '../../store/pair-life.ts';
import { allPeople } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import type { Cohort, Pair } from '../../domain/records.ts';
import type { Context } from './context.ts';

/** The person meant by `text`; asked for by name when it is undefined. `flag` answers it, e.g. `--mentee`. */
export async function choosePerson<T extends Named>(
  context: Context,
  people: readonly T[],
  text: string | undefined,
  { what, flag }: { readonly what: string; readonly flag: string },
): Promise<T> {
  if (text === undefined) {
    const matching = (typed: string): { value: string; label: string }[] => {
      const found = typed === '' ? people : findNamed(typed, people);
      const near = found.length === 0 ? nearestNamed(typed, people) : undefined;
      return [
        ...found.map((person) => ({ value: person.id, label: nameAndId(person) })),
        ...(near === undefined ? [] : [{ value: near.id, label: `Did you mean ${nameAndId(near)}?` }]),
      ];
    };
    const id = await context.ask.search(`${what}? Type part of a name`, matching, flag);
    const chosen = people.find((person) => person.id === id);
    if (chosen !== undefined) return chosen;
  }
  const word = text ?? '';
  const found = findNamed(word, people);
  if (found.length > 0) return chooseOne(context.ask, found, { text: word, flag, label: nameAndId });
  const near = nearestNamed(word, people);
  throw new Failure('not-found', {
    code: 'unknown-person',
    message: `nobody here is called "${word}"`,
    hint: near === undefined ? 'See mentorctl person list.' : `Did you mean ${nameAndId(near)}?`,
  });
}

/** Places of a mentor given by --capacity, read as the answers of a form are: `3`, `two`, `up to 4`. */
export function placesStated(text: string, { capacity }: Program): number {
  const read = readCapacity(text, capacity);
  if (typeof read === 'object') return read.seats;
  throw new Failure('usage', {
    code: 'bad-number',
    message: `--capacity is "${text}": ${read}`,
    hint: 'Write a whole number such as 3.',
  });
}

/** An address given by --email, folded. */
export function emailStated(text: string): string {
  const address = readEmail(text);
  if (address !== undefined) return address;
  const message = `--email is "${text}"`;
  throw new Failure('usage', { code: 'bad-value', message, hint: 'Write an e-mail address.' });
}

export interface PairWords {
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  /** The pair's number, as `pair list` shows it. */
  readonly pair?: number;
  /** How the command line names the two: `--mentee` if not said. */
  readonly named?: { readonly mentee: string; readonly mentor: string };
}

/** For commands that take the two as `MENTEE MENTOR`. */
export const asArguments = { mentee: 'MENTEE', mentor: 'MENTOR' } as const;

export interface ChosenPair {
  readonly pair: Pair;
  readonly mentee: KnownPerson;
  readonly mentor: KnownPerson;
}

/**
 * One pair of the cohort with one of these statuses, by its number or its people; the mentor only where it is needed. `firstOnly`:
 * of somebody's pairs those of the first status, where there are any, e.g. one that stands before one that ended.
 */
export async function choosePair(
  context: Context,
  store: Store,
  cohort: Cohort,
  words: PairWords,
  statuses: readonly Pair['status'][] = ['active'],
  { firstOnly = false }: { readonly firstOnly?: boolean } = {},
): Promise<ChosenPair> {
  const people = new Map((await allPeople(store.db)).map((person) => [person.key, person]));
  const person = (key: number): KnownPerson => {
    const found = people.get(key);
    if (found === undefined) throw new Error(`pair of an unknown person ${key}`);
    return found;
  };
  let standing = (await pairsOf(store.db, cohort.id))
    .filter(({ status }) => statuses.includes(status))
    .map((pair) => ({ pair, mentee: person(pair.menteeId), mentor: person(pair.mentorId) }));
  const among = statuses.includes('active') ? 'standing' : statuses.join(' or ');
  if (standing.length === 0) throw noPair(`there is no ${among} pair in ${cohort.name}`);
  if (words.pair !== undefined) {
    const found = standing.find(({ pair }) => pair.id === words.pair);
    if (found === undefined) throw noPair(`there is no ${among} pair ${words.pair} in ${cohort.name}`);
    return found;
  }
  const named = words.named ?? { mentee: '--mentee', mentor: '--mentor' };
  const chooseMentor = (pairs: readonly ChosenPair[]): Promise<KnownPerson> =>
    choosePerson(context, unique(pairs.map((pair) => pair.mentor)), words.mentor, {
      what: 'Which mentor',
      flag: named.mentor,
    });
  const preferred = (pairs: readonly ChosenPair[]): readonly ChosenPair[] => {
    const first = pairs.filter(({ pair }) => pair.status === statuses[0]);
    return firstOnly && first.length > 0 ? first : pairs;
  };
  // The mentor alone is enough where she has one mentee, and narrows the choice where she has several.
  if (words.mentee === undefined && words.mentor !== undefined) {
    const { key } = await chooseMentor(standing);
    standing = standing.filter((pair) => pair.mentor.key === key);
    const [only, ...more] = preferred(standing);
    if (only !== undefined && more.length === 0) return only;
    if (!context.ask.possible)
      return chooseOne(context.ask, preferred(standing), {
        text: words.mentor,
        flag: named.mentee,
        label: ({ mentee }) => nameAndId(mentee),
      });
  }
  const mentees = unique(standing.map(({ mentee }) => mentee));
  const mentee = await choosePerson(context, mentees, words.mentee, {
    what: 'Whose pair (the mentee)',
    flag: named.mentee,
  });
  const all = standing.filter((pair) => pair.mentee.key === mentee.key);
  const theirs = words.mentor === undefined ? preferred(all) : all;
  const [only] = theirs;
  if (only !== undefined && theirs.length === 1 && words.mentor === undefined) return only;
  if (words.mentor === undefined)
    return chooseOne(context.ask, theirs, {
      text: mentee.name,
      flag: `${named.mentor} or --pair`,
      label: ({ pair, mentor }) => `with ${nameAndId(mentor)}, pair ${pair.id}`,
    });
  const mentor = await chooseMentor(theirs);
  return chooseOne(context.ask, preferred(theirs.filter((pair) => pair.mentor.key === mentor.key)), {
    text: `${mentee.name} with ${mentor.name}`,
    flag: '--pair',
    label: ({ pair }) => `pair ${pair.id}, ${pair.status}`,
  });
}

function noPair(message: string): Failure {
  return new Failure('not-found', { code: 'no-pair', message, hint: 'See mentorctl pair list --status all.' });
}

function unique(people: readonly KnownPerson[]): KnownPerson[] {
  return [...new Map(people.map((person) => [person.key, person])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
