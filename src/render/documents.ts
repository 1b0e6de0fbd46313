// The promised formats: json and csv, and markdown for pasting. Same report, same bytes.
import { stringify } from 'csv-stringify/sync';
import { Failure } from '../domain/failure.ts';
import { csvColumns, csvTableOf } from '../domain/report/list-tables.ts';
import type { Cell, Report, Table } from '../domain/report/report.ts';
import { cellEnds, cellValue, cellWords, whyOf } from './cell-words.ts';
import { figureText } from './figure-text.ts';
import { markdownText, neutralFormula, safeJson } from '../domain/safe-text.ts';

/** The promised document: `schema` first. Throws where a number is none, which JSON would write as null. */
export function renderJson(report: Report): string {
  const refuse = (_key: string, value: unknown): unknown => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TypeError(`a report holds ${value}, which JSON cannot say`);
    return value;
  };
  return `${safeJson(JSON.stringify({ schema: report.schema, ...report.json }, refuse, 2))}\n`;
}

/** Tables row by row as one document, as renderJson would write it: for more rows than fit into memory. `rows`: 1 after each. */
export async function* jsonTables(
  schema: string,
  tables: Iterable<{
    readonly table: string;
    readonly columns: readonly string[];
    readonly rows: () => Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;
  }>,
): AsyncGenerator<{ readonly text: string; readonly rows: 0 | 1 }> {
  yield { text: `{\n  "schema": ${JSON.stringify(schema)}`, rows: 0 };
  for (const { table, columns, rows } of tables) {
    yield { text: `,\n  ${JSON.stringify(table)}: [`, rows: 0 };
    let empty = true;
    for await (const row of rows()) {
      const object = Object.fromEntries(columns.map((column, at) => [column, row[at]]));
      const text = safeJson(JSON.stringify(object, null, 2)).replaceAll('\n', '\n    ');
      yield { text: `${empty ? '' : ','}\n    ${text}`, rows: 1 };
      empty = false;
    }
    yield { text: empty ? ']' : '\n  ]', rows: 0 };
  }
  yield { text: '\n}\n', rows: 0 };
}

/** RFC 4180, headings always; the table named by `report.csvTable` or the only one. `excel`: byte-order mark and CRLF. */
export function renderCsv(report: Report, options: { readonly excel: boolean }): string {
  const table = csvTableOf(report);
  if (table === undefined) {
    throw new Failure('usage', {
      code: 'no-table',
      message: 'this result has no table to write as csv',
      hint: 'Use --format json or text.',
    });
  }
  const { everywhere } = report;
  const rows = [
    [...csvColumns(table), ...(everywhere === undefined ? [] : ['note'])],
    ...table.rows.map((row) => [
      ...row.flatMap((cell, index) => {
        const names = table.columns[index]?.csv;
        const values = names === undefined ? [cellValue(cell)] : cellEnds(cell, names.length);
        // Only people's words can be formulas; -1e-7 and -0.1..0.2 are figures.
        return isWords(cell) ? values.map(neutralFormula) : values;
      }),
      ...(everywhere === undefined ? [] : [everywhere]),
    ]),
  ];
  return stringify(rows, { ...quoting, record_delimiter: options.excel ? 'windows' : 'unix', bom: options.excel });
}

/** A cell of which a part would begin a formula elsewhere stands in quotation marks. */
const quoting = { quoted_match: /[;\t]\s*'/ };

function isWords({ kind }: Cell): boolean {
  return kind === 'text' || kind === 'person' || kind === 'date';
}

/** Plain rows as CSV, formula cells neutralised: for files that go back to whoever sent them. */
export function renderRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(neutralFormula)),
    quoting,
  );
}

/** Rows of a part, which is written at once. */
const partRows = 500;

/** The document of jsonTables in parts of many rows; `done`: rows that stand by the end of the part. */
export async function* jsonParts(
  ...of: Parameters<typeof jsonTables>
): AsyncGenerator<{ readonly text: string; readonly done: number }> {
  let [done, part] = [0, ''];
  for await (const { text, rows } of jsonTables(...of)) {
    part += text;
    done += rows;
    if (rows === 0 || done % partRows > 0) continue;
    yield { text: part, done };
    part = '';
  }
  yield { text: part, done };
}

type Rows = Iterable<readonly (string | number | object | null)[]>;

/** A table as CSV, in parts as jsonParts gives them. */
export async function* csvParts({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: () => Rows | AsyncIterable<readonly (string | number | object | null)[]>;
}): AsyncGenerator<{ readonly text: string; readonly done: number }> {
  let [done, part]: [number, (readonly string[])[]] = [0, [columns]];
  for await (const row of rows()) {
    part.push(row.map(plainText));
    if (++done % partRows > 0) continue;
    yield { text: renderRows(part), done };
    part = [];
  }
  yield { text: renderRows(part), done };
}

function plainText(value: string | number | object | null): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}

/** For pasting: what text shows, without the next step. */
export function renderMarkdown(report: Report): string {
  const parts = report.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `## ${markdownText(block.text)}`;
      case 'prose':
        return markdownText(block.text);
      case 'caution':
        return `> ${markdownText(block.text)}`;
      case 'finding':
        return `**${markdownText(block.finding.sentence)}**`;
      case 'table':
        return markdownTable(block.table);
      case 'figure': {
        if (block.aside === true) return '';
        const drawn = figureText(block.figure, { width: 100, unicode: true });
        return drawn === '' ? '' : `\`\`\`text\n${drawn}\n\`\`\``;
      }
      case 'next':
        return '';
    }
  });
  const title = report.title === undefined ? [] : [`# ${markdownText(report.title)}`];
  return `${[...title, ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}

function markdownTable(table: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => markdownText(cell).replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  const rule = table.columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
  const rows = table.rows.map((row) => line(row.map(cellWords)));
  return [
    ...(table.title === '' ? [] : [`### ${markdownText(table.title)}`, '']),
    line(table.columns.map(({ title }) => title)),
    line(rule),
    ...rows,
    ...[...whyOf(table), ...(table.note === undefined ? [] : [table.note])].flatMap((note) => ['', markdownText(note)]),
  ].join('\n');
}
