// What reports of staying show alike, whichever clock they go by: the cells and the drawing of curves, their tests, mean times.
import type { Category } from '../outcomes/dataset.ts';
import type { TimeUnit } from '../outcomes/time-unit.ts';
import type { Block, Cell, Column, SurvivalFigure } from '../report/report.ts';
import { groupColumn, intervalColumn, numbers, ranged } from '../report/table-columns.ts';
import { normalQuantile, normalTwoSided } from '../statistics/distributions/normal.ts';
import { logRank } from '../statistics/log-rank.ts';
import { atRiskUpTo, lastWith, restrictedMean, survivalAt, type SurvivalCurve } from '../statistics/survival.ts';
import { figureBlock, tableBlock } from './blocks.ts';
import { count, missing, number, pValue, share, text } from './cells.ts';

export interface CurveGroup {
  readonly label: string;
  readonly times: Float64Array;
  readonly events: Uint8Array;
  /** By person, as `times`: what the curves are also compared within. */
  readonly strata: readonly string[];
  readonly curve: SurvivalCurve;
}

/** Group, time and how many are followed and still here; `stay`: what staying is called. */
export const curveColumns = (unit: TimeUnit, stay = 'still here'): readonly Column[] => [
  { ...groupColumn, once: true },
  numbers('day', unit),
  numbers('at-risk', 'followed'),
  numbers('still-here', stay),
  intervalColumn,
];

/** How many are followed, the share still here and its range. */
export function curveCells({ atRisk, survival, low, high }: ReturnType<typeof survivalAt>): Cell[] {
  return [
    count(atRisk),
    share(survival),
    low === undefined || high === undefined ? missing('nobody is left') : { kind: 'interval', low, high, as: 'share' },
  ];
}

/** The last time up to which enough people are at risk in every group. */
export function drawnTo(groups: readonly CurveGroup[], minCell: number, until: number): number {
  return Math.min(...groups.map(({ curve }) => lastWith(curve.steps, minCell, until)));
}

export function curveFigure(
  groups: readonly CurveGroup[],
  title: string,
  unit: TimeUnit,
  end: number,
  minCell: number,
): Block {
  return figureBlock({
    id: 'survival',
    kind: 'survival',
    title,
    ...(unit === 'day' ? {} : { unit }),
    until: end,
    groups: groups.map(({ label, curve }) => ({
      label,
      steps: stepsFrom0(curve, end),
      atRisk: atRiskUpTo(curve, end, minCell),
    })),
  });
}

/** Steps to draw: what came before the clock started is where the curve starts. */
function stepsFrom0(curve: SurvivalCurve, end: number): SurvivalFigure['groups'][number]['steps'] {
  const start = survivalAt(curve, 0);
  return [
    ...(curve.steps.some(({ time, events }) => time < 0 && events > 0)
      ? [{ at: 0, value: start.survival, low: start.low ?? 0, high: start.high ?? 0 }]
      : []),
    ...curve.steps.flatMap(({ time, events, survival, low, high }) =>
      events > 0 && time >= 0 && time <= end ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
    ),
  ];
}

/** Tests of whether the curves are one, within strata too where there are any. */
export function curveTests(groups: readonly CurveGroup[], strata: readonly Category[]): Block[] {
  const row = (name: string, test: ReturnType<typeof logRank>): Cell[][] =>
    test === undefined ? [] : [[text(name), number(test.chiSquare), count(test.df), pValue(test.p)]];
  const rows = [
    ...row('log-rank', logRank(groups.map(({ label, times, events }) => ({ label, times, events })))),
    ...(strata.length === 0
      ? []
      : row(`log-rank within ${strata.map(({ name }) => name).join(', ')}`, logRank(groups))),
  ];
  if (rows.length === 0) return [];
  return [
    tableBlock({
      id: 'survival-tests',
      title: 'Tests of the curves',
      columns: [
        { id: 'test', title: 'test' },
        numbers('chi-square', 'chi-square'),
        numbers('df', 'df'),
        numbers('p', 'p'),
      ],
      rows,
    }),
  ];
}

/** Mean time still here up to `tau`, to which enough people of every group were followed; differences from the comparison group. */
export function meanTimes(
  groups: readonly CurveGroup[],
  tau: number,
  comparison: string | undefined,
  unit: TimeUnit,
): Block {
  const z = normalQuantile(0.975);
  const means = groups.map(({ label, curve }) => ({ label, ...restrictedMean(curve.steps, tau) }));
  const other = means.find(({ label }) => label === comparison);
  const cell = (value: number, se: number): Cell => ({
    kind: 'estimate',
    value,
    low: value - z * se,
    high: value + z * se,
    as: 'number',
    digits: 1,
  });
  return tableBlock({
    id: 'mean-time',
    title: `Mean ${unit}s still here, of the first ${Math.round(tau)}`,
    columns: [
      groupColumn,
      ranged('mean', `${unit}s (95 % interval)`),
      ranged('difference', 'difference (95 % interval)'),
      numbers('p', 'p'),
    ],
    rows: means.map(({ label, mean, se }): Cell[] => {
      const head = [text(label), cell(mean, se)];
      if (other === undefined || label === comparison)
        return [...head, missing('the others are compared with it'), missing('the others are compared with it')];
      const error = Math.hypot(se, other.se);
      const apart = mean - other.mean;
      return [...head, cell(apart, error), error > 0 ? pValue(normalTwoSided(apart / error)) : missing('nobody left')];
    }),
    note: `Restricted mean survival time: area under the Kaplan-Meier curve; z test of the difference.${
      groups.some(({ curve }) => (curve.steps[0]?.time ?? 0) < 0)
        ? ` Who left before ${unit} 0 has ${unit}s below 0.`
        : ''
    }`,
  });
}
