// A roster going in batch by batch inside one transaction: what is known is read for each batch alone, so that memory
// stays flat however long the file is.
import { sql, type Kysely } from 'kysely';
import type { Issue } from '../domain/issue.ts';
import { answeredAgain } from '../domain/rows/read-drafts.ts';
import {
  identityConflicts,
  planRoster,
  type EnrolmentDraft,
  type KnownEnrolment,
  type KnownPerson,
  type RosterPlan,
} from '../domain/people/roster.ts';
import { arrivals, mentioned, type Mentioned } from './arrivals.ts';
import { factsTold } from './batches.ts';
import { addPeople, applyRoster } from './people.ts';
import {
  lengthsWithZeros,
  newestEnrolment,
  partsOf,
  peopleByDigits,
  peopleNamed,
  withAliases,
} from './roster-known.ts';
import { firstMentioned, waves } from './roster-waves.ts';
import { withIdsOfNames } from './roster-by-name.ts';
import { knownEnrolment } from './rows.ts';
import type { RowOf, Tables } from './tables.ts';
import type { Writer } from './transact.ts';

export interface RosterCounts {
  added: number;
  changed: number;
  same: number;
}

export interface BatchTaken {
  /** What became different in people known before. */
  readonly changes: RosterPlan['changes'];
  /** Places of the mentors among those who were added or changed. */
  readonly places: number;
  /** Numbers of the batch's people, by the ids the file has. */
  readonly keys: ReadonlyMap<string, number>;
  /** Conflicts of identity: nothing of the batch was written when there are any. */
  readonly issues: readonly Issue[];
  /** Ids in the file of people who came in before this batch. */
  readonly again: ReadonlySet<string>;
  /** Those of them who came in before in another role, and now have both. */
  readonly inAnotherRole: ReadonlySet<string>;
  /** Earlier answers of people who come again in this batch. */
  readonly leftOut: readonly { readonly line: number; readonly why: string }[];
  /** Lines of answers older than one that came in before: nothing of them was kept. */
  readonly outdated: ReadonlySet<number>;
}

export interface RosterImport {
  /** Of people, over all batches so far. */
  readonly counts: Readonly<RosterCounts>;
  /** Ids as the file has them, without their zeros in front -> the ids they are; over all batches so far. */
  readonly withoutZeros: ReadonlyMap<string, string>;
  /** Names that stand where an id would -> the ids of the people on file who have them. */
  readonly byName: ReadonlyMap<string, string>;
  take(drafts: readonly EnrolmentDraft[]): Promise<BatchTaken>;
  /** Active parts in the cohort, in these roles, of people who were in no batch. */
  missing(roles: readonly EnrolmentDraft['role'][]): Promise<PartNamed[]>;
  /** Parts in the cohort that the file brought. */
  brought(): Promise<PartNamed[]>;
  /** Parts in the cohort that were withdrawn, of people who are in the file. */
  withdrawn(): Promise<PartNamed[]>;
}

interface PartNamed {
  readonly enrolment: number;
  readonly id: string;
  readonly name: string;
}

export interface RosterImportOptions {
  readonly source: string;
  readonly standardSeats: number;
  /** A long outcome file: a person's many rows are no answers again. */
  readonly long: boolean;
  /** Shared by the cohorts of one file. */
  readonly words: Mentions;
}

/** The ids and addresses that came so far, and whether those of everybody known are among them. */
export interface Mentions {
  readonly words: Mentioned;
  readonly knowsAll: boolean;
}

/** Of one file. */
export async function mentions(db: Kysely<Tables>): Promise<Mentions> {
  const words = mentioned();
  return { words, knowsAll: await mentionKnown(db, words) };
}

/** Beyond these it takes longer to read everybody known than to look for each batch's people. */
const mostReadFirst = 20_000;

