// The statistician's page: the test of each comparison as counted or measured, the one it is judged by, and Holm's correction.
import { missing, named, number, pValue, text } from './cells.ts';
import { headline, type Comparison } from './comparison.ts';
import type { Cell, Finding, Table } from '../report/report.ts';
import { groupColumn, numbers, outcomeColumn } from '../report/table-columns.ts';

/** `findings` stand in the order of `compared`. */
export function testsTable(compared: readonly Comparison[], findings: readonly Finding[]): Table {
  return {
    id: 'tests',
    title: 'Tests',
    columns: [
      outcomeColumn,
      groupColumn,
      { id: 'plain-test', title: 'plain test', wrap: true },
      numbers('plain-t', 't'),
      numbers('plain-p', 'p'),
      { id: 'test', title: 'test judged by', wrap: true },
      numbers('p', 'p'),
      numbers('p-adjusted', 'p, Holm'),
    ],
    rows: compared.flatMap((one, index): Cell[][] => {
      const test = findings[index]?.test;
      const plain = one.unclustered ?? one.plain;
      if (test === undefined || plain === undefined || headline(one) === undefined) return [];
      return [
        [
          named(one.outcome.label),
          text(one.own.label),
          text(plain.testName),
          plain.se === undefined ? text('') : number(plain.value / plain.se),
          pValue(plain.p),
          text(test.name),
          pValue(test.p),
          test.pAdjusted === null ? missing('one comparison') : pValue(test.pAdjusted),
        ],
      ];
    }),
  };
}
