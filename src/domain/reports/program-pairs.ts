// How the pairs of a program lived: how often they met, how long they held, how and why they ended.
import { closureReasons, isClosureReason, reasonWords } from '../engagement/closure.ts';
import { closingOfPair, groupedBy, type ProgramLife } from '../engagement/program-life.ts';
import type { Block, Cell } from '../report/report.ts';
import { intervalColumn, numbers, ranged } from '../report/table-columns.ts';
import { poissonTails } from '../statistics/distributions/poisson.ts';
import { poissonRate } from '../statistics/poisson-rate.ts';
import { spearman } from '../statistics/spearman.ts';
import { summarize } from '../statistics/summary.ts';
import { atRiskUpTo, kaplanMeier, lastWith, survivalAt } from '../statistics/survival.ts';
import { figureBlock, tableBlock } from './blocks.ts';
import { count, missing, number, pValue, suppressed, text } from './cells.ts';
import type { ProgramReportInput } from './program-input.ts';
import { hiddenCells, nearEdge } from './suppression.ts';

const month = 365.25 / 12;

/** `hidden`: how many had a mentor is not shown, and so not how many pairs there are. */
export function pairBlocks(input: ProgramReportInput, hidden: boolean): Block[] {
  const { life, minCell, today, technical } = input;
  const { pairs, meetings } = life;
  if (pairs.length < minCell) return [];
  const until = (pair: (typeof pairs)[number]): number => Math.min(today, pair.ended ?? today);
  const times = Float64Array.from(pairs, (pair) => Math.max(0, until(pair) - pair.started));
  const closings = pairs.map((pair) => closingOfPair(pair, input.limits, input.ends));
  const early = Uint8Array.from(closings, (closing) => (closing === 'premature' ? 1 : 0));
  const curve = kaplanMeier(times, early);
  const end = lastWith(curve.steps, minCell, Infinity);
  const perPair = countBy(meetings.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  const of = (pair: (typeof pairs)[number]): number => perPair.get(`${pair.mentor} ${pair.mentee}`) ?? 0;
  const months = times.reduce((sum, time) => sum + time, 0) / month;
  const rate = poissonRate(meetings.length, months);
  const last = new Map(meetings.map(({ mentor, mentee, day }) => [`${mentor} ${mentee}`, day]));
  const living = pairs.filter(({ ended }) => ended === undefined);
  const silent = living.filter(
    (pair) => today - (last.get(`${pair.mentor} ${pair.mentee}`) ?? pair.started) > input.limits.silentDays,
  );
  const never = pairs.filter((pair) => of(pair) === 0).length;
  // How many would have none if meetings fell on pairs by chance alone, as long as each stood.
  const byChance = pairs.reduce(
    (sum, _, index) => sum + poissonTails(0, ((rate?.rate ?? 0) * (times[index] ?? 0)) / month).lower,
    0,
  );
  const load = [...countBy(pairs.map(({ mentor }) => mentor)).values()];
  const loads = summarize(Float64Array.from(load));
  const few = (n: number): Cell => (n > 0 && n < 3 && minCell > 1 ? suppressed(3) : count(n));
  const byMentor = groupedBy(pairs, ({ mentor }) => mentor);
  const rank = spearman(
    [...byMentor.values()].map((own) => own.length),
    [...byMentor.values()].map((own) => own.reduce((sum, pair) => sum + of(pair), 0) / own.length),
  );
  return [
    tableBlock({
      id: 'pairs',
      title: 'How pairs live',
      columns: [
        numbers('pairs', 'pairs'),
        numbers('months', 'months together'),
        ranged('rate', 'meetings a month (95 % interval)'),
        numbers('never', 'never met'),
        numbers('by-chance', 'by chance alone'),
        numbers('silent', `silent over ${input.limits.silentDays} days`),
        numbers('load', 'mentees a mentor, median'),
        numbers('most', 'most'),
      ],
      rows: [
        [
          hidden ? suppressed(minCell) : count(pairs.length),
          number(months, 0),
          rate === undefined
            ? missing('no time was followed')
            : { kind: 'estimate', value: rate.rate, low: rate.low, high: rate.high, as: 'number', digits: 2 },
          few(never),
          number(byChance, 1),
          few(silent.length),
          number(loads?.median, 1),
          count(Math.max(0, ...load)),
        ],
      ],
      note: 'By chance alone: pairs without a meeting, had the same meetings fallen on pairs by chance, as long as each stood. Far more than that means that meetings are not recorded, or that some pairs never began.',
    }),
    tableBlock(monthly(meetings, minCell)),
    tableBlock({
      id: 'match-length',
      title: 'Pairs that did not end before their time',
      columns: [
        numbers('day', 'day'),
        numbers('followed', 'followed'),
        numbers('share', 'still standing, or finished'),
        intervalColumn,
      ],
      rows: [30, 90, 180, 365]
        .filter((at) => at <= end)
        .map((at): Cell[] => {
          const { atRisk, survival, low, high } = survivalAt(curve, at);
          return [
            count(at),
            hidden ? suppressed(minCell) : count(atRisk),
            { kind: 'share', value: survival },
            low === undefined || high === undefined || survival === 1
              ? missing(survival === 1 ? 'none ended before its time so far' : 'none is left')
              : { kind: 'interval', low, high, as: 'share' },
          ];
        }),
      note: 'Days since the pair began. A planned end or goals met ends the following and is no loss.',
    }),
    ...(end > 0
      ? [
          figureBlock({
            id: 'match-length',
            kind: 'survival',
            title: 'Pairs that did not end before their time, by days since they began',
            until: end,
            groups: [
              {
                label: 'pairs',
                steps: curve.steps.flatMap(({ time, events, survival, low, high }) =>
                  events > 0 && time <= end ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
                ),
                atRisk: hidden ? [] : atRiskUpTo(curve, end, minCell),
              },
            ],
          }),
        ]
      : []),
    ...closureBlocks(input, closings),
    ...(input.goals.set === 0
      ? []
      : [
          tableBlock({
            id: 'goals',
            title: 'Goals',
            columns: [numbers('goals-set', 'set'), numbers('goals-reached', 'reached')],
            rows: [
              [
                count(input.goals.set),
                nearEdge(input.goals.reached, input.goals.set, minCell) ? suppressed(3) : count(input.goals.reached),
              ],
            ],
          }),
        ]),
    ...(technical && rank !== undefined
      ? [
          tableBlock({
            id: 'load-and-meetings',
            title: 'Do mentors with more mentees meet each of them less?',
            columns: [numbers('mentors', 'mentors'), numbers('rho', 'rank correlation'), numbers('p', 'p')],
            rows: [[count(rank.n), number(rank.rho), pValue(rank.p)]],
            note: 'Spearman (1904), of mentees a mentor and of meetings with each. It is no evidence of what the load does.',
          }),
        ]
      : []),
  ];
}

function monthly(meetings: ProgramLife['meetings'], minCell: number) {
  const first = meetings.reduce((least, { day }) => Math.min(least, day), Infinity);
  const months = countBy(meetings.map(({ day }) => Math.floor((day - first) / month)));
  const keys = [...months.keys()].sort((a, b) => a - b);
  // All of them add up to what is told of pairs.
  const hide = hiddenCells(
    keys.map((key) => months.get(key) ?? 0),
    minCell > 1 ? 3 : 1,
  );
  return {
    id: 'meetings',
    title: 'Meetings month by month',
    columns: [numbers('month', 'month'), numbers('meetings', 'meetings')],
    rows: keys.map((key, index): Cell[] => [
      count(key + 1),
      hide[index] === true ? suppressed(3) : count(months.get(key) ?? 0),
    ]),
    note: 'Months of 30.4 days since the first meeting on record.',
  };
}

function closureBlocks({ life, minCell }: ProgramReportInput, closings: readonly (string | undefined)[]): Block[] {
  const ended = life.pairs.flatMap((pair, index) =>
    closings[index] === undefined ? [] : [{ pair, closing: closings[index] }],
  );
  if (ended.length < minCell) return [];
  const sides = ['mentor', 'mentee', 'both', 'program', 'not said'];
  const sideOf = ({ reason, endedBy }: (typeof life.pairs)[number]): string =>
    endedBy ?? (reason !== null && isClosureReason(reason) ? closureReasons[reason].by : 'not said');
  const kinds = ['planned', 'goals-met', 'premature'];
  const cells = sides.map((side) =>
    kinds.map((kind) => ended.filter(({ pair, closing }) => sideOf(pair) === side && closing === kind).length),
  );
  const hide = hiddenCells(cells.flat(), minCell);
  const reasons = countBy(ended.map(({ pair }) => (pair.reason === null ? 'not said' : reasonWords(pair.reason))));
  const names = [...reasons.keys()].sort(
    (a, b) => (reasons.get(b) ?? 0) - (reasons.get(a) ?? 0) || a.localeCompare(b, 'en'),
  );
  const hideReason = hiddenCells(
    names.map((name) => reasons.get(name) ?? 0),
    minCell,
  );
  return [
    tableBlock({
      id: 'closures',
      title: 'How pairs ended, by who ended them',
      columns: [
        { id: 'side', title: 'ended by' },
        numbers('planned', 'as planned'),
        numbers('goals-met', 'goals met'),
        numbers('premature', 'before time'),
      ],
      rows: sides.map((side, row): Cell[] => [
        text(side),
        ...kinds.map((_, column) =>
          hide[row * kinds.length + column] === true ? suppressed(minCell) : count(cells[row]?.[column] ?? 0),
        ),
      ]),
    }),
    tableBlock({
      id: 'closure-reasons',
      title: 'Why pairs ended',
      columns: [{ id: 'reason', title: 'reason', wrap: true }, numbers('pairs', 'pairs')],
      rows: names.map((name, index): Cell[] => [
        text(name),
        hideReason[index] === true ? suppressed(minCell) : count(reasons.get(name) ?? 0),
      ]),
    }),
  ];
}

function countBy<K>(keys: readonly K[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
