// How long people stayed, where it is recorded when they left: Kaplan-Meier by group, over the same clock for both.
import { formatDate, parseIsoDate } from '../civil-date.ts';
import { comparisonOf, levelOf, type Category, type Dataset } from '../outcomes/dataset.ts';
import { staysAs } from '../outcomes/in-cohort.ts';
import { inTime } from '../outcomes/term.ts';
import type { TimeUnit } from '../outcomes/time-unit.ts';
import { logRank } from '../statistics/log-rank.ts';
import { normalQuantile, normalTwoSided } from '../statistics/distributions/normal.ts';
import { kaplanMeier, lastWith, restrictedMean, survivalAt, type SurvivalCurve } from '../statistics/survival.ts';
import { count, missing, number, pValue, suppressed, text } from './cells.ts';
import type { Block, Cell, SurvivalFigure } from '../report/report.ts';
import { hiddenRows } from './suppression.ts';
import { groupColumn, intervalColumn, numbers, ranged } from '../report/table-columns.ts';

export interface Leaving {
  /** What `days`, `until` and `landmarkDay` count. */
  readonly unit?: TimeUnit;
  /** Day (or week, month, year) of leaving, counted from the cohort's start; NaN: not known to have left. */
  readonly days: Float64Array;
  /** Last day anybody was followed. */
  readonly until: number;
  /** The landmark on the same count; undefined where there is none or groups do not hang on pairs. */
  readonly landmarkDay: number | undefined;
}

interface SurvivalInput {
  readonly data: Dataset;
  readonly leaving: Leaving | undefined;
  readonly strata: readonly Category[];
  readonly landmark: string | undefined;
  readonly pairDaysVary: boolean;
  readonly minCell: number;
  readonly persistence: boolean;
  readonly technical: boolean;
  /** Days for the table, in the unit of leaving; quarters of the time where none are named. */
  readonly at?: readonly number[];
}

/** Table, curve and, under technical, the log-rank test. Refused where pairing happened at any time and no landmark was set. */
export function survivalBlocks(input: SurvivalInput, counts: Uint8Array): Block[] {
  const { data, leaving, minCell } = input;
  if (leaving === undefined) return [];
  if (data.groups.byPair && input.pairDaysVary && input.landmark === undefined) {
    return [
      {
        kind: 'caution',
        text: 'No curve of staying is drawn by "mentored": people were paired on different days, and who stays longer has more time to be paired. Give one day for both groups: --landmark YYYY-MM-DD.',
      },
    ];
  }
  const origin = leaving.landmarkDay ?? 0;
  const mark = leaving.landmarkDay === undefined ? undefined : parseIsoDate(input.landmark ?? '');
  const since = mark === undefined ? 'the start' : `${formatDate(mark)}, by which people had to be paired`;
  const noLoss = noLossOf(data, input.persistence);
  const followed = data.groups.labels.map((label, group) => {
    const rows = Int32Array.from({ length: data.size }, (_, row) => row).filter(
      (row) => counts[row] === 1 && data.groups.codes[row] === group,
    );
    const day = (row: number): number => leaving.days[row] ?? NaN;
    const gone = (row: number): boolean => !Number.isNaN(day(row)) && day(row) <= leaving.until;
    const left = (row: number): boolean => gone(row) && noLoss[row] === 0;
    // Who left before the clock starts left on its first day: nobody has a time below 0.
    const times = Float64Array.from(rows, (row) => Math.max(0, (gone(row) ? day(row) : leaving.until) - origin));
    const events = Uint8Array.from(rows, (row) => (left(row) ? 1 : 0));
    const strata = Array.from(rows, (row) => input.strata.map(({ codes }) => codes[row]).join(' '));
    return { label, times, events, strata, curve: kaplanMeier(times, events) };
  });
  const hide = hiddenRows(
    followed.map(({ times }) => times.length),
    minCell,
  );
  const shown = followed.filter((_, index) => hide[index] !== true);
  const until = leaving.until - origin;
  const { unit = 'day' } = leaving;
  const marks = input.at ?? [0.25, 0.5, 0.75, 1].map((share) => Math.round(share * until));
  const rows = followed.flatMap(({ label, curve }, index) =>
    marks.map((at): Cell[] => {
      if (hide[index] === true)
        return [text(label), count(at), ...Array.from({ length: 4 }, () => suppressed(minCell))];
      if (at > until)
        return [text(label), count(at), ...Array.from({ length: 4 }, () => missing('nobody is followed so long'))];
      const { atRisk, survival, low, high } = survivalAt(curve, at);
      if (atRisk < minCell) return [text(label), count(at), ...Array.from({ length: 4 }, () => suppressed(minCell))];
      return [
        text(label),
        count(at),
        count(atRisk),
        { kind: 'share', value: survival },
        low === undefined || high === undefined
          ? missing('nobody is left')
          : { kind: 'interval', low, high, as: 'share' },
        curve.median.estimate === undefined
          ? missing('more than half are still here')
          : number(curve.median.estimate, 0),
      ];
    }),
  );
  // A curve is drawn while enough people are at risk in every group shown.
  const end = Math.min(...shown.map(({ curve }) => lastWith(curve.steps, minCell, until)));
  const figure: SurvivalFigure = {
    id: 'survival',
    kind: 'survival',
    title: `Still here, by ${unit}s since ${since}`,
    ...(unit === 'day' ? {} : { unit }),
    until: end,
    groups: shown.map(({ label, curve }) => ({
      label,
      steps: curve.steps.flatMap(({ time, events, survival, low, high }) =>
        events > 0 && time <= end ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
      ),
      atRisk: [0, 0.25, 0.5, 0.75, 1]
        .map((part) => Math.round(part * end))
        .map((at) => ({ at, n: survivalAt(curve, at).atRisk })),
    })),
  };
  const tests = input.technical && shown.length > 1 ? logRankBlocks(shown, input.strata) : [];
  const means = input.technical && end > 0 ? [meanTable(shown, end, comparisonOf(data.groups), unit)] : [];
  return [
    {
      kind: 'table',
      table: {
        id: 'survival',
        title: 'How long people stayed',
        columns: [
          { ...groupColumn, once: true },
          numbers('day', unit),
          numbers('at-risk', 'followed'),
          numbers('still-here', 'still here'),
          intervalColumn,
          { ...numbers('median', `half gone by ${unit}`), once: true },
        ],
        rows,
        note: `${unit === 'day' ? 'Days' : `${unit.charAt(0).toUpperCase()}${unit.slice(1)}s`} since ${since}. Kaplan-Meier, log-log intervals; people not known to have left are followed to the last ${unit}, and those who took a degree${
          input.persistence ? ' or transferred' : ''
        } to the ${unit} they did.`,
      },
    },
    ...(shown.length === 0 || !(end > 0) ? [] : [{ kind: 'figure' as const, figure }]),
    ...means,
    ...tests,
  ];
}

