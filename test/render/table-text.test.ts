// If these fail, a number in a report is broken over two lines or cut, or a line runs over the edge of the terminal.
import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../src/domain/report/report.ts';
import { cellWords } from '../../src/render/cell-words.ts';
import { tableText } from '../../src/render/table-text.ts';
import { displayWidth } from '../../src/render/wrap.ts';

const text = (words: string): Cell => ({ kind: 'text', text: words });
const estimate = (value: number, low: number, high: number): Cell => ({
  kind: 'estimate',
  value,
  low,
  high,
  as: 'number',
  digits: 2,
});
const wide: Table = {
  id: 'wide',
  title: 'Differences from the comparison group',
  columns: [
    { id: 'outcome', title: 'outcome', wrap: true, once: true },
    { id: 'group', title: 'group' },
    { id: 'plain', title: 'as measured (95 % interval)', align: 'right' },
    { id: 'adjusted', title: 'with allowance', align: 'right' },
    { id: 'g', title: 'in SD', align: 'right' },
    { id: 'reading', title: 'reading', wrap: true },
  ],
  rows: ['grade point average, fall', 'grade point average, spring'].flatMap((outcome) =>
    ['peer advising', 'peer advising and money'].map((group) => [
      text(outcome),
      text(group),
      estimate(0.35, -10.45, 12.15),
      estimate(-1.72, -11.25, 13.05),
      { kind: 'number' as const, value: 0.17, digits: 2 },
      text('higher, but one of many'),
    ]),
  ),
  note: 'With allowance: as if the groups had begun alike.',
};

const draw = (width: number): string => tableText(wide, width, (title) => title);

describe('a table', () => {
  it.each([50, 60, 70, 80, 100, 120])('keeps to %i columns and leaves every number whole', (width) => {
    const drawn = draw(width);
    for (const line of drawn.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    for (const cell of new Set(wide.rows.flatMap((row) => row.slice(2, 5).map(cellWords))))
      expect(drawn.split(cell).length - 1, cell).toBe(4);
    expect(drawn).not.toContain('…');
  });

  it('goes on in a second part with its first columns again where it is too wide', () => {
    expect(draw(64)).toMatchInlineSnapshot(`
      "Differences from the comparison group
        outcome           group                      as measured (95 %
                                                             interval)
        grade point       peer advising         0.35 (-10.45 to 12.15)
        average, fall
                          peer advising and     0.35 (-10.45 to 12.15)
                          money
        grade point       peer advising         0.35 (-10.45 to 12.15)
        average, spring
                          peer advising and     0.35 (-10.45 to 12.15)
                          money

        outcome         group                     with allowance    in
                                                                    SD
        grade point     peer advising    -1.72 (-11.25 to 13.05)  0.17
        average, fall
                        peer advising    -1.72 (-11.25 to 13.05)  0.17
                        and money
        grade point     peer advising    -1.72 (-11.25 to 13.05)  0.17
        average,
        spring
                        peer advising    -1.72 (-11.25 to 13.05)  0.17
                        and money

        outcome            group                    reading
        grade point        peer advising            higher, but one of
        average, fall                               many
                           peer advising and money  higher, but one of
                                                    many
        grade point        peer advising            higher, but one of
        average, spring                             many
                           peer advising and money  higher, but one of
                                                    many
        With allowance: as if the groups had begun alike."
    `);
  });

  it('says a thing once only where all that stands before it is the same', () => {
    const table: Table = {
      id: 'by',
      title: '',
      columns: [
        { id: 'among', title: 'among', once: true },
        { id: 'outcome', title: 'outcome', once: true },
        { id: 'n', title: 'n', align: 'right' },
      ],
      rows: [
        [text('F'), text('grade'), { kind: 'count', value: 12 }],
        [text('F'), text('grade'), { kind: 'count', value: 13 }],
        [text('M'), text('grade'), { kind: 'count', value: 14 }],
      ],
    };
    expect(tableText(table, 80, (title) => title)).toMatchInlineSnapshot(`
      "  among  outcome   n
        F      grade    12
                        13
        M      grade    14"
    `);
  });
});
