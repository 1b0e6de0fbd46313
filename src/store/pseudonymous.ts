// A copy of the database in which nobody is named: for research, and for who keeps the evidence longer than the names.
import { rmSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import { isClosureReason } from '../domain/engagement/closure.ts';
import { addDays, parseIsoDate } from '../domain/civil-date.ts';
import { fold } from '../domain/program/answer-words.ts';
import type { Field, FieldValue, FieldValues } from '../domain/program/program.ts';
import { deleteLeftOut } from './consent.ts';
import { backupTo } from './copies.ts';
import { dialectOf } from './dialect/dialect.ts';
import { rekeyFile } from './dialect/sqlite/engine.ts';
import { everything, type ExportedTable } from './everything.ts';
import { knownKey } from './key.ts';
import { openStore, type Store } from './store.ts';

export interface Pseudonyms {
  /** The same for the same text, and without the key nobody can tell which it was. */
  readonly of: (kind: 'person' | 'topic' | 'goal' | 'flag' | 'reason', text: string) => string;
  /** Days by which every day is moved; 0 where they stay. */
  readonly shift: number;
  readonly fields: readonly Field[];
}

/** What people are called, and may be called in the program file, by what stands in its place. */
export async function calledBy(db: Store['db'], names: Pseudonyms): Promise<ReadonlyMap<string, string>> {
  const called = new Map<string, string>();
  for (const table of await everything(db, { contacts: true }))
    if (table.table === 'person' || table.table === 'alias')
      for (const [from, to] of await renamed(table, names)) called.set(from, to);
  return called;
}

async function renamed({ columns, rows, table }: ExportedTable, names: Pseudonyms): Promise<[string, string][]> {
  const at = (name: string): number => columns.indexOf(name);
  const found: [string, string][] = [];
  for await (const row of rows()) {
    const ref = row[at(table === 'alias' ? 'person' : 'ref')];
    const to = names.of('person', typeof ref === 'string' ? ref : '');
    for (const name of ['ref', 'email']) {
      const called = row[at(name)];
      if (typeof called === 'string') found.push([called, to]);
    }
  }
  return found;
}

/**
 * Hands `work` the copy, which is gone afterwards. `path`: where it stands meanwhile, readable by its owner alone. `without`: numbers
 * of people who are left out of it.
 */
export async function withPseudonyms<T>(
  store: Store,
  { path, without }: { readonly path: string; readonly without: readonly number[] },
  names: Pseudonyms,
  work: (copy: Store) => Promise<T>,
): Promise<T> {
  try {
    await backupTo(store, path);
    await inCopy(path, store.key, async (copy) => {
      await rename(copy.db, names);
      await deleteLeftOut(copy.db, without);
      await dialectOf(copy.db).upkeep.rewrite(copy.db);
    });
    // It is given away to people who have not our key; before it is taken off nobody is named any more.
    if (store.key !== undefined) rekeyFile(path, store.key, undefined);
    return await inCopy(path, undefined, work);
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}

async function inCopy<T>(path: string, key: string | undefined, work: (copy: Store) => Promise<T>): Promise<T> {
  const copy = await openStore(path, { create: false, key: knownKey(key) });
  try {
    return await work(copy);
  } finally {
    await copy.close();
  }
}

type Open = Kysely<Record<string, { id: number } & Record<string, unknown>>>;

async function rename(typed: Store['db'], names: Pseudonyms): Promise<void> {
  const db = typed as unknown as Open;
  // The trail and the runs name people in their images; reports read neither.
  for (const table of ['change_row', 'change', 'batch', 'fact', 'alias', 'run_pair', 'run_unmatched'])
    await db.deleteFrom(table).execute();
  await typed.updateTable('pair').set({ run_id: null }).execute();
  await typed.deleteFrom('run').execute();
  await typed.updateTable('person').set({ email: null }).execute();
  const person = (ref: string): string => names.of('person', ref);
  await each(db, 'person', ({ ref }) => ({ ref: person(String(ref)), name: person(String(ref)) }));
  await each(db, 'lottery_draw', ({ ref }) => ({ ref: person(String(ref)) }));
  await each(db, 'enrolment', ({ fields }) => ({
    fields: JSON.stringify(kept(JSON.parse(String(fields)) as FieldValues, names)),
  }));
  const words = (kind: 'topic' | 'goal' | 'flag' | 'reason', text: unknown): string | null =>
    typeof text === 'string' ? names.of(kind, text) : null;
  await each(db, 'meeting', ({ topic, notes, reflection }) => ({
    topic: words('topic', topic),
    notes: written(notes),
    reflection: written(reflection),
  }));
  await each(db, 'goal', ({ goal }) => ({ goal: words('goal', goal) }));
  await each(db, 'flag', ({ about, resolution }) => ({
    about: words('flag', about),
    raised_by: null,
    resolution: written(resolution),
  }));
  await each(db, 'ruling', () => ({ note: null }));
  await each(db, 'pair', ({ reason }) =>
    typeof reason === 'string' && !isClosureReason(reason) ? { reason: words('reason', reason) } : {},
  );
  if (names.shift !== 0) await moveDays(db, names.shift);
}

/** That something was written is counted; what it was is not told. */
function written(text: unknown): string | null {
  return typeof text === 'string' && text !== '' ? '(left out)' : null;
}

const days: Readonly<Record<string, readonly string[]>> = {
  cohort: ['starts', 'ends', 'match_by', 'closed_on'],
  pair: ['started', 'ended'],
  meeting: ['day'],
  goal: ['set_on', 'reached_on'],
  flag: ['raised_on', 'resolved_on'],
  lottery: ['at'],
  observation: ['observed', 'status'],
  survey_answer: ['wave'],
};

/** Columns that may hold something else besides days are moved where they hold one. */
async function moveDays(db: Open, shift: number): Promise<void> {
  for (const [table, columns] of Object.entries(days))
    await each(db, table, (row) =>
      Object.fromEntries(columns.map((column) => [column, movedDay(row[column] as string | null, shift)])),
    );
}

/** A day, or an instant, so many days later; anything else as it is. */
function movedDay<T extends string | null>(text: T, shift: number): T | string {
  const date = parseIsoDate(text?.slice(0, 10) ?? '');
  if (text === null || date === undefined || !/^(.{10})(T.*)?$/.test(text)) return text;
  return `${addDays(date, shift)}${text.slice(10)}`;
}

/** Answers of a list, and numbers and days: no free words. */
function kept(answers: FieldValues, { fields, shift }: Pseudonyms): FieldValues {
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]): [string, FieldValue][] => {
      const field = known.get(name);
      if (field === undefined || field.type === 'text') return [];
      if (field.type === 'date') return [[name, movedDay(String(value), shift)]];
      const listed = (one: FieldValue): boolean =>
        typeof one !== 'string' ||
        field.options.length === 0 ||
        field.options.some((option) => fold(option) === fold(one));
      if (Array.isArray(value)) return [[name, (value as readonly string[]).filter(listed)]];
      return listed(value) ? [[name, value]] : [];
    }),
  );
}

async function each(
  db: Open,
  table: string,
  change: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`begin`.execute(db);
  for (const row of await db.selectFrom(table).selectAll().orderBy('id').execute()) {
    const changed = Object.entries(change(row));
    if (changed.length > 0)
      await db.updateTable(table).set(Object.fromEntries(changed)).where('id', '=', Number(row.id)).execute();
  }
  await sql`commit`.execute(db);
}