/** Inside a transaction; batches are taken in the order of the file. */
export async function startRosterImport(
  writer: Writer,
  cohortId: number,
  { source, standardSeats, long, words: { words, knowsAll } }: RosterImportOptions,
): Promise<RosterImport> {
  const { db } = writer;
  const newest = await newestEnrolment(db);
  const merged = (await db.selectFrom('alias').select('id').limit(1).execute()).length > 0;
  const lengths = await lengthsWithZeros(db);
  const facts = await factsTold(db, cohortId);
  const withoutZeros = new Map<string, string>();
  const byName = new Map<string, string>();
  const counts: RosterCounts = { added: 0, changed: 0, same: 0 };
  const came = arrivals();

  /** People who may be known: compared with what is known of them. */
  const takeKnown = async (given: readonly EnrolmentDraft[], people: readonly KnownPerson[]): Promise<BatchTaken> => {
    const personOf = finder(people);
    const outdated = long ? [] : given.filter((draft) => came.answeredAfter(personOf(draft)?.key ?? 0, draft.answered));
    const outdatedLines = new Set(outdated.map(({ line }) => line));
    const drafts = outdated.length === 0 ? given : given.filter(({ line }) => !outdatedLines.has(line));
    const earlier = new Map<string, number>();
    for (const draft of given) {
      const line = came.lineOf(personOf(draft)?.key ?? 0);
      if (line > 0) earlier.set(draft.id, line);
    }
    // By their times the later answer counts whole; without, the later in a role, so that somebody may have both.
    const isAgain = (draft: EnrolmentDraft): boolean =>
      earlier.has(draft.id) &&
      (draft.answered !== undefined || draft.role === 'none' || came.cameAs(personOf(draft)?.key ?? 0, draft.role));
    const again = new Set(long ? [] : drafts.flatMap((draft) => (isAgain(draft) ? [draft.id] : [])));
    const timed = new Set(drafts.flatMap(({ id, answered }) => (answered === undefined ? [] : [id])));
    const inAnotherRole = new Set(
      long ? [] : drafts.flatMap(({ id }) => (earlier.has(id) && !again.has(id) ? [id] : [])),
    );
    const rolesHere = new Set(drafts.map(({ id, role }) => `${id}\n${role}`));
    const idOf = new Map(drafts.map((draft) => [personOf(draft)?.key, draft.id]));
    const was = new Map<string, 'added' | 'changed' | 'same'>();
    const known: KnownEnrolment[] = [];
    let places = 0;
    for (const part of await partsOf(db, cohortId, people)) {
      const id = idOf.get(part.person) ?? '';
      if (!again.has(id) || (!timed.has(id) && !rolesHere.has(`${id}\n${part.role}`))) {
        known.push(part);
        continue;
      }
      const isNew = part.key > newest;
      if (isNew && !rolesHere.has(`${id}\n${part.role}`)) {
        // Who mentors by an earlier answer alone does not by this one.
        if (part.role === 'mentor') places -= part.seats;
        await writer.remove('enrolment', [part.key]);
        was.set(id, 'added');
        continue;
      }
      const image = isNew ? undefined : await writer.imageBefore('enrolment', part.key);
      was.set(id, isNew ? 'added' : image === undefined ? 'same' : 'changed');
      if (part.role === 'mentor' && (isNew || image !== undefined)) places -= part.seats;
      known.push(await takenBack(writer, part, image, isNew ? standardSeats : undefined));
    }
    const plan = planRoster(drafts, { people, enrolments: known }, standardSeats, facts);
    const keys = await applyRoster(writer, cohortId, plan, people);
    count(counts, plan, was, again, inAnotherRole);
    for (const { id, email, line, answered, role } of drafts)
      came.note(keys.get(id) ?? keys.get(email ?? '') ?? 0, line, answered, role);
    const leftOut = drafts.flatMap(({ id, line }) => {
      const old = again.has(id) ? earlier.get(id) : undefined;
      return old === undefined ? [] : [{ line: old, why: answeredAgain(id, line) }];
    });
    const late = outdated.map(({ id, line }) => ({ line, why: answeredAgain(id, earlier.get(id) ?? 0) }));
    for (const { draft, seats } of plan.enrolments) if (draft.role === 'mentor') places += seats;
    return {
      changes: plan.changes,
      places,
      keys,
      issues: [],
      again: new Set([...earlier.keys()].filter((id) => !inAnotherRole.has(id))),
      inAnotherRole,
      leftOut: [...leftOut, ...late],
      outdated: outdatedLines,
    };
  };

  /** People who are certainly not known: they need no comparing. */
  const takeNew = async (drafts: readonly EnrolmentDraft[]): Promise<BatchTaken> => {
    const made = await addPeople(writer, cohortId, drafts, standardSeats);
    const keys = new Map<string, number>();
    let places = 0;
    drafts.forEach(({ id, line, answered, role, seats }, index) => {
      const key = made[index] ?? 0;
      keys.set(id, key);
      came.note(key, line, answered, role);
      if (role === 'mentor') places += seats ?? standardSeats;
    });
    counts.added += keys.size;
    return { ...nothing, places, keys };
  };

  const parts = (status: 'active' | 'withdrawn') =>
    db
      .selectFrom('enrolment')
      .innerJoin('person', 'person.id', 'enrolment.person_id')
      .select(['enrolment.id as enrolment', 'person.id as key', 'person.ref as id', 'person.name as name'])
      .where('enrolment.cohort_id', '=', cohortId)
      .where('enrolment.status', '=', status)
      .orderBy('person.ref');

  return {
    counts,
    withoutZeros,
    byName,
    take: async (given) => {
      const called = await withIdsOfNames(db, given, { cohortId, source });
      if (called.issues.length > 0) return { ...nothing, issues: called.issues };
      for (const [name, id] of called.read) byName.set(name, id);
      const digits = await peopleByDigits(db, called.drafts, lengths);
      const whole =
        digits.size === 0 ? called.drafts : called.drafts.map((draft) => withZeros(draft, digits.get(draft.id)));
      const named = merged ? await withAliases(db, whole) : whole;
      const [fresh, others] = knowsAll ? firstMentioned(named, words) : [[], named];
      const people = others.length === 0 ? [] : await peopleNamed(db, others);
      const lines = new Map(people.flatMap(({ id, key }) => (came.lineOf(key) > 0 ? [[id, came.lineOf(key)]] : [])));
      // Where everybody is mentioned for the first time, nobody can be somebody else.
      const issues = others.length === 0 ? [] : identityConflicts(named, people, source, lines);
      if (issues.length > 0) return { ...nothing, issues };
      let all = fresh.length === 0 ? nothing : await takeNew(fresh);
      let known = fresh.length === 0 ? people : undefined;
      for (const wave of waves(others)) {
        all = together(all, await takeKnown(wave, known ?? (await peopleNamed(db, wave))));
        known = undefined;
      }
      whole.forEach(({ id }, at) => {
        const written = given[at]?.id ?? id;
        if (written !== id && !byName.has(written)) withoutZeros.set(written, id);
      });
      return named === given ? all : byFileIds(all, given, named);
    },
    missing: async (roles) => {
      const active = await parts('active')
        .where('enrolment.role', 'in', roles)
        .where('enrolment.id', '<=', newest)
        .execute();
      return active.filter(({ key }) => came.lineOf(key) === 0);
    },
    brought: () => parts('active').where('enrolment.id', '>', newest).execute(),
    withdrawn: async () => (await parts('withdrawn').execute()).filter(({ key }) => came.lineOf(key) > 0),
  };
}

