// Before and after of the same mentored people: a change, not a comparison, and said so.
import { comparisonOf, type Dataset } from '../outcomes/dataset.ts';
import type { Measure } from '../program/program.ts';
import { hedgesGz } from '../statistics/hedges.ts';
import { pairedChange } from '../statistics/paired.ts';
import { moments } from '../statistics/summary.ts';
import { count, missing, number, suppressed, text } from './cells.ts';
import type { Block, Cell } from './report.ts';
import { digitsFor } from './sentences.ts';
import { numbers, ranged } from './table-columns.ts';

interface ChangeInput {
  readonly data: Dataset;
  readonly measures: readonly Measure[];
  readonly minCell: number;
}

/** Measures with a `before`, and measures observed twice or more: first against last. */
export function changeBlocks({ data, measures, minCell }: ChangeInput, counts: Uint8Array): Block[] {
  const found = pairsOf(data, measures);
  const { codes, mentored } = data.groups;
  const isMentored = (row: number): boolean =>
    counts[row] === 1 && (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored;
  const cautions = new Set<string>();
  const rows = found.flatMap(({ label, before, after }): Cell[][] => {
    const both = Int32Array.from(before, (_, row) => row).filter(
      (row) => isMentored(row) && !Number.isNaN(before[row] ?? NaN) && !Number.isNaN(after[row] ?? NaN),
    );
    const began = before.filter((value, row) => isMentored(row) && !Number.isNaN(value)).length;
    if (both.length === 0) return [];
    if (both.length < minCell) return [[text(label), ...Array.from({ length: 6 }, () => suppressed(minCell))]];
    const [first, last] = [
      Float64Array.from(both, (row) => before[row] ?? NaN),
      Float64Array.from(both, (row) => after[row] ?? NaN),
    ];
    const change = pairedChange(first, last)?.test;
    const [a, b] = [moments(first), moments(last)];
    const digits = digitsFor(Math.abs(a.mean), 'number');
    const low = startsLow(data, before, counts, isMentored);
    if (comparisonOf(data.groups) === undefined || low)
      cautions.add(
        `${label}: people ${low ? 'who start low' : 'chosen for how they stand'} drift back towards the middle by themselves, so a change like this comes about without any help.`,
      );
    if (both.length < began)
      cautions.add(
        `${label}: ${began - both.length} of ${began} who were measured at first were not measured again, and are not in it; those who stay to be measured are often those who did well.`,
      );
    return [
      [
        text(label),
        count(both.length),
        count(began - both.length),
        number(a.mean, digits),
        number(b.mean, digits),
        change === undefined
          ? missing('nobody changed')
          : { kind: 'estimate', value: change.difference, low: change.low, high: change.high, as: 'number', digits },
        number(hedgesGz(first, last)?.g),
      ],
    ];
  });
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
    ...[...cautions].map((words): Block => ({ kind: 'caution', text: words })),
  ];
}

function pairsOf(
  data: Dataset,
  measures: readonly Measure[],
): { label: string; before: Float64Array; after: Float64Array }[] {
  const named = measures.flatMap((measure) => {
    if (measure.before === undefined) return [];
    const before = data.observed.find((one) => one.measure === measure.before);
    const after = data.observed.filter((one) => one.measure === measure.name).at(-1);
    return before === undefined || after === undefined
      ? []
      : [{ label: `${measure.before} to ${measure.name}`, before: before.values, after: after.values }];
  });
  const repeated = [...new Set(data.observed.map(({ measure }) => measure))].flatMap((name) => {
    const kind = measures.find((one) => one.name === name)?.kind ?? 'number';
    const times = data.observed.filter(({ measure }) => measure === name);
    const [first, last] = [times[0], times.at(-1)];
    if (kind !== 'number' || first === undefined || last === undefined || first === last) return [];
    return [
      {
        label: `${name}, ${first.when || 'first'} to ${last.when || 'last'}`,
        before: first.values,
        after: last.values,
      },
    ];
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
  const pool = before.filter(
    (value, row) => counts[row] === 1 && !Number.isNaN(value) && (data.groups.codes[row] ?? -1) >= 0,
  );
  const own = before.filter((value, row) => isMentored(row) && !Number.isNaN(value));
  const [a, b] = [moments(pool), moments(own)];
  return a.n > 2 && b.n > 0 && b.mean < a.mean - 0.5 * Math.sqrt(a.squares / (a.n - 1));
}
