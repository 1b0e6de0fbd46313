// A person as matching sees one: an id, answers, and for mentors the seats that are left.
import type { FieldValue, FieldValues } from '../program/program.ts';

export interface Candidate {
  /** The admin's own id; also what equal optima are told apart by. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** Places left; 0 for a mentee. */
  readonly seats: number;
  /** Mentees a mentor has already, whose seats are not among `seats`. */
  readonly taken?: number;
  /** Of a mentor's places, those that mentees of other open cohorts have; they are not among `seats`. */
  readonly elsewhere?: number;
  readonly fields: FieldValues;
}

/** Names a rule may compare besides the program's own fields, e.g. `mentee: manager` with `mentor: email`. */
export const personFields = ['id', 'email', 'name'] as const;

/** The person's answer, or undefined for a gap. */
export function answerOf(person: Candidate, field: string): FieldValue | undefined {
  switch (field) {
    case 'id':
      return person.id;
    case 'email':
      return person.email;
    case 'name':
      return person.name;
    default:
      return person.fields[field];
  }
}
