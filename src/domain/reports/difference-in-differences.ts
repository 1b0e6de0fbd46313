// Where the same thing was measured before the start and after it: did the mentored change otherwise than the others?
import type { Dataset, Observed } from '../outcomes/dataset.ts';
import { designColumns } from '../outcomes/design-columns.ts';
import { maskOf, mentorClusters, mentorLuck } from '../outcomes/mentor-clusters.ts';
import type { Measure } from '../program/program.ts';
import type { Block, Cell, Figure } from '../report/report.ts';
import { groupColumn, numbers, ranged } from '../report/table-columns.ts';
import { baselineBand } from '../statistics/cox-index.ts';
import { hedgesG } from '../statistics/hedges.ts';
import { coefficient, fitLinear, withAtMost } from '../statistics/models/linear-model.ts';
import { NotEstimable } from '../statistics/models/orthogonalize.ts';
import { detectableBeside } from '../statistics/power.ts';
import { welch } from '../statistics/welch.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import { count, missing, named, suppressed, text } from './cells.ts';
import { haveAll } from './few-mentors.ts';
import { digitsFor, spoken, upper } from './sentences.ts';
import { sizesGivenAway } from './published.ts';
import { hiddenRows } from './suppression.ts';

interface DifferencesInput {
  readonly data: Dataset;
  readonly measures: readonly Measure[];
  readonly minCell: number;
  /** Whether a time is before the start; undefined where that cannot be told. */
  readonly before: (when: string) => boolean | undefined;
}

interface Series {
  readonly measure: string;
  readonly before: readonly Observed[];
  readonly after: readonly Observed[];
}

interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly df?: number;
}

/** Nothing without somebody to compare with, or a measure with times on both sides of the start. */
export function differenceInDifferencesBlocks(input: DifferencesInput, counts: Uint8Array): Block[] {
  const { data, minCell } = input;
  const { labels, mentored } = data.groups;
  if (labels.length === mentored) return [];
  const all = seriesOf(input);
  if (all.length === 0) return [];
  const lines = all.flatMap((series) =>
    labels.slice(0, mentored).map((label, group) => {
      const changes = changesOf(series.before, series.after, data.size);
      const { found, n, hidden, few } = apart(data, changes, counts, group, minCell);
      const towards =
        found !== undefined && movedTogether(data, meansOf(series.before, data.size), changes, counts, group, found);
      return { series, label, group, found, n, hidden, few, towards };
    }),
  );
  const terms = lines.flatMap((line) => (line.hidden ? [] : eventsOf(data, line, counts, minCell)));
  const uneven = lines.filter((line) =>
    terms.some(
      (term) =>
        term.line === line && term.early && term.found !== undefined && (term.found.low > 0 || term.found.high < 0),
    ),
  );
  const several = all.some(({ before }) => before.length > 1);
  return [
    ...proseBlocks(
      lines.flatMap(({ series, label, found, hidden, few }) =>
        hidden || found === undefined ? [] : [sentence(series.measure, label, labels[mentored] ?? '', found, few)],
      ),
    ),
    ...cautionBlocks([
      ...lines
        .filter((line) => line.towards)
        .map(
          ({ series, label }) =>
            `${upper(series.measure)}: "${label}" and "${labels[mentored] ?? ''}" began apart and moved towards each other. People far from the middle drift back to it by themselves, so this says nothing by itself.`,
        ),
      ...uneven.map(
        ({ series, label }) =>
          `${upper(series.measure)}: "${label}" and "${labels[mentored] ?? ''}" moved apart before the start already, so what came after it says nothing by itself.`,
      ),
      several
        ? 'A difference between changes takes it that both groups would have moved alike without mentoring; the terms before show whether they did so far.'
        : 'A difference between changes takes it that both groups would have moved alike without mentoring; with one term before the start nothing shows whether they did.',
    ]),
    tableBlock({
      id: 'difference-in-differences',
      title: 'Change since before the start, against the change of the others',
      columns: [
        { id: 'measure', title: 'measure', wrap: true, once: true },
        groupColumn,
        numbers('n', 'known before and after'),
        numbers('change', 'their change'),
        numbers('others-change', "the others' change"),
        ranged('difference', 'difference (95 % interval)'),
      ],
      rows: lines.map(({ series, label, found, n, hidden }): Cell[] => {
        const head = [named(series.measure), text(label)];
        if (hidden) return [...head, ...Array.from({ length: 4 }, () => suppressed(minCell))];
        if (found === undefined)
          return [...head, count(n), ...Array.from({ length: 3 }, () => missing('cannot be computed'))];
        return [...head, count(n), two(found.own), two(found.other), estimate(found)];
      }),
      note: "Each person's mean after the start less their mean before it; Welch's interval of the difference between the groups' changes; of several cohorts within each, by a linear model with HC2 errors.",
    }),
    ...(terms.length === 0
      ? []
      : [
          tableBlock({
            id: 'terms-before-and-after',
            title: 'Term by term, against the last term before the start',
            columns: [
              { id: 'measure', title: 'measure', wrap: true, once: true },
              groupColumn,
              { id: 'when', title: 'when' },
              { id: 'side', title: 'side' },
              numbers('n', 'known'),
              ranged('difference', 'difference between the changes'),
            ],
            rows: terms.map(({ line, when, early, found, n, hidden }): Cell[] => [
              named(line.series.measure),
              text(line.label),
              text(when),
              text(early ? 'before' : 'after'),
              hidden ? suppressed(minCell) : count(n),
              hidden ? suppressed(minCell) : found === undefined ? missing('cannot be computed') : estimate(found),
            ]),
          }),
          figureBlock(figureOf(terms)),
        ]),
  ];
}

