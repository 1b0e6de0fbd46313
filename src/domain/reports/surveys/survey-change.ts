// The same people's scores before and afterwards: how far they moved, and whether that is more than answering by chance would do.
import { reliableChange } from '../../statistics/cronbach.ts';
import { hedgesGz } from '../../statistics/hedges.ts';
import { holm } from '../../statistics/multiplicity.ts';
import { pairedChange, type PairedChange } from '../../statistics/paired.ts';
import { detectableChange } from '../../statistics/power.ts';
import { moments } from '../../statistics/summary.ts';
import { wilcoxonSignedRank } from '../../statistics/wilcoxon.ts';
import { pairedValues } from '../../surveys/survey-people.ts';
import { count, few, hiddenReading, missing, number, pValue, suppressed, text } from '../cells.ts';
import { changeSentences } from '../change-within.ts';
import type { Cell, Column, Finding, Table } from '../../report/report.ts';
import { digitsFor } from '../sentences.ts';
import { nearEdge } from '../suppression.ts';
import { numbers, ranged, readingColumn } from '../../report/table-columns.ts';

export interface ScaleChange {
  readonly label: string;
  /** Who has both scores. */
  readonly n: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly digits: number;
  /** Undefined below 2 people. */
  readonly paired: PairedChange | undefined;
  readonly gz: number | undefined;
  readonly hidden: boolean;
}

export function scaleChange(
  label: string,
  before: Float64Array,
  after: Float64Array,
  wanted: (row: number) => boolean,
  minCell: number,
): ScaleChange {
  const { first, second } = pairedValues(before, after, wanted);
  const [a, b] = [moments(first), moments(second)];
  const paired = pairedChange(first, second);
  // Scores are averages: what rounding leaves of equal changes is no spread.
  const alike = (paired?.sdChange ?? 0) < 1e-9;
  return {
    label,
    n: a.n,
    first,
    second,
    from: a.mean,
    to: b.mean,
    digits: digitsFor(Math.max(Math.abs(a.mean), Math.abs(b.mean)), 'number'),
    paired: alike && paired !== undefined ? { ...paired, test: undefined } : paired,
    gz: alike ? undefined : hedgesGz(first, second)?.g,
    hidden: a.n < minCell,
  };
}

export type ChangeVerdict = 'rose' | 'fell' | 'rose-one-of-many' | 'fell-one-of-many' | 'cannot-tell';

/** By its range; several are corrected for one another by Holm, and none is clearer than `gate`, the p value of the whole. */
export function changeVerdicts(changes: readonly ScaleChange[], gate = 0): (ChangeVerdict | undefined)[] {
  const tested = changes.filter(({ hidden, paired }) => !hidden && paired?.test !== undefined);
  const corrected = holm(tested.map(({ paired }) => paired?.test?.p ?? 1));
  return changes.map((one) => {
    const test = one.paired?.test;
    const index = tested.indexOf(one);
    if (index < 0 || test === undefined) return undefined;
    if (test.low <= 0 && test.high >= 0) return 'cannot-tell';
    const clear = Math.max(corrected[index] ?? 1, gate) < 0.05;
    return test.low > 0 ? (clear ? 'rose' : 'rose-one-of-many') : clear ? 'fell' : 'fell-one-of-many';
  });
}

export function verdictWords(verdict: ChangeVerdict | undefined, of: number): string {
  switch (verdict) {
    case undefined:
      return '';
    case 'cannot-tell':
      return 'cannot tell';
    case 'rose':
    case 'fell':
      return verdict;
    case 'rose-one-of-many':
      return `rose, but one of ${of}`;
    case 'fell-one-of-many':
      return `fell, but one of ${of}`;
  }
}

const changeColumns: readonly Column[] = [
  numbers('people', 'people'),
  numbers('before', 'before'),
  numbers('after', 'after'),
  ranged('change', 'change (95 % interval)'),
];

