// Goals mentees set and reached, and how they add up over the months of a pair.
import { meanCumulative, type Stretch } from '../../statistics/cumulative.ts';
import { count, missing, suppressed } from '../cells.ts';
import type { Cell, Table } from '../../report/report.ts';
import { described, noSection, type Section } from './survey-input.ts';
import { fewerThan, nearEdge } from '../suppression.ts';
import { numbers, ranged } from '../../report/table-columns.ts';

/** A mentee's days in a pair and when goals were reached in them; days count from the start of the pair. */
export interface GoalDays {
  /** Until when the person was followed. */
  readonly followed: number;
  readonly set: number;
  /** Ascending; those reached while the person was followed. */
  readonly reached: readonly number[];
}

const monthDays = 365.25 / 12;
const months = [1, 3, 6, 9, 12];

export function goalsSection(people: readonly GoalDays[], minCell: number): Section {
  const n = people.length;
  const set = people.reduce((sum, person) => sum + person.set, 0);
  const reached = people.reduce((sum, person) => sum + person.reached.length, 0);
  if (n === 0) return noSection;
  if (set === 0)
    return {
      ...noSection,
      told: [described('goals', 'goals', 'No goals are on file. Setting one: mentorctl record goal.')],
    };
  const withGoal = people.filter((person) => person.set > 0).length;
  if (n < minCell)
    return { ...noSection, told: [described('goals', 'goals', `Goals are not shown: ${fewerThan(minCell)} mentees.`)] };
  const who = nearEdge(withGoal, n, minCell) ? (withGoal < 3 ? 'very few' : 'nearly all') : `${withGoal} of ${n}`;
  const sentence = nearEdge(reached, set, minCell)
    ? `${set} goals were set by ${who} mentees.`
    : `${set} goals were set by ${who} mentees; ${reached} of them were reached in the time of the pair.`;
  const stretches = people.flatMap(({ followed, reached: days }, id): Stretch[] => {
    const ends = [...days, followed];
    return ends.map((stop, index) => ({ id, start: ends[index - 1] ?? 0, stop, event: index < days.length }));
  });
  const steps = meanCumulative(stretches.filter(({ start, stop, event }) => event || stop > start));
  const table: Table = {
    id: 'goals',
    title: 'Goals reached, adding up over the months of a pair',
    columns: [
      numbers('months', 'months'),
      numbers('people', 'still in a pair'),
      ranged('mean', 'reached by a mentee (95 % interval)'),
    ],
    rows: months.flatMap((month): Cell[][] => {
      const day = month * monthDays;
      const there = people.filter(({ followed }) => followed >= day).length;
      if (there === 0) return [];
      if (there < minCell) return [[count(month), suppressed(minCell), suppressed(minCell)]];
      const step = steps.filter(({ time }) => time <= day).at(-1);
      return [
        [
          count(month),
          count(there),
          step === undefined
            ? missing('none reached yet')
            : { kind: 'estimate', value: step.mean, low: step.low, high: step.high, as: 'number', digits: 2 },
        ],
      ];
    }),
    note: 'On average of everybody in a pair, with a goal or without: 0.50 means one goal for every two mentees.',
  };
  return {
    ...noSection,
    told: [
      described('goals', 'goals', sentence, [
        {
          label: 'mentees',
          n,
          known: n,
          value: nearEdge(reached, set, minCell) ? null : reached,
          low: null,
          high: null,
        },
      ]),
    ],
    blocks: table.rows.length === 0 ? [] : [{ kind: 'table', table }],
    method: [
      'Goals: mean cumulative function (Nelson 1988) with robust errors, from the start of a pair until it ended.',
    ],
  };
}
