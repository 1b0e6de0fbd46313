// Before and after of the same mentored people: a change, not a comparison, and said so.
import { comparisonOf, type Dataset, type Observed } from '../outcomes/dataset.ts';
import type { Measure } from '../program/program.ts';
import { hedgesGz } from '../statistics/hedges.ts';
import { pairedChange } from '../statistics/paired.ts';
import { holm } from '../statistics/multiplicity.ts';
import { detectableBeside } from '../statistics/power.ts';
import { moments, summarize } from '../statistics/summary.ts';
import { count, missing, number, suppressed, text } from './cells.ts';
import type { Block, Cell, IntervalFigure } from '../report/report.ts';
import { digitsFor, spoken } from './sentences.ts';
import { givenAway } from './published.ts';
import { numbers, ranged } from '../report/table-columns.ts';

/** Two columns of the same thing, at first and later. */
export interface ChangePair {
  readonly label: string;
  readonly before: Observed;
  readonly after: Observed;
}

/** What there is to say of one pair. */
export interface Change {
  readonly row: readonly Cell[];
  readonly cautions: readonly string[];
  /** What a sentence is made of; undefined where it is hidden or nobody changed. */
  readonly told: Told | undefined;
  /** The middle half and the median, then and now: nobody's own answer. */
  readonly strips: IntervalFigure | undefined;
}

interface Told {
  readonly label: string;
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly digits: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/** A figure a measure; the table holds the rest. */
const mostFigures = 3;

/** Among the mentored of those who count; undefined where nobody was measured twice. */
export function changeOf(
  { label, before, after }: ChangePair,
  data: Dataset,
  counts: Uint8Array,
  minCell: number,
): Change | undefined {
  const { codes, mentored } = data.groups;
  const [from, to] = [before.values, after.values];
  const isMentored = (row: number): boolean =>
    counts[row] === 1 && (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored;
  const [ones, others] = [new Float64Array(data.size), new Float64Array(data.size)];
  const byCohort = (data.cohorts?.levels ?? []).map(() => 0);
  let [both, began] = [0, 0];
  for (let row = 0; row < data.size; row++) {
    const [one, other] = [from[row] ?? NaN, to[row] ?? NaN];
    if (Number.isNaN(one) || !isMentored(row)) continue;
    began++;
    if (Number.isNaN(other)) continue;
    const cohort = data.cohorts?.codes[row] ?? -1;
    if (cohort >= 0) byCohort[cohort] = (byCohort[cohort] ?? 0) + 1;
    ones[both] = one;
    others[both++] = other;
  }
  if (both === 0) return undefined;
  const given = givenAway(
    byCohort.map((n) => ({ n, withheld: n < minCell })),
    data.otherCohorts !== true,
    minCell,
  );
  if (both < minCell || given)
    return {
      row: [text(label), ...Array.from({ length: 6 }, () => suppressed(minCell))],
      cautions: [],
      told: undefined,
      strips: undefined,
    };
  const [first, last] = [ones.subarray(0, both), others.subarray(0, both)];
  const change = pairedChange(first, last)?.test;
  const [a, b] = [moments(first), moments(last)];
  const digits = digitsFor(Math.abs(a.mean), 'number');
  const low = startsLow(data, from, counts, isMentored);
  const cautions: string[] = [];
  if (comparisonOf(data.groups) === undefined || low)
    cautions.push(
      `${label}: people ${low ? 'who start low' : 'chosen for how they stand'} drift back towards the middle by themselves, so a change like this comes about without any help.`,
    );
  if (both < began)
    cautions.push(
      `${label}: ${began - both} of ${began} who were measured at first were not measured again, and are not in it; those who stay to be measured are often those who did well.`,
    );
  return {
    row: [
      text(label),
      count(both),
      count(began - both),
      number(a.mean, digits),
      number(b.mean, digits),
      change === undefined
        ? missing('nobody changed')
        : { kind: 'estimate', value: change.difference, low: change.low, high: change.high, as: 'number', digits },
      number(hedgesGz(first, last)?.g),
    ],
    cautions,
    told:
      change === undefined
        ? undefined
        : { label, n: both, from: a.mean, to: b.mean, digits, low: change.low, high: change.high, p: change.p },
    strips: {
      id: `strips-${label}`.replaceAll(/[\s:,]+/g, '-'),
      kind: 'intervals',
      title: `${label}: the middle half and the median of the same ${both} people`,
      unit: 'number',
      digits,
      marks: [],
      rows: [...strip('before', first), ...strip('after', last)],
    },
  };
}

function strip(label: string, values: Float64Array): IntervalFigure['rows'] {
  const found = summarize(values);
  return found === undefined ? [] : [{ label, value: found.median, low: found.q1, high: found.q3 }];
}

/** Rose, fell, or cannot be told, for a report that has nobody to compare with; several are corrected for one another by Holm. */
export function changeSentences(changes: readonly Change[]): string[] {
  const tests = changes.flatMap(({ told }) => told ?? []);
  const corrected = holm(tests.map(({ p }) => p));
  return tests.map(({ label, n, from, to, digits, low, high }, index) => {
    const say = (value: number): string => value.toFixed(digits);
    const name = spoken(label);
    const head = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const means = `from ${say(from)} to ${say(to)} on average among ${n} people`;
    const signed = (value: number): string => `${say(Math.abs(value))} ${value < 0 ? 'down' : 'up'}`;
    if (low <= 0 && high >= 0)
      return `${head} went ${means}. The change may be anywhere from ${signed(low)} to ${signed(high)}: these numbers cannot tell. With ${n} people only a change of ${say(Math.max(detectableBeside({ low, high, df: n - 1 }), 10 ** -digits))} or more would have shown.`;
    const [least = 0, most = 0] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
    const many = (corrected[index] ?? 1) < 0.05 ? '' : `, but it is one of ${tests.length} changes looked at`;
    return `${head} ${low > 0 ? 'rose' : 'fell'} ${means}, by ${say(least)} to ${say(most)}${many}. This alone cannot say why.`;
  });
}

export function changeBlocks(changes: readonly Change[]): Block[] {
  const rows = changes.map(({ row }) => row);
  const cautions = new Set(changes.flatMap((one) => one.cautions));
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        id: 'change',
        title: 'Change within the mentored: no comparison group',
        columns: [
          { id: 'measure', title: 'measure', wrap: true },
          numbers('both', 'measured twice'),
          numbers('once', 'once only'),
          numbers('before', 'before'),
          numbers('after', 'after'),
          ranged('change', 'change (95 % interval)'),
          numbers('gz', 'in SD of change'),
        ],
        rows,
        note: 'People change anyway; this alone cannot say why.',
      },
    },
    ...changes
      .flatMap(({ strips }) => strips ?? [])
      .slice(0, mostFigures)
      .map((figure): Block => ({ kind: 'figure', figure })),
    ...[...cautions].map((words): Block => ({ kind: 'caution', text: words })),
  ];
}

