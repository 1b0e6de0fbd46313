// Two records that turned out to be one human being become one; everything moves, and what contradicts is said, not guessed.
import type { Kysely } from 'kysely';
import type { MergeConflict } from '../domain/people/person-told.ts';
import type { KnownPerson } from '../domain/people/roster.ts';
import { dialectOf } from './dialect/dialect.ts';
import type { Writer } from './transact.ts';
import { answerWords } from '../domain/program/answer-words.ts';
import type { FieldValue } from '../domain/program/program.ts';

type Row = { readonly id: number } & Readonly<Record<string, unknown>>;
type AnyTables = Kysely<Record<string, Row>>;

export interface Merged {
  /** Rows that moved, by table. */
  readonly moved: Readonly<Record<string, number>>;
  /** Rows that both had and that are kept once. */
  readonly joined: number;
  readonly conflicts: readonly MergeConflict[];
}

/** Columns of which one alone holds the value: they are one answer. */
const values: readonly string[] = ['number', 'status'];

/** What two rows of one person may not share, beside the person. */
const identities: Readonly<Record<string, readonly string[]>> = {
  enrolment: ['cohort_id', 'person_id', 'role'],
  observation: ['cohort_id', 'person_id', 'measure', 'observed'],
  survey_answer: ['cohort_id', 'person_id', 'instrument', 'wave', 'item'],
  goal: ['cohort_id', 'person_id', 'goal', 'set_on'],
  flag: ['cohort_id', 'person_id', 'about', 'raised_on'],
  preference: ['cohort_id', 'person_id', 'other_id'],
  stated_score: ['cohort_id', 'mentor_id', 'mentee_id'],
  lottery_draw: ['lottery_id', 'person_id'],
  run_pair: ['run_id', 'mentor_id', 'mentee_id'],
  run_unmatched: ['run_id', 'person_id'],
  meeting: ['cohort_id', 'mentor_id', 'mentee_id', 'day', 'topic'],
  ruling: ['cohort_id', 'mentor_id', 'mentee_id', 'kind'],
};

/** History of the program, not of the person: of two such rows the kept person's stays. */
const keepsOwn = new Set(['run_pair', 'run_unmatched', 'ruling']);

/** With conflicts and no `prefer` the writes are half done: the caller takes the transaction back. */
export async function mergePeople(
  writer: Writer,
  kept: KnownPerson,
  gone: KnownPerson,
  prefer: 'kept' | 'gone' | undefined,
): Promise<Merged> {
  const open = writer.db as unknown as AnyTables;
  const cohorts = new Map(
    (await writer.db.selectFrom('cohort').selectAll().execute()).map(({ id, name }) => [id, name]),
  );
  const columns = new Map<string, string[]>();
  for (const { table, column } of await dialectOf(writer.db).catalogue.personColumns(writer.db))
    columns.set(table, [...(columns.get(table) ?? []), column]);
  const moved: Record<string, number> = {};
  const conflicts: MergeConflict[] = [];
  let joined = 0;
  for (const [table, own] of columns) {
    const theirs = await rowsOf(open, table, own, gone.key);
    const mine = await rowsOf(open, table, own, kept.key);
    for (const row of theirs) {
      const place = [table.replaceAll('_', ' '), cohorts.get(row['cohort_id'] as number) ?? '']
        .filter((part) => part !== '')
        .join(', ');
      const patch = Object.fromEntries(
        own.filter((column) => row[column] === gone.key).map((column) => [column, kept.key]),
      );
      const after: Row = { ...row, ...patch };
      const two = own.map((column) => after[column]);
      if (two.length > 1 && new Set(two).size === 1) {
        conflicts.push({ where: place, what: 'one side', kept: kept.id, gone: gone.id });
        continue;
      }
      const twin = twinOf(table, after, mine);
      if (twin === undefined) {
        await writer.update(table as 'meeting', row.id, patch);
        moved[table] = (moved[table] ?? 0) + 1;
        continue;
      }
      const { joint, contradictions } = keepsOwn.has(table)
        ? { joint: {}, contradictions: [] }
        : join(twin, after, [...(identities[table] ?? []), 'id', ...(table === 'lottery_draw' ? ['ref'] : [])], prefer);
      conflicts.push(...contradictions.map((one) => ({ where: place, ...one })));
      await writer.remove(table as 'meeting', [row.id]);
      if (Object.keys(joint).length > 0) await writer.update(table as 'meeting', twin.id, joint);
      joined++;
    }
  }
  await writer.remove('person', [gone.key]);
  const takesEmail = kept.email === undefined && gone.email !== undefined;
  if (takesEmail) await writer.update('person', kept.key, { email: gone.email });
  const aliases = [gone.id, ...(takesEmail || gone.email === undefined || gone.email === gone.id ? [] : [gone.email])];
  await writer.insert(
    'alias',
    aliases.filter((ref) => ref !== kept.email).map((ref) => ({ ref, person_id: kept.key })),
  );
  return { moved, joined, conflicts };
}

