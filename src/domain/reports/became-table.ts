// What became of people at a checkpoint, where the file says more than stayed or left: a transfer and a degree are no dropping out.
import type { Dataset } from '../outcomes/dataset.ts';
import type { Block, Cell } from '../report/report.ts';
import { groupColumn, numbers, outcomeColumn } from '../report/table-columns.ts';
import { count, suppressed, named, text } from './cells.ts';
import { eachCohort, givenAway, persistenceHidden, statusCounts, statusWords } from './published.ts';
import { hiddenCells, hiddenRows, nearEdge } from './suppression.ts';

export interface Checkpoint {
  readonly name: string;
  /** E.g. `still here at fall 2026`. */
  readonly label: string;
}

/**
 * Empty where nothing but staying and leaving is on file. The same whether a transfer counts as staying or not, so that one
 * report does not give back what the other hides.
 */
export function becameBlocks(
  data: Dataset,
  checkpoints: readonly Checkpoint[],
  counts: Uint8Array,
  persistence: boolean,
  minCell: number,
): Block[] {
  const parts = eachCohort(data);
  const tallies = checkpoints.map(({ name }) => statusCounts(data, name, counts));
  const seen = statusWords.filter((_, at) => tallies.some((groups) => groups.some((tally) => (tally[at] ?? 0) > 0)));
  if (seen.every((word) => word === 'stayed' || word === 'left')) return [];
  const rows = checkpoints.flatMap(({ name, label }, index) => {
    const groups = tallies[index] ?? [];
    const small = hiddenRows(
      groups.map((tally) => tally.reduce((sum, n) => sum + n, 0)),
      minCell,
    );
    const byCohort = parts.map((part) => statusCounts(part, name, counts));
    return groups.map((tally, group): Cell[] => {
      const own = byCohort.map((one) => one[group] ?? []);
      const given = tally.some((_, at) =>
        givenAway(
          own.map((one) => ({ n: one[at] ?? 0, withheld: hiddenStatuses(one, minCell)[at] === true })),
          data.otherCohorts !== true,
          minCell,
        ),
      );
      const hidden = small[group] === true || given ? tally.map(() => true) : hiddenStatuses(tally, minCell);
      return [
        named(label),
        text(data.groups.labels[group] ?? ''),
        ...seen.map((word) => {
          const at = statusWords.indexOf(word);
          return hidden[at] === true ? suppressed(minCell) : count(tally[at] ?? 0);
        }),
      ];
    });
  });
  return [
    {
      kind: 'table',
      table: {
        id: 'became',
        title: 'What became of them',
        columns: [
          { ...outcomeColumn, title: 'as of' },
          groupColumn,
          ...seen.map((word) => numbers(word.replaceAll(' ', '-'), word)),
        ],
        rows,
        note: [
          ...(seen.includes('transferred')
            ? [`A transfer counts as having ${persistence ? 'stayed' : 'left, and is no dropping out'}.`]
            : []),
          ...(seen.includes('graduated') ? ['A degree is no loss.'] : []),
          ...(seen.includes('left') ? ['Of those who just "left" it is not on file how.'] : []),
        ].join(' '),
      },
    },
  ];
}

/** Parts whose sums the rates tell: those still here, those gone; transfers by themselves where persistence may be told. */
function hiddenStatuses(tally: readonly number[], minCell: number): boolean[] {
  const all = tally.reduce((sum, n) => sum + n, 0);
  const indexOf = (some: readonly string[]): number[] =>
    statusWords.flatMap((word, at) => (some.includes(word) ? [at] : []));
  const here = indexOf(['stayed', 'graduated']);
  const stayed = here.reduce((sum, at) => sum + (tally[at] ?? 0), 0);
  if (all < minCell || nearEdge(stayed, all, minCell)) return tally.map(() => true);
  const moved = indexOf(['transferred']);
  const gone = indexOf(['stopped out', 'left by choice', 'let go', 'left']);
  const parts = persistenceHidden(tally, minCell) ? [here, [...moved, ...gone]] : [here, moved, gone];
  const hidden = tally.map(() => false);
  for (const part of parts)
    hiddenCells(
      part.map((at) => tally[at] ?? 0),
      minCell,
    ).forEach((hide, place) => {
      const at = part[place];
      if (at !== undefined) hidden[at] = hide;
    });
  return hidden;
}
