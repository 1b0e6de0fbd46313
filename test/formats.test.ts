// If this fails, docs/formats.md says something else of a column than a script finds in it, or nothing at all.
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { columnTypes, type ColumnType } from './column-types.ts';
import { emptyFolder, type Folder } from './fake-host.ts';

/** Lists, by what is typed; those of the demo's second cohort where the first has nothing to show. */
const lists: readonly (readonly [shown: string, argv: readonly string[]])[] = [
  ['match, match show', ['match', 'show', '1']],
  ['match show --table unmatched', ['match', 'show', '1', '--table', 'unmatched']],
  ['match show --table relaxed', ['match', 'show', '1', '--table', 'relaxed']],
  ['match show --table shortage', ['match', 'show', '1', '--table', 'shortage']],
  ['match show --table in-demand', ['match', 'show', '1', '--table', 'in-demand']],
  ['match list', ['match', 'list']],
  ['pair list', ['pair', 'list', '--cohort', 'fall-2025']],
  ['rematch', ['rematch', '--cohort', 'fall-2026', '--dry-run']],
  ['person list', ['person', 'list', '--cohort', 'fall-2026']],
  ['record flag list', ['record', 'flag', 'list', '--all', '--cohort', 'fall-2025']],
  ['record goal list', ['record', 'goal', 'list', '--cohort', 'fall-2026']],
  ['cohort list', ['cohort', 'list']],
  ['status', ['status', '--cohort', 'fall-2026']],
  ['program check', ['program', 'check', '--cohort', 'fall-2026']],
  ['data log', ['data', 'log']],
  ['lottery', ['lottery', '--cohort', 'fall-2026', '--places', '30', '--dry-run']],
  ['export pairs', ['export', 'pairs', '--cohort', 'fall-2026']],
  ['export meetings', ['export', 'meetings', '--cohort', 'fall-2025']],
  ['export introductions', ['export', 'introductions', '--cohort', 'fall-2026', '--with-contacts']],
  ['export reminders', ['export', 'reminders', '--cohort', 'fall-2026', '--with-contacts']],
  ['export surveys-due', ['export', 'surveys-due', '--cohort', 'fall-2026', '--with-contacts']],
  ['export waiting', ['export', 'waiting', '--cohort', 'fall-2026', '--with-contacts']],
  ['export thanks', ['export', 'thanks', '--cohort', 'fall-2025', '--with-contacts']],
  ['export everything', ['export', 'everything']],
];

/** Reports of which the demo has something to say, with what adds tables and columns to them. */
const reports: readonly (readonly string[])[] = [
  ['program'],
  ['retention', '--technical', '--by', 'major', '--adjust', 'overlap'],
  ['performance', '--technical', '--by', 'major'],
  ['belonging', '--technical', '--by', 'major'],
  ['confidence', '--technical'],
  ['growth', '--technical'],
  ['relationship'],
  ['leadership', '--technical', '--by', 'major'],
  ['culture'],
  ['equity', '--technical'],
];

const intro = `# csv, column by column

\`--format csv\` is a promise to scripts: RFC 4180, UTF-8, one heading row, also where there is no row; a cell that a spreadsheet
would take for a formula has an apostrophe before it; \`--excel\` adds a byte-order mark and CRLF. A list is the whole list,
whatever the screen shows of it. csv holds one table: where a result has several, the remark on stderr says which one it is and
names the others. \`--table ID\` takes one of them; \`--table\` alone lists those of a report with their columns. A page for the office
alone (\`--for-own-eyes\`) has the column \`note\` in every table.

A column is called the same wherever it means the same, and never means an id in one table and a name in another. The tables of
a report's JSON have the same rows and columns under \`tables\`; there a value with a range is \`{ value, low, high }\`, and a
hidden cell says why.

A cell is empty where there is nothing, and \`hidden\` where it would point at people. Types:

- \`id\`, \`text\`: as on file; several answers stand in one cell with \`; \` between.
- \`number\`: full precision, with a point. \`count\`: a whole number.
- \`share\`: 0 to 1. \`points\`: a difference of shares, -1 to 1. Where every value would point at people: \`>0.9\`, \`<0.1\`.
- \`fit\`: 0 to 100, in every format. JSON has the \`score\` besides, 0 to 1000, of which it is made.
- \`date\`: \`YYYY-MM-DD\`; \`never\`, \`not yet\` and \`open\` where nothing has happened.
- \`X-low\`, \`X-high\`: the ends of the 95 % interval of \`X\`, in its type; \`low\` and \`high\` where a row has one value with a range.

Figures have tables of their own: the data under each picture of a page, and the sheets "Data: ..." of a workbook.`;