/** Measures with times on both sides, or with the baseline measure that the program file names. */
function seriesOf({ data, measures, before }: DifferencesInput): Series[] {
  const names = [...new Set(data.observed.map(({ measure }) => measure))];
  return names.flatMap((name): Series[] => {
    const measure = measures.find((one) => one.name === name);
    if (measure?.participation === true || measure?.baseline === true || (measure?.kind ?? 'number') !== 'number')
      return [];
    const own = data.observed.filter((one) => one.measure === name);
    const named = measure?.before === undefined ? [] : data.observed.filter((one) => one.measure === measure.before);
    const early = [...named, ...own.filter(({ when }) => before(when) === true)];
    const late = own.filter(({ when }) => (named.length > 0 ? before(when) !== true : before(when) === false));
    return early.length === 0 || late.length === 0 ? [] : [{ measure: name, before: early, after: late }];
  });
}

/** By person: mean after less mean before; NaN without both. */
function changesOf(before: readonly Observed[], after: readonly Observed[], size: number): Float64Array {
  const [a, b] = [meansOf(before, size), meansOf(after, size)];
  return a.map((value, row) => (b[row] ?? NaN) - value);
}

function meansOf(columns: readonly Observed[], size: number): Float64Array {
  const [sums, counts] = [new Float64Array(size), new Float64Array(size)];
  for (const { values } of columns)
    for (let row = 0; row < size; row++) {
      const value = values[row] ?? NaN;
      if (Number.isNaN(value)) continue;
      sums[row] = (sums[row] ?? 0) + value;
      counts[row] = (counts[row] ?? 0) + 1;
    }
  return sums.map((sum, row) => ((counts[row] ?? 0) > 0 ? sum / (counts[row] ?? 1) : NaN));
}

interface Apart {
  readonly found: (Difference & { readonly own: number; readonly other: number }) | undefined;
  readonly n: number;
  readonly hidden: boolean;
  /** How many mentors have them all, where they are too few. */
  readonly few: number | undefined;
}

/** Whether who began lower, beyond the band of what can be made alike, rose more, or who began higher less. */
function movedTogether(
  { groups }: Dataset,
  before: Float64Array,
  changes: Float64Array,
  counts: Uint8Array,
  group: number,
  { difference, low, high }: Difference,
): boolean {
  const of = (code: number): Float64Array =>
    before.filter((_, row) => counts[row] === 1 && groups.codes[row] === code && !Number.isNaN(changes[row] ?? NaN));
  const g = hedgesG(of(group), of(groups.mentored))?.g ?? 0;
  return baselineBand(g) === 'apart' && g * difference < 0 && (low > 0 || high < 0);
}

function apart(data: Dataset, changes: Float64Array, counts: Uint8Array, group: number, minCell: number): Apart {
  const { groups } = data;
  const of = (code: number): Int32Array =>
    Int32Array.from(groups.codes.keys()).filter(
      (row) => counts[row] === 1 && groups.codes[row] === code && !Number.isNaN(changes[row] ?? NaN),
    );
  const [ownRows, otherRows] = [of(group), of(groups.mentored)];
  const take = (rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => changes[row] ?? NaN);
  const [own, other] = [take(ownRows), take(otherRows)];
  const { cohorts } = data;
  const inCohort = (rows: Int32Array, cohort: number): number =>
    rows.filter((row) => cohorts?.codes[row] === cohort).length;
  const given = sizesGivenAway(
    data,
    (cohorts?.levels ?? []).map((_, cohort) =>
      groups.labels.map((_label, code) =>
        code === group ? inCohort(ownRows, cohort) : code === groups.mentored ? inCohort(otherRows, cohort) : 0,
      ),
    ),
    minCell,
  ).includes(true);
  const hidden =
    given || hiddenRows([own.length, other.length], minCell).includes(true) || own.length === 0 || other.length === 0;
  const found = hidden ? undefined : within(data, changes, ownRows, otherRows);
  const luck = mentorLuck(data, group, counts, changes);
  const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    found: found === undefined ? undefined : { ...found, own: mean(own), other: mean(other) },
    n: own.length + other.length,
    hidden,
    few: luck.tooFew ? luck.mentors : undefined,
  };
}

