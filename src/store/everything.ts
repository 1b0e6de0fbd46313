// All a program holds, table by table, in ids and names that mean something outside of the database.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Value = string | number | null | object;

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

const asJson = new Set(['fields', 'strata', 'definition']);

/** `contacts`: with addresses; without them an alias that is an address stays out, too. */
export async function everything(
  db: Kysely<Tables>,
  { contacts }: { readonly contacts: boolean },
): Promise<{ readonly table: string; readonly rows: readonly Readonly<Record<string, Value>>[] }[]> {
  const refs = new Map((await db.selectFrom('person').select(['id', 'ref']).execute()).map(({ id, ref }) => [id, ref]));
  const cohorts = new Map(
    (await db.selectFrom('cohort').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const open = db as unknown as Kysely<Record<string, { id: number } & Record<string, string | number | null>>>;
  const tables = [];
  for (const table of exported) {
    const rows = await open.selectFrom(table).selectAll().orderBy('id').execute();
    tables.push({
      table,
      rows: rows
        .filter((row) => contacts || table !== 'alias' || !String(row['ref']).includes('@'))
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).flatMap(([column, value]): [string, Value][] => {
              if (table === 'person' && (column === 'id' || (column === 'email' && !contacts))) return [];
              if (column === 'cohort_id') return [['cohort', cohorts.get(Number(value)) ?? null]];
              if (/^(person|mentor|mentee|other)_id$/.test(column))
                return [[column.replace(/_id$/, ''), refs.get(Number(value)) ?? null]];
              return [[column, asJson.has(column) ? (JSON.parse(String(value)) as object) : value]];
            }),
          ),
        ),
    });
  }
  return tables;
}
