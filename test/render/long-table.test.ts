// If these fail, a long list looks unlike a short one, or takes as long as its length squared.
import { describe, expect, it } from 'vitest';
import type { Cell, Report } from '../../src/domain/report/report.ts';
import { renderText } from '../../src/render/text.ts';

const columns = [
  { id: 'n', title: 'n', align: 'right' },
  { id: 'name', title: 'name' },
  { id: 'note', title: 'note', wrap: true },
] as const;
const report = (rows: readonly Cell[][]): Report => ({
  schema: 'mentorctl/people@1',
  json: {},
  blocks: [{ kind: 'table', table: { id: 'people', title: 'People', columns, rows } }],
});
const text = (value: string): Cell => ({ kind: 'text', text: value });
const linesOf = (rows: readonly Cell[][]): string[] =>
  renderText(report(rows), { width: 60, color: false, unicode: true }).trimEnd().split('\n').slice(2);

/** The widest of every column, so that any table that begins with it has the same widths. */
const widest = [{ kind: 'count', value: 100_000 } as const, text('A name that is long'), text('a note '.repeat(12))];

describe('a long table', () => {
  it('shows each row as a table of that row alone would', () => {
    const names = [
      'Ana',
      '\u5c71\u7530 \u592a\u90ce',
      'Zoe\u0308',
      'x\u001b[31m',
      '',
      'A name that is long',
      '\u{1f600} Bo',
    ];
    const rows = Array.from({ length: 300 }, (_, i): Cell[] => [
      { kind: 'count', value: 7 * i },
      text(names[i % names.length]!),
      text(i % 50 === 0 ? 'a note that wants two lines of its own '.repeat(2) : i % 3 === 0 ? '' : 'short'),
    ]);
    const first = linesOf([widest]);
    const alone = rows.flatMap((row) => linesOf([widest, row]).slice(first.length));
    expect(linesOf([widest, ...rows])).toEqual([...first, ...alone]);
  });

  it('draws 40,000 rows in a moment', () => {
    const rows = Array.from({ length: 40_000 }, (_, i): Cell[] => [
      { kind: 'count', value: i },
      text('Ana'),
      text('x'),
    ]);
    const from = process.cpuUsage();
    expect(linesOf(rows)).toHaveLength(40_000);
    // Laid out whole it takes minutes.
    expect(process.cpuUsage(from).user / 1e6).toBeLessThan(10);
  });
});
