// Mentoring that changes nothing: people leave at one rate, mentored or not. What differs is only when counting starts.
import type { Chance } from '../../src/domain/chance.ts';
import { logRank } from '../../src/domain/statistics/log-rank.ts';
import { newcombe } from '../../src/domain/statistics/proportions.ts';
import { trendTest } from '../../src/domain/statistics/trend.ts';
import { exponential, range, repeat, uniform, type Draw, type Scenario } from './scenario.ts';

const year = 365;
/** The match deadline. */
const landmark = 90;

interface Person {
  readonly leaves: number;
  /** The day of the match; undefined for those who never asked. */
  readonly matched: number | undefined;
  /** Days of meetings, while there. */
  readonly meetings: readonly number[];
}

/** 400 people of whom 76 % stay the year; 3 of 5 ask for a mentor and get one between day 7 and 240, if still there. */
const program = (chance: Chance): Person[] =>
  repeat(400, (i) => {
    const leaves = exponential(chance, -Math.log(0.76) / year);
    const day = 7 + 233 * uniform(chance);
    const matched = i % 5 < 3 && day < leaves ? day : undefined;
    const meetings = repeat(24, (k) => 15 * k + 15 * chance()).filter((at) => at < leaves && chance() < 0.5);
    return { leaves, matched, meetings };
  });

const ever = (people: readonly Person[]): [Person[], Person[]] => [
  people.filter(({ matched }) => matched !== undefined),
  people.filter(({ matched }) => matched === undefined),
];

const atLandmark = (people: readonly Person[]): [Person[], Person[]] => {
  const there = people.filter(({ leaves }) => leaves > landmark);
  const early = ({ matched }: Person): boolean => matched !== undefined && matched <= landmark;
  return [there.filter(early), there.filter((person) => !early(person))];
};

const rates = ([own, other]: readonly [Person[], Person[]]): Draw => {
  const stayed = (people: readonly Person[]): number => people.filter(({ leaves }) => leaves > year).length;
  const [x1, x2] = [stayed(own), stayed(other)];
  return { ...range(newcombe(x1, own.length, x2, other.length)), rates: [x1 / own.length, x2 / other.length] };
};

const curves = (sides: readonly [Person[], Person[]]): boolean =>
  (logRank(
    sides.map((people, i) => ({
      label: String(i),
      times: people.map(({ leaves }) => Math.min(leaves, year)),
      events: people.map(({ leaves }) => (leaves < year ? 1 : 0)),
    })),
  )?.p ?? 1) < 0.05;

/** Retention by how much people met: a trend over none to 3, 4 to 7, 8 and more. */
const dose = (people: readonly Person[], meetings: (person: Person) => number, cuts: readonly number[]): boolean => {
  const level = (person: Person): number => cuts.filter((cut) => meetings(person) >= cut).length;
  const groups = repeat(cuts.length + 1, (at) => people.filter((person) => level(person) === at));
  const stayed = groups.map((group) => group.filter(({ leaves }) => leaves > year).length);
  return (
    (trendTest(
      stayed,
      groups.map(({ length }) => length),
    )?.p ?? 1) < 0.05
  );
};

export const clockScenarios: readonly Scenario[] = [
  { name: 'ever mentored, from entry: rates', trap: true, draw: (chance) => rates(ever(program(chance))) },
  {
    name: 'ever mentored, from entry: log-rank',
    trap: true,
    draw: (chance) => ({ claimed: curves(ever(program(chance))) }),
  },
  { name: 'mentored by the landmark, of those there: rates', draw: (chance) => rates(atLandmark(program(chance))) },
  {
    name: 'mentored by the landmark, of those there: log-rank',
    draw: (chance) => ({ claimed: curves(atLandmark(program(chance))) }),
  },
  {
    name: 'meetings over the whole year: trend of retention',
    trap: true,
    draw: (chance) => ({ claimed: dose(program(chance), ({ meetings }) => meetings.length, [4, 8, 12]) }),
  },
  {
    name: 'meetings in the first 90 days, of those there: trend',
    draw: (chance) => {
      const there = program(chance).filter(({ leaves }) => leaves > landmark);
      return { claimed: dose(there, ({ meetings }) => meetings.filter((day) => day <= landmark).length, [2, 3, 4]) };
    },
  },
];
