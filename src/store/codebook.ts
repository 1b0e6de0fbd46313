// What the columns of an export without names hold, and where so few people say the same that it would point at them.
import { counted } from '../domain/count-words.ts';
import { answerWords, options } from '../domain/program/answer-words.ts';
import type { FieldValue, Program } from '../domain/program/program.ts';
import { columnWords, listed } from './column-words.ts';
import type { ExportedTable } from './everything.ts';

interface Codebook {
  readonly book: Book;
  /** For stderr. */
  readonly warnings: readonly string[];
}

/** Its lines are at hand. */
export interface Book extends ExportedTable {
  readonly rows: () => Iterable<Line>;
}

/** A handful of words is listed; more are no list. */
const mostWords = 40;

/** `asOf`: the last day on record, here and as the export has it. */
export async function codebook(
  tables: readonly ExportedTable[],
  program: Program,
  { shifted, asOf }: { readonly shifted: boolean; readonly asOf: { readonly here: string; readonly there: string } },
): Promise<Codebook> {
  const columns: Line[] = [];
  for (const table of tables.filter(({ count }) => count > 0))
    for (const column of table.columns) {
      const [type, what] = columnWords(table.table, column);
      const moved = shifted && type === 'day' ? `${what}; moved` : what;
      columns.push([table.table, column, '', type, moved, await wordsIn(table, column), '']);
    }
  const { rows, few, alone, people } = await answers(tables, program);
  const day: Line = ['', '', '', 'day', 'the last day on record; up to this day reports count', asOf.there, ''];
  const lines = [day, ...columns, ...rows];
  return {
    book: {
      table: 'codebook',
      columns: ['table', 'column', 'field', 'type', 'what', 'words', 'few'],
      count: lines.length,
      rows: () => lines.values(),
    },
    warnings: [
      ...(few.length === 0
        ? []
        : [
            `Fewer than ${program.reports.minCell} people gave ${counted(few.length, 'answer')}: ${few.slice(0, 5).join(', ')}${few.length > 5 ? ' and others (codebook)' : ''}. Whoever knows them may know them again.`,
          ]),
      ...(alone === 0
        ? []
        : [
            `${alone} of ${people} people are alone with what they answered: give the data to nobody who could look for them.`,
          ]),
      ...(shifted
        ? [
            `Every day is moved by the same number of weeks. Reports there count up to the last day on record, ${asOf.there}, and come out as they do here with reports: { as-of: ${asOf.here} }. Terms such as "fall 2026" stay as they are: what sets a day beside a term (when people left, a start before a term), and days that are printed, do not come out the same.`,
          ]
        : []),
    ],
  };
}

/** Table, column, field, type, what it is, its words, those that few gave. */
type Line = readonly [string, string, string, string, string, string, string];

/** The words of a column that has a few. */
async function wordsIn({ table, columns, rows }: ExportedTable, column: string): Promise<string> {
  if (!listed.has(`${table} ${column}`)) return '';
  const at = columns.indexOf(column);
  const found = new Set<string>();
  for await (const row of rows()) {
    const word = textOf(row[at]);
    if (word !== '') found.add(word);
    if (found.size > mostWords) return '';
  }
  return [...found].sort().join('; ');
}

const dayColumns: Readonly<Record<string, readonly string[]>> = {
  pair: ['started', 'ended'],
  meeting: ['day'],
  goal: ['set_on', 'reached_on'],
  flag: ['raised_on', 'resolved_on'],
  observation: ['observed', 'status'],
};

/** The last day on which anything is on record; undefined where there is none. */
export async function lastDay(tables: readonly ExportedTable[]): Promise<string | undefined> {
  let last: string | undefined;
  for (const { table, columns, rows } of tables) {
    const at = (dayColumns[table] ?? []).map((column) => columns.indexOf(column));
    if (at.length === 0) continue;
    for await (const row of rows())
      for (const column of at) {
        const day = textOf(row[column]);
        if (/^\d{4}-\d\d-\d\d$/.test(day) && (last === undefined || day > last)) last = day;
      }
  }
  return last;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** By field: its type, and the answers that few gave. */
async function answers(tables: readonly ExportedTable[], { fields, reports }: Program) {
  const enrolment = tables.find(({ table }) => table === 'enrolment');
  const at = (column: string): number => enrolment?.columns.indexOf(column) ?? -1;
  const told: { role: string; cohort: string; fields: Readonly<Record<string, FieldValue>> }[] = [];
  for await (const row of enrolment?.rows() ?? [])
    told.push({
      role: textOf(row[at('role')]),
      cohort: textOf(row[at('cohort')]),
      fields: row[at('fields')] as Readonly<Record<string, FieldValue>>,
    });
  const few: string[] = [];
  const rows = fields
    .filter(({ type }) => type !== 'text')
    .map((field) => {
      const counts = new Map<string, number>();
      for (const one of told)
        for (const answer of new Set(options(one.fields[field.name] ?? [])))
          counts.set(answer, (counts.get(answer) ?? 0) + 1);
      const rare = [...counts].filter(([, n]) => n < reports.minCell).map(([answer]) => answer);
      const closed = field.type !== 'number' && field.type !== 'date';
      if (closed) few.push(...rare.map((answer) => `${field.name}: ${answer}`));
      const measured = `answers to ${field.headings.length === 0 ? field.name : field.headings.map((heading) => `"${heading}"`).join(', ')}`;
      const given = field.options.length > 0 ? field.options : [...counts.keys()].sort();
      return [
        'enrolment',
        'fields',
        field.name,
        field.type,
        measured,
        closed ? given.join('; ') : '',
        closed ? rare.join('; ') : '',
      ] as const;
    });
  const alike = new Map<string, number>();
  const narrow = fields.filter(({ type }) => type === 'category' || type === 'ordinal' || type === 'yes-no');
  for (const one of told) {
    const key = JSON.stringify([
      one.cohort,
      one.role,
      ...narrow.map(({ name }) => answerWords(one.fields[name] ?? '')),
    ]);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  const alone = [...alike.values()].filter((n) => n === 1).length;
  return { rows, few, alone, people: told.length };
}