/** People, before, after, change with its range, and how large it is in the spread of change. */
function changeCells(change: ScaleChange, minCell: number): Cell[] {
  if (change.hidden) return Array.from({ length: 5 }, () => suppressed(minCell));
  const { n, from, to, digits, paired, gz } = change;
  const test = paired?.test;
  return [
    count(n),
    number(from, digits),
    number(to, digits),
    test === undefined
      ? missing('everybody changed by the same amount')
      : { kind: 'estimate', value: test.difference, low: test.low, high: test.high, as: 'number', digits },
    number(gz, 2, 'everybody changed by the same amount'),
  ];
}

/** Without verdicts there is no reading of them. `of`: how many changes a verdict was corrected for. */
export function changeTable(
  changes: readonly ScaleChange[],
  verdicts: readonly (ChangeVerdict | undefined)[],
  words: { readonly id: string; readonly title: string; readonly first: string; readonly note?: string },
  minCell: number,
  of = 1,
): Table {
  const read = verdicts.length > 0;
  return {
    id: words.id,
    title: words.title,
    columns: [
      { id: 'scale', title: words.first, wrap: true },
      ...changeColumns,
      numbers('gz', 'in SD of change'),
      ...(read ? [readingColumn] : []),
    ],
    rows: changes.map((change, index) => [
      text(change.label),
      ...changeCells(change, minCell),
      ...(read ? [change.hidden ? hiddenReading(minCell) : text(verdictWords(verdicts[index], of))] : []),
    ]),
    ...(words.note === undefined ? {} : { note: words.note }),
  };
}

/** Items, whose number makes chance certain: no verdicts. */
export function itemChangeTable(changes: readonly ScaleChange[], title: string, note: string, minCell: number): Table {
  return {
    id: 'items',
    title,
    columns: [{ id: 'item', title: 'item', wrap: true }, ...changeColumns],
    rows: changes.map((change) => [text(change.label), ...changeCells(change, minCell).slice(0, 4)]),
    note,
  };
}

export interface ReliableChange {
  /** The least change of one person that error of measurement does not pass in 19 of 20. */
  readonly least: number;
  readonly improved: number;
  readonly same: number;
  readonly declined: number;
}

/** `alpha` and `sd` are of the first wave. Better is higher unless `higherIs` says otherwise. */
export function reliablyChanged(
  { first, second }: ScaleChange,
  sd: number,
  alpha: number,
  higherIs: 'better' | 'worse',
): ReliableChange {
  const least = reliableChange(sd, alpha);
  let [up, down] = [0, 0];
  for (let i = 0; i < first.length; i++) {
    const change = (second[i] ?? 0) - (first[i] ?? 0);
    // A hair's breadth of rounding is no change.
    if (change > least + 1e-12) up++;
    else if (change < -least - 1e-12) down++;
  }
  const same = first.length - up - down;
  return { least, same, improved: higherIs === 'better' ? up : down, declined: higherIs === 'better' ? down : up };
}

export function reliableTable(change: ScaleChange, found: ReliableChange, minCell: number): Table {
  const { improved, same, declined, least } = found;
  const cells = partsOf([improved, same, declined], change.n, minCell);
  return {
    id: 'reliable-change',
    title: 'Who changed by more than chance in answering explains',
    columns: [
      numbers('people', 'people'),
      numbers('improved', 'better'),
      numbers('same', 'no telling'),
      numbers('declined', 'worse'),
      numbers('least', 'a change counts from'),
    ],
    rows: [
      change.hidden
        ? Array.from({ length: 5 }, () => suppressed(minCell))
        : [count(change.n), ...cells, number(least, 2)],
    ],
    note: 'The answers of one person waver by themselves; only a change of this size or more is told from that (Jacobson and Truax 1991).',
  };
}

/** Parts that add up to `n`: where one must show no count another goes with it, or it comes out by subtraction. */
function partsOf(parts: readonly number[], n: number, minCell: number): Cell[] {
  const withheld = parts.map((x) => nearEdge(x, n, minCell));
  if (withheld.filter(Boolean).length === 1) {
    const rest = parts.map((x, index) => ({ x, index })).filter(({ index }) => withheld[index] !== true);
    const [next] = rest.sort((a, b) => a.x - b.x || a.index - b.index);
    if (next !== undefined) withheld[next.index] = true;
  }
  return parts.map((x, index) => {
    if (withheld[index] !== true) return count(x);
    return x < 3 ? text('under 3') : n - x < 3 ? text(`over ${n - 3}`) : few;
  });
}

