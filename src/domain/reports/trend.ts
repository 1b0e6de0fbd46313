// Cohort after cohort: one line each with its range, so that a good year does not stand for all, nor their mix for any.
import type { Dataset } from '../outcomes/dataset.ts';
import type { CohortDesign } from '../outcomes/pool-cohorts.ts';
import type { Block, Cell, Figure, LinesFigure } from '../report/report.ts';
import { groupColumn, numbers, outcomeColumn, ranged } from '../report/table-columns.ts';
import { wilson } from '../statistics/proportions.ts';
import { trendTest } from '../statistics/trend.ts';
import { breakDown, hiddenIn } from './breakdown.ts';
import {
  count,
  detectableCell,
  differenceCell,
  few,
  missing,
  named,
  number,
  pValue,
  suppressed,
  text,
} from './cells.ts';
import { compareMeans } from './compare-means.ts';
import { compareShares } from './compare-shares.ts';
import { headline, type Comparison, type Outcome, type Side } from './comparison.ts';
import { digitsFor, upper } from './sentences.ts';
import { wouldHaveShown } from './share-tables.ts';
import { nearEdge } from './suppression.ts';

interface TrendInput {
  readonly data: Dataset;
  readonly minCell: number;
  readonly technical: boolean;
  readonly errors?: 'HC1' | 'HC2' | 'HC3' | undefined;
}

type LinePoint = LinesFigure['groups'][number]['points'][number];

interface Line {
  readonly cohort: string;
  readonly one: Comparison;
}

/** Nothing where there are no several cohorts. */
export function trendBlocks(
  input: TrendInput,
  outcomes: readonly Outcome[],
  counts: Uint8Array,
  designs: readonly CohortDesign[],
): Block[] {
  const { data, minCell, technical } = input;
  if (data.cohorts === undefined) return [];
  const { cohorts: by, ...apart } = data;
  const broken = breakDown(by, counts);
  const lines = outcomes.flatMap((outcome) => {
    const hidden = hiddenIn(data, outcome, broken, minCell);
    return broken.parts.flatMap((part, index): Line[] =>
      // Each cohort by itself, in the order in which they were named.
      compareOne({ ...input, data: apart }, outcome, part.counts, hidden[index] ?? [])
        .filter(({ own, other }) => own.known + other.known > 0)
        .map((one) => ({ cohort: by.levels[index] ?? '', one })),
    );
  });
  if (lines.length === 0) return [];
  const designOf = new Map(designs.map(({ cohort, cameBy }) => [cohort, cameBy]));
  return [
    {
      kind: 'table',
      table: {
        id: 'trend',
        title: 'Cohort by cohort',
        columns: [
          outcomeColumn,
          groupColumn,
          { id: 'cohort', title: 'cohort' },
          { id: 'came-by', title: 'came by' },
          numbers('n', 'known'),
          numbers('value', 'mentored'),
          numbers('against', 'others'),
          ranged('difference', 'difference (95 % interval)'),
          numbers('detectable', 'would have shown'),
        ],
        rows: lines.map(({ cohort, one }): Cell[] => [
          named(one.outcome.label),
          text(one.own.label),
          text(cohort),
          text(designOf.get(cohort) ?? ''),
          one.hidden === undefined ? count(one.own.known + one.other.known) : suppressed(minCell),
          valueCell(one, one.own, minCell),
          valueCell(one, one.other, minCell),
          differenceCell(headline(one), one, minCell),
          detectableCell(one, minCell),
        ]),
        note: `Each cohort is compared within itself, by its own design. A line that stands out among several may be chance. ${wouldHaveShown}`,
      },
    },
    ...trendFigures(lines),
    ...(technical ? trendTests(lines) : []),
  ];
}

function compareOne(
  { data, minCell, errors }: TrendInput,
  outcome: Outcome,
  counts: Uint8Array,
  hide: readonly boolean[],
): Comparison[] {
  if (outcome.kind === 'yes-no') return compareShares({ data, outcome, counts, minCell, hide });
  return compareMeans({ data, outcome, counts, minCell, hide, covariates: [], errors }).comparisons;
}

function valueCell(one: Comparison, side: Side, minCell: number): Cell {
  if (one.hidden !== undefined) return suppressed(minCell);
  if (side.value === undefined) return missing('nobody is known');
  if (one.outcome.kind !== 'yes-no') return number(side.value, digitsFor(Math.abs(side.value), 'number'));
  return nearEdge(side.x ?? 0, side.known, minCell) ? few : { kind: 'share', value: side.value };
}

