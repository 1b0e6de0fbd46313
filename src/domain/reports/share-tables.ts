// Tables of yes/no outcomes: rates, differences, breakdowns, and the tests behind them.
import { wilson } from '../statistics/proportions.ts';
import { oddsRatio, riskRatio, type Ratio } from '../statistics/two-by-two.ts';
import {
  count,
  detectableCell,
  differenceCell,
  few,
  hiddenReading,
  missing,
  named,
  number,
  rateCells,
  share,
  suppressed,
  text,
} from './cells.ts';
import { boundsAround, headline, type Comparison, type Outcome, type Side } from './comparison.ts';
import type { Cell, Claim, Finding, Table } from '../report/report.ts';
import { groupColumn, intervalColumn, numbers, outcomeColumn, ranged, readingColumn } from '../report/table-columns.ts';

export function ratesTable(
  rows: readonly { readonly outcome: Outcome; readonly sides: readonly Side[]; readonly hide: readonly boolean[] }[],
  minCell: number,
): Table {
  return {
    id: 'rates',
    title: 'Rates',
    columns: [
      outcomeColumn,
      groupColumn,
      numbers('unknown', 'unknown'),
      numbers('known', 'known'),
      numbers('yes', 'yes'),
      numbers('rate', 'rate'),
      intervalColumn,
    ],
    rows: rows.flatMap(({ outcome, sides, hide }) =>
      sides.map((side, index): Cell[] => [
        named(outcome.label),
        text(side.label),
        hide[index] === true ? suppressed(minCell) : side.n === 0 ? count(0) : share((side.n - side.known) / side.n),
        ...rateCells(side, wilson(side.x ?? 0, side.known), hide[index] ?? false, minCell),
      ]),
    ),
  };
}

/**
 * Extra people in a hundred; how many to mentor for one more, only where the range leaves out 0 and the design says that the
 * groups were alike at the start (level 3 and above); what the unknown could change.
 */
export function differenceTable(compared: readonly Comparison[], claim: Claim, minCell: number): Table {
  const shown = compared.filter(({ hidden, edge }) => hidden === undefined && !edge);
  const oneMore = claim.level >= 3 && shown.some((one) => numberToMentor(one) !== undefined);
  const unknown = shown.some(({ bounds }) => bounds !== undefined);
  return {
    id: 'differences',
    title: 'Differences from the comparison group',
    columns: [
      outcomeColumn,
      groupColumn,
      ranged('difference', 'difference (95 % interval)'),
      numbers('per-100', 'extra in 100'),
      ...(oneMore ? [ranged('number-to-mentor', 'mentored for one more')] : []),
      ...(unknown
        ? [{ ...numbers('if-unknown', 'if the unknown went against, for'), csv: ['if-all-against', 'if-all-for'] }]
        : []),
    ],
    rows: compared.map((one): Cell[] => {
      const head = [named(one.outcome.label), text(one.own.label)];
      const width = 2 + (oneMore ? 1 : 0) + (unknown ? 1 : 0);
      const estimate = headline(one);
      if (one.hidden !== undefined) return [...head, ...Array.from({ length: width }, () => suppressed(minCell))];
      if (one.edge) return [...head, ...Array.from({ length: width }, () => few)];
      return [
        ...head,
        differenceCell(estimate, one, minCell),
        number(estimate === undefined ? undefined : 100 * estimate.value + 0, 0),
        ...(oneMore ? [numberToMentor(one) ?? missing('not computed where the range holds 0 or fewer stayed')] : []),
        ...(unknown
          ? [
              one.bounds === undefined
                ? missing('everybody is known')
                : ({
                    kind: 'interval',
                    low: boundsAround(one)?.against ?? NaN,
                    high: boundsAround(one)?.inFavour ?? NaN,
                    as: 'points',
                  } as const),
            ]
          : []),
      ];
    }),
    ...(oneMore && claim.level === 3
      ? {
          note: '"Mentored for one more" takes the whole difference for the work of mentoring; without a lottery that is not known.',
        }
      : {}),
  };
}

/** Undefined where the range holds 0: dividing by what may be nothing says nothing. */
function numberToMentor(one: Comparison): Cell | undefined {
  const estimate = headline(one);
  if (estimate === undefined || !(estimate.low > 0) || one.outcome.higherIs === 'worse') return undefined;
  return {
    kind: 'estimate',
    value: 1 / estimate.value,
    low: 1 / estimate.high,
    high: 1 / estimate.low,
    as: 'number',
    digits: 1,
  };
}

export function breakdownTable(
  split: readonly Comparison[],
  findings: readonly Finding[],
  by: string,
  unplaced: string,
  overlapping: boolean,
  minCell: number,
): Table {
  return {
    id: 'breakdown',
    title: `By ${by}`,
    columns: [
      { id: 'among', title: 'among', once: true },
      outcomeColumn,
      groupColumn,
      numbers('n', 'known'),
      ranged('difference', 'difference (95 % interval)'),
      numbers('detectable', 'would have shown'),
      readingColumn,
    ],
    rows: split.map((one, index): Cell[] => [
      { kind: 'text', text: one.among ?? 'all', read: (one.among ?? 'all').replace(`${by} `, '') },
      named(one.outcome.label),
      text(one.own.label),
      one.hidden === undefined ? { kind: 'count', value: one.own.known } : suppressed(minCell),
      differenceCell(headline(one), one, minCell),
      detectableCell(one, minCell),
      one.hidden === undefined ? text(reading(findings[index]?.verdict)) : hiddenReading(minCell),
    ]),
    note: `${overlapping ? 'People who gave several answers stand in several rows. ' : ''}${unplaced === '' ? '' : `${unplaced} `}A breakdown is for looking around, not for claims; many are looked at, and a few look different by chance. ${wouldHaveShown}`,
  };
}

/** What the column of that name says, under a table. */
export const wouldHaveShown =
  'Would have shown: where a range holds 0 these numbers cannot tell, and only a difference of this size or more would have shown.';

export function reading(verdict: Finding['verdict'] | undefined): string {
  switch (verdict) {
    case 'clearly-higher':
      return 'clearly higher';
    case 'clearly-lower':
      return 'clearly lower';
    case 'higher-one-of-many':
      return 'higher, but one of many';
    case 'lower-one-of-many':
      return 'lower, but one of many';
    case 'cannot-tell':
      return 'cannot tell';
    default:
      return 'described';
  }
}

/** The statistician's page beside the difference: ratios of the rates. */
export function ratiosTable(compared: readonly Comparison[]): Table {
  const ratio = (one: Ratio | undefined): Cell =>
    one === undefined
      ? missing('an empty cell leaves no ratio')
      : one.low === undefined || one.high === undefined
        ? number(one.estimate)
        : { kind: 'estimate', value: one.estimate, low: one.low, high: one.high, as: 'number', digits: 2 };
  return {
    id: 'ratios',
    title: 'Ratios of the rates',
    columns: [
      outcomeColumn,
      groupColumn,
      ranged('risk-ratio', 'risk ratio (95 % interval)'),
      ranged('odds-ratio', 'odds ratio (95 % interval)'),
    ],
    rows: compared.flatMap((one): Cell[][] => {
      if (one.hidden !== undefined || one.edge) return [];
      const four = [one.own.x ?? 0, one.own.known, one.other.x ?? 0, one.other.known] as const;
      return [[named(one.outcome.label), text(one.own.label), ratio(riskRatio(...four)), ratio(oddsRatio(...four))]];
    }),
  };
}
