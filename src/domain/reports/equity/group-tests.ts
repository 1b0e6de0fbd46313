// For statisticians: whether all groups of a field went the same way, tested at once.
import type { MenteePath } from '../../engagement/program-life.ts';
import type { Block, Cell } from '../../report/report.ts';
import { numbers } from '../../report/table-columns.ts';
import { chiSquareTable, kruskalWallis, welchAnova } from '../../statistics/k-groups.ts';
import { tableBlock } from '../blocks.ts';
import { count, number, pValue, text } from '../cells.ts';
import { nearEdge } from '../suppression.ts';
import { metOf, sharesOf, steps } from './gaps.ts';

/** All groups of a field at once. */
export function groupTests(field: string, groups: readonly (readonly MenteePath[])[], minCell: number): Block[] {
  const rows = steps.flatMap(([, words, test]): Cell[][] => {
    const shares = groups.map((own) => sharesOf(own, test)).filter(({ n }) => n > 0);
    // A test of counts that are hidden would give them back.
    if (minCell > 1 && shares.some(({ x, n }) => nearEdge(x, n, minCell))) return [];
    const found = chiSquareTable([shares.map(({ x }) => x), shares.map(({ x, n }) => n - x)]);
    return found === undefined
      ? []
      : [
          [
            text(words),
            text(`chi-square${found.leastExpected < 5 ? ', rough: few are expected in a cell' : ''}`),
            number(found.chiSquare),
            count(found.df),
            pValue(found.p),
          ],
        ];
  });
  const meetings = groups.map(metOf);
  const [ranks, means] = [kruskalWallis(meetings), welchAnova(meetings)];
  const more: Cell[][] = [
    ...(ranks === undefined
      ? []
      : [[text('meetings'), text('Kruskal-Wallis'), number(ranks.h), count(ranks.df), pValue(ranks.p)]]),
    ...(means === undefined
      ? []
      : [
          [
            text('meetings'),
            text(`Welch's F, ${means.df2.toFixed(1)} df below`),
            number(means.f),
            count(means.df1),
            pValue(means.p),
          ],
        ]),
  ];
  if (rows.length + more.length === 0) return [];
  return [
    tableBlock({
      id: `tests-${field}`.replaceAll(/\s+/g, '-'),
      title: `By ${field}: all groups at once`,
      columns: [
        { id: 'what', title: 'what' },
        { id: 'test', title: 'test', wrap: true },
        numbers('statistic', 'statistic'),
        numbers('df', 'df'),
        numbers('p', 'p'),
      ],
      rows: [...rows, ...more],
    }),
  ];
}
