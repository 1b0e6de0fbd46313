// What became of people at a checkpoint, where the file says more than stayed or left: a transfer and a degree are no dropping out.
import type { Dataset } from '../outcomes/dataset.ts';
import { staysAs } from '../outcomes/in-cohort.ts';
import { count, suppressed, named, text } from './cells.ts';
import type { Outcome, Side } from './comparison.ts';
import type { Block, Cell } from '../report/report.ts';
import { hiddenCells, nearEdge } from './suppression.ts';
import { groupColumn, numbers, outcomeColumn } from '../report/table-columns.ts';

/** In the order of the table; what is only `left` was not said how. */
const words = ['stayed', 'graduated', 'transferred', 'stopped out', 'left by choice', 'let go', 'left'] as const;

export interface Checkpoint {
  readonly name: string;
  readonly outcome: Outcome;
  readonly sides: readonly Side[];
  readonly hide: readonly boolean[];
}

/** Empty where nothing but staying and leaving is on file. The statuses that count as here add up to the rate's count. */
export function becameBlocks(
  data: Dataset,
  checkpoints: readonly Checkpoint[],
  counts: Uint8Array,
  persistence: boolean,
  minCell: number,
): Block[] {
  const statuses = checkpoints.map(({ name }) =>
    data.statuses.find(({ measure, when }) => measure === 'retention' && when === name),
  );
  const seen = words.filter((word) => statuses.some((status) => status?.levels.includes(word) === true));
  if (seen.every((word) => word === 'stayed' || word === 'left')) return [];
  const { codes } = data.groups;
  const rows = checkpoints.flatMap(({ outcome, sides, hide }, index) => {
    const status = statuses[index];
    return sides.map((side, group): Cell[] => {
      const head = [named(outcome.label), text(side.label)];
      const tally = seen.map((word) => {
        const level = status?.levels.indexOf(word) ?? -1;
        return (status?.codes ?? new Int32Array(0)).reduce(
          (sum, code, row) => sum + (code === level && level >= 0 && counts[row] === 1 && codes[row] === group ? 1 : 0),
          0,
        );
      });
      const whole = hide[group] === true || side.known < minCell || nearEdge(side.x ?? 0, side.known);
      const withheld = new Set<number>();
      for (const here of [true, false]) {
        const own = seen.flatMap((word, at) => (staysAs(word, persistence) === here ? [at] : []));
        const cells = hiddenCells(
          own.map((at) => tally[at] ?? 0),
          minCell,
        );
        own.forEach((at, place) => {
          if (cells[place] === true) withheld.add(at);
        });
      }
      return [...head, ...tally.map((n, at) => (whole || withheld.has(at) ? suppressed(minCell) : count(n)))];
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
