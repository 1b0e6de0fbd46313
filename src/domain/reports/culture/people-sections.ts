// Where mentors and new members come from.
import type { Block, Cell } from '../../report/report.ts';
import { intervalColumn, numbers } from '../../report/table-columns.ts';
import { wilson } from '../../statistics/proportions.ts';
import { tableBlock } from '../blocks.ts';
import { count, few, missing, share, suppressed, text } from '../cells.ts';
import { hiddenCells, nearEdge } from '../suppression.ts';
import type { CultureInput } from './culture-input.ts';

export function mentorBlocks({ mentors: { all, again, onceMentees }, minCell }: CultureInput): Block[] {
  if (all < minCell) return [];
  const line = (words: string, n: number): Cell[] => {
    const range = wilson(n, all);
    if (nearEdge(n, all, minCell)) return [text(words), few, few, few];
    return [
      text(words),
      count(n),
      share(n / all),
      range === undefined ? missing('nobody') : { kind: 'interval', low: range.low, high: range.high, as: 'share' },
    ];
  };
  return [
    tableBlock({
      id: 'mentors',
      title: `Where the ${all} mentors come from`,
      columns: [
        { id: 'who', title: 'who', wrap: true },
        numbers('n', 'mentors'),
        numbers('share', 'share'),
        intervalColumn,
      ],
      rows: [line('a mentor in an earlier cohort', again), line('a mentee in an earlier cohort', onceMentees)],
    }),
  ];
}

/** How new members came to hear of the program. */
export function sourceBlocks({ sources, minCell }: CultureInput): Block[] {
  if (sources === undefined) return [];
  const names = [...sources.counts.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  const hide = hiddenCells(
    names.map((name) => sources.counts.get(name) ?? 0),
    minCell,
  );
  return [
    tableBlock({
      id: 'sources',
      title: `New members, by ${sources.field}`,
      columns: [{ id: 'source', title: sources.field, wrap: true }, numbers('n', 'new members')],
      rows: names.map((name, index) => [
        text(name),
        hide[index] === true ? suppressed(minCell) : count(sources.counts.get(name) ?? 0),
      ]),
    }),
  ];
}
