// People and their part in a cohort: as a file says it, as the database has it, and what the one would change in the other.
import type { Issue } from '../issue.ts';
import type { FieldValues, Role, FieldValue } from '../program/program.ts';
import type { Answers } from './answers.ts';
import { sameAnswer } from '../program/answer-words.ts';

/** One person in one role, as a row of a file says it. `id` is the institution's id or else the e-mail, folded. */
export interface EnrolmentDraft {
  readonly line: number;
  /** When it was answered, `YYYY-MM-DD HH:MM:SS`, where the file says so: of two answers the later counts. */
  readonly answered?: string | undefined;
  readonly id: string;
  readonly email?: string | undefined;
  readonly name: string;
  readonly role: Role;
  /** Undefined where the file does not say: a standing number stays, a new mentor gets the standard. */
  readonly seats?: number | undefined;
  readonly group?: string | undefined;
  readonly answers: Answers;
}

/** A person already in the database. `key` is the database's own number. */
export interface KnownPerson {
  /** Ids and addresses of people who turned out to be this one. */
  readonly aliases?: readonly string[];
  readonly key: number;
  readonly id: string;
  readonly email?: string;
  readonly name: string;
}

/** A part already in the cohort. */
export interface KnownEnrolment {
  readonly key: number;
  readonly person: number;
  readonly role: Role;
  readonly seats: number;
  readonly status: 'active' | 'withdrawn';
  readonly group?: string;
  readonly fields: FieldValues;
}

/** One difference, for showing: from nothing to something is `before` undefined. */
export interface FieldChange {
  readonly field: string;
  readonly before?: FieldValue | undefined;
  readonly after: FieldValue | undefined;
}

export interface PersonPlan {
  readonly draft: EnrolmentDraft;
  /** The known person's number, or undefined for a new one. */
  readonly key?: number;
  readonly patch: { readonly id?: string; readonly email?: string; readonly name?: string };
}

export interface EnrolmentPlan {
  readonly draft: EnrolmentDraft;
  readonly key?: number;
  readonly seats: number;
  readonly group?: string;
  readonly fields: FieldValues;
}

/** What an import would change. Counts are of people, not of roles. */
export interface RosterPlan {
  readonly people: readonly PersonPlan[];
  readonly enrolments: readonly EnrolmentPlan[];
  readonly counts: { readonly added: number; readonly changed: number; readonly same: number };
  readonly changes: readonly {
    readonly id: string;
    readonly name: string;
    readonly line: number;
    readonly what: readonly FieldChange[];
  }[];
}

export interface Known {
  readonly people: readonly KnownPerson[];
  readonly enrolments: readonly KnownEnrolment[];
}

/**
 * Compares drafts (one a person and role, already without doubles) with what is known. A blank never erases what is
 * known, and a role `none` never takes part away from somebody who has one.
 */
export function planRoster(drafts: readonly EnrolmentDraft[], known: Known, standardSeats: number): RosterPlan {
  const byId = new Map(known.people.map((person) => [person.id, person]));
  const byEmail = new Map(
    known.people.flatMap((person) => (person.email === undefined ? [] : [[person.email, person] as const])),
  );
  const parts = new Map(known.enrolments.map((part) => [`${part.person} ${part.role}`, part]));
  const firstPart = new Map([...known.enrolments].reverse().map((part) => [part.person, part]));
  const hasPart = new Set(known.enrolments.filter((part) => part.role !== 'none').map((part) => part.person));

  const people = new Map<string, PersonPlan>();
  const enrolments: EnrolmentPlan[] = [];
  const whatOf = new Map<string, { draft: EnrolmentDraft; name: string; isNew: boolean; what: FieldChange[] }>();
  for (const draft of drafts) {
    const person = byId.get(draft.id) ?? (draft.email === undefined ? undefined : byEmail.get(draft.email));
    const entry = whatOf.get(draft.id) ?? { draft, name: nameOf(draft, person), isNew: person === undefined, what: [] };
    whatOf.set(draft.id, entry);
    if (!people.has(draft.id)) {
      const patch = person === undefined ? {} : personPatch(draft, person, entry.what);
      if (person === undefined || Object.keys(patch).length > 0) {
        people.set(draft.id, { draft, patch, ...(person === undefined ? {} : { key: person.key }) });
      }
    }
    const role = draft.role === 'none' && person !== undefined && hasPart.has(person.key) ? undefined : draft.role;
    const part =
      person === undefined
        ? undefined
        : role === undefined
          ? firstPart.get(person.key)
          : parts.get(`${person.key} ${role}`);
    const plan = enrolmentPlan(draft, part, standardSeats, entry.what);
    if (plan !== undefined) enrolments.push(plan);
  }

  const touched = [...whatOf.values()];
  const changed = touched.filter(({ isNew, what }) => !isNew && what.length > 0);
  return {
    people: [...people.values()],
    enrolments,
    counts: {
      added: touched.filter(({ isNew }) => isNew).length,
      changed: changed.length,
      same: touched.filter(({ isNew, what }) => !isNew && what.length === 0).length,
    },
    changes: changed.map(({ draft, name, what }) => ({ id: draft.id, name, line: draft.line, what })),
  };
}

