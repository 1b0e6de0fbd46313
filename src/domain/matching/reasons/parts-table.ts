// What a fit is made of, as a table: the parts that add up to it, and what counted besides.
import type { Cell, Table } from '../../report/report.ts';
import type { Bonus } from '../scoring/bonuses.ts';
import type { ScorePart } from '../run.ts';

/** `bonuses` counted in the match but are no part of the fit. */
export function partsTable(parts: readonly ScorePart[], bonuses: readonly Bonus[] = []): Table {
  const none: Cell = { kind: 'text', text: '' };
  const total = parts.reduce((sum, { points }) => sum + points, 0);
  return {
    id: 'parts',
    title: 'What the fit is made of (points of 1,000)',
    columns: [
      { id: 'criterion', title: 'criterion' },
      { id: 'points', title: 'points', align: 'right' },
      { id: 'of', title: 'of', align: 'right' },
      { id: 'why', title: 'why', wrap: true },
    ],
    rows: [
      ...parts.map((part): Cell[] => [
        { kind: 'text', text: part.criterion },
        { kind: 'count', value: part.points },
        { kind: 'count', value: part.of },
        { kind: 'text', text: part.why },
      ]),
      ...bonuses.map(({ name, points, why }): Cell[] => [
        { kind: 'text', text: name },
        { kind: 'count', value: points },
        none,
        { kind: 'text', text: why },
      ]),
    ],
    ...(bonuses.length === 0
      ? {}
      : {
          note: `The fit is ${total.toLocaleString('en-US')}; what was counted besides makes it ${(total + bonuses.reduce((sum, { points }) => sum + points, 0)).toLocaleString('en-US')} in the match.`,
        }),
  };
}
