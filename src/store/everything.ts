// All a program holds, table by table, in ids and names that mean something outside of the database. Read some rows at a time: there
// may be millions.
import { sql, type Kysely } from 'kysely';
import { dialectOf } from './dialect/dialect.ts';
import type { Tables } from './tables.ts';

type Stored = string | number | null;
type Value = Stored | object;

export interface ExportedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly count: number;
  /** In the order of `columns`. */
  readonly rows: () => AsyncIterable<readonly Value[]> | Iterable<readonly Value[]>;
}

/** What a table holds on one person. */
export interface HeldTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** Tables without the audit trail, and without what runs saw: that is for verifying them here. */
const exported = [
  'cohort',
  'person',
  'alias',
  'enrolment',
  'pair',
  'ruling',
  'meeting',
  'observation',
  'instrument',
  'survey_answer',
  'goal',
  'flag',
  'preference',
  'stated_score',
  'lottery',
  'lottery_draw',
] as const satisfies readonly (keyof Tables)[];

/** Besides, what runs said of people. */
const ofRuns = ['run_pair', 'run_unmatched'] as const satisfies readonly (keyof Tables)[];

const asJson = new Set(['fields', 'strata', 'definition', 'parts']);

/** `contacts`: with addresses; without them an alias that is an address stays out, too. */
export async function everything(
  db: Kysely<Tables>,
  { contacts, runs = false }: { readonly contacts: boolean; readonly runs?: boolean },
): Promise<ExportedTable[]> {
  const { bulkRows, catalogue } = dialectOf(db);
  const people = await db.selectFrom('person').select(['id', 'ref']).execute();
  const refs = new Map(people.map(({ id, ref }) => [id, ref]));
  const cohorts = new Map((await db.selectFrom('cohort').select(['id', 'name']).execute()).map((c) => [c.id, c.name]));
  const take = (table: string, column: string): { name: string; of: (value: Stored) => Value } | undefined => {
    if (table === 'person' && (column === 'id' || (column === 'email' && !contacts))) return undefined;
    if (column === 'cohort_id') return { name: 'cohort', of: (id) => cohorts.get(Number(id)) ?? null };
    if (/^(person|mentor|mentee|other)_id$/.test(column))
      return { name: column.replace(/_id$/, ''), of: (id) => refs.get(Number(id)) ?? null };
    return { name: column, of: asJson.has(column) ? (text) => JSON.parse(String(text)) as object : (value) => value };
  };
  const tables: ExportedTable[] = [];
  for (const table of [...exported, ...(runs ? ofRuns : [])]) {
    const kept = (await catalogue.columnsOf(db, table)).flatMap((column) => {
      const found = take(table, column);
      return found === undefined ? [] : [{ column, ...found }];
    });
    const columns = kept.map(({ column }) => column);
    const isAddress = table === 'alias' && !contacts ? columns.indexOf('ref') : -1;
    const stays = (row: readonly Stored[]): boolean => isAddress < 0 || !String(row[isAddress]).includes('@');
    let count = db.selectFrom(table).select((e) => e.fn.countAll<number>().as('rows'));
    if (isAddress >= 0) count = count.where(sql<boolean>`ref not like '%@%'`);
    tables.push({
      table,
      columns: kept.map(({ name }) => name),
      count: (await count.executeTakeFirst())?.rows ?? 0,
      rows: async function* () {
        for await (const part of bulkRows.read(db, table, columns))
          for (const row of part) if (stays(row)) yield row.map((value, at) => kept[at]?.of(value) ?? null);
      },
    });
  }
  return tables;
}

/** All that is held on one person: the rows of every table that are theirs, or are of them and somebody else. */
export async function everythingOf(db: Kysely<Tables>, ref: string): Promise<HeldTable[]> {
  const theirs = ['person', 'mentor', 'mentee', 'other'];
  const held: HeldTable[] = [];
  for (const { table, columns, rows } of await everything(db, { contacts: true, runs: true })) {
    const about = columns.flatMap((name, at) =>
      theirs.includes(name) || (table === 'person' && name === 'ref') ? [at] : [],
    );
    const own: (readonly Value[])[] = [];
    for await (const row of rows()) if (about.some((at) => row[at] === ref)) own.push(row);
    if (own.length > 0) held.push({ table, columns, rows: own });
  }
  return held;
}