/** Measures with a `before`, and measures observed twice or more: first against last. */
export function changePairs(data: Dataset, measures: readonly Measure[]): ChangePair[] {
  const named = measures.flatMap((measure) => {
    if (measure.before === undefined) return [];
    const before = data.observed.find((one) => one.measure === measure.before);
    const after = data.observed.filter((one) => one.measure === measure.name).at(-1);
    return before === undefined || after === undefined
      ? []
      : [{ label: `${measure.before} to ${measure.name}`, before, after }];
  });
  const repeated = [...new Set(data.observed.map(({ measure }) => measure))].flatMap((name) => {
    const kind = measures.find((one) => one.name === name)?.kind ?? 'number';
    const times = data.observed.filter(({ measure }) => measure === name);
    const [first, last] = [times[0], times.at(-1)];
    if (kind !== 'number' || first === undefined || last === undefined || first === last) return [];
    return [{ label: `${name}, ${first.when || 'first'} to ${last.when || 'last'}`, before: first, after: last }];
  });
  return [...named, ...repeated];
}

/** Participants began more than half a standard deviation below everybody who was measured then. */
function startsLow(
  data: Dataset,
  before: Float64Array,
  counts: Uint8Array,
  isMentored: (row: number) => boolean,
): boolean {
  const [pool, own] = [new Float64Array(data.size), new Float64Array(data.size)];
  let [all, few] = [0, 0];
  for (let row = 0; row < data.size; row++) {
    const value = before[row] ?? NaN;
    if (Number.isNaN(value) || counts[row] !== 1 || (data.groups.codes[row] ?? -1) < 0) continue;
    pool[all++] = value;
    if (isMentored(row)) own[few++] = value;
  }
  const [a, b] = [moments(pool.subarray(0, all)), moments(own.subarray(0, few))];
  return a.n > 2 && b.n > 0 && b.mean < a.mean - 0.5 * Math.sqrt(a.squares / (a.n - 1));
}
