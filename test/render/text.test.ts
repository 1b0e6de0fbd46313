// If these fail, a long name hides whose row it is, or a table runs out of the window.
import { expect, it } from 'vitest';
import type { Report, Table } from '../../src/domain/report/report.ts';
import { renderText } from '../../src/render/text.ts';
import { displayWidth } from '../../src/render/wrap.ts';

const names = [
  'Wolfeschlegelsteinhausenbergerdorff Bartholomew-Fitzgerald III',
  '山田太郎の非常に長い名前がここにありますので切られる',
  'عبد الرحمن بن محمد بن عبد العزيز الخطيب القرشي الهاشمي',
  'Ana',
];
const table: Table = {
  id: 'pairs',
  title: '',
  columns: [
    { id: 'mentee', title: 'mentee' },
    { id: 'mentor', title: 'with mentor' },
    { id: 'fit', title: 'fit', align: 'right' },
    { id: 'why', title: 'why', wrap: true },
  ],
  rows: names.map((name, n) => [
    { kind: 'person', id: `S00${n}`, name },
    { kind: 'person', id: `M00${n}`, name },
    { kind: 'count', value: 70 + n },
    { kind: 'text', text: 'other campus; 2 of 5 topics' },
  ]),
};
const report: Report = { schema: 'x', json: {}, blocks: [{ kind: 'table', table }] };

it.each([60, 80, 100])('keeps the id of everybody at %i columns, whose name gives way', (width) => {
  const text = renderText(report, { width, color: false, unicode: true });
  for (const n of names.keys()) for (const id of [`(S00${n})`, `(M00${n})`]) expect(text).toContain(id);
  for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  expect(text).toContain('Ana (S003)');
  expect(text).toContain('…');
});
