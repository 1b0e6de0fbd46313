// Who is counted: from everybody on file to those whose outcome is known.
import type { Dataset } from '../outcomes/dataset.ts';
import type { InCohort } from '../outcomes/in-cohort.ts';
import { count, suppressed, text } from './cells.ts';
import { sharesOf } from './compare-shares.ts';
import type { Outcome } from './comparison.ts';
import type { Cell, Table } from '../report/report.ts';
import { hiddenRows } from './suppression.ts';
import { groupColumn, numbers } from '../report/table-columns.ts';

export function flowTable(
  data: Dataset,
  cohort: InCohort,
  counts: Uint8Array,
  outcomes: readonly Outcome[],
  minCell: number,
): Table {
  const onFile = data.groups.labels.map((_, group) =>
    data.groups.codes.reduce((sum, code) => sum + (code === group ? 1 : 0), 0),
  );
  const last = outcomes.at(-1);
  const sides = last === undefined ? undefined : sharesOf(data, last, counts);
  const hide = hiddenRows(sides?.map(({ n }) => n) ?? onFile, minCell);
  return {
    id: 'flow',
    title: 'Who is counted',
    columns: [
      groupColumn,
      numbers('assigned', 'on file'),
      numbers('excluded', 'left out'),
      numbers('not-at-start', 'not there at the start'),
      numbers('in-cohort', 'in cohort'),
      numbers('known', 'known'),
      numbers('unknown', 'unknown'),
    ],
    rows: data.groups.labels.map((label, group): Cell[] => {
      const side = sides?.[group];
      const [n, known] = [side?.n ?? 0, side?.known ?? 0];
      const left = [...(cohort.excluded[group]?.values() ?? [])].reduce((sum, some) => sum + some, 0);
      if (hide[group] === true) return [text(label), ...Array.from({ length: 6 }, () => suppressed(minCell))];
      return [
        text(label),
        count(onFile[group] ?? 0),
        count(left),
        count(cohort.notAtStart[group] ?? 0),
        count(n),
        count(known),
        n === 0 ? count(0) : { kind: 'share', value: (n - known) / n },
      ];
    }),
  };
}
