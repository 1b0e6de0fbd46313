// A file of records read as an import reads it, for tests.
import { understandColumns } from '../../../src/domain/columns/meaning.ts';
import type { KnownPerson } from '../../../src/domain/people/roster.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import type { ReadRecords, RecordKind, RecordOptions } from '../../../src/domain/rows/record-kinds.ts';
import { recordReader } from '../../../src/domain/rows/read-records.ts';

const few: readonly KnownPerson[] = [
  { key: 1, id: 'M1', name: 'Ana Souza', email: 'ana@example.org' },
  { key: 2, id: 'M2', name: 'Fox, Cy' },
  { key: 11, id: 'S1', name: 'Bo Chen' },
  { key: 12, id: 'S2', name: 'Di Fay' },
];
export const inQuestion = { instrument: 'survey', wave: 'pre', known: new Map() };

type More = Partial<RecordOptions> & {
  readonly map?: Readonly<Record<string, string>>;
  readonly people?: readonly KnownPerson[];
};

/** Cells with `|` between them; the headings on the first line. */
export function read(kind: RecordKind, text: string, { map = {}, people = few, ...more }: More = {}): ReadRecords {
  const [headings = [], ...rows] = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const cells = headings.map((_, column) => rows.map((row) => row[column] ?? ''));
  const columns = understandColumns(kind, headings, cells, standardProgram, { map: new Map(Object.entries(map)) });
  const options = { source: 'r.csv', dates: undefined, survey: inQuestion, mentors: new Set([1, 2]), ...more };
  return recordReader(kind, columns, people, options)(rows.map((row, at) => ({ line: at + 2, cells: row })));
}

export const said = ({ issues }: ReadRecords): unknown[] =>
  issues.map(({ where, value, message }) => [where.line, where.column, value, message]);