/** Of one scale that nobody had to be picked out for. */
export function changeSentence(change: ScaleChange, label = change.label): string | undefined {
  const { n, from, to, digits, paired, hidden } = change;
  const test = paired?.test;
  if (hidden || test === undefined) return undefined;
  const told = { label, n, from, to, digits, low: test.low, high: test.high, p: test.p };
  return changeSentences([{ row: [], cautions: [], told, strips: undefined }])[0];
}

/** The smallest change that so many people would have shown; undefined where that cannot be said. */
export function changePower(change: ScaleChange): number | undefined {
  if (change.hidden || change.paired === undefined) return undefined;
  const least = detectableChange(change.paired.sdChange, change.n);
  return least !== undefined && least > 0 ? least : undefined;
}

export function changeFinding(
  id: string,
  change: ScaleChange,
  verdict: ChangeVerdict | undefined,
  facts: { readonly began: number; readonly cautions: readonly string[]; readonly technical: boolean },
): Finding {
  const { label, n, from, to, paired, hidden } = change;
  const test = hidden ? undefined : paired?.test;
  const known = hidden ? 0 : n;
  const group = (name: string, value: number): Finding['groups'][number] => ({
    label: name,
    n: known,
    known,
    value: hidden ? null : value,
    low: null,
    high: null,
  });
  const verdicts = {
    rose: 'clearly-higher',
    fell: 'clearly-lower',
    'rose-one-of-many': 'higher-one-of-many',
    'fell-one-of-many': 'lower-one-of-many',
    'cannot-tell': 'cannot-tell',
  } as const;
  return {
    id,
    measure: label,
    groups: [group('before', from), group('after', to)],
    unit: 'number',
    estimate: test?.difference ?? null,
    low: test?.low ?? null,
    high: test?.high ?? null,
    n: known,
    missing: hidden ? 0 : facts.began - n,
    method: 'mean change of the same people, t interval, 95 %',
    detectable: changePower(change) ?? null,
    verdict: verdict === undefined ? 'described' : verdicts[verdict],
    sentence: changeSentence(change) ?? `${label}: no change is shown: too few people answered twice.`,
    cautions: facts.cautions,
    ...(facts.technical && test !== undefined
      ? {
          test: {
            name: `paired t test, ${test.df} df`,
            se: test.se,
            df: test.df,
            p: test.p,
            pAdjusted: null,
            adjustedBy: 'Holm',
          },
        }
      : {}),
  };
}

/** The statistician's page: the paired t test and, beside it, Wilcoxon's, which asks only who moved up and who down. */
export function changeTestsTable(changes: readonly ScaleChange[], corrected: readonly (number | undefined)[]): Table {
  return {
    id: 'change-tests',
    title: 'Tests of change',
    columns: [
      { id: 'scale', title: 'scale', wrap: true },
      numbers('t', 't'),
      numbers('df', 'df'),
      numbers('p', 'p'),
      numbers('p-adjusted', 'p, Holm'),
      numbers('moved', 'moved'),
      numbers('v', 'V'),
      numbers('p-wilcoxon', 'p, Wilcoxon'),
      numbers('p-exact', 'p, exact'),
      numbers('rank-biserial', 'rank r'),
    ],
    rows: changes.flatMap((change, index): Cell[][] => {
      const test = change.paired?.test;
      if (change.hidden || test === undefined) return [];
      const ranks = wilcoxonSignedRank(change.first, change.second);
      const holmed = corrected[index];
      return [
        [
          text(change.label),
          number(test.t),
          number(test.df, 0),
          pValue(test.p),
          holmed === undefined ? missing('one scale') : pValue(holmed),
          ...(ranks === undefined
            ? Array.from({ length: 5 }, () => missing('nobody changed'))
            : [
                count(ranks.n),
                number(ranks.v, 1),
                pValue(ranks.p),
                ranks.pExact === undefined ? missing('more than 200 people moved') : pValue(ranks.pExact),
                number(ranks.rankBiserial),
              ]),
        ],
      ];
    }),
    note: 'Wilcoxon: people without change left out, normal approximation with corrections for ties and continuity; exact given the ties.',
  };
}
