// Who was left out for one of the allowed reasons: by group and reason where that points at nobody, else in words alone.
import { allowedReasons, type InCohort } from '../outcomes/in-cohort.ts';
import { count, suppressed, text } from './cells.ts';
import type { Block, Cell } from '../report/report.ts';
import { hiddenCells, hiddenRows } from './suppression.ts';
import { groupColumn, numbers } from '../report/table-columns.ts';

const rules =
  'the usual rules (IPEDS): death, total and permanent disability, armed forces, foreign aid service or church mission';

/**
 * Empty where nobody was left out. How many of a group were left out stands in the table of who is counted, so the reasons of a
 * group are hidden together unless they leave nothing to subtract; how many there are of a reason over all groups is not said.
 * `sizes`: people of each group who are counted.
 */
export function leftOutBlocks(
  labels: readonly string[],
  { excluded }: InCohort,
  sizes: readonly number[],
  minCell: number,
): Block[] {
  const total = excluded.flatMap((reasons) => [...reasons.values()]).reduce((sum, n) => sum + n, 0);
  if (total === 0) return [];
  const reasons = allowedReasons.filter((reason) => excluded.some((own) => own.has(reason)));
  const small = hiddenRows(sizes, minCell);
  const groups = labels.map((label, group) => {
    const counts = allowedReasons.map((reason) => excluded[group]?.get(reason) ?? 0);
    const hide = small[group] === true ? counts.map(() => true) : hiddenCells(counts, minCell);
    return { label, counts, hide };
  });
  if (groups.every(({ hide, counts }) => counts.every((n, index) => hide[index] === true || n === 0)))
    return [
      {
        kind: 'prose',
        text: `Left out by ${rules}. How many for which reason would point at people, so it is not shown.`,
      },
    ];
  return [
    {
      kind: 'table',
      table: {
        id: 'left-out',
        title: 'Left out, by reason',
        columns: [groupColumn, ...reasons.map((reason) => numbers(reason.replaceAll(' ', '-'), reason))],
        rows: groups.map(({ label, counts, hide }): Cell[] => [
          text(label),
          ...reasons.map((reason) => {
            const index = allowedReasons.indexOf(reason);
            return hide[index] === true ? suppressed(minCell) : count(counts[index] ?? 0);
          }),
        ]),
        note: `By ${rules}.`,
      },
    },
  ];
}