/** One figure a kind of unit: differences in points, and differences in each number's own unit. */
function trendFigures(lines: readonly Line[]): Block[] {
  const shown = lines.filter(({ one }) => one.hidden === undefined && !one.edge && headline(one) !== undefined);
  const rowsOf = (some: readonly Line[]) =>
    some.flatMap(({ cohort, one }) => {
      const estimate = headline(one);
      if (estimate === undefined) return [];
      const label = `${one.outcome.label}, ${one.own.label}, ${cohort}`;
      const parts = [one.outcome.label, `${one.own.label}, ${cohort}`] as const;
      return [{ label, parts, value: estimate.value, low: estimate.low, high: estimate.high }];
    });
  const figure = (id: string, unit: 'points' | 'number', some: readonly Line[]): Figure[] =>
    some.length === 0
      ? []
      : [{ id, kind: 'intervals', title: 'Differences, cohort by cohort', unit, marks: [0], rows: rowsOf(some) }];
  return [
    ...figure(
      'trend',
      'points',
      shown.filter(({ one }) => one.outcome.kind === 'yes-no'),
    ),
    ...figure(
      'trend-numbers',
      'number',
      shown.filter(({ one }) => one.outcome.kind !== 'yes-no'),
    ),
    ...rateLines(lines),
  ].map((one): Block => ({ kind: 'figure', figure: one }));
}

/** Of each yes or no the rates of every group along the cohorts, with their ranges; broken off where one is hidden. */
function rateLines(lines: readonly Line[]): Figure[] {
  const shares = lines.filter(({ one }) => one.outcome.kind === 'yes-no');
  return [...new Set(shares.map(({ one }) => one.outcome))].flatMap((outcome, index): Figure[] => {
    const own = shares.filter(({ one }) => one.outcome === outcome);
    const times = [...new Set(own.map(({ cohort }) => cohort))];
    if (times.length < 2) return [];
    const point = (line: Line | undefined, pick: (one: Comparison) => Side): LinePoint => {
      if (line === undefined || line.one.hidden !== undefined || line.one.edge) return undefined;
      const side = pick(line.one);
      const range = wilson(side.x ?? 0, side.known);
      return range === undefined || side.value === undefined ? undefined : { value: side.value, ...range };
    };
    const labels = [...new Set(own.map(({ one }) => one.own.label))];
    const at = (cohort: string, label?: string): Line | undefined =>
      own.find((line) => line.cohort === cohort && (label === undefined || line.one.own.label === label));
    return [
      {
        id: index === 0 ? 'trend-rates' : `trend-rates-${index + 1}`,
        kind: 'lines',
        title: `${upper(outcome.label)}: rates along the cohorts, with their ranges`,
        unit: 'share',
        times,
        groups: [
          ...labels.map((label) => ({
            label,
            points: times.map((time) => point(at(time, label), ({ own: side }) => side)),
          })),
          {
            label: own[0]?.one.other.label ?? '',
            points: times.map((time) => point(at(time), ({ other }) => other)),
          },
        ],
      },
    ];
  });
}

/** Whether the rate of a group rose or fell along the cohorts: Cochran and Armitage, in the order they were named. */
function trendTests(lines: readonly Line[]): Block[] {
  const shares = lines.filter(({ one }) => one.outcome.kind === 'yes-no' && one.hidden === undefined && !one.edge);
  const outcomes = [...new Set(shares.map(({ one }) => one.outcome))];
  const rows = outcomes.flatMap((outcome) => {
    const own = shares.filter(({ one }) => one.outcome === outcome);
    const groups = [...new Set(own.map(({ one }) => one.own.label))];
    const sides = (pick: (one: Comparison) => Side, of: readonly Line[]): Side[] => of.map(({ one }) => pick(one));
    return [
      ...groups.map((label) =>
        sides(
          (one) => one.own,
          own.filter(({ one }) => one.own.label === label),
        ),
      ),
      sides(
        (one) => one.other,
        own.filter(({ one }) => one.own.label === groups[0]),
      ),
    ].flatMap((several): Cell[][] => {
      const found = trendTest(
        several.map(({ x }) => x ?? 0),
        several.map(({ known }) => known),
      );
      const [first] = several;
      if (found === undefined || first === undefined || several.length < 2) return [];
      return [
        [
          named(outcome.label),
          text(first.label),
          number(100 * found.slope, 1),
          number(found.chiSquare),
          pValue(found.p),
        ],
      ];
    });
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        id: 'trend-tests',
        title: 'Rates along the cohorts',
        columns: [
          outcomeColumn,
          groupColumn,
          numbers('slope', 'points a cohort'),
          numbers('chi-square', 'chi-square'),
          numbers('p', 'p'),
        ],
        rows,
        note: 'Cochran (1954) and Armitage (1955), in the order in which the cohorts were named.',
      },
    },
  ];
}