/**
 * Two people with one e-mail: among the drafts, or between a draft and somebody known. `lines`: where in this file the
 * known people came in, by id, for those who did.
 */
export function identityConflicts(
  drafts: readonly EnrolmentDraft[],
  known: readonly KnownPerson[],
  source: string,
  lines: ReadonlyMap<string, number>,
): Issue[] {
  const issues: Issue[] = [];
  const idOf = new Map<string, { id: string; line?: number }>();
  for (const { id, email } of known) {
    const line = lines.get(id);
    if (email !== undefined && id !== email) idOf.set(email, { id, ...(line === undefined ? {} : { line }) });
  }
  const emailOf = new Map<string, string>();
  for (const { id, email } of known) if (email !== undefined && lines.has(id)) emailOf.set(id, email);
  for (const { id, email, line } of drafts) {
    if (email === undefined || id === email) continue;
    const other = idOf.get(email);
    if (other !== undefined && other.id !== id) {
      const where = other.line === undefined ? 'in the database' : `on line ${other.line}`;
      issues.push({
        code: 'one-email-two-ids',
        severity: 'error',
        where: { source, line },
        value: email,
        message: `this e-mail belongs to id ${other.id} ${where}, and here to id ${id}`,
        hint: `Correct the id or the e-mail of one of the two; if they are one person: mentorctl person merge ${other.id} ${id}.`,
      });
    } else idOf.set(email, { id, line });
    const before = emailOf.get(id);
    if (before !== undefined && before !== email) {
      issues.push({
        code: 'one-id-two-emails',
        severity: 'error',
        where: { source, line },
        value: id,
        message: `id ${id} has e-mail ${before} on line ${lines.get(id) ?? 0} and ${email} here`,
        hint: 'Keep one of the two lines, or correct the id.',
      });
    }
  }
  return issues;
}

/** Places of somebody whose file names none and who is new. */
export function freshSeats(role: Role, standardSeats: number): number {
  return role === 'mentor' ? standardSeats : 0;
}

/** A file of numbers alone does not take somebody's name away. */
function nameOf({ id, name }: EnrolmentDraft, person: KnownPerson | undefined): string {
  return name === id && person !== undefined && person.name !== person.id ? person.name : name;
}

function personPatch(draft: EnrolmentDraft, person: KnownPerson, what: FieldChange[]): PersonPlan['patch'] {
  const patch: { id?: string; email?: string; name?: string } = {};
  const set = (field: 'id' | 'email' | 'name', after: string | undefined, before: string | undefined): void => {
    if (after === undefined || after === '' || after === before) return;
    patch[field] = after;
    what.push({ field, ...(before === undefined ? {} : { before }), after });
  };
  // An id found later replaces the e-mail as the person's name in the program; never the other way round.
  if (draft.id !== draft.email) set('id', draft.id, person.id);
  set('email', draft.email, person.email);
  if (draft.name !== draft.id) set('name', draft.name, person.name);
  return patch;
}

function enrolmentPlan(
  draft: EnrolmentDraft,
  part: KnownEnrolment | undefined,
  standardSeats: number,
  what: FieldChange[],
): EnrolmentPlan | undefined {
  const seats = draft.seats ?? part?.seats ?? freshSeats(draft.role, standardSeats);
  const group = draft.group ?? part?.group;
  const answered = draft.answers.values();
  const fields = { ...part?.fields, ...answered };
  const before = what.length;
  if (part === undefined) what.push({ field: 'role', after: draft.role });
  else {
    if (seats !== part.seats) what.push({ field: 'seats', before: part.seats, after: seats });
    if (group !== part.group) what.push({ field: 'group', before: part.group, after: group });
    for (const [field, after] of Object.entries(answered)) {
      const old = part.fields[field];
      if (!sameAnswer(old, after)) what.push({ field, ...(old === undefined ? {} : { before: old }), after });
    }
  }
  if (what.length === before) return undefined;
  return {
    draft,
    ...(part === undefined ? {} : { key: part.key }),
    seats,
    ...(group === undefined ? {} : { group }),
    fields,
  };
}
