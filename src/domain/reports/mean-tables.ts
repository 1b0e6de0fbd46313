// Tables of outcomes that are numbers: what they were, how they differ, and the models behind that.
import type { Dataset, Grouping } from '../outcomes/dataset.ts';
import { hedgesGFromMoments } from './effect-size.ts';
import { summarize } from '../statistics/summary.ts';
import { count, differenceCell, missing, number, pValue, share, suppressed, text } from './cells.ts';
import { headline, type Comparison, type Outcome } from './comparison.ts';
import type { OutcomeModel } from './compare-means.ts';
import type { Cell, Finding, Table } from './report.ts';
import { digitsFor } from './sentences.ts';
import { reading } from './share-tables.ts';
import { hiddenRows } from './suppression.ts';

export function describeTable(data: Dataset, outcomes: readonly Outcome[], counts: Uint8Array, minCell: number): Table {
  return {
    id: 'values',
    title: 'What was measured',
    columns: [
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'group', title: 'group' },
      { id: 'known', title: 'known', align: 'right' },
      { id: 'unknown', title: 'unknown', align: 'right' },
      { id: 'mean', title: 'mean', align: 'right' },
      { id: 'sd', title: 'SD', align: 'right' },
      { id: 'median', title: 'median', align: 'right' },
      { id: 'quartiles', title: 'middle half', align: 'right' },
    ],
    rows: outcomes.flatMap((outcome) => {
      const found = data.groups.labels.map((label, group) => {
        const rows = Int32Array.from({ length: data.size }, (_, row) => row).filter(
          (row) => counts[row] === 1 && data.groups.codes[row] === group,
        );
        const values = Float64Array.from(rows, (row) => outcome.values[row] ?? NaN).filter(
          (value) => !Number.isNaN(value),
        );
        return { label, n: rows.length, values };
      });
      const hide = hiddenRows(
        found.map(({ values }) => values.length),
        minCell,
      );
      return found.map(({ label, n, values }, index): Cell[] => {
        const head = [text(outcome.label), text(label)];
        if (hide[index] === true) return [...head, ...Array.from({ length: 6 }, () => suppressed(minCell))];
        const summary = summarize(values);
        if (summary === undefined)
          return [
            ...head,
            count(0),
            n === 0 ? count(0) : share(1),
            ...Array.from({ length: 4 }, () => missing('nothing is known')),
          ];
        const digits = digitsFor(Math.abs(summary.mean), 'number');
        return [
          ...head,
          count(values.length),
          share((n - values.length) / n),
          number(summary.mean, digits),
          number(summary.sd, digits),
          number(summary.median, digits),
          { kind: 'interval', low: summary.q1, high: summary.q3, as: 'number', digits },
        ];
      });
    }),
  };
}

export function meansTable(compared: readonly Comparison[], findings: readonly Finding[], minCell: number): Table {
  return {
    id: 'differences-in-means',
    title: 'Differences from the comparison group',
    columns: [
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'group', title: 'group' },
      { id: 'plain', title: 'as measured (95 % interval)', align: 'right' },
      { id: 'adjusted', title: 'with allowance', align: 'right' },
      { id: 'g', title: 'in SD', align: 'right' },
      { id: 'reading', title: 'reading', wrap: true },
    ],
    rows: compared.map((one, index): Cell[] => [
      text(one.outcome.label),
      text(one.own.label),
      differenceCell(one.plain, one, minCell),
      one.adjusted === undefined && one.hidden === undefined
        ? missing('nothing to allow for')
        : differenceCell(one.adjusted, one, minCell),
      one.hidden === undefined ? number(hedgesGFromMoments(one.own, one.other)) : suppressed(minCell),
      text(one.hidden === undefined ? reading(findings[index]?.verdict) : 'hidden'),
    ]),
  };
}

/** The models whole, as published tables print them: comparison mean and SD among the model's people, then each group's coefficient. */
export function modelTable(models: readonly OutcomeModel[], { labels, mentored }: Grouping, minCell: number): Table {
  const small = ({ model }: OutcomeModel, group: number): boolean =>
    (model.sides[group]?.known ?? 0) < minCell || (model.sides[mentored]?.known ?? 0) < minCell;
  return {
    id: 'models',
    title: 'Models',
    columns: [
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'among', title: 'among' },
      { id: 'group', title: 'group' },
      { id: 'n', title: 'n', align: 'right' },
      { id: 'comparison-mean', title: 'comparison mean', align: 'right' },
      { id: 'comparison-sd', title: 'comparison SD', align: 'right' },
      { id: 'estimate', title: 'estimate', align: 'right' },
      { id: 'se', title: 'se', align: 'right' },
      { id: 'df', title: 'df', align: 'right' },
      { id: 'p', title: 'p', align: 'right' },
    ],
    rows: models.flatMap((one) =>
      labels.slice(0, mentored).map((label, group): Cell[] => {
        const head = [text(one.outcome.label), text(one.among ?? 'all'), text(label)];
        if (small(one, group)) return [...head, ...Array.from({ length: 7 }, () => suppressed(minCell))];
        const estimate = one.model.estimates[group];
        const other = one.model.sides[mentored];
        return [
          ...head,
          count(one.model.n),
          number(other?.value, 3),
          number(other?.sd, 3),
          number(estimate?.value, 3),
          number(estimate?.se, 3),
          number(estimate?.df, 1),
          estimate === undefined ? missing('cannot be computed') : pValue(estimate.p),
        ];
      }),
    ),
    note: models[0] === undefined ? '' : (models[0].model.estimates.find((one) => one !== undefined)?.method ?? ''),
  };
}

export function numberTests(compared: readonly Comparison[], findings: readonly Finding[]): Table {
  return {
    id: 'tests',
    title: 'Tests',
    columns: [
      { id: 'outcome', title: 'outcome', wrap: true },
      { id: 'group', title: 'group' },
      { id: 'plain-test', title: 'as measured', wrap: true },
      { id: 'plain-p', title: 'p', align: 'right' },
      { id: 'test', title: 'as judged', wrap: true },
      { id: 'p', title: 'p', align: 'right' },
      { id: 'p-adjusted', title: 'p, Holm', align: 'right' },
    ],
    rows: compared.flatMap((one, index): Cell[][] => {
      const test = findings[index]?.test;
      const judged = headline(one);
      if (test === undefined || one.plain === undefined || judged === undefined) return [];
      return [
        [
          text(one.outcome.label),
          text(one.own.label),
          text(one.plain.testName),
          pValue(one.plain.p),
          text(test.name),
          pValue(test.p),
          test.pAdjusted === null ? missing('one comparison') : pValue(test.pAdjusted),
        ],
      ];
    }),
  };
}
