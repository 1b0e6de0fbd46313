// A person erased: every row that points at them, every image of such a row on the audit trail, and their name, address and
// id wherever else they stand in a text. What is left says that somebody was erased, and not who.
import { sql, type Kysely } from 'kysely';
import { Failure } from '../domain/failure.ts';
import type { KnownPerson } from '../domain/people/roster.ts';
import { dialectOf, type ColumnName } from './dialect/dialect.ts';
import { noTables } from './reading.ts';
import type { Store } from './store.ts';
import type { RowOf, Tables } from './tables.ts';
import { provenNow, sealErasure } from './trail.ts';
import { transact, type Author } from './transact.ts';

type AnyTables = Kysely<Record<string, { id: number } & Record<string, unknown>>>;

export interface Forgotten {
  /** Rows deleted, by table. */
  readonly deleted: Readonly<Record<string, number>>;
  /** Texts of others in which a name, address or id was blotted out. */
  readonly blotted: number;
}

const blot = '(erased)';

/** After it the file is written anew, so that nothing is left in its free pages. */
export async function forgetPerson(
  store: Store,
  author: Author,
  person: KnownPerson,
  options: { readonly dryRun: boolean },
): Promise<Forgotten> {
  const forgotten = await transact(
    store,
    author,
    async ({ db }) => {
      const { catalogue, locks, queryWords } = dialectOf(db);
      await locks.checkReferencesLast.execute(db);
      const proven = await provenNow(db);
      const open = db as unknown as AnyTables;
      const columns = [...(await catalogue.personColumns(db)), { table: 'person', column: 'id' }];
      const aliases = await db.selectFrom('alias').select('ref').where('person_id', '=', person.key).execute();
      const before = await earlierNames(db, person.key);
      const words = {
        ids: [...new Set([person.id, ...aliases.map(({ ref }) => ref), ...before.ids])],
        names: [...new Set([person.name, person.email ?? '', ...before.names])],
      };
      await blotCommands(db, open, columns, person.key);
      const deleted: Record<string, number> = {};
      for (const { table, column } of columns) {
        const [before, after] = (['before', 'after'] as const).map((image) => queryWords.jsonValue(image, column));
        await sql`delete from change_row where table_name = ${table} and
          (${before} = ${person.key} or ${after} = ${person.key})`.execute(db);
        const gone = await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${person.key}`.execute(db);
        const rows = Number(gone.numAffectedRows ?? 0);
        if (rows > 0) deleted[table] = (deleted[table] ?? 0) + rows;
      }
      await blotReadings(db, words.ids);
      const blotted = await blotTexts(db, open, words);
      const { id } = await db
        .insertInto('change')
        .values({ at: author.at, who: author.who, command: 'mentorctl person forget', undoes: null })
        .returning('id')
        .executeTakeFirstOrThrow();
      await sealErasure(db, id, proven);
      return { deleted, blotted };
    },
    options,
  );
  if (!options.dryRun)
    await dialectOf(store.db)
      .upkeep.rewrite(store.db)
      .catch((cause: unknown) => {
        throw new Failure('cannot-write', {
          code: 'not-written-anew',
          message: 'the person is erased, but the file could not be written anew: traces may be left in its free pages',
          where: { source: store.path },
          hint: 'Make room, then: mentorctl data backup fresh.backup, and mentorctl data restore fresh.backup --yes. Delete both copies afterwards.',
          cause,
        });
      });
  return forgotten;
}

/** What the trail knows somebody to have been called before: ids, names and addresses. */
async function earlierNames(db: Kysely<Tables>, key: number): Promise<Words> {
  const images = await db
    .selectFrom('change_row')
    .select(['before', 'after'])
    .where('table_name', '=', 'person')
    .where('first_row', '<=', key)
    .where('last_row', '>=', key)
    .execute();
  const rows = images
    .flatMap(({ before, after }) => [before, after])
    .flatMap((image) => (image === null ? [] : [JSON.parse(image) as Partial<RowOf<'person'>>]))
    .filter(({ id }) => id === key);
  return {
    ids: rows.flatMap(({ ref }) => ref ?? []),
    names: rows.flatMap(({ name, email }) => [name ?? '', email ?? '']),
  };
}

/** Command lines that were about this person keep what was done and lose the words it was done with. */
async function blotCommands(
  db: Kysely<Tables>,
  open: AnyTables,
  columns: readonly ColumnName[],
  key: number,
): Promise<void> {
  const { jsonValue, within } = dialectOf(db).queryWords;
  const changes = new Set<number>();
  for (const { table, column } of columns) {
    // Rows that are there, and rows that were deleted or pointed elsewhere since.
    const there = await open.selectFrom(table).select('id').where(column, '=', key).execute();
    const gone = await db
      .selectFrom('change_row')
      .select('first_row as id')
      .where('table_name', '=', table)
      .where((e) => e.or([e(jsonValue('before', column), '=', key), e(jsonValue('after', column), '=', key)]))
      .execute();
    const ids = new Set([...there, ...gone].map(({ id }) => id));
    const few = await db
      .selectFrom('change_row')
      .select(['change_id', 'first_row', 'last_row'])
      .where('table_name', '=', table)
      .where(sql<boolean>`last_row - first_row < 5`)
      .execute();
    for (const { change_id, first_row, last_row } of few)
      for (let id = first_row; id <= last_row; id++) if (ids.has(id)) changes.add(change_id);
  }
  const lines = await db
    .selectFrom('change')
    .select(['id', 'command'])
    .where(within('id', [...changes]))
    .execute();
  for (const { id, command } of lines) {
    const words = command.split(' ');
    const end = words.findIndex((word, index) => index >= 3 || !/^[a-z-]+$/.test(word) || word.startsWith('-'));
    if (end < 0) continue;
    await db
      .updateTable('change')
      .set({ command: [...words.slice(0, end), blot].join(' ') })
      .where('id', '=', id)
      .execute();
  }
}

/** That somebody was looked at stays; who it was does not, however short the id. */
async function blotReadings(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  const readings = await db.selectFrom('change').select(['id', 'command']).where('sums', '=', noTables).execute();
  for (const { id, command } of readings) {
    const ref = ids.find((one) => command.endsWith(` ${one}`));
    if (ref === undefined) continue;
    const blotted = `${command.slice(0, -ref.length)}${blot}`;
    await db.updateTable('change').set({ command: blotted }).where('id', '=', id).execute();
  }
}

interface Words {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

async function blotTexts(db: Kysely<Tables>, open: AnyTables, words: Words): Promise<number> {
  const all = [...words.ids, ...words.names].filter((word) => word !== '');
  const patterns = all.map((word) => wholeWord(word, words.ids.includes(word)));
  let blotted = 0;
  const { catalogue, queryWords } = dialectOf(db);
  for (const { table, column } of (await catalogue.textColumns(db)).filter(isWords)) {
    const rows = await open
      .selectFrom(table)
      .select(['id', column])
      .where((e) => e.or(all.map((word) => queryWords.holds(column, asciiPart(word)))))
      .execute();
    for (const row of rows) {
      const text = String(row[column]);
      const cleaned = isJson(text)
        ? blotJson(text, words, patterns)
        : patterns.reduce((t, p) => t.replace(p, blot), text);
      if (cleaned === text) continue;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${cleaned} where id = ${Number(row['id'])}`.execute(
        db,
      );
      blotted++;
    }
  }
  return blotted;
}

/** An engine may fold ASCII alone: the longest run of it is searched for, and the pattern decides. */
function asciiPart(word: string): string {
  const runs = (word.match(/[ -!#-[\]-~]+/g) ?? []).sort((a, b) => b.length - a.length);
  return (runs[0] ?? '').toLowerCase();
}

/** The word where no letter or digit stands beside it. Ids of a few digits would meet any number: four characters at least. */
function wholeWord(word: string, isId: boolean): RegExp {
  if (isId && word.length < 4) return /(?!)/gu;
  return new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}

function isJson(text: string): boolean {
  return /^[[{]/.test(text);
}

/** Entries about the person leave their list whole, answers included; elsewhere their words are blotted out. */
function blotJson(text: string, { ids, names }: Words, patterns: readonly RegExp[]): string {
  const isTheirs = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    ['id', 'mentee', 'mentor'].some((key) => ids.includes((value as Record<string, unknown>)[key] as string));
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (ids.includes(value)) return blot;
      return isJson(value)
        ? blotJson(value, { ids, names }, patterns)
        : patterns.reduce((t, p) => t.replace(p, blot), value);
    }
    if (Array.isArray(value)) return value.filter((entry) => !isTheirs(entry)).map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (ids.includes(key) ? [] : [[key, clean(inner)]])),
    );
  };
  try {
    return JSON.stringify(clean(JSON.parse(text)));
  } catch {
    return patterns.reduce((t, p) => t.replace(p, blot), text);
  }
}

/** Seals and sums are nobody's words. */
function isWords({ table, column }: ColumnName): boolean {
  return table !== 'change' || !['sums', 'digest', 'seal'].includes(column);
}
