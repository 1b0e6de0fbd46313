// report program: how far people came on the way from signing up to a pair that finished as agreed; how pairs lived and ended.
import { closureReasons, isClosureReason, reasonWords } from '../engagement/closure.ts';
import {
  closingOfPair,
  groupedBy,
  menteePaths,
  type MenteePath,
  type ProgramLife,
} from '../engagement/program-life.ts';
import type { Engagement } from '../program/engagement.ts';
import type { Block, Cell, Column, Report } from '../report/report.ts';
import { intervalColumn, numbers, ranged } from '../report/table-columns.ts';
import { poissonTails } from '../statistics/distributions/poisson.ts';
import { poissonRate } from '../statistics/poisson-rate.ts';
import { wilson } from '../statistics/proportions.ts';
import { spearman } from '../statistics/spearman.ts';
import { summarize } from '../statistics/summary.ts';
import { kaplanMeier, lastWith, survivalAt } from '../statistics/survival.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import { count, missing, number, pValue, suppressed, text } from './cells.ts';
import { flagTables, type FlagTimes } from './flag-tables.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';
import { grouped } from './sentences.ts';
import { hiddenCells } from './suppression.ts';

/** Shares of the mentees who signed up, in percent. */
export type TargetName = 'eligible' | 'matched' | 'first-meeting' | 'three-meetings' | 'finished';

export interface ProgramReportInput {
  readonly cohort: string;
  readonly life: ProgramLife;
  readonly limits: Engagement;
  readonly starts: number | undefined;
  readonly ends: string | null;
  readonly today: number;
  readonly flags: FlagTimes | undefined;
  readonly goals: { readonly set: number; readonly reached: number };
  readonly targets: Readonly<Partial<Record<TargetName, number>>>;
  readonly minCell: number;
  readonly technical: boolean;
  readonly provenance: Provenance;
}

interface Step {
  readonly name: TargetName | 'applied';
  readonly words: string;
  readonly n: number;
}

const month = 365.25 / 12;
const noClaim = {
  level: 0 as const,
  name: 'description' as const,
  because: ['this is what the program did, not what it brought'],
};

export function programReport(input: ProgramReportInput): Report {
  const { minCell } = input;
  const paths = menteePaths(input.life, input.limits, input);
  const steps = funnel(paths, input.limits);
  const small = paths.length < minCell;
  const body: Block[] = [
    ...(small
      ? cautionBlocks([
          minCell <= 1
            ? 'Nobody signed up as a mentee.'
            : `Fewer than ${minCell} mentees signed up: their numbers would point at people.`,
        ])
      : [...proseBlocks(headlines(steps, paths, input)), ...funnelBlocks(steps, input), ...pairBlocks(input)]),
    ...(input.flags === undefined ? [] : flagTables(input.flags, minCell)),
    ...(small ? [] : [tableBlock(quality(input, paths))]),
    { kind: 'heading', text: 'Method' },
    ...proseBlocks([
      `Each step counts mentees who signed up and came at least so far. First meeting: within ${input.limits.firstMeetingDays} days of the pair. Finished as agreed: every pair of theirs is over and the last one ended by plan, after its expected time, or with its goals met; pairs that go on are not counted yet. Shares: Wilson (1927). Pairs: Kaplan and Meier (1958), Greenwood (1926), log-log limits. Meetings: exact Poisson (Garwood 1936).`,
    ]),
    { kind: 'prose', text: provenanceLine(noClaim, input.provenance, input.technical) },
  ];
  return {
    schema: 'mentorctl/report-program@1',
    title: `Program, ${input.cohort}`,
    blocks: [
      {
        kind: 'prose',
        text: 'What this can and cannot show: what the program did, step by step. It says nothing of what mentoring brought: nobody is compared with.',
      },
      ...body,
    ],
    json: reportDocument({ cohort: input.cohort }, input.provenance, noClaim, [], body, []),
    ...(small ? { csv: { id: 'funnel', title: '', columns: funnelColumns(false), rows: [] } } : { csvTable: 'funnel' }),
  };
}

function funnel(paths: readonly MenteePath[], { firstMeetingDays }: Engagement): Step[] {
  const of = (test: (path: MenteePath) => boolean): number => paths.filter(test).length;
  const soon = (path: MenteePath): boolean => path.matched && path.metSoon;
  return [
    { name: 'applied', words: 'signed up', n: paths.length },
    { name: 'eligible', words: 'took part', n: of(({ eligible }) => eligible) },
    { name: 'matched', words: 'had a mentor', n: of(({ matched }) => matched) },
    { name: 'first-meeting', words: `met within ${firstMeetingDays} days`, n: of(soon) },
    {
      name: 'three-meetings',
      words: 'met three times or more',
      n: of(({ matched, metThrice }) => matched && metThrice),
    },
    // While every pair goes on nobody can have finished, which is no failure.
    ...(paths.some(({ finished }) => finished !== undefined)
      ? [{ name: 'finished' as const, words: 'finished as agreed', n: of(({ finished }) => finished === true) }]
      : []),
  ];
}

