// All a program holds, table by table, in ids and names that mean something outside of the database. Read row by row: there may
// be millions.
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

type Stored = string | number | null;
type Value = Stored | object;

export interface ExportedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly count: number;
  /** Each as long as the next is not asked for, in the order of `columns`. */
  readonly rows: () => IterableIterator<readonly Value[]>;
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
export function everything(
  store: Store,
  { contacts, runs = false }: { readonly contacts: boolean; readonly runs?: boolean },
): ExportedTable[] {
  const named = (sql: string): Map<number, Stored> =>
    new Map([...store.rows(sql)].map(([id = null, name = null]) => [Number(id), name]));
  const refs = named('select id, ref from person');
  const cohorts = named('select id, name from cohort');
  const take = (table: string, column: string): { name: string; of: (value: Stored) => Value } | undefined => {
    if (table === 'person' && (column === 'id' || (column === 'email' && !contacts))) return undefined;
    if (column === 'cohort_id') return { name: 'cohort', of: (id) => cohorts.get(Number(id)) ?? null };
    if (/^(person|mentor|mentee|other)_id$/.test(column))
      return { name: column.replace(/_id$/, ''), of: (id) => refs.get(Number(id)) ?? null };
    return { name: column, of: asJson.has(column) ? (text) => JSON.parse(String(text)) as object : (value) => value };
  };
  return [...exported, ...(runs ? ofRuns : [])].map((table): ExportedTable => {
    const from = `from "${table}"${table === 'alias' && !contacts ? ` where instr(ref, '@') = 0` : ''}`;
    const kept = [...store.rows('select name from pragma_table_info(?)', table)].flatMap(([name]) => {
      const column = String(name);
      const found = take(table, column);
      return found === undefined ? [] : [{ column, ...found }];
    });
    return {
      table,
      columns: kept.map(({ name }) => name),
      count: Number([...store.rows(`select count(*) ${from}`)][0]?.[0] ?? 0),
      rows: function* () {
        const wanted = kept.map(({ column }) => `"${column}"`).join(', ');
        for (const row of store.rows(`select ${wanted} ${from} order by id`))
          yield row.map((value, at) => kept[at]?.of(value) ?? null);
      },
    };
  });
}

/** All that is held on one person: the rows of every table that are theirs, or are of them and somebody else. */
export function everythingOf(store: Store, ref: string): ExportedTable[] {
  const theirs = ['person', 'mentor', 'mentee', 'other'];
  return everything(store, { contacts: true, runs: true }).flatMap((table): ExportedTable[] => {
    const about = table.columns.flatMap((name, at) =>
      theirs.includes(name) || (table.table === 'person' && name === 'ref') ? [at] : [],
    );
    const own = [...table.rows()].filter((row) => about.some((at) => row[at] === ref));
    return own.length === 0 ? [] : [{ ...table, count: own.length, rows: () => own.values() }];
  });
}