const nothing: BatchTaken = {
  changes: [],
  places: 0,
  keys: new Map(),
  issues: [],
  again: new Set(),
  inAnotherRole: new Set(),
  leftOut: [],
  outdated: new Set(),
};

/** The person the digits stand for, unless the address or the name is somebody else's. */
function withZeros(draft: EnrolmentDraft, person: KnownPerson | undefined): EnrolmentDraft {
  if (person === undefined) return draft;
  const { id, name, email = person.email } = draft;
  if (email !== person.email && person.email !== undefined) return draft;
  if (name !== id && person.name !== person.id && name.toLowerCase() !== person.name.toLowerCase()) return draft;
  return { ...draft, id: person.id, name: name === id ? person.id : name };
}

/** The same under the ids that the file has. */
function byFileIds(taken: BatchTaken, given: readonly EnrolmentDraft[], named: readonly EnrolmentDraft[]): BatchTaken {
  const [keys, again, inAnotherRole] = [new Map(taken.keys), new Set(taken.again), new Set(taken.inAnotherRole)];
  named.forEach(({ id }, at) => {
    const written = given[at]?.id ?? id;
    const key = taken.keys.get(id);
    if (key !== undefined) keys.set(written, key);
    if (taken.again.has(id)) again.add(written);
    if (taken.inAnotherRole.has(id)) inAnotherRole.add(written);
  });
  return { ...taken, keys, again, inAnotherRole };
}

function together(one: BatchTaken, two: BatchTaken): BatchTaken {
  return {
    changes: [...one.changes, ...two.changes],
    places: one.places + two.places,
    keys: new Map([...one.keys, ...two.keys]),
    issues: [],
    again: new Set([...one.again, ...two.again]),
    inAnotherRole: new Set([...one.inAnotherRole, ...two.inAnotherRole]),
    leftOut: [...one.leftOut, ...two.leftOut],
    outdated: new Set([...one.outdated, ...two.outdated]),
  };
}

/** Tells the words of everybody known; false when they are too many, and nothing was told. */
async function mentionKnown(db: Kysely<Tables>, words: Mentioned): Promise<boolean> {
  const { size } = await db
    .selectFrom('person')
    .select(sql<number>`coalesce(max(id), 0)`.as('size'))
    .executeTakeFirstOrThrow();
  if (size > mostReadFirst) return false;
  for (const { ref, email } of await db.selectFrom('person').select(['ref', 'email']).execute()) {
    words.isNew(ref);
    if (email !== null) words.isNew(email.toLowerCase());
  }
  return true;
}

/** Who of the known people a draft is about. */
function finder(people: readonly KnownPerson[]): (draft: EnrolmentDraft) => KnownPerson | undefined {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byEmail = new Map(people.flatMap((person) => (person.email === undefined ? [] : [[person.email, person]])));
  return ({ id, email }) => byId.get(id) ?? (email === undefined ? undefined : byEmail.get(email));
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
    role: old.role,
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
  inAnotherRole: ReadonlySet<string>,
): void {
  counts.added += plan.counts.added;
  counts.changed += plan.counts.changed;
  counts.same += plan.counts.same;
  const changed = new Set(plan.changes.map(({ id }) => id));
  for (const id of inAnotherRole) counts[changed.has(id) ? 'changed' : 'same']--;
  for (const id of again) {
    counts[changed.has(id) ? 'changed' : 'same']--;
    const was = before.get(id) ?? 'same';
    if (was === 'added') continue;
    counts[was]--;
    counts[changed.has(id) ? 'changed' : 'same']++;
  }
}