it('docs/formats.md has the columns of every table, and each is what it says', { timeout: 300_000 }, async () => {
  const folder = emptyFolder();
  expect((await folder.run(['demo', 'demo'])).code).toBe(0);
  const tables: [string, string[]][] = [];
  for (const [shown, argv] of lists) {
    const { code, stdout, stderr } = await folder.run([...argv, '--format', 'csv', '-q'], { under: 'demo' });
    expect([0, 1], `${shown}: ${stderr}`).toContain(code);
    const [head = [], ...rows]: string[][] = parse(stdout);
    tables.push([shown, head]);
    for (const row of rows) for (const [at, cell] of row.entries()) mustBe(shown, head[at] ?? '', cell);
  }
  for (const [name = '', ...options] of reports) tables.push(...(await tablesOf(folder, name, options)));
  const seen = new Map<string, string[]>();
  for (const [where, columns] of tables)
    for (const column of columns) seen.set(column, [...(seen.get(column) ?? []), where]);
  const unknown = [...seen.keys()].filter((column) => typeOf(column) === undefined);
  expect([...wrong], 'columns that hold something else than test/column-types.ts says').toEqual([]);
  expect(unknown, 'columns that test/column-types.ts does not know').toEqual([]);
  const known = Object.entries(columnTypes).map(([column, [type, what]]) => `| \`${column}\` | ${type} | ${what} |`);
  const page = [
    intro,
    '',
    '## Columns',
    '',
    'Beside these `export people` has a column for each field, called after it, and `export survey-form` one for each question.',
    '',
    '| column | type | what it is |',
    '| --- | --- | --- |',
    ...known.sort(),
    '',
    '## Tables',
    '',
    'As the demo has them; `--by`, `--technical`, `--adjust` and more of several cohorts add to them.',
    '',
    '| command | columns |',
    '| --- | --- |',
    ...tables.map(([where, columns]) => `| \`${where}\` | ${columns.join(', ')} |`),
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../docs/formats.md');
});

/** Every table of a report as csv. */
async function tablesOf(folder: Folder, name: string, options: readonly string[]): Promise<[string, string[]][]> {
  const argv = ['report', name, '--cohort', 'fall-2025', ...options];
  const { stdout } = await folder.run([...argv, '--table', '--json'], { under: 'demo' });
  const { items } = JSON.parse(stdout) as { items: readonly { readonly table: string; readonly columns: string[] }[] };
  expect(items.length, name).toBeGreaterThan(0);
  const { stdout: json } = await folder.run([...argv, '--json'], { under: 'demo' });
  const { tables } = JSON.parse(json) as {
    tables: readonly { readonly id: string; readonly columns: string[]; readonly rows: readonly unknown[][] }[];
  };
  for (const { id, columns, rows } of tables)
    for (const row of rows)
      for (const [at, cell] of row.entries()) mustBe(`report ${name} --table ${id}`, columns[at] ?? '', cell);
  return items.map(({ table, columns }) => [`report ${name} --table ${table}`, columns]);
}

function typeOf(column: string): ColumnType | undefined {
  const plain = column.replace(/-(low|high)$/, '');
  return columnTypes[column]?.[0] ?? columnTypes[plain]?.[0];
}

const number = (text: string): boolean => text !== '' && Number.isFinite(Number(text));
const within = (least: number, most: number) => (text: string) =>
  number(text) && Number(text) >= least && Number(text) <= most;
const holds: Readonly<Record<ColumnType, (text: string) => boolean>> = {
  id: (text) => text.split('; ').every((one) => !one.includes(' ')),
  text: () => true,
  count: (text) => /^(under |over )?\d+$/.test(text),
  number,
  share: (text) => within(0, 1)(text) || /^[<>]0?\.\d+$/.test(text),
  points: within(-1, 1),
  'points or number': number,
  'share or number': number,
  fit: within(0, 100),
  date: (text) => /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) || ['never', 'not yet', 'open'].includes(text),
};

const wrong = new Set<string>();

/** A cell of csv, or of a table in JSON. */
function mustBe(where: string, column: string, cell: unknown): void {
  if (cell === null || cell === undefined || cell === '' || cell === 'hidden') return;
  if (typeof cell === 'object') {
    for (const part of ['value', 'low', 'high'] as const) {
      const value = (cell as Readonly<Record<string, unknown>>)[part];
      if (value !== undefined && !('bound' in cell)) mustBe(where, column, value);
    }
    return;
  }
  const type = typeOf(column);
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
  if (type !== undefined && !holds[type](text)) wrong.add(`${column} is ${type}: ${where}`);
}