async function rowsOf(open: AnyTables, table: string, columns: readonly string[], key: number): Promise<Row[]> {
  return open
    .selectFrom(table)
    .selectAll()
    .where((e) => e.or(columns.map((column) => e(column, '=', key))))
    .orderBy('id')
    .execute() as unknown as Promise<Row[]>;
}

/** Two pairs that stand between the same people are one; ended ones are history and both stay. */
function twinOf(table: string, after: Row, mine: readonly Row[]): Row | undefined {
  if (table === 'pair')
    return after['status'] === 'active'
      ? mine.find((row) =>
          ['cohort_id', 'mentor_id', 'mentee_id', 'status'].every((column) => row[column] === after[column]),
        )
      : undefined;
  const identity = identities[table];
  return identity === undefined
    ? undefined
    : mine.find((row) => identity.every((column) => row[column] === after[column]));
}

/** Gaps are filled; what both say differently is a contradiction unless one side is preferred. */
function join(
  kept: Row,
  gone: Row,
  same: readonly string[],
  prefer: 'kept' | 'gone' | undefined,
): { joint: Record<string, unknown>; contradictions: { what: string; kept: string; gone: string }[] } {
  const joint: Record<string, unknown> = {};
  const contradictions: { what: string; kept: string; gone: string }[] = [];
  const settle = (what: string, mine: unknown, theirs: unknown): unknown => {
    if (theirs === null || theirs === undefined || shown(mine) === shown(theirs)) return mine;
    if (mine === null || mine === undefined || prefer === 'gone') return theirs;
    if (prefer === undefined) contradictions.push({ what, kept: shown(mine), gone: shown(theirs) });
    return mine;
  };
  if (values.every((column) => column in kept)) {
    const [mine, theirs] = [kept, gone].map((row) =>
      values.map((column) => row[column]).find((value) => value !== null),
    );
    if (settle('value', mine, theirs) !== mine) for (const column of values) joint[column] = gone[column];
  }
  for (const column of Object.keys(kept).filter((name) => !same.includes(name) && !values.includes(name))) {
    if (column === 'fields') {
      const [mine, theirs] = [kept, gone].map((row) => JSON.parse(String(row[column])) as Record<string, unknown>);
      const names = [...new Set([...Object.keys(mine ?? {}), ...Object.keys(theirs ?? {})])];
      const text = JSON.stringify(
        Object.fromEntries(names.map((name) => [name, settle(name, mine?.[name], theirs?.[name])])),
      );
      if (text !== kept[column]) joint[column] = text;
      continue;
    }
    const value = settle(column.replaceAll('_', ' '), kept[column], gone[column]);
    if (value !== kept[column]) joint[column] = value;
  }
  return { joint, contradictions };
}

/** What a column or an answer holds. */
function shown(value: unknown): string {
  return value === null || value === undefined ? 'none' : answerWords(value as FieldValue);
}
