// Figures as data, from what tables and findings already show: nothing hidden there comes out here.
import { defined } from '../defined.ts';
import type { StartDifference } from '../outcomes/start-differences.ts';
import { wilson } from '../statistics/proportions.ts';
import { headline, type Comparison, type Side } from './comparison.ts';
import type { Figure } from '../report/report.ts';
import { spoken } from './sentences.ts';
import { nearEdge } from './suppression.ts';

/** Rates with their ranges, one row a group. */
export function ratesFigure(
  id: string,
  title: string,
  sides: readonly Side[],
  hide: readonly boolean[],
  minCell: number,
): Figure {
  return {
    id,
    kind: 'intervals',
    title,
    unit: 'share',
    marks: [],
    rows: sides.flatMap((side, index) => {
      const interval = wilson(side.x ?? 0, side.known);
      if (hide[index] === true || interval === undefined || nearEdge(side.x ?? 0, side.known, minCell)) return [];
      return [{ label: side.label, value: (side.x ?? 0) / side.known, ...interval }];
    }),
  };
}

/** Differences in standard deviations of the outcome, all on one scale. */
export function forestFigure(id: string, title: string, comparisons: readonly Comparison[]): Figure {
  return {
    id,
    kind: 'intervals',
    title,
    unit: 'sd',
    marks: [0],
    rows: comparisons.flatMap((one) => {
      const estimate = headline(one);
      const sd = spread(one);
      if (one.hidden !== undefined || one.edge || estimate === undefined || sd === undefined || !(sd > 0)) return [];
      const outcome = spoken(one.outcome.label);
      const label = `${outcome}, ${one.own.label}`;
      const parts = [outcome, one.own.label] as const;
      return [{ label, parts, value: estimate.value / sd, low: estimate.low / sd, high: estimate.high / sd }];
    }),
  };
}

function spread({ own, other, outcome }: Comparison): number | undefined {
  if (outcome.kind === 'yes-no') {
    const [a, b] = [own.value, other.value];
    if (a === undefined || b === undefined) return undefined;
    const p = (a * own.known + b * other.known) / (own.known + other.known);
    return Math.sqrt(p * (1 - p));
  }
  if (own.sd === undefined || other.sd === undefined) return undefined;
  return Math.sqrt(((own.known - 1) * own.sd ** 2 + (other.known - 1) * other.sd ** 2) / (own.known + other.known - 2));
}

/** How far apart the groups began, with lines at the bands; once weighted beside it where they are. */
export function startFigure(
  starts: readonly StartDifference[],
  weighted?: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Figure {
  const once = starts.some(({ measure, group }) => weighted?.get(measure)?.get(group) !== undefined);
  return {
    id: 'start',
    kind: 'intervals',
    title: 'Differences at the start, in standard deviations',
    unit: 'sd',
    marks: [-0.25, -0.05, 0.05, 0.25],
    rows: starts.flatMap(({ measure, group, g }) => {
      if (g === undefined) return [];
      const then = weighted?.get(measure)?.get(group);
      const name = spoken(measure);
      return [
        {
          label: `${name}, ${group}`,
          parts: [group, name] as const,
          value: g,
          low: g,
          high: g,
          ...defined({ then }),
        },
      ];
    }),
    ...(once ? { marked: ['as they were', 'once weighted'] as const } : {}),
  };
}
