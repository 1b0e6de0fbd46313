// Tables of yes/no outcomes: rates, differences, breakdowns, and the tests behind them.
import { wilson } from '../statistics/proportions.ts';
import { oddsRatio, riskRatio, type Ratio } from '../statistics/two-by-two.ts';
import { differenceCell, few, missing, number, pValue, rateCells, suppressed, text } from './cells.ts';
import { headline, type Comparison, type Outcome, type Side } from './comparison.ts';
import type { Cell, Finding, Table } from './report.ts';
import { amount } from './sentences.ts';

export function ratesTable(
  rows: readonly { readonly outcome: Outcome; readonly sides: readonly Side[]; readonly hide: readonly boolean[] }[],
  minCell: number,
): Table {
  return {
    id: 'rates',
    title: 'Rates',
    columns: [
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'group', title: 'group' },
      { id: 'known', title: 'known', align: 'right' },
      { id: 'yes', title: 'yes', align: 'right' },
      { id: 'rate', title: 'rate', align: 'right' },
      { id: 'interval', title: '95 % interval', align: 'right' },
    ],
    rows: rows.flatMap(({ outcome, sides, hide }) =>
      sides.map((side, index): Cell[] => [
        text(outcome.label),
        text(side.label),
        ...rateCells(side, wilson(side.x ?? 0, side.known), hide[index] ?? false, minCell),
      ]),
    ),
  };
}

/** Extra people in a hundred; how many to mentor for one more, only where the range leaves out 0; what the unknown could change. */
export function differenceTable(compared: readonly Comparison[], minCell: number): Table {
  const shown = compared.filter(({ hidden, edge }) => hidden === undefined && !edge);
  const oneMore = shown.some((one) => numberToMentor(one) !== undefined);
  const unknown = shown.some(({ bounds }) => bounds !== undefined);
  return {
    id: 'differences',
    title: 'Differences from the comparison group',
    columns: [
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'group', title: 'group' },
      { id: 'difference', title: 'difference (95 % interval)', align: 'right' },
      { id: 'per-100', title: 'extra in 100', align: 'right' },
      ...(oneMore ? [{ id: 'number-to-mentor', title: 'mentored for one more', align: 'right' as const }] : []),
      ...(unknown ? [{ id: 'if-unknown', title: 'if the unknown went against, for', align: 'right' as const }] : []),
    ],
    rows: compared.map((one): Cell[] => {
      const head = [text(one.outcome.label), text(one.own.label)];
      const width = 2 + (oneMore ? 1 : 0) + (unknown ? 1 : 0);
      const estimate = headline(one);
      if (one.hidden !== undefined) return [...head, ...Array.from({ length: width }, () => suppressed(minCell))];
      if (one.edge) return [...head, ...Array.from({ length: width }, () => few)];
      const needed = numberToMentor(one);
      return [
        ...head,
        differenceCell(estimate, one, minCell),
        number(estimate === undefined ? undefined : 100 * estimate.value + 0, 0),
        ...(oneMore
          ? [needed === undefined ? missing('not computed where the range holds 0 or fewer stayed') : number(needed, 1)]
          : []),
        ...(unknown
          ? [
              one.bounds === undefined
                ? missing('everybody is known')
                : text(`${amount(one.bounds.low, one)}, ${amount(one.bounds.high, one)}`),
            ]
          : []),
      ];
    }),
  };
}

/** Undefined where the range holds 0: dividing by what may be nothing says nothing. */
function numberToMentor(one: Comparison): number | undefined {
  const estimate = headline(one);
  if (estimate === undefined || !(estimate.low > 0) || one.outcome.higherIs === 'worse') return undefined;
  return 1 / estimate.value;
}

export function breakdownTable(
  split: readonly Comparison[],
  findings: readonly Finding[],
  by: string,
  minCell: number,
): Table {
  return {
    id: 'breakdown',
    title: `By ${by}`,
    columns: [
      { id: 'among', title: 'among' },
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'group', title: 'group' },
      { id: 'n', title: 'known', align: 'right' },
      { id: 'difference', title: 'difference (95 % interval)', align: 'right' },
      { id: 'reading', title: 'reading' },
    ],
    rows: split.map((one, index): Cell[] => [
      text(one.among ?? 'all'),
      text(one.outcome.label),
      text(one.own.label),
      one.hidden === undefined ? { kind: 'count', value: one.own.known } : suppressed(minCell),
      differenceCell(headline(one), one, minCell),
      text(one.hidden === undefined ? reading(findings[index]?.verdict) : 'hidden'),
    ]),
    note: 'A breakdown is for looking around, not for claims; many are looked at, and a few look different by chance.',
  };
}

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

/** The statistician's page. */
export function testsTable(compared: readonly Comparison[], findings: readonly Finding[]): Table {
  const ratio = (one: Ratio | undefined): Cell =>
    one === undefined
      ? missing('an empty cell leaves no ratio')
      : one.low === undefined || one.high === undefined
        ? number(one.estimate)
        : { kind: 'estimate', value: one.estimate, low: one.low, high: one.high, as: 'number', digits: 2 };
  return {
    id: 'tests',
    title: 'Tests',
    columns: [
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'group', title: 'group' },
      { id: 'risk-ratio', title: 'risk ratio', align: 'right' },
      { id: 'odds-ratio', title: 'odds ratio', align: 'right' },
      { id: 'test', title: 'test', wrap: true },
      { id: 'p', title: 'p', align: 'right' },
      { id: 'p-adjusted', title: 'p, Holm', align: 'right' },
    ],
    rows: compared.flatMap((one, index): Cell[][] => {
      const test = findings[index]?.test;
      if (test === undefined || one.hidden !== undefined || one.edge) return [];
      const four = [one.own.x ?? 0, one.own.known, one.other.x ?? 0, one.other.known] as const;
      return [
        [
          text(one.outcome.label),
          text(one.own.label),
          ratio(riskRatio(...four)),
          ratio(oddsRatio(...four)),
          text(test.name),
          pValue(test.p),
          test.pAdjusted === null ? missing('one comparison') : pValue(test.pAdjusted),
        ],
      ];
    }),
  };
}
