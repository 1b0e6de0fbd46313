// If these fail, a spreadsheet runs a formula somebody typed into a form, or a script reads half a table.
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report/report.ts';
import { jsonTables, renderCsv, renderJson, renderMarkdown } from '../../src/render/documents.ts';

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const report = {
  schema: 'mentorctl/people@1',
  json: { items: [] },
  blocks: [
    {
      kind: 'table',
      table: {
        id: 'people',
        title: 'People',
        columns: [
          { id: 'name', title: 'Name' },
          { id: 'note', title: 'Note' },
        ],
        rows: [
          [text('Ana "Annie" Souza'), text('=HYPERLINK("http://x")')],
          [text('Bo\nChen'), text('-5, +3 | @x')],
        ],
      },
    },
  ],
} as const satisfies Report;

describe('csv', () => {
  it('quotes as RFC 4180 says and neutralises formulas', () => {
    const csv = renderCsv(report, { excel: false });
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain('"Ana ""Annie"" Souza"');
    expect(csv.startsWith('\ufeff')).toBe(false);
  });

  it('leaves figures as they are, however small or far below nothing', () => {
    const columns = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id }));
    const rows = [
      [
        { kind: 'number', value: -1.5e-7, digits: 2 },
        { kind: 'interval', low: -0.25, high: 0.5, as: 'points' },
        { kind: 'person', id: '-1+1' },
        { kind: 'share', value: 0.9, bound: 'more-than' },
      ],
    ] as const;
    const small = { ...report, blocks: [{ kind: 'table', table: { id: 't', title: '', columns, rows } }] } as const;
    expect(renderCsv(small, { excel: false }).split('\n')[1]).toBe("-1.5e-7,-0.25..0.5,'-1+1,>0.9");
  });

  it('has a BOM and CRLF for Excel', () => {
    const csv = renderCsv(report, { excel: true });
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.split('\r\n').length).toBeGreaterThanOrEqual(3);
  });

  it('has its heading row even when empty', () => {
    const empty = { ...report, blocks: [{ kind: 'table', table: { ...report.blocks[0].table, rows: [] } }] } as const;
    expect(renderCsv(empty, { excel: false }).trim()).toBe('name,note');
  });

  it('gives a range its ends in columns of their own, hidden or not', () => {
    const columns = [
      { id: 'rate', title: 'rate', csv: ['rate', 'rate-low', 'rate-high'] },
      { id: 'interval', title: '95 % interval', csv: ['low', 'high'] },
    ];
    const rows = [
      [
        { kind: 'estimate', value: 0.5, low: -0.25, high: 0.75, as: 'points' },
        { kind: 'interval', low: 0.1, high: 0.2, as: 'share' },
      ],
      [
        { kind: 'suppressed', why: 'few' },
        { kind: 'missing', why: 'none' },
      ],
      [
        { kind: 'number', value: 2, digits: 1 },
        { kind: 'suppressed', why: 'few' },
      ],
    ] as const;
    const ranged = { ...report, blocks: [{ kind: 'table', table: { id: 't', title: '', columns, rows } }] } as const;
    expect(renderCsv(ranged, { excel: false }).trim().split('\n')).toEqual([
      'rate,rate-low,rate-high,low,high',
      '0.5,-0.25,0.75,0.1,0.2',
      'hidden,hidden,hidden,,',
      '2,,,hidden,hidden',
    ]);
    expect(renderMarkdown(ranged)).toMatch(/\| 50 \(-25 to 75\) points \| 10 - 20 % \|[^]*\n\nfew\n\nnone\n/);
  });

  it('refuses a result without a table, with a remedy', () => {
    expect(() => renderCsv({ ...report, blocks: [] }, { excel: false })).toThrow(
      expect.objectContaining({ code: 'no-table', exitCode: 2 }) as Error,
    );
  });
});

it('json opens with its schema and ends with a line break', () => {
  const json = renderJson(report);
  expect(Object.keys(JSON.parse(json) as object)[0]).toBe('schema');
  expect(json.endsWith('\n')).toBe(true);
});

it('markdown keeps a bar inside a cell from becoming a column', () => {
  expect(renderMarkdown(report)).toContain('\\|');
});

describe('a document of many rows', () => {
  it('has the bytes of the same document written whole', async () => {
    const people = [
      ['S1', { campus: 'East\nNorth', topics: ['a', 'b'], none: {} }, null],
      ['S2', {}, 0.1 + 0.2],
    ];
    const tables = [
      { table: 'people', columns: ['person', 'fields', 'number'], rows: () => people },
      { table: 'of "none"', columns: ['id'], rows: () => [] },
    ];
    const parts: { readonly text: string; readonly rows: number }[] = [];
    for await (const part of jsonTables('mentorctl/everything@1', tables)) parts.push(part);
    const rows = people.map(([person, fields, number]) => ({ person, fields, number }));
    const whole = { schema: 'mentorctl/everything@1', blocks: [], json: { people: rows, 'of "none"': [] } };
    expect(parts.map(({ text }) => text).join('')).toBe(renderJson(whole));
    expect(parts.filter((part) => part.rows === 1)).toHaveLength(2);
  });
});

const cellsOf = (text: string): Report => ({
  schema: 'x@1',
  blocks: [
    {
      kind: 'table',
      table: { id: 't', title: '', columns: [{ id: 'name', title: 'name' }], rows: [[{ kind: 'text', text }]] },
    },
  ],
  json: { name: text },
});

it.each([
  '<img src=x onerror=alert(1)>',
  '![x](http://evil.example/t.png)',
  '[x](javascript:alert(1))',
  'Pipe\\|Oz',
  '*bold* _thin_ `code`',
  '&lt;b&gt;',
])('keeps %j text on a Markdown page', (text) => {
  const cell = renderMarkdown(cellsOf(text)).trim().split('\n').at(-1) ?? '';
  // Every sign that Markdown knows is escaped, and escaping is undone by taking the backslashes away.
  expect(
    cell
      .slice(2, -2)
      .replaceAll('&amp;', '&')
      .replace(/\\([\\`*_[\]<>|~#])/g, '$1'),
  ).toBe(text);
  expect(cell.slice(2, -2).replace(/\\./g, '')).not.toMatch(/[`*_[\]<>|]|&(?!amp;)\w+;/);
});

it.each(["Ana;=cmd|'/C calc'!A0", 'Ana\t+SUM(1)', 'x, @SUM(1)', '＝1+1', '＋SUM(1)', '－2+3', '＠SUM(1)'])(
  'opens no formula in a spreadsheet, whatever parts its cells: %j',
  (text) => {
    const csv = renderCsv(cellsOf(text), { excel: false });
    expect(csv).not.toMatch(/(^|[;,\t"])\s*[=+@＝＋－＠]/m);
  },
);

it('writes JSON that says the same and steers no terminal', () => {
  const text = 'Ana\u009b31m \u202eOz\u2066';
  const json = renderJson(cellsOf(text));
  expect(json).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect((JSON.parse(json) as { name: string }).name).toBe(text);
});
