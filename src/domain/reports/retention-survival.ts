// How long people stayed, where it is recorded when they left: Kaplan-Meier by group, over the same clock for both.
import { formatDate, parseIsoDate } from '../civil-date.ts';
import { comparisonOf, type Category, type Dataset } from '../outcomes/dataset.ts';
import { followed, type FollowedGroup, type Leaving } from '../outcomes/followed.ts';
import type { TimeUnit } from '../outcomes/time-unit.ts';
import { logRank } from '../statistics/log-rank.ts';
import { normalQuantile, normalTwoSided } from '../statistics/distributions/normal.ts';
import {
  atRiskUpTo,
  kaplanMeier,
  lastWith,
  restrictedMean,
  survivalAt,
  type SurvivalCurve,
} from '../statistics/survival.ts';
import { cautionBlocks } from './blocks.ts';
import { count, missing, number, pValue, suppressed, text } from './cells.ts';
import type { Block, Cell, SurvivalFigure } from '../report/report.ts';
import { curveAgainstRates, type CheckpointRates } from './curve-check.ts';
import { grouped } from './sentences.ts';
import { hiddenRows, nearEdge } from './suppression.ts';
import { groupColumn, intervalColumn, numbers, ranged } from '../report/table-columns.ts';

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
export function survivalBlocks(
  input: SurvivalInput,
  counts: Uint8Array,
  rates: readonly (CheckpointRates & { readonly hide: readonly boolean[] })[],
): Block[] {
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
  const groups = followed(data, leaving, counts, input.persistence).map((group) => ({
    ...group,
    strata: Array.from(group.rows, (row) => input.strata.map(({ codes }) => codes[row]).join(' ')),
    curve: kaplanMeier(group.times, group.events),
  }));
  const refused = curveAgainstRates(groups, leaving, rates, minCell);
  const said = cautionBlocks(dayLines(groups, rates.length > 0, leaving, minCell));
  if (refused !== undefined) return [{ kind: 'caution', text: `No curve of staying is drawn: ${refused}.` }, ...said];
  // What the rates hide, the curve of the same people would show.
  const small = hiddenRows(
    groups.map(({ times }) => times.length),
    minCell,
  );
  const hide = groups.map(
    (_, group) =>
      small[group] === true ||
      rates.some(({ sides, hide: hidden }) => {
        const side = sides[group];
        return hidden[group] === true || (side !== undefined && nearEdge(side.x ?? 0, side.known, minCell));
      }),
  );
  const shown = groups.filter(({ rows }, index) => hide[index] !== true && rows.length > 0);
  const until = leaving.until - origin;
  const { unit = 'day' } = leaving;
  const marks = input.at ?? [0.25, 0.5, 0.75, 1].map((share) => Math.floor(share * until));
  const rows = groups.flatMap(({ label, curve, rows: people }, index) =>
    (people.length === 0 ? [] : marks).map((at): Cell[] => {
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
      steps: stepsFrom0(curve, end),
      atRisk: atRiskUpTo(curve, end, minCell),
    })),
  };
  const tests = input.technical && shown.length > 1 ? logRankBlocks(shown, input.strata) : [];
  const means =
    input.technical && shown.length > 0 && end > 0 ? [meanTable(shown, end, comparisonOf(data.groups), unit)] : [];
  const known =
    rates.length > 0
      ? `of the people known at the last checkpoint; who was here then is followed to the last ${unit}, or to the ${unit} that stands beside them. A degree${
          input.persistence ? ' or a transfer' : ''
        } is no leaving.`
      : `of everybody counted; who has no ${unit} of leaving is followed to the last ${unit}.`;
  return [
    ...said,
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
        note: `${unit === 'day' ? 'Days' : `${unit.charAt(0).toUpperCase()}${unit.slice(1)}s`} since ${since}. Kaplan-Meier, log-log intervals; ${known}`,
      },
    },
    ...(shown.length === 0 || !(end > 0) ? [] : [{ kind: 'figure' as const, figure }]),
    ...means,
    ...tests,
  ];
}

/** Steps to draw: what came before the clock started is where the curve starts. */
function stepsFrom0(curve: SurvivalCurve, end: number): SurvivalFigure['groups'][number]['steps'] {
  const start = survivalAt(curve, 0);
  return [
    ...(curve.steps.some(({ time, events }) => time < 0 && events > 0)
      ? [{ at: 0, value: start.survival, low: start.low ?? 0, high: start.high ?? 0 }]
      : []),
    ...curve.steps.flatMap(({ time, events, survival, low, high }) =>
      events > 0 && time >= 0 && time <= end ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
    ),
  ];
}

/** What the days of leaving do not say, or say of another time than that of the curve. */
function dayLines(
  groups: readonly FollowedGroup[],
  byStatus: boolean,
  { unit = 'day', landmarkDay }: Leaving,
  minCell: number,
): string[] {
  const inGroups = (count: (one: FollowedGroup) => number): string =>
    groups
      .flatMap((one) => {
        const [n, all] = [count(one), one.rows.length];
        const some = n < minCell || (n < all && all - n < minCell);
        return n === 0 ? [] : [`${some ? 'some' : `${grouped(n)} of ${grouped(all)}`} in "${one.label}"`];
      })
      .join(', ');
  const early = landmarkDay === undefined ? inGroups((one) => one.early) : '';
  const ahead = inGroups((one) => one.ahead - one.leftAhead);
  const untold = byStatus ? '' : inGroups((one) => one.untold);
  return [
    ...(early === ''
      ? []
      : [
          `Left before the start (${unit} 0): ${early}. The curve has them as gone when it starts, in the order in which they went. A checkpoint that says who was there at the start ("start: true" beside it in mentorctl.yaml) leaves them out.`,
        ]),
    ...(ahead === ''
      ? []
      : [
          `The ${unit} of leaving is still to come: ${ahead}. Nobody can know that yet, so they count as still here, up to today.`,
        ]),
    ...(untold === ''
      ? []
      : [
          `No record says who is still here: whoever has no ${unit} of leaving is taken to be (${untold}). If some of them are just not known of, too many seem to stay. A column such as "Fall 2026 Enrolled" says who is here.`,
        ]),
  ];
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
      note: `Restricted mean survival time: area under the Kaplan-Meier curve; z test of the difference.${
        groups.some(({ curve }) => (curve.steps[0]?.time ?? 0) < 0)
          ? ` Who left before ${unit} 0 has ${unit}s below 0.`
          : ''
      }`,
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
    test === undefined ? [] : [[text(name), number(test.chiSquare), count(test.df), pValue(test.p)]];
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
