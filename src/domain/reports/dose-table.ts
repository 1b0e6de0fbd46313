// What came after many meetings and after few: counted in a fixed early window, among those still there at its end.
import { maskOf, mentorClusters, mentorLuck } from '../outcomes/mentor-clusters.ts';
import type { Dataset } from '../outcomes/dataset.ts';
import { coefficient, fitLinear, withAtMost, type Coefficient } from '../statistics/models/linear-model.ts';
import { benjaminiHochberg } from '../statistics/multiplicity.ts';
import { NotEstimable } from '../statistics/models/orthogonalize.ts';
import { wilson } from '../statistics/proportions.ts';
import { tQuantile } from '../statistics/distributions/student-t.ts';
import { moments } from '../statistics/summary.ts';
import { count, few, missing, named, number, pValue, suppressed, text } from './cells.ts';
import type { Outcome } from './comparison.ts';
import type { Block, Cell } from '../report/report.ts';
import { digitsFor, doseSentence } from './sentences.ts';
import { hiddenParts, nearEdge } from './suppression.ts';
import { numbers, outcomeColumn, ranged } from '../report/table-columns.ts';

export interface Dose {
  /** By person; NaN where they do not count (see early-meetings.ts). */
  readonly meetings: Float64Array;
  /** Days of the window. */
  readonly length: number;
  /** Day number on which the last window is over. */
  readonly over: number;
  /** Whether it is on file when people left: without that, those who left early count with few meetings. */
  readonly leavingKnown: boolean;
}

const bands = [
  { label: 'none', least: 0, most: 0 },
  { label: '1 or 2', least: 1, most: 2 },
  { label: '3 to 5', least: 3, most: 5 },
  { label: '6 or more', least: 6, most: Infinity },
] as const;

