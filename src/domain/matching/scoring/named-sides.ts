// Answers that name people of the other side (a manager, an earlier mentor, somebody asked for), as sets of those people.
import { whoIsNamed, type NamedIn } from '../../people-named.ts';
import type { FieldPair, FieldValue } from '../../program/program.ts';
import { answerOf, personFields, type Candidate } from '../candidate.ts';
import { addBit, wordsFor } from './bits.ts';
import type { Encoded, EncodedSides } from './encode.ts';

/** Who answers, and what: `mentee: manager` with `mentor: name`, `id` or `email`. Undefined where no answer names anybody. */
export function whoNames({
  mentee,
  mentor,
}: FieldPair): { readonly side: 'mentee' | 'mentor'; readonly field: string } | undefined {
  const isPerson = (field: string): boolean => (personFields as readonly string[]).includes(field);
  if (isPerson(mentor) && !isPerson(mentee)) return { side: 'mentee', field: mentee };
  if (isPerson(mentee) && !isPerson(mentor)) return { side: 'mentor', field: mentor };
  return undefined;
}

/** Whom each of `people` names among `others` in her answer to `field`; undefined where she gave none. */
export function namedBy(
  field: string,
  people: readonly Candidate[],
  others: readonly Candidate[],
): readonly (NamedIn | undefined)[] {
  const find = whoIsNamed(others);
  return people.map((person) => {
    const answer = answerOf(person, field);
    return answer === undefined ? undefined : find(textOf(answer));
  });
}

function textOf(answer: FieldValue): string | readonly string[] {
  return typeof answer === 'object' ? answer : String(answer);
}

/**
 * The two sides of such a comparison: whoever answers is the set of those she names, by id, address or name as it may come;
 * of the others everybody is a set of one. Undefined where the fields are not of this kind.
 */
export function namedSides(
  pair: FieldPair,
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
): EncodedSides | undefined {
  const names = whoNames(pair);
  if (names === undefined) return undefined;
  const [people, others] = names.side === 'mentee' ? [mentees, mentors] : [mentors, mentees];
  const named = namedBy(names.field, people, others);
  // Those whom nobody names are alike: only the others need a place of their own.
  const places = new Map([...new Set(named.flatMap((one) => one?.found ?? []))].map((at, place) => [at, place]));
  const size = Math.max(1, wordsFor(places.size));
  const setOf = (ats: readonly number[]): Uint32Array => {
    const bits = new Uint32Array(size);
    for (const at of ats) if (places.has(at)) addBit(bits, places.get(at)!);
    return bits;
  };
  const answers = named.map((one): Encoded => (one === undefined ? undefined : setOf(one.found)));
  const selves = others.map((_, at): Encoded => setOf([at]));
  return names.side === 'mentee' ? { mentees: answers, mentors: selves } : { mentees: selves, mentors: answers };
}
