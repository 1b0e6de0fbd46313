// What the columns of an export without names hold, and where so few people say the same that it would point at them.
import { counted } from '../../../domain/count-words.ts';
import { answerWords, options } from '../../../domain/program/answer-words.ts';
import type { FieldValue, Program } from '../../../domain/program/program.ts';
import type { ExportedTable } from '../../../store/everything.ts';

interface Codebook {
  readonly book: ExportedTable;
  /** For stderr. */
  readonly warnings: readonly string[];
}

const leftOut = new Set(['meeting notes', 'meeting reflection', 'flag raised_by', 'flag resolution', 'ruling note']);
const coded = new Set(['meeting topic', 'goal goal', 'flag about', 'pair reason']);

export function codebook(tables: readonly ExportedTable[], program: Program, shifted: boolean): Codebook {
  const columns = tables.flatMap(({ table, columns: names, count }) =>
    count === 0 ? [] : names.map((column) => [table, column, '', meaning(table, column, shifted), '']),
  );
  const { rows, few, alone, people } = answers(tables, program);
  const lines = [...columns, ...rows];
  return {
    book: {
      table: 'codebook',
      columns: ['table', 'column', 'field', 'what', 'few'],
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
            'Every day is moved by the same number of weeks. Terms such as "fall 2026" stay as they are, and what counts up to today counts longer: leave --shift-dates out where reports must come out the same.',
          ]
        : []),
    ],
  };
}

function meaning(table: string, column: string, shifted: boolean): string {
  const name = `${table} ${column}`;
  if (leftOut.has(name)) return 'free words, left out; (left out) where there were any';
  if (coded.has(name)) return 'a code that is the same for the same words';
  if (/^(person|mentor|mentee|other)$/.test(column) || (column === 'ref' && table !== 'alias'))
    return 'pseudonym by the key';
  if (name === 'person name') return 'the pseudonym again';
  if (column === 'fields') return 'answers by field, see below; free words are left out';
  if (/^(starts|ends|match_by|closed_on|started|ended|day|set_on|reached_on|raised_on|resolved_on)$/.test(column))
    return `day, YYYY-MM-DD${shifted ? ', moved' : ''}`;
  return 'as on file';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** By field: its type, and the answers that few gave. */
function answers(tables: readonly ExportedTable[], { fields, reports }: Program) {
  const enrolment = tables.find(({ table }) => table === 'enrolment');
  const at = (column: string): number => enrolment?.columns.indexOf(column) ?? -1;
  const told = [...(enrolment?.rows() ?? [])].map((row) => ({
    role: textOf(row[at('role')]),
    cohort: textOf(row[at('cohort')]),
    fields: row[at('fields')] as Readonly<Record<string, FieldValue>>,
  }));
  const few: string[] = [];
  const rows = fields
    .filter(({ type }) => type !== 'text')
    .map((field) => {
      const counts = new Map<string, number>();
      for (const one of told)
        for (const answer of new Set(options(one.fields[field.name] ?? [])))
          counts.set(answer, (counts.get(answer) ?? 0) + 1);
      const rare = [...counts].filter(([, n]) => n < reports.minCell).map(([answer]) => answer);
      const listed = field.type !== 'number' && field.type !== 'date';
      if (listed) few.push(...rare.map((answer) => `${field.name}: ${answer}`));
      return ['enrolment', 'fields', field.name, field.type, listed ? rare.join('; ') : ''];
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