function headlines(steps: readonly Step[], paths: readonly MenteePath[], { targets }: ProgramReportInput): string[] {
  const [applied] = steps;
  const all = applied?.n ?? 0;
  const matched = steps.find(({ name }) => name === 'matched')?.n ?? 0;
  const going = paths.filter(({ matched: paired, finished }) => paired && finished === undefined).length;
  const said = steps.flatMap(({ name, words, n }): string[] => {
    const target = name === 'applied' ? undefined : targets[name];
    if (target === undefined) return [];
    const share = Math.round((100 * n) / all);
    return [`Target: ${target} % ${words}; ${share} % did.${share < target ? ' The target is not met.' : ''}`];
  });
  return [
    `Of ${grouped(all)} mentees who signed up ${grouped(matched)} had a mentor (${Math.round((100 * matched) / Math.max(1, all))} %).${going === 0 ? '' : ` For ${grouped(going)} of them it goes on.`}`,
    ...said,
  ];
}

const funnelColumns = (target: boolean): readonly Column[] => [
  { id: 'step', title: 'step', wrap: true },
  numbers('n', 'mentees'),
  numbers('share', 'of all'),
  intervalColumn,
  ...(target ? [numbers('target', 'target')] : []),
];

function funnelBlocks(steps: readonly Step[], { minCell, targets }: ProgramReportInput): Block[] {
  const all = steps[0]?.n ?? 0;
  // What is lost between two steps must not be a few either.
  const hide = steps.map(
    ({ n }, index) => index > 0 && hiddenCells([n, all - n], minCell).some(Boolean) && n > 0 && n < all,
  );
  const target = Object.keys(targets).length > 0;
  return [
    tableBlock({
      id: 'funnel',
      title: 'From signing up to the end',
      columns: funnelColumns(target),
      rows: steps.map(({ name, words, n }, index): Cell[] => {
        const range = wilson(n, all);
        const aim = name === 'applied' ? undefined : targets[name];
        return [
          text(words),
          ...(hide[index] === true
            ? [suppressed(minCell), suppressed(minCell), suppressed(minCell)]
            : [
                count(n),
                { kind: 'share' as const, value: all === 0 ? 0 : n / all },
                range === undefined || index === 0
                  ? missing('everybody')
                  : ({ kind: 'interval', low: range.low, high: range.high, as: 'share' } as const),
              ]),
          ...(target
            ? [aim === undefined ? missing('no target') : ({ kind: 'share', value: aim / 100 } as const)]
            : []),
        ];
      }),
    }),
    figureBlock({
      id: 'funnel',
      kind: 'bars',
      title: 'How far mentees came',
      unit: 'count',
      parts: ['mentees'],
      rows: steps.map(({ words, n }, index) => ({ label: words, values: [hide[index] === true ? undefined : n] })),
    }),
  ];
}

function pairBlocks(input: ProgramReportInput): Block[] {
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
          count(pairs.length),
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
            count(atRisk),
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
                atRisk: [0, 0.25, 0.5, 0.75, 1]
                  .map((part) => Math.round(part * end))
                  .map((at) => ({ at, n: survivalAt(curve, at).atRisk })),
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
            columns: [numbers('set', 'set'), numbers('reached', 'reached')],
            rows: [[count(input.goals.set), few(input.goals.reached)]],
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
  const months = countBy(meetings.map(({ day }) => Math.floor(day / month)));
  const keys = [...months.keys()].sort((a, b) => a - b);
  const first = keys[0] ?? 0;
  return {
    id: 'meetings',
    title: 'Meetings month by month',
    columns: [numbers('month', 'month'), numbers('meetings', 'meetings')],
    rows: keys.map((key): Cell[] => {
      const n = months.get(key) ?? 0;
      return [count(key - first + 1), n < 3 && minCell > 1 ? suppressed(3) : count(n)];
    }),
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

/** What the record itself lacks. */
function quality({ life, today }: ProgramReportInput, paths: readonly MenteePath[]) {
  const future = life.meetings.filter(({ day }) => day > today).length;
  const paired = new Set(life.pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  const stray = life.meetings.filter(({ mentor, mentee }) => !paired.has(`${mentor} ${mentee}`)).length;
  const noReason = life.pairs.filter(({ ended, reason }) => ended !== undefined && reason === null).length;
  const withoutWait = paths.filter(({ matched, wait }) => matched && wait === undefined).length;
  return {
    id: 'data-quality',
    title: 'What the record lacks',
    columns: [{ id: 'what', title: 'what', wrap: true }, numbers('n', 'how many')],
    rows: [
      [text('pairs that ended without a reason'), count(noReason)],
      [text('meetings of two who have no pair'), count(stray)],
      [text('meetings on a day still to come'), count(future)],
      [text('mentees whose wait cannot be told (the cohort has no start)'), count(withoutWait)],
    ] as Cell[][],
  };
}

function countBy<K>(keys: readonly K[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
