// A roster going in batch by batch inside one transaction: what is known is read for each batch alone, so that memory
// stays flat however long the file is. Who came in before is remembered in a scratch table of the connection.
import { sql, type Kysely } from 'kysely';
import type { Issue } from '../domain/issue.ts';
import { answeredAgain } from '../domain/people/read-drafts.ts';
import {
  identityConflicts,
  planRoster,
  type EnrolmentDraft,
  type KnownEnrolment,
  type KnownPerson,
  type RosterPlan,
} from '../domain/people/roster.ts';
import { scratchTable, within } from './dialect/sqlite.ts';
import { applyRoster } from './people.ts';
import { knownEnrolment, knownPerson } from './rows.ts';
import type { RowOf, Tables } from './tables.ts';
import type { Writer } from './transact.ts';

export interface RosterCounts {
  added: number;
  changed: number;
  same: number;
}

export interface BatchTaken {
  readonly plan: RosterPlan;
  /** Numbers of the batch's people, by the ids the file has. */
  readonly keys: ReadonlyMap<string, number>;
  /** Conflicts of identity: nothing of the batch was written when there are any. */
  readonly issues: readonly Issue[];
  /** Earlier answers of people who come again in this batch. */
  readonly leftOut: readonly { readonly line: number; readonly why: string }[];
  /** Lines of answers older than one that came in before: nothing of them was kept. */
  readonly outdated: ReadonlySet<number>;
}

export interface RosterImport {
  /** Of people, over all batches so far. */
  readonly counts: Readonly<RosterCounts>;
  take(drafts: readonly EnrolmentDraft[]): Promise<BatchTaken>;
  /** Active parts in the cohort, in these roles, of people who were in no batch. */
  missing(roles: readonly EnrolmentDraft['role'][]): Promise<{ enrolment: number; id: string; name: string }[]>;
  /** Parts in the cohort that were withdrawn, of people who are in the file. */
  withdrawn(): Promise<{ enrolment: number; id: string; name: string }[]>;
}

type Scratch = Tables & { incoming: { ref: string; line: number; answered: string | null; person: number } };

export interface RosterImportOptions {
  readonly source: string;
  readonly standardSeats: number;
  /** A long outcome file: a person's many rows are no answers again. */
  readonly long: boolean;
}

export async function startRosterImport(
  writer: Writer,
  cohortId: number,
  { source, standardSeats, long }: RosterImportOptions,
): Promise<RosterImport> {
  const db = writer.db as unknown as Kysely<Scratch>;
  await scratchTable(
    'incoming',
    'ref text primary key, line integer not null, answered text, person integer not null',
  ).execute(db);
  await db.deleteFrom('incoming').execute();
  const { newest } = await db
    .selectFrom('enrolment')
    .select(sql<number>`coalesce(max(id), 0)`.as('newest'))
    .executeTakeFirstOrThrow();
  const merged = (await db.selectFrom('alias').select('id').limit(1).execute()).length > 0;
  const counts: RosterCounts = { added: 0, changed: 0, same: 0 };

  return {
    counts,
    take: async (given) => {
      const named = merged ? await withAliases(db, given) : given;
      const ids = [...new Set(named.map(({ id }) => id))];
      const before = await answersOf(db, ids);
      const outdated = long ? [] : named.filter(({ id, answered = '' }) => answered < (before.get(id)?.answered ?? ''));
      const outdatedLines = new Set(outdated.map(({ line }) => line));
      const drafts = outdated.length === 0 ? named : named.filter(({ line }) => !outdatedLines.has(line));
      const people = await peopleNamed(db, drafts);
      const earlier = new Map([...before].map(([id, { line }]) => [id, line]));
      // People found by e-mail alone have another id than the file gives them.
      const others = people.flatMap(({ id }) => (earlier.has(id) ? [] : [id]));
      const elsewhere = others.length === 0 ? [] : [...(await answersOf(db, others))];
      const seen = new Map([...earlier, ...elsewhere.map(([id, { line }]) => [id, line] as const)]);
      const issues = identityConflicts(drafts, people, source, seen);
      if (issues.length > 0) return { plan: nothing, keys: new Map(), issues, leftOut: [], outdated: new Set() };

      const parts = await partsOf(db, cohortId, people);
      const again = new Set(long ? [] : drafts.flatMap(({ id }) => (earlier.has(id) ? [id] : [])));
      const byKey = new Map(people.map((person) => [person.key, person.id]));
      const was = new Map<string, 'added' | 'changed' | 'same'>();
      const known: KnownEnrolment[] = [];
      for (const part of parts) {
        const id = byKey.get(part.person) ?? '';
        if (!again.has(id)) {
          known.push(part);
          continue;
        }
        const image = part.key > newest ? undefined : await writer.imageBefore('enrolment', part.key);
        was.set(id, part.key > newest ? 'added' : image === undefined ? 'same' : 'changed');
        known.push(await takenBack(writer, part, image, part.key > newest ? standardSeats : undefined));
      }
      const plan = planRoster(drafts, { people, enrolments: known }, standardSeats);
      const keys = await applyRoster(writer, cohortId, plan, people);
      count(counts, plan, was, again);
      await remember(db, drafts, keys);
      const leftOut = drafts.flatMap(({ id, line }) => {
        const old = again.has(id) ? earlier.get(id) : undefined;
        return old === undefined ? [] : [{ line: old, why: answeredAgain(id, line) }];
      });
      const late = outdated.map(({ id, line }) => ({ line, why: answeredAgain(id, before.get(id)?.line ?? 0) }));
      return { plan, keys, issues: [], leftOut: [...leftOut, ...late], outdated: outdatedLines };
    },
    missing: async (roles) => {
      const rows = await db
        .selectFrom('enrolment')
        .innerJoin('person', 'person.id', 'enrolment.person_id')
        .leftJoin('incoming', 'incoming.person', 'person.id')
        .select(['enrolment.id as enrolment', 'person.ref as id', 'person.name as name'])
        .where('enrolment.cohort_id', '=', cohortId)
        .where('enrolment.status', '=', 'active')
        .where('enrolment.role', 'in', roles)
        .where('incoming.ref', 'is', null)
        .orderBy('person.ref')
        .execute();
      return rows;
    },
    withdrawn: () =>
      db
        .selectFrom('incoming')
        .innerJoin('person', 'person.id', 'incoming.person')
        .innerJoin('enrolment', 'enrolment.person_id', 'person.id')
        .select(['enrolment.id as enrolment', 'person.ref as id', 'person.name as name'])
        .where('enrolment.cohort_id', '=', cohortId)
        .where('enrolment.status', '=', 'withdrawn')
        .orderBy('person.ref')
        .execute(),
  };
}

