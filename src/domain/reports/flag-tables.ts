// Worries raised about mentored people: how many in how much time, and how soon they were settled.
import { poissonRate } from '../statistics/poisson-rate.ts';
import { atRiskUpTo, kaplanMeier, lastWith } from '../statistics/survival.ts';
import { count, missing, number, suppressed } from './cells.ts';
import type { Block, Cell, SurvivalFigure } from '../report/report.ts';
import { numbers, ranged } from '../report/table-columns.ts';

export interface FlagTimes {
  /** People who had a pair. */
  readonly people: number;
  /** Days that pairs stood, added up. */
  readonly pairDays: number;
  /** Days from being raised to being settled, or to the day of the report. */
  readonly days: Float64Array;
  /** 1 where it was settled. */
  readonly settled: Uint8Array;
  /** Day number of the first flag, by the person's number; only people who have one. */
  readonly first: ReadonlyMap<number, number>;
}

/** One or two open flags point at people. */
const countOrFew = (n: number, minCell: number): Cell => (minCell > 1 && n > 0 && n < 3 ? fewFlags : count(n));
const fewFlags: Cell = { kind: 'suppressed', why: 'fewer than 3 are not counted' };

const daysInMonth = 365.25 / 12;

/** Rates are per 100 person-months, exact Poisson; days to settling by Kaplan-Meier, open flags counted as far as they go. */
export function flagTables({ people, pairDays, days, settled }: FlagTimes, minCell: number): Block[] {
  if (people === 0 || days.length === 0) return [];
  const months = pairDays / daysInMonth;
  const rate = poissonRate(days.length, months / 100);
  const { median, steps } = kaplanMeier(days, settled);
  const open = days.filter((_, index) => settled[index] === 0);
  // One or two flags are one or two people; so are those who raised none.
  const hide = people < minCell || (minCell > 1 && days.length < 3);
  const row: Cell[] = [
    count(people),
    count(days.length),
    number(months, 0),
    rate === undefined
      ? missing('no time was followed')
      : { kind: 'estimate', value: rate.rate, low: rate.low, high: rate.high, as: 'number', digits: 1 },
    median.estimate === undefined ? missing('fewer than half are settled') : number(median.estimate, 0),
    countOrFew(open.length, minCell),
    countOrFew(open.filter((age) => age > 14).length, minCell),
  ];
  const until = lastWith(steps, minCell, Infinity);
  const curve: SurvivalFigure = {
    id: 'resolution',
    kind: 'survival',
    title: 'Flags still open, by days since they were raised',
    until,
    groups: [
      {
        label: 'open',
        steps: steps.flatMap(({ time, events, survival, low, high }) =>
          events > 0 && time <= until ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
        ),
        atRisk: atRiskUpTo({ n: days.length, steps }, until, minCell),
      },
    ],
  };
  return [
    {
      kind: 'table',
      table: {
        id: 'flags',
        title: 'Flags raised about mentored people',
        columns: [
          numbers('people', 'people'),
          numbers('flags-raised', 'raised'),
          numbers('months', 'months'),
          ranged('rate', 'per 100 months'),
          numbers('median', 'half settled'),
          numbers('open', 'open'),
          numbers('open-long', 'over 14 days'),
        ],
        rows: [hide ? row.map(() => suppressed(minCell)) : row],
        note: 'Months: time in a pair, of all together. Half settled: days until half of the flags were. Who has a mentor is asked about more often: many flags may mean many worries, or many that are heard.',
      },
    },
    // As with people: drawn while enough are open to be followed.
    ...(hide || !(until > 0) ? [] : [{ kind: 'figure' as const, figure: curve }]),
  ];
}
