// Records about people: observations, meetings, survey answers, goals, flags. Read whole for a cohort, changed by a plan.
import type { Kysely } from 'kysely';
import { planRecords, type RecordPlan } from '../domain/people/plan-records.ts';
import type { Choice, Records } from '../domain/records.ts';
import { dialectOf } from './dialect/dialect.ts';
import { recordRows, tableOfRecord } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** What makes two records of a kind the same one; the rest is content. */
const identities: { readonly [K in keyof Records]: readonly (keyof Records[K] & string)[] } = {
  observation: ['personId', 'measure', 'observed'],
  meeting: ['mentorId', 'menteeId', 'day', 'topic'],
  answer: ['personId', 'instrument', 'wave', 'item'],
  goal: ['personId', 'goal', 'setOn'],
  flag: ['personId', 'about', 'raisedOn'],
  choice: ['personId', 'otherId'],
  score: ['mentorId', 'menteeId'],
};

/** Tables differ in their row types; here they are all alike. */
interface AnyRow {
  readonly id: number;
  readonly cohort_id: number;
  readonly person_id: number;
  readonly mentee_id: number;
}
type AnyTables = Kysely<{ any: AnyRow }>;

/** With their numbers. `personId`: of this person only, for kinds of one person a record. */
export async function recordsOf<K extends keyof Records>(
  db: Kysely<Tables>,
  kind: K,
  cohortId: number,
  personId?: number,
): Promise<(Records[K] & { readonly id: number })[]> {
  const all = (db as unknown as AnyTables)
    .selectFrom(tableOfRecord[kind] as 'any')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .orderBy('id');
  const rows = await (personId === undefined ? all : all.where('person_id', '=', personId)).execute();
  return rows.map((row) => ({ id: row.id, ...recordRows[kind].of(row as never) }));
}

/** The number of the last record of a kind; later ones are of this change. */
export async function newestRecord(db: Kysely<Tables>, kind: keyof Records): Promise<number> {
  const { newest } = await (db as unknown as AnyTables)
    .selectFrom(tableOfRecord[kind] as 'any')
    .select((eb) => eb.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow();
  return newest;
}

/** Adds what is new and changes what differs; running it twice does no harm. Reads only what the drafts' people have. */
export async function keepRecords<K extends keyof Records>(
  writer: Writer,
  kind: K,
  cohortId: number,
  drafts: readonly Records[K][],
): Promise<RecordPlan<Records[K]>> {
  const [table, rows, identity] = [tableOfRecord[kind], recordRows[kind], identities[kind]];
  const ofTwo = kind === 'meeting' || kind === 'score';
  const owners = new Set(
    drafts.map((draft) => (draft as unknown as Record<string, unknown>)[ofTwo ? 'menteeId' : 'personId']),
  );
  const standing = await (writer.db as unknown as AnyTables)
    .selectFrom(table as 'any')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where(dialectOf(writer.db).queryWords.within(ofTwo ? 'mentee_id' : 'person_id', [...owners] as number[]))
    .execute();
  const plan = planRecords<Records[K]>(
    drafts,
    standing.map((row) => ({ key: row.id, record: rows.of(row as never) })),
    (record) => identity.map((name) => String(record[name])).join('\n'),
    kind === 'observation' ? (['number', 'status'] as never[]) : [],
  );
  await writer.insert(
    table,
    plan.added.map((record) => ({ cohort_id: cohortId, ...rows.row(record) })),
  );
  for (const { key, after } of plan.changed) await writer.update(table, key, rows.row(after));
  return plan;
}

/** Whoever gave a list anew gave it whole: choices of hers that it does not have are taken away. Gives how many were. */
export async function dropOldChoices(
  writer: Writer,
  cohortId: number,
  lists: readonly Pick<Choice, 'personId' | 'otherId'>[],
): Promise<number> {
  if (lists.length === 0) return 0;
  const said = new Map<number, Set<number>>();
  for (const { personId, otherId } of lists) said.set(personId, (said.get(personId) ?? new Set()).add(otherId));
  const kept = await recordsOf(writer.db, 'choice', cohortId);
  const old = kept.filter(({ personId, otherId }) => said.get(personId)?.has(otherId) === false);
  await writer.remove(
    'preference',
    old.map(({ id }) => id),
  );
  return old.length;
}
