// People and their parts in cohorts: read as domain values, changed by a plan.
import type { Kysely } from 'kysely';
import {
  freshSeats,
  type EnrolmentDraft,
  type Known,
  type KnownPerson,
  type RosterPlan,
} from '../domain/people/roster.ts';
import { noteAnswer, type Answered, type Identities } from '../domain/columns/propose-criteria.ts';
import { fold } from '../domain/program/answer-words.ts';
import type { FieldValues, Role } from '../domain/program/program.ts';
import { knownEnrolment, knownPerson, member, type Member } from './rows.ts';
import type { StoredCell } from './dialect/dialect.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** Everybody, each with the ids and addresses of records that were merged into them. */
export async function allPeople(db: Kysely<Tables>): Promise<KnownPerson[]> {
  const aliases = new Map<number, string[]>();
  for (const { person_id, ref } of await db.selectFrom('alias').selectAll().orderBy('id').execute())
    aliases.set(person_id, [...(aliases.get(person_id) ?? []), ref]);
  return (await db.selectFrom('person').selectAll().orderBy('id').execute()).map((row) => {
    const also = aliases.get(row.id);
    return also === undefined ? knownPerson(row) : { ...knownPerson(row), aliases: also };
  });
}

/** Everybody, and the parts they have in one cohort. */
export async function knownIn(db: Kysely<Tables>, cohortId: number): Promise<Known> {
  const rows = await db.selectFrom('enrolment').selectAll().where('cohort_id', '=', cohortId).execute();
  return { people: await allPeople(db), enrolments: rows.map(knownEnrolment) };
}

