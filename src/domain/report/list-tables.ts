// Which tables a result has, for who wants one of them.
import type { Report, Table } from './report.ts';
import { numbers } from './table-columns.ts';

/** How a command's `--table` was typed. */
export interface TableChoice {
  /** The command has the option; its ids where it knows them beforehand. */
  readonly taken: boolean;
  readonly known?: readonly string[] | undefined;
  /** It stood alone. */
  readonly listed: boolean;
}

/** The result's tables instead of the result. */
export function listTables({ schema, blocks }: Report): Report {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const table: Table = {
    id: 'tables',
    title: 'Tables, for --table',
    columns: [
      { id: 'table', title: 'table' },
      { id: 'title', title: 'what it shows', wrap: true },
      numbers('rows', 'rows'),
      { id: 'columns', title: 'columns in csv', wrap: true },
    ],
    rows: tables.map((one) => [
      { kind: 'text', text: one.id },
      { kind: 'text', text: one.title },
      { kind: 'count', value: one.rows.length },
      { kind: 'text', text: csvColumns(one).join(', ') },
    ]),
  };
  return {
    schema: 'mentorctl/tables@1',
    blocks: [{ kind: 'table', table }],
    json: {
      of: schema,
      items: tables.map((one) => ({
        table: one.id,
        title: one.title,
        rows: one.rows.length,
        columns: csvColumns(one),
      })),
    },
  };
}

/** The heading row of a table in csv. */
export function csvColumns({ columns }: Table): string[] {
  return columns.flatMap(({ id, csv }) => csv ?? [id]);
}

/** The one table of a result that csv holds, if it has any. */
export function csvTableOf({ blocks, csv, csvTable }: Report): Table | undefined {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return csv ?? tables.find(({ id }) => id === csvTable) ?? tables[0];
}

/** What csv leaves out, for a remark; undefined where it has all there is. */
export function otherTables(report: Report, { taken, known }: TableChoice): string | undefined {
  const shown = csvTableOf(report)?.id;
  const there = known ?? report.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.id] : []));
  const others = [...new Set(there)].filter((id) => id !== shown);
  const several = report.blocks.filter(({ kind }) => kind === 'table').length > 1;
  if (shown === undefined || others.length === 0 || !several) return undefined;
  const way = taken ? '--table takes another' : '--format json or xlsx has them all';
  return `csv holds the table ${shown} alone; ${way}: ${others.join(', ')}.`;
}
