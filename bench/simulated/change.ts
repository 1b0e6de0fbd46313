// Before and after, without any effect: scores are what people are, plus luck, each time anew.
import type { Chance } from '../../src/domain/chance.ts';
import { coefficient, fitLinear } from '../../src/domain/statistics/models/linear-model.ts';
import { pairedChange } from '../../src/domain/statistics/paired.ts';
import { wilcoxonSignedRank } from '../../src/domain/statistics/wilcoxon.ts';
import { normal, range, repeat, type Scenario } from './scenario.ts';

interface Wave {
  readonly before: number[];
  readonly after: number[];
}

const people = (n: number, chance: Chance): Wave => {
  const level = repeat(n, () => normal(chance));
  const wave = (): number[] => level.map((value) => value + 0.7 * normal(chance));
  return { before: wave(), after: wave() };
};

/** The 60 lowest of 240 are taken into the program. */
const lowest = (chance: Chance): Wave & { readonly group: number[] } => {
  const { before, after } = people(240, chance);
  const cut = [...before].sort((a, b) => a - b)[60] ?? 0;
  return { before, after, group: before.map((value) => (value < cut ? 1 : 0)) };
};

export const changeScenarios: readonly Scenario[] = [
  {
    name: 'taken for low scores: before and after alone',
    trap: true,
    draw: (chance) => {
      const { before, after, group } = lowest(chance);
      const of = (values: number[]): number[] => values.filter((_, i) => group[i] === 1);
      return range(pairedChange(of(before), of(after))?.test);
    },
  },
  {
    name: 'taken for low scores: against the rest, start allowed for',
    draw: (chance) => {
      const { before, after, group } = lowest(chance);
      const columns = [
        { name: 'group', values: group },
        { name: 'before', values: before },
      ];
      return range(coefficient(fitLinear({ y: after, columns }), 'group'));
    },
  },
  {
    name: 'everybody taken, 20 people: paired t',
    draw: (chance) => {
      const { before, after } = people(20, chance);
      return range(pairedChange(before, after)?.test);
    },
  },
  {
    name: 'everybody taken, 20 people, answers 1 to 5: signed ranks',
    draw: (chance) => {
      const { before, after } = people(20, chance);
      const scale = (value: number): number => Math.max(1, Math.min(5, Math.round(3 + value)));
      return { claimed: (wilcoxonSignedRank(before.map(scale), after.map(scale))?.pExact ?? 1) < 0.05 };
    },
  },
];
