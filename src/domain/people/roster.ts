// People and their part in a cohort: as a file says it, as the database has it, and what the one would change in the other.
import { defined } from '../defined.ts';
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
  /** The role that somebody who took no part has from now on. */
  readonly becomes?: Role;
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
 * known, and a role `none` never takes part away from somebody who has one: what it says goes to every part they have.
 * `facts`: fields that files about people in no role have told; a new part begins with them.
 */
export function planRoster(
  drafts: readonly EnrolmentDraft[],
  known: Known,
  standardSeats: number,
  facts: ReadonlySet<string> = new Set(),
): RosterPlan {
  const byId = new Map(known.people.map((person) => [person.id, person]));
  const byEmail = new Map(
    known.people.flatMap((person) => (person.email === undefined ? [] : [[person.email, person] as const])),
  );
  const partsOf = new Map<number, KnownEnrolment[]>();
  for (const part of known.enrolments) partsOf.set(part.person, [...(partsOf.get(part.person) ?? []), part]);
  const promoted = new Set<number>();

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
    const parts = person === undefined ? [] : (partsOf.get(person.key) ?? []);
    const taking = parts.filter(({ role }) => role !== 'none');
    if (draft.role === 'none' && taking.length > 0) {
      for (const part of taking) {
        const what: FieldChange[] = [];
        const plan = enrolmentPlan(draft, { part }, standardSeats, what);
        if (plan !== undefined) enrolments.push(plan);
        // What changes in both of her parts is said once.
        entry.what.push(...what.filter(({ field }) => !entry.what.some((one) => one.field === field)));
      }
      continue;
    }
    const own = parts.find(({ role }) => role === draft.role);
    const aside = own === undefined ? parts.find(({ role }) => role === 'none') : undefined;
    const free = aside !== undefined && !promoted.has(aside.key) ? aside : undefined;
    if (free !== undefined) promoted.add(free.key);
    const told = aside?.fields ?? (own === undefined ? onlyFacts(taking[0]?.fields, facts) : {});
    const begun = { ...(own === undefined ? {} : { part: own }), ...defined({ free }), told };
    const plan = enrolmentPlan(draft, begun, standardSeats, entry.what);
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
    if (email !== undefined && id !== email) idOf.set(email, { id, ...defined({ line }) });
  }
  const emailOf = new Map<string, string>();
  const ids = new Set(known.map(({ id }) => id));
  for (const { id, email } of known) if (email !== undefined && lines.has(id)) emailOf.set(id, email);
  for (const { id, email, line } of drafts) {
    if (email === undefined || id === email) continue;
    const other = idOf.get(email);
    // The same address and the same digits: a form on which the zeros in front were not typed.
    const zerosApart = other?.line === undefined && sameDigits(other?.id ?? '', id);
    if (other !== undefined && other.id !== id && !zerosApart) {
      const where = other.line === undefined ? 'in the database' : `on line ${other.line}`;
      issues.push({
        code: 'one-email-two-ids',
        severity: 'error',
        where: { source, line },
        value: email,
        message: `this e-mail belongs to id ${other.id} ${where}, and here to id ${id}`,
        hint: `Correct the id or the e-mail of one of the two; if they are one person${ids.has(id) ? `: mentorctl person merge ${other.id} ${id}` : `, write the id ${other.id} here`}.`,
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

function sameDigits(one: string, two: string): boolean {
  return /^\d+$/.test(one) && /^\d+$/.test(two) && one.replace(/^0+/, '') === two.replace(/^0+/, '');
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
    what.push({ field, before, after });
  };
  // An id found later replaces the e-mail as the person's name in the program; never the other way round.
  if (draft.id !== draft.email) set('id', draft.id, person.id);
  set('email', draft.email, person.email);
  if (draft.name !== draft.id) set('name', draft.name, person.name);
  return patch;
}

function onlyFacts(fields: FieldValues = {}, facts: ReadonlySet<string>): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => facts.has(field)));
}

/** `part`: the standing one; `free`: one of somebody who took no part, which becomes this one; `told`: what it begins with. */
function enrolmentPlan(
  draft: EnrolmentDraft,
  begun: { readonly part?: KnownEnrolment; readonly free?: KnownEnrolment; readonly told?: FieldValues },
  standardSeats: number,
  what: FieldChange[],
): EnrolmentPlan | undefined {
  const { part, free, told } = begun;
  const seats = draft.seats ?? part?.seats ?? freshSeats(draft.role, standardSeats);
  const group = draft.group ?? part?.group ?? free?.group;
  const answered = draft.answers.values();
  const fields = { ...told, ...part?.fields, ...answered };
  const before = what.length;
  if (part === undefined) what.push({ field: 'role', before: free?.role, after: draft.role });
  else {
    if (seats !== part.seats) what.push({ field: 'seats', before: part.seats, after: seats });
    if (group !== part.group) what.push({ field: 'group', before: part.group, after: group });
    for (const [field, after] of Object.entries(answered)) {
      const old = part.fields[field];
      if (!sameAnswer(old, after)) what.push({ field, before: old, after });
    }
  }
  if (what.length === before) return undefined;
  const key = part?.key ?? free?.key;
  return {
    draft,
    ...defined({ key }),
    ...(free === undefined ? {} : { becomes: draft.role }),
    seats,
    ...defined({ group }),
    fields,
  };
}