/** The members of a cohort, by id; somebody in both roles stands there twice. */
export async function membersOf(db: Kysely<Tables>, cohortId: number): Promise<Member[]> {
  const { people, enrolments } = await knownIn(db, cohortId);
  const byKey = new Map(people.map((person) => [person.key, person]));
  return enrolments
    .flatMap((part) => {
      const person = byKey.get(part.person);
      return person === undefined ? [] : [member(person, part)];
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Writes a plan; gives the numbers of the people in it by id. `known`: the people the plan was made against. */
export async function applyRoster(
  writer: Writer,
  cohortId: number,
  plan: RosterPlan,
  known: readonly KnownPerson[],
): Promise<ReadonlyMap<string, number>> {
  const keys = new Map<string, number>();
  for (const { key, id, email } of known) {
    keys.set(id, key);
    if (email !== undefined && !keys.has(email)) keys.set(email, key);
  }
  for (const { key, patch, draft } of plan.people) {
    if (key === undefined) continue;
    const { id, ...rest } = patch;
    await writer.update('person', key, { ...rest, ...(id === undefined ? {} : { ref: id }) });
    keys.set(draft.id, key);
  }
  const fresh = plan.people.filter(({ key }) => key === undefined).map(({ draft }) => draft);
  const made = await writer.insertRows('person', personColumns, fresh.map(personCells));
  fresh.forEach(({ id }, index) => keys.set(id, made[index] ?? 0));
  const keyOf = (id: string, email: string | undefined): number => {
    const key = keys.get(id) ?? (email === undefined ? undefined : keys.get(email));
    if (key === undefined) throw new Error(`no person was made for ${id}`);
    return key;
  };
  const added = plan.enrolments.filter(({ key }) => key === undefined);
  await writer.insertRows(
    'enrolment',
    enrolmentColumns,
    added.map(({ draft: { id, email, role }, seats, group, fields }) =>
      enrolmentCells(cohortId, keyOf(id, email), { role, seats, group, fields: JSON.stringify(fields) }),
    ),
  );
  for (const { key, becomes, seats, group, fields } of plan.enrolments) {
    if (key === undefined) continue;
    const part = { seats, study_group: group ?? null, fields: JSON.stringify(fields) };
    await writer.update('enrolment', key, becomes === undefined ? part : { ...part, role: becomes });
  }
  for (const { draft } of plan.enrolments) if (!keys.has(draft.id)) keys.set(draft.id, keyOf(draft.id, draft.email));
  return keys;
}

/** Whether somebody takes part. `part`: the number of their part in the cohort. */
export async function setStatus(writer: Writer, part: number, status: Member['status']): Promise<void> {
  await writer.update('enrolment', part, { status });
}

/** `part`: the number of somebody's part in a cohort. */
export async function changePart(
  writer: Writer,
  part: number,
  { seats, fields }: { readonly seats: number; readonly fields: FieldValues },
): Promise<void> {
  await writer.update('enrolment', part, { seats, fields: JSON.stringify(fields) });
}

/** Takes in people nobody of whom is known, a draft a person and role, in the order of the file. Gives a number for each draft. */
export async function addPeople(
  writer: Writer,
  cohortId: number,
  drafts: readonly EnrolmentDraft[],
  standardSeats: number,
): Promise<readonly number[]> {
  // Somebody in both roles stands there twice, one after the other.
  const again = drafts.map(({ id }, index) => drafts[index - 1]?.id === id);
  const made = await writer.insertRows(
    'person',
    personColumns,
    drafts.filter((_, index) => !again[index]).map(personCells),
  );
  let person = -1;
  const keys = drafts.map((_, index) => made[again[index] === true ? person : ++person] ?? 0);
  await writer.insertRows(
    'enrolment',
    enrolmentColumns,
    drafts.map(({ role, seats, group, answers }, index) =>
      enrolmentCells(cohortId, keys[index] ?? 0, {
        role,
        seats: seats ?? freshSeats(role, standardSeats),
        group,
        fields: answers.json(),
      }),
    ),
  );
  return keys;
}

const personColumns = ['ref', 'email', 'name'] as const;
const enrolmentColumns = ['cohort_id', 'person_id', 'role', 'seats', 'status', 'study_group', 'fields'] as const;

function personCells({ id, email, name }: EnrolmentDraft): StoredCell[] {
  return [id, email ?? null, name];
}

/** `fields`: as JSON. */
function enrolmentCells(
  cohortId: number,
  person: number,
  part: { readonly role: Role; readonly seats: number; readonly group: string | undefined; readonly fields: string },
): StoredCell[] {
  return [cohortId, person, part.role, part.seats, 'active', part.group ?? null, part.fields];
}

/** The fields people of each role have answered, with what they answered, from the first few thousand of a cohort. */
export async function fieldsAnswered(db: Kysely<Tables>, cohortId: number): Promise<ReadonlyMap<string, Answered>> {
  const answered = new Map<string, Answered>();
  for (const role of ['mentor', 'mentee'] as const) {
    const rows = await db
      .selectFrom('enrolment')
      .select('fields')
      .where('cohort_id', '=', cohortId)
      .where('role', '=', role)
      .limit(2000)
      .execute();
    const side = new Map<string, Set<string>>();
    for (const { fields } of rows)
      for (const [name, value] of Object.entries(JSON.parse(fields) as FieldValues)) noteAnswer(side, name, value);
    answered.set(role, side);
  }
  return answered;
}

/** What the mentors of a cohort are called, folded. */
export async function mentorIdentities(db: Kysely<Tables>, cohortId: number): Promise<Identities> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select(['person.ref', 'person.email', 'person.name'])
    .where('enrolment.cohort_id', '=', cohortId)
    .where('enrolment.role', '=', 'mentor')
    .limit(20_000)
    .execute();
  return {
    id: new Set(rows.map(({ ref }) => fold(ref))),
    email: new Set(rows.flatMap(({ email }) => (email === null ? [] : [fold(email)]))),
    name: new Set(rows.map(({ name }) => fold(name))),
  };
}

/** Whether scores of pairs and choices are on file, which a proposal has to read. */
export async function recordedFor(
  db: Kysely<Tables>,
  cohortId: number,
): Promise<{ readonly scores: boolean; readonly choices: boolean }> {
  const any = async (table: 'stated_score' | 'preference'): Promise<boolean> =>
    (await db.selectFrom(table).select('id').where('cohort_id', '=', cohortId).limit(1).execute()).length > 0;
  return { scores: await any('stated_score'), choices: await any('preference') };
}
