// Records about people: observations, meetings, survey answers, goals, flags. Read whole for a cohort, changed by a plan.
import type { Insertable, Kysely, Updateable } from 'kysely';
import { planRecords, type RecordPlan } from '../domain/people/plan-records.ts';
import { dialectOf } from './dialect/dialect.ts';
import type { RowOf, Tables } from './tables.ts';
import type { Writer } from './transact.ts';

export type RecordTable = 'observation' | 'meeting' | 'survey_answer' | 'goal' | 'flag' | 'preference' | 'stated_score';

/** What makes two records of a table the same one; the rest is content. */
const identities: Readonly<Record<RecordTable, readonly string[]>> = {
  observation: ['person_id', 'measure', 'observed'],
  meeting: ['mentor_id', 'mentee_id', 'day', 'topic'],
  survey_answer: ['person_id', 'instrument', 'wave', 'item'],
  goal: ['person_id', 'goal', 'set_on'],
  flag: ['person_id', 'about', 'raised_on'],
  preference: ['person_id', 'other_id'],
  stated_score: ['mentor_id', 'mentee_id'],
};

/** `personId`: of this person only, for tables of one person a record. */
export async function recordsOf<T extends RecordTable>(
  db: Kysely<Tables>,
  table: T,
  cohortId: number,
  personId?: number,
): Promise<RowOf<T>[]> {
  const open = db as unknown as Kysely<{ any: { id: number; cohort_id: number; person_id: number } }>;
  const all = open
    .selectFrom(table as 'any')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .orderBy('id');
  const rows = await (personId === undefined ? all : all.where('person_id', '=', personId)).execute();
  return rows as unknown as RowOf<T>[];
}

/** The number of the last record of a table; later ones are of this change. */
export async function newestRecord(db: Kysely<Tables>, table: RecordTable): Promise<number> {
  const open = db as unknown as Kysely<{ any: { id: number } }>;
  const { newest } = await open
    .selectFrom(table as 'any')
    .select((eb) => eb.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow();
  return newest;
}

/** Adds what is new and changes what differs; running it twice does no harm. Reads only what the drafts' people have. */
export async function keepRecords<T extends RecordTable>(
  writer: Writer,
  table: T,
  cohortId: number,
  drafts: readonly Omit<RowOf<T>, 'id' | 'cohort_id'>[],
): Promise<RecordPlan<object>> {
  const identity = identities[table];
  const owner = identity.includes('mentee_id') ? 'mentee_id' : 'person_id';
  const rows = drafts.map((draft) => ({ cohort_id: cohortId, ...draft }));
  const owners = new Set(rows.map((row) => (row as unknown as Record<string, number>)[owner] ?? 0));
  const open = writer.db as unknown as Kysely<{ any: { id: number; cohort_id: number } }>;
  const standing = (await open
    .selectFrom(table as 'any')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where(dialectOf(writer.db).queryWords.within(owner, [...owners]))
    .execute()) as unknown as ({ id: number } & Record<string, unknown>)[];
  const known = standing.map(({ id, ...record }) => ({ key: id, record: record }));
  const plan = planRecords(
    rows as readonly Readonly<Record<string, unknown>>[],
    known,
    (record) => identity.map((column) => String(record[column])).join('\n'),
    table === 'observation' ? ['number', 'status'] : [],
  );
  await writer.insert(table, plan.added as unknown as Insertable<Tables[T]>[]);
  for (const { key, after } of plan.changed) await writer.update(table, key, after as Updateable<Tables[T]>);
  return plan;
}

/** Whoever gave a list anew gave it whole: choices of hers that it does not have are taken away. Gives how many were. */
export async function dropOldChoices(
  writer: Writer,
  cohortId: number,
  lists: readonly { readonly person_id: number; readonly other_id: number }[],
): Promise<number> {
  if (lists.length === 0) return 0;
  const said = new Map<number, Set<number>>();
  for (const { person_id, other_id } of lists) said.set(person_id, (said.get(person_id) ?? new Set()).add(other_id));
  const kept = await writer.db.selectFrom('preference').selectAll().where('cohort_id', '=', cohortId).execute();
  const old = kept.filter(({ person_id, other_id }) => said.get(person_id)?.has(other_id) === false);
  await writer.remove(
    'preference',
    old.map(({ id }) => id),
  );
  return old.length;
}
