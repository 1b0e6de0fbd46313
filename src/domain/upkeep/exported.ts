// What is on file, table by table, as it leaves the database: of one person to be read, of everybody to be counted.
import { idAndName, nameAndId } from '../find-named.ts';
import { answerWords } from '../program/answer-words.ts';
import { prose, tableBlock } from '../report/blocks.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { numbers } from '../report/table-columns.ts';
import { count, tableOf, text } from '../report/table-of.ts';

/** Rows of a table of the database; their cells in the order of `columns`. */
export interface TableOnFile {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | object | null)[])[];
}

/** How many rows each table has. */
export function tableCounts(tables: readonly { readonly table: string; readonly count: number }[]): Report {
  const table = tableOf({ id: 'everything', title: '' }, tables, [
    ['table', (one) => text(one.table)],
    [numbers('rows'), (one) => count(one.count)],
  ]);
  return {
    schema: 'mentorctl/everything@1',
    blocks: [tableBlock(table)],
    json: Object.fromEntries(tables.map((one) => [one.table, one.count])),
  };
}

/** All that is held on one person, to hand to them. */
export function personExport(
  person: { readonly id: string; readonly name: string },
  tables: readonly TableOnFile[],
): Report {
  return {
    schema: 'mentorctl/export-person@1',
    title: `All that is held on ${nameAndId(person)}`,
    blocks: [
      prose(
        'Every row about this person, table by table. Not in it: the trail of who changed what (mentorctl data log), and letters and files that were handed out.',
      ),
      ...tables.map((table) => tableBlock(shown(table))),
    ],
    csvTable: 'enrolment',
    json: {
      of: idAndName(person),
      ...Object.fromEntries(
        tables.map(({ table, columns, rows }) => [
          table,
          rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
        ]),
      ),
    },
  };
}

/** What nobody filled in takes no column. */
function shown({ table, columns, rows }: TableOnFile): Table {
  const said = columns.flatMap((column, at) =>
    column !== 'id' && rows.some((row) => row[at] !== null && row[at] !== '') ? [{ column, at }] : [],
  );
  return {
    id: table,
    title: table.replaceAll('_', ' '),
    columns: said.map(({ column }) => ({ id: column, title: column.replaceAll('_', ' '), wrap: true })),
    rows: rows.map((row) => said.map(({ at }): Cell => text(inWords(row[at] ?? '')))),
  };
}

function inWords(value: string | number | object): string {
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one: unknown) => inWords(one as object)).join('; ');
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${wordsOf(inner)}`)
    .join('; ');
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return answerWords(value);
  return typeof value === 'object' && value !== null ? `(${inWords(value)})` : String(value);
}