/** 1 for people whose last known status is no loss: a degree, and under persistence a transfer. They are followed to that day. */
function noLossOf({ statuses, size }: Dataset, persistence: boolean): Uint8Array {
  const own = statuses.filter(({ measure }) => measure === 'retention');
  const ordered = inTime(own.map(({ when }) => when)).flatMap((when) => own.find((one) => one.when === when) ?? []);
  const found = new Uint8Array(size);
  for (const status of ordered)
    for (let row = 0; row < size; row++) {
      const word = levelOf(status, row);
      if (word !== undefined) found[row] = word !== 'stayed' && staysAs(word, persistence) ? 1 : 0;
    }
  return found;
}

/** Mean days still here up to a day to which enough people of every group were followed; differences from the comparison group. */
function meanTable(
  groups: readonly { readonly label: string; readonly curve: SurvivalCurve }[],
  tau: number,
  comparison: string | undefined,
  unit: TimeUnit,
): Block {
  const z = normalQuantile(0.975);
  const means = groups.map(({ label, curve }) => ({ label, ...restrictedMean(curve.steps, tau) }));
  const other = means.find(({ label }) => label === comparison);
  const cell = (value: number, se: number): Cell => ({
    kind: 'estimate',
    value,
    low: value - z * se,
    high: value + z * se,
    as: 'number',
    digits: 1,
  });
  return {
    kind: 'table',
    table: {
      id: 'mean-time',
      title: `Mean ${unit}s still here, of the first ${Math.round(tau)}`,
      columns: [
        groupColumn,
        ranged('mean', `${unit}s (95 % interval)`),
        ranged('difference', 'difference (95 % interval)'),
        numbers('p', 'p'),
      ],
      rows: means.map(({ label, mean, se }): Cell[] => {
        const head = [text(label), cell(mean, se)];
        if (other === undefined || label === comparison)
          return [...head, missing('the others are compared with it'), missing('the others are compared with it')];
        const error = Math.hypot(se, other.se);
        const apart = mean - other.mean;
        return [
          ...head,
          cell(apart, error),
          error > 0 ? pValue(normalTwoSided(apart / error)) : missing('nobody left'),
        ];
      }),
      note: 'Restricted mean survival time: area under the Kaplan-Meier curve; z test of the difference.',
    },
  };
}

function logRankBlocks(
  groups: readonly { label: string; times: Float64Array; events: Uint8Array; strata: string[] }[],
  strata: readonly Category[],
): Block[] {
  const plain = logRank(groups.map(({ label, times, events }) => ({ label, times, events })));
  const within = strata.length === 0 ? undefined : logRank(groups);
  const row = (name: string, test: typeof plain): Cell[][] =>
    test === undefined ? [] : [[text(name), number(test.chiSquare), count(test.df), number(test.p, 4)]];
  const rows = [
    ...row('log-rank', plain),
    ...row(`log-rank within ${strata.map(({ name }) => name).join(', ')}`, within),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        id: 'survival-tests',
        title: 'Tests of the curves',
        columns: [
          { id: 'test', title: 'test' },
          numbers('chi-square', 'chi-square'),
          numbers('df', 'df'),
          numbers('p', 'p'),
        ],
        rows,
      },
    },
  ];
}
