// Rows that several files read, as domain values.
import type { Candidate } from '../domain/matching/candidate.ts';
import type { KnownEnrolment, KnownPerson } from '../domain/people/roster.ts';
import type { FieldValues } from '../domain/program/program.ts';
import type { RowOf } from './tables.ts';

/** Without the ids that were merged into it. */
export function knownPerson(row: RowOf<'person'>): KnownPerson {
  return { key: row.id, id: row.ref, name: row.name, ...(row.email === null ? {} : { email: row.email }) };
}

/** Answers parsed. */
export function knownEnrolment(row: RowOf<'enrolment'>): KnownEnrolment {
  return {
    key: row.id,
    person: row.person_id,
    role: row.role,
    seats: row.seats,
    status: row.status,
    fields: JSON.parse(row.fields) as FieldValues,
    ...(row.study_group === null ? {} : { group: row.study_group }),
  };
}

/** A person with a part in a cohort, as lists, matching and reports want one. */
export interface Member extends Candidate {
  readonly key: number;
  readonly role: 'mentor' | 'mentee' | 'none';
  readonly status: 'active' | 'withdrawn';
  readonly group?: string;
}

/** Somebody in one of their roles. */
export function member(person: KnownPerson, part: KnownEnrolment): Member {
  return {
    key: person.key,
    id: person.id,
    name: person.name,
    ...(person.email === undefined ? {} : { email: person.email }),
    role: part.role,
    status: part.status,
    seats: part.seats,
    fields: part.fields,
    ...(part.group === undefined ? {} : { group: part.group }),
  };
}
