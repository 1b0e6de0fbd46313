// How many are still here at times after everybody's own start, as a table and drawn.
import type { Block, Cell } from '../../report/report.ts';
import { ranged } from '../../report/table-columns.ts';
import { survivalAt } from '../../statistics/survival.ts';
import { tableBlock } from '../blocks.ts';
import { count, few, missing, suppressed, text } from '../cells.ts';
import { upper } from '../sentences.ts';
import { curveCells, curveColumns, curveFigure, curveTests, drawnTo, meanTimes } from '../survival-tables.ts';
import { differenceAt } from './compare-at.ts';
import { showsFew, type Followed, type OwnClockFound } from './own-clock-found.ts';

export function ownCurveBlocks(found: OwnClockFound): Block[] {
  const { input, groups, marks, shown } = found;
  if (!shown) return [];
  const { event, days, minCell } = input;
  const visible = visibleOf(found);
  const end = drawnTo(visible, minCell, longestOf(visible));
  const drawn = visible.filter(({ curve }) => minCell === 1 || curve.events >= 3);
  const stay = event === undefined ? 'Still here' : `Without ${event}`;
  return [
    tableBlock({
      id: 'survival',
      title: `${stay} after the own start`,
      columns: [
        ...curveColumns(days.unit, event === undefined ? 'still here' : 'without it'),
        ranged('difference', 'difference (95 % interval)'),
      ],
      rows: groups.flatMap((own, group) =>
        marks.map((at): Cell[] => [text(own.label), count(at), ...cellsAt(found, own, group, at)]),
      ),
      note: `${upper(days.unit)}s since everybody's own start. Kaplan-Meier, log-log intervals; who is still here is followed to the day the file knows of.`,
    }),
    ...(end > 0 && drawn.length === visible.length && drawn.length > 0
      ? [curveFigure(drawn, `${stay}, by ${days.unit}s since the own start`, days.unit, end, minCell)]
      : []),
  ];
}

/** Followed, still here, the range, and how far that is from the group that all are compared with. */
function cellsAt({ input, groups, hide }: OwnClockFound, own: Followed, group: number, at: number): Cell[] {
  const { minCell, data } = input;
  const { mentored } = data.groups;
  const here = survivalAt(own.curve, at);
  const other = groups[mentored];
  if (hide[group] === true) return Array.from({ length: 4 }, () => suppressed(minCell));
  if (here.atRisk > 0 && (here.atRisk < minCell || showsFew(input, own, at)))
    return Array.from({ length: 4 }, () => few);
  if (here.atRisk === 0 && here.survival > 0)
    return [count(0), ...Array.from({ length: 3 }, () => missing('nobody is followed so long'))];
  if (group >= mentored) return [...curveCells(here), missing('the others are compared with it')];
  const apart =
    other === undefined || hide[mentored] === true || showsFew(input, other, at)
      ? undefined
      : differenceAt(own, other, at, input.strata.length > 0);
  return [
    ...curveCells(here),
    apart === undefined
      ? missing('cannot be computed')
      : { kind: 'estimate', value: apart.difference, low: apart.low, high: apart.high, as: 'points' },
  ];
}

/** For statisticians: tests of the curves, and mean times. */
export function ownCurveTests(found: OwnClockFound): Block[] {
  const { strata, data, days, minCell, technical } = found.input;
  const visible = visibleOf(found);
  if (!found.shown || !technical || visible.length < 2) return [];
  const tau = drawnTo(visible, minCell, longestOf(visible));
  return [...curveTests(visible, strata), meanTimes(visible, tau, data.groups.labels[data.groups.mentored], days.unit)];
}

function visibleOf({ groups, hide }: OwnClockFound): readonly Followed[] {
  return groups.filter((_, group) => hide[group] !== true);
}

function longestOf(groups: readonly Followed[]): number {
  return groups.reduce((most, { times }) => times.reduce((longest, time) => Math.max(longest, time), most), 0);
}
