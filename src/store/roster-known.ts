// What the database knows of the people that a roster names.
import { sql, type Kysely } from 'kysely';
import type { EnrolmentDraft, KnownEnrolment, KnownPerson } from '../domain/people/roster.ts';
import { readFullName } from '../domain/cells/people-words.ts';
import { byDigits } from '../domain/people/lost-zeros.ts';
import { dialectOf } from './dialect/dialect.ts';
import { knownEnrolment, knownPerson } from './rows.ts';
import type { Tables } from './tables.ts';

/** The highest number that a part in a cohort has; 0 where there is none. */
export async function newestEnrolment(db: Kysely<Tables>): Promise<number> {
  const { newest } = await db
    .selectFrom('enrolment')
    .select(sql<number>`coalesce(max(id), 0)`.as('newest'))
    .executeTakeFirstOrThrow();
  return newest;
}

/** Ids and addresses that a person was merged from lead to the person. */
export async function withAliases(
  db: Kysely<Tables>,
  drafts: readonly EnrolmentDraft[],
): Promise<readonly EnrolmentDraft[]> {
  const words = drafts.flatMap(({ id, email }) => (email === undefined ? [id] : [id, email]));
  const rows = await db
    .selectFrom('alias')
    .innerJoin('person', 'person.id', 'alias.person_id')
    .select(['alias.ref as alias', 'person.ref as ref', 'person.email as email'])
    .where(dialectOf(db).queryWords.within('alias.ref', words))
    .execute();
  if (rows.length === 0) return drafts;
  const aliases = new Map(rows.map((row) => [row.alias, row]));
  return drafts.map((draft) => {
    const row = aliases.get(draft.id) ?? (draft.email === undefined ? undefined : aliases.get(draft.email));
    if (row === undefined) return draft;
    const { email, ...rest } = draft;
    const kept = email === undefined || aliases.has(email) ? row.email : email;
    // Where the file has no name the id stands for it, which is no name of hers.
    const name = draft.name === draft.id ? row.ref : draft.name;
    return { ...rest, id: row.ref, name, ...(kept === null ? {} : { email: kept }) };
  });
}

/** Words by which people are known here, and the role of those who have only one. */
interface WordsOnFile {
  readonly words: ReadonlySet<string>;
  readonly sides: ReadonlyMap<string, 'mentor' | 'mentee'>;
}

/** Which of these words are ids, addresses or names of people on file, also where the zeros in front of an id are gone. */
export async function wordsOnFile(db: Kysely<Tables>, words: readonly string[]): Promise<WordsOnFile> {
  const lengths = await lengthsWithZeros(db);
  const spelled = new Map<string, string[]>();
  for (const word of words) {
    const padded = /^[1-9]\d*$/.test(word) ? lengths.map((n) => word.padStart(n, '0')) : [];
    for (const spelling of new Set([word, word.toLowerCase(), readFullName(word), ...padded]))
      spelled.set(spelling, [...(spelled.get(spelling) ?? []), word]);
  }
  const all = [...spelled.keys()];
  const rows = await db
    .selectFrom('person')
    .leftJoin('enrolment', 'enrolment.person_id', 'person.id')
    .select(['ref', 'email', 'name', 'role'])
    .where((e) =>
      e.or([
        dialectOf(db).queryWords.within('ref', all),
        dialectOf(db).queryWords.within('email', all),
        dialectOf(db).queryWords.within('name', [...words, ...words.map(readFullName)]),
      ]),
    )
    .execute();
  const roles = new Map<string, Set<string>>();
  for (const { ref, email, name, role } of rows)
    for (const word of [ref, email ?? '', name].flatMap((known) => spelled.get(known) ?? []))
      roles.set(word, (roles.get(word) ?? new Set()).add(role ?? 'none'));
  const sides = [...roles].flatMap(([word, of]) => {
    const [only] = of;
    return of.size === 1 && (only === 'mentor' || only === 'mentee') ? [[word, only] as const] : [];
  });
  return { words: new Set(roles.keys()), sides: new Map(sides) };
}

/** How long the ids are that begin with a zero. */
export async function lengthsWithZeros(db: Kysely<Tables>): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('person')
    .select(sql<number>`length(ref)`.as('length'))
    .distinct()
    .where('ref', '>=', '0')
    .where('ref', '<', '1')
    .execute();
  return rows.map(({ length }) => length);
}

/** Whom the ids of these drafts stand for when their zeros in front are missing: by the digits that are left. */
export async function peopleByDigits(
  db: Kysely<Tables>,
  drafts: readonly EnrolmentDraft[],
  lengths: readonly number[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const short = drafts.flatMap(({ id }) => (/^[1-9]\d*$/.test(id) ? [id] : []));
  if (short.length === 0 || lengths.length === 0) return new Map();
  const whole = short.flatMap((id) => lengths.flatMap((n) => (n > id.length ? [id.padStart(n, '0')] : [])));
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where(dialectOf(db).queryWords.within('ref', [...short, ...whole]))
    .execute();
  return byDigits(rows.map(knownPerson));
}

/** Everybody who has an id or an address of these drafts. */
export async function peopleNamed(db: Kysely<Tables>, drafts: readonly EnrolmentDraft[]): Promise<KnownPerson[]> {
  const ids = drafts.map(({ id }) => id);
  const emails = drafts.flatMap(({ email }) => (email === undefined ? [] : [email]));
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where((e) =>
      e.or([
        dialectOf(db).queryWords.within('ref', [...ids, ...emails]),
        dialectOf(db).queryWords.within('email', emails),
      ]),
    )
    .execute();
  return rows.map(knownPerson);
}

/** The parts of these people in a cohort. */
export async function partsOf(
  db: Kysely<Tables>,
  cohortId: number,
  people: readonly KnownPerson[],
): Promise<KnownEnrolment[]> {
  const keys = people.map(({ key }) => key);
  const rows = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where(dialectOf(db).queryWords.within('person_id', keys))
    .execute();
  return rows.map(knownEnrolment);
}