/** Of mentored people who count; a row a band and one for the trend, by outcome. Empty where too few met or were followed. */
export function doseBlocks(
  { data, dose, minCell, technical }: { data: Dataset; dose: Dose | undefined; minCell: number; technical: boolean },
  outcomes: readonly Outcome[],
  counts: Uint8Array,
): Block[] {
  if (dose === undefined) return [];
  const { codes, mentored } = data.groups;
  const all = Int32Array.from({ length: data.size }, (_, row) => row).filter(
    (row) => counts[row] === 1 && (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored,
  );
  const trends: Trend[] = [];
  const rows = outcomes.flatMap((outcome): Cell[][] => {
    const { values: column } = outcome;
    const known = all.filter((row) => !Number.isNaN(column[row] ?? NaN));
    const followed = known.filter((row) => !Number.isNaN(dose.meetings[row] ?? NaN));
    if (followed.length < 2 * minCell) return [];
    const yesNo = outcome.kind === 'yes-no';
    const valuesIn = (test: (meetings: number) => boolean, some: Int32Array): Float64Array =>
      Float64Array.from(
        some.filter((row) => test(dose.meetings[row] ?? NaN)),
        (row) => column[row] ?? NaN,
      );
    const parts = [
      ...bands.map(({ least, most }) => valuesIn((n) => n >= least && n <= most, followed)),
      valuesIn(Number.isNaN, known),
    ];
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const hide = hiddenParts(
      parts.map((values) => ({ n: values.length, x: yesNo ? sum(values) : undefined })),
      minCell,
    );
    const digits = digitsFor(Math.abs(moments(valuesIn(() => true, followed)).mean), outcome.kind);
    const shown = bands.flatMap(({ label }, index): Cell[][] => {
      const values = parts[index] ?? new Float64Array(0);
      if (values.length === 0) return [];
      const head = [named(outcome.label), text(label)];
      const blank: Cell[] = technical ? [missing('for the trend only')] : [];
      if (hide[index] === true) return [[...head, suppressed(minCell), suppressed(minCell), ...blank]];
      return [
        [
          ...head,
          count(values.length),
          yesNo ? rateCell(sum(values), values.length, minCell) : meanCell(values, digits),
          ...blank,
        ],
      ];
    });
    const slope = slopeOf(data, column, dose, followed);
    if (slope !== undefined) trends.push({ outcome, slope, digits: digits + 1 });
    const trend: Cell =
      slope === undefined
        ? missing('cannot be computed')
        : {
            kind: 'estimate',
            value: slope.estimate,
            low: slope.low,
            high: slope.high,
            ...(yesNo ? { as: 'points' } : { as: 'number', digits: digits + 1 }),
          };
    return [
      ...shown,
      [
        named(outcome.label),
        text('each further one'),
        count(followed.length),
        trend,
        ...(technical ? [slope === undefined ? missing('cannot be computed') : pValue(slope.p)] : []),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const left = dose.leavingKnown
    ? 'of people still there at their end'
    : 'of everybody, since it is not on file when people left: who left early met little, which alone makes many meetings look good';
  return [
    ...trendSentences(trends, dose.length).map((text): Block => ({ kind: 'prose', text })),
    {
      kind: 'table',
      table: {
        id: 'dose',
        title: `Meetings in the first ${dose.length} days, and what came after`,
        columns: [
          outcomeColumn,
          { id: 'early-meetings', title: 'meetings' },
          numbers('known', 'known'),
          ranged('value', 'rate or average (95 % interval)'),
          ...(technical ? [numbers('p', 'p')] : []),
        ],
        rows,
        note: `Meetings in the first ${dose.length} days of a pair, ${left}. People who meet often differ from those who do not: this cannot say what the meetings did.`,
      },
    },
  ];
}

interface Trend {
  readonly outcome: Outcome;
  readonly slope: Coefficient;
  readonly digits: number;
}

/** The range decides; several trends are corrected for one another by Benjamini and Hochberg. */
function trendSentences(trends: readonly Trend[], days: number): string[] {
  const corrected = benjaminiHochberg(trends.map(({ slope }) => slope.p));
  return trends.map(({ outcome, slope, digits }, index) =>
    doseSentence(outcome.label, slope, {
      yesNo: outcome.kind === 'yes-no',
      digits,
      days,
      of: trends.length,
      clear: (corrected[index] ?? 1) < 0.05,
    }),
  );
}

function rateCell(x: number, n: number, minCell: number): Cell {
  const range = wilson(x, n);
  if (range === undefined) return missing('nobody is known');
  return nearEdge(x, n, minCell) ? few : { kind: 'estimate', value: x / n, ...range, as: 'share' };
}

function meanCell(values: Float64Array, digits: number): Cell {
  const { n, mean, squares } = moments(values);
  if (n < 2) return number(mean, digits);
  const half = tQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { kind: 'estimate', value: mean, low: mean - half, high: mean + half, as: 'number', digits };
}

/** One more meeting, by a straight line; errors as in the comparisons. Undefined where mentors are too few to tell their luck. */
function slopeOf(data: Dataset, column: Float64Array, dose: Dose, rows: Int32Array): Coefficient | undefined {
  const cluster = mentorClusters(rows, data);
  const everybody = { groups: { ...data.groups, codes: new Int32Array(data.size) }, mentor: data.mentor };
  const { effective, tooFew } = mentorLuck(everybody, 0, maskOf(rows, data.size));
  if (tooFew) return undefined;
  try {
    const fit = fitLinear({
      y: Float64Array.from(rows, (row) => column[row] ?? NaN),
      columns: [{ name: 'meetings', values: Float64Array.from(rows, (row) => dose.meetings[row] ?? NaN) }],
      errors: cluster === undefined ? 'HC2' : { cluster },
    });
    const found = coefficient(fit, 'meetings');
    return cluster === undefined ? found : withAtMost(found, effective - 1);
  } catch (error) {
    if (error instanceof NotEstimable) return undefined;
    throw error;
  }
}
