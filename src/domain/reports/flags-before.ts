// Whether worries were raised in time: before the first checkpoint somebody failed, beside people who failed none.
import type { Dataset } from '../outcomes/dataset.ts';
import { levelOf } from '../outcomes/dataset.ts';
import type { Measure } from '../program/program.ts';
import { wilson } from '../statistics/proportions.ts';
import { rateCells, text } from './cells.ts';
import type { Block, Cell } from '../report/report.ts';
import { hiddenParts } from './suppression.ts';
import { intervalColumn, numbers } from '../report/table-columns.ts';

interface FlagsBefore {
  readonly data: Dataset;
  readonly measures: readonly Measure[];
  /** Day (as a day number) of each person's first flag; NaN: none. */
  readonly firstFlag: Float64Array;
  /** First day a checkpoint's name can mean, as a day number; undefined for one without a date. */
  readonly dayOf: (when: string) => number | undefined;
  readonly minCell: number;
}

/**
 * A checkpoint is failed by not being there (`left`), or by "no" in a yes/no measure of which more is better, at a time that its
 * name dates. Who failed none is looked at before their last checkpoint. Empty where nothing is dated.
 */
export function flagsBeforeBlocks(
  { data, measures, firstFlag, dayOf, minCell }: FlagsBefore,
  counts: Uint8Array,
): Block[] {
  const [failed, last] = [new Float64Array(data.size).fill(NaN), new Float64Array(data.size).fill(NaN)];
  const see = (row: number, day: number, failure: boolean): void => {
    last[row] = Math.max(day, Number.isNaN(last[row]) ? day : (last[row] ?? day));
    if (failure) failed[row] = Math.min(day, Number.isNaN(failed[row]) ? day : (failed[row] ?? day));
  };
  for (const status of data.statuses) {
    const day = status.measure === 'retention' ? dayOf(status.when) : undefined;
    if (day === undefined) continue;
    status.codes.forEach((code, row) => {
      if (code >= 0) see(row, day, levelOf(status, row) === 'left');
    });
  }
  for (const observed of data.observed) {
    const { measure, when } = observed;
    const known = measures.find(({ name }) => name === measure);
    const day = dayOf(when);
    if (day === undefined || known?.kind !== 'yes-no' || known.baseline === true || known.participation === true)
      continue;
    observed.values.forEach((value, row) => {
      if (!Number.isNaN(value)) see(row, day, value === (known.higherIs === 'better' ? 0 : 1));
    });
  }
  const { codes, mentored } = data.groups;
  const side = (label: string, until: Float64Array, test: (row: number) => boolean) => {
    let [n, x] = [0, 0];
    for (let row = 0; row < data.size; row++) {
      const own = counts[row] === 1 && (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored;
      if (!own || !test(row)) continue;
      n++;
      if ((firstFlag[row] ?? NaN) < (until[row] ?? NaN)) x++;
    }
    return { label, n, known: n, x, value: n === 0 ? undefined : x / n, sd: undefined };
  };
  const sides = [
    side('failed a checkpoint', failed, (row) => !Number.isNaN(failed[row])),
    side('failed none', last, (row) => Number.isNaN(failed[row]) && !Number.isNaN(last[row])),
  ];
  if (sides.every(({ n }) => n === 0)) return [];
  const hide = hiddenParts(sides, minCell);
  return [
    {
      kind: 'table',
      table: {
        id: 'flags-before',
        title: 'Flags raised before the first failed checkpoint',
        columns: [
          { id: 'who', title: 'mentored people who' },
          numbers('known', 'people'),
          numbers('yes', 'flagged before'),
          numbers('rate', 'rate'),
          intervalColumn,
        ],
        rows: sides.map((one, index): Cell[] => [
          text(one.label),
          ...rateCells(one, wilson(one.x, one.known), hide[index] ?? false, minCell),
        ]),
        note: 'A checkpoint is failed by not being there or not standing well; it counts from the first day its name can mean. For those who failed none: before their last checkpoint, so they had longer to be flagged.',
      },
    },
  ];
}
