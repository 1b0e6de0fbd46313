// Who was left out for one of the allowed reasons: by group and reason where that points at nobody, else in words alone.
import type { Dataset } from '../outcomes/dataset.ts';
import { allowedReasons, inCohort, type InCohort } from '../outcomes/in-cohort.ts';
import { count, suppressed, text } from './cells.ts';
import type { Block, Cell } from '../report/report.ts';
import { eachCohort, givenAway } from './published.ts';
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
  data: Dataset,
  start: string | undefined,
  { excluded }: InCohort,
  sizes: readonly number[],
  minCell: number,
): Block[] {
  const total = excluded.flatMap((reasons) => [...reasons.values()]).reduce((sum, n) => sum + n, 0);
  if (total === 0) return [];
  const reasons = allowedReasons.filter((reason) => excluded.some((own) => own.has(reason)));
  const small = hiddenRows(sizes, minCell);
  const countsOf = (one: Pick<InCohort, 'excluded'>, group: number): number[] =>
    allowedReasons.map((reason) => one.excluded[group]?.get(reason) ?? 0);
  const each = eachCohort(data).map((one) => inCohort(one, start));
  const groups = data.groups.labels.map((label, group) => {
    const counts = countsOf({ excluded }, group);
    const own = each.map((one) => countsOf(one, group));
    const given = counts.some((_, at) =>
      givenAway(
        own.map((one) => ({ n: one[at] ?? 0, withheld: hiddenCells(one, minCell)[at] === true })),
        data.otherCohorts !== true,
        minCell,
      ),
    );
    const hide = small[group] === true || given ? counts.map(() => true) : hiddenCells(counts, minCell);
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