/** One difference between the groups: cohort by cohort a level of change each, errors by mentor where mentees share one. */
function within(data: Dataset, changes: Float64Array, own: Int32Array, other: Int32Array): Difference | undefined {
  const rows = Int32Array.from([...own, ...other]);
  const { cohorts } = data;
  const cluster = mentorClusters(rows, data);
  if (cohorts === undefined && cluster === undefined) {
    const take = (some: Int32Array): Float64Array => Float64Array.from(some, (row) => changes[row] ?? NaN);
    return welch(take(own), take(other));
  }
  const columns = [
    { name: 'group', values: Float64Array.from(rows, (_, i) => (i < own.length ? 1 : 0)) },
    ...designColumns(rows, cohorts === undefined ? [] : [cohorts]),
  ];
  try {
    const fit = fitLinear({
      y: Float64Array.from(rows, (row) => changes[row] ?? NaN),
      columns,
      errors: cluster === undefined ? 'HC2' : { cluster },
    });
    const found = coefficient(fit, 'group');
    const group = data.groups.codes[own[0] ?? -1] ?? 0;
    const { effective } = mentorLuck(data, group, maskOf(own, data.size));
    const { estimate: difference, low, high, df } = cluster === undefined ? found : withAtMost(found, effective - 1);
    return { difference, low, high, df };
  } catch (error) {
    if (error instanceof NotEstimable) return undefined;
    throw error;
  }
}

interface Line {
  readonly series: Series;
  readonly label: string;
  readonly group: number;
}

interface Term extends Apart {
  readonly line: Line;
  readonly when: string;
  readonly early: boolean;
}

/** Every term against the last one before the start: what came before shows whether the groups moved alike. */
function eventsOf(data: Dataset, line: Line, counts: Uint8Array, minCell: number): Term[] {
  const { before, after } = line.series;
  const last = before.at(-1);
  if (last === undefined || before.length + after.length < 3) return [];
  return [...before.slice(0, -1), ...after].map((column): Term => {
    const changes = changesOf([last], [column], data.size);
    return {
      line,
      when: column.when === '' ? column.measure : column.when,
      early: before.includes(column),
      ...apart(data, changes, counts, line.group, minCell),
    };
  });
}

function figureOf(terms: readonly Term[]): Figure {
  return {
    id: 'terms-before-and-after',
    kind: 'intervals',
    title: 'Difference between the changes, against the last term before the start',
    unit: 'number',
    digits: 2,
    marks: [0],
    rows: terms.flatMap(({ line, when, found }) =>
      found === undefined
        ? []
        : [
            {
              label: `${spoken(line.series.measure)}, ${line.label}, ${when}`,
              parts: [`${spoken(line.series.measure)}, ${line.label}`, when] as const,
              value: found.difference,
              low: found.low,
              high: found.high,
            },
          ],
    ),
  };
}

function two(value: number): Cell {
  return { kind: 'number', value, digits: Math.max(2, digitsFor(Math.abs(value), 'number')) };
}

function estimate({ difference, low, high }: Difference): Cell {
  return { kind: 'estimate', value: difference, low, high, as: 'number', digits: 2 };
}

function sentence(
  measure: string,
  group: string,
  other: string,
  found: NonNullable<Apart['found']>,
  few: number | undefined,
): string {
  const say = (value: number): string => `${Math.abs(value).toFixed(2)} ${value < 0 ? 'down' : 'up'}`;
  const signed = (value: number): string => `${Math.abs(value).toFixed(2)} ${value < 0 ? 'lower' : 'higher'}`;
  const range =
    found.low <= 0 && found.high >= 0
      ? `anywhere from ${signed(found.low)} to ${signed(found.high)}: these numbers cannot tell. Only a difference of ${detectableBeside(found).toFixed(2)} or more would have shown`
      : `${found.low > 0 ? 'higher' : 'lower'} by ${[found.low, found.high]
          .map((end) => Math.abs(end))
          .sort((a, b) => a - b)
          .map((end) => end.toFixed(2))
          .join(' to ')}`;
  const luck =
    few === undefined || (found.low <= 0 && found.high >= 0)
      ? ''
      : `. ${haveAll(few, group)}, whose luck may be all of that: these numbers cannot tell`;
  return `${upper(measure)}, change since before the start: "${group}" ${say(found.own)}, "${other}" ${say(found.other)}; the change of "${group}" was ${range}${luck}.`;
}