const nothing: RosterPlan = { people: [], enrolments: [], counts: { added: 0, changed: 0, same: 0 }, changes: [] };

/** Ids and addresses that a person was merged from lead to the person. */
async function withAliases(db: Kysely<Scratch>, drafts: readonly EnrolmentDraft[]): Promise<readonly EnrolmentDraft[]> {
  const words = drafts.flatMap(({ id, email }) => (email === undefined ? [id] : [id, email]));
  const rows = await db
    .selectFrom('alias')
    .innerJoin('person', 'person.id', 'alias.person_id')
    .select(['alias.ref as alias', 'person.ref as ref', 'person.email as email'])
    .where(within('alias.ref', words))
    .execute();
  if (rows.length === 0) return drafts;
  const aliases = new Map(rows.map((row) => [row.alias, row]));
  return drafts.map((draft) => {
    const row = aliases.get(draft.id) ?? (draft.email === undefined ? undefined : aliases.get(draft.email));
    if (row === undefined) return draft;
    const { email, ...rest } = draft;
    const kept = email === undefined || aliases.has(email) ? row.email : email;
    return { ...rest, id: row.ref, ...(kept === null ? {} : { email: kept }) };
  });
}

async function peopleNamed(db: Kysely<Scratch>, drafts: readonly EnrolmentDraft[]): Promise<KnownPerson[]> {
  const ids = drafts.map(({ id }) => id);
  const emails = drafts.flatMap(({ email }) => (email === undefined ? [] : [email]));
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where((e) => e.or([within('ref', [...ids, ...emails]), within('email', emails)]))
    .execute();
  return rows.map(knownPerson);
}

async function partsOf(
  db: Kysely<Scratch>,
  cohortId: number,
  people: readonly KnownPerson[],
): Promise<KnownEnrolment[]> {
  const keys = people.map(({ key }) => key);
  const rows = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where(within('person_id', keys))
    .execute();
  return rows.map(knownEnrolment);
}

/** Where in this file people came in earlier, and when they answered then, by id. */
async function answersOf(
  db: Kysely<Scratch>,
  ids: readonly string[],
): Promise<Map<string, { line: number; answered: string | null }>> {
  const rows = await db.selectFrom('incoming').selectAll().where(within('ref', ids)).execute();
  return new Map(rows.map(({ ref, ...answer }) => [ref, answer]));
}

/** The later answer counts: what an earlier line of this file wrote is taken back before it is compared. */
async function takenBack(
  writer: Writer,
  part: KnownEnrolment,
  image: RowOf<'enrolment'> | undefined,
  freshSeats: number | undefined,
): Promise<KnownEnrolment> {
  if (image === undefined && freshSeats === undefined) return part;
  const old: KnownEnrolment =
    image === undefined
      ? {
          key: part.key,
          person: part.person,
          role: part.role,
          status: part.status,
          seats: part.role === 'mentor' ? (freshSeats ?? 0) : 0,
          fields: {},
        }
      : knownEnrolment(image);
  await writer.update('enrolment', part.key, {
    seats: old.seats,
    study_group: old.group ?? null,
    fields: JSON.stringify(old.fields),
  });
  return old;
}

/** Counts people once, by what the whole file does to them. */
function count(
  counts: RosterCounts,
  plan: RosterPlan,
  before: ReadonlyMap<string, 'added' | 'changed' | 'same'>,
  again: ReadonlySet<string>,
): void {
  counts.added += plan.counts.added;
  counts.changed += plan.counts.changed;
  counts.same += plan.counts.same;
  const changed = new Set(plan.changes.map(({ id }) => id));
  for (const id of again) {
    counts[changed.has(id) ? 'changed' : 'same']--;
    const was = before.get(id) ?? 'same';
    if (was === 'added') continue;
    counts[was]--;
    counts[changed.has(id) ? 'changed' : 'same']++;
  }
}

async function remember(
  db: Kysely<Scratch>,
  drafts: readonly EnrolmentDraft[],
  keys: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = JSON.stringify(
    drafts.map(({ id, line, answered, email }) => [
      id,
      line,
      answered ?? null,
      keys.get(id) ?? keys.get(email ?? '') ?? 0,
    ]),
  );
  await sql`insert into incoming (ref, line, answered, person)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${rows}) where true
    on conflict (ref) do update set line = excluded.line, answered = excluded.answered`.execute(db);
}
