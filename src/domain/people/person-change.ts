// Somebody's part in a cohort, changed by hand: what is different afterwards, and how that is told.
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import { nameAndId } from '../find-named.ts';
import type { FieldValue, FieldValues } from '../program/program.ts';
import { shellWord } from '../shell-word.ts';
import type { FieldChange, KnownEnrolment, KnownPerson } from './roster.ts';
import { answerWords, sameAnswer } from '../program/answer-words.ts';

export interface StatedChange {
  /** Undefined takes an answer away. */
  readonly answers: ReadonlyMap<string, FieldValue | undefined>;
  /** Of a mentor; undefined leaves it. */
  readonly seats?: number | undefined;
}

export interface ChangedPart {
  readonly part: KnownEnrolment;
  readonly seats: number;
  readonly fields: FieldValues;
  readonly what: readonly FieldChange[];
}

/** The parts that become different. Answers go into every part given, places only into a mentor's. */
export function changeParts(parts: readonly KnownEnrolment[], { answers, seats }: StatedChange): ChangedPart[] {
  return parts
    .map((part): ChangedPart => {
      const what: FieldChange[] = [];
      const places = part.role === 'mentor' ? (seats ?? part.seats) : part.seats;
      if (places !== part.seats) what.push({ field: 'capacity', before: part.seats, after: places });
      const fields: Record<string, FieldValue> = { ...part.fields };
      for (const [field, after] of answers) {
        const before = part.fields[field];
        if (sameAnswer(before, after)) continue;
        what.push({ field, before, after });
        if (after === undefined) Reflect.deleteProperty(fields, field);
        else fields[field] = after;
      }
      return { part, seats: places, fields, what };
    })
    .filter(({ what }) => what.length > 0);
}

/** What is said to be different of the person themselves. */
export interface OwnChanges {
  readonly patch: { readonly name?: string; readonly email?: string };
  readonly what: readonly FieldChange[];
}

/** `email`: read already. Throws Failure for the address of somebody else. */
export function ownChanges(
  person: KnownPerson,
  { name = '', email }: { readonly name?: string | undefined; readonly email?: string | undefined },
  people: readonly KnownPerson[],
): OwnChanges {
  const patch: { name?: string; email?: string } = {};
  const what: FieldChange[] = [];
  if (name.trim() !== '' && name.trim() !== person.name) {
    patch.name = name.trim();
    what.push({ field: 'name', before: person.name, after: patch.name });
  }
  if (email === undefined) return { patch, what };
  const other = people.find((one) => one.key !== person.key && (one.email === email || one.id === email));
  if (other !== undefined)
    throw new Failure('bad-data', {
      code: 'one-email-two-ids',
      message: `${email} belongs to ${nameAndId(other)}`,
      hint: `If they are one person: mentorctl person merge ${shellWord(person.id)} ${shellWord(other.id)}`,
    });
  if (email !== person.email) {
    patch.email = email;
    what.push({ field: 'e-mail', ...defined({ before: person.email }), after: email });
  }
  return { patch, what };
}

/** `capacity 2 -> 3; major none -> Biology`: what several parts have in common is said once. */
export function changeWords(changes: readonly FieldChange[]): string {
  const said = changes.map(({ field, before, after }) => `${field} ${valueWords(before)} -> ${valueWords(after)}`);
  return [...new Set(said)].join('; ');
}

export function valueWords(value: FieldValue | undefined): string {
  return value === undefined || value === '' ? 'none' : answerWords(value, ', ');
}
