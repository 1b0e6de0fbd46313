// Two groups, no effect: the differences reports print, by the design that made the groups.
import type { Chance } from '../../src/domain/chance.ts';
import { coefficient, fitLinear, type ErrorKind } from '../../src/domain/statistics/models/linear-model.ts';
import { fitInteracted } from '../../src/domain/statistics/models/lin-interacted.ts';
import { fitLogistic } from '../../src/domain/statistics/models/logistic.ts';
import { mantelHaenszel } from '../../src/domain/statistics/mantel-haenszel.ts';
import { holm } from '../../src/domain/statistics/multiplicity.ts';
import { propensityWeights, weightedDifference } from '../../src/domain/statistics/models/overlap-weights.ts';
import { newcombe } from '../../src/domain/statistics/proportions.ts';
import { welch } from '../../src/domain/statistics/welch.ts';
import { count, normal, range, repeat, type Draw, type Scenario } from './scenario.ts';

const rates =
  (n1: number, n2: number, p: number) =>
  (chance: Chance): Draw =>
    range(newcombe(count(n1, p, chance), n1, count(n2, p, chance), n2));

/** 20 mentors of 1 to 8 mentees who share their mentor's luck (ICC 0.2), and 80 people without one. */
const byMentor =
  (errors: (ids: string[]) => ErrorKind) =>
  (chance: Chance): Draw => {
    const [y, group, ids]: [number[], number[], string[]] = [[], [], []];
    for (let mentor = 0; mentor < 20; mentor++) {
      const luck = Math.sqrt(0.2) * normal(chance);
      for (let i = 0; i < 1 + (mentor % 8); i++) {
        y.push(luck + Math.sqrt(0.8) * normal(chance));
        group.push(1);
        ids.push(`mentor ${mentor}`);
      }
    }
    for (let i = 0; i < 80; i++) {
      y.push(normal(chance));
      group.push(0);
      ids.push(`alone ${i}`);
    }
    return range(
      coefficient(fitLinear({ y, columns: [{ name: 'group', values: group }], errors: errors(ids) }), 'group'),
    );
  };

interface Chosen {
  readonly y: number[];
  readonly group: number[];
  readonly start: number[];
}

/** 300 people; those who started higher are likelier to join and end higher anyway. */
const chosen = (chance: Chance, slope = (_group: number): number => 0.7): Chosen => {
  const start = repeat(300, () => normal(chance));
  const group = start.map((x) => (chance() < 1 / (1 + Math.exp(0.3 - 0.6 * x)) ? 1 : 0));
  const y = start.map((x, i) => slope(group[i] ?? 0) * x + 0.7 * normal(chance));
  return { y, group, start };
};

const columns = ({
  group,
  start,
}: Chosen): [{ name: string; values: number[] }, { name: string; values: number[] }] => [
  { name: 'group', values: group },
  { name: 'start', values: start },
];

/** Twelve outcomes that go together (r = 0.5), 60 people a group. */
const twelve = (chance: Chance): number[] => {
  const groups = repeat(2, () =>
    repeat(60, () => {
      const common = normal(chance);
      return repeat(12, () => Math.SQRT1_2 * (common + normal(chance)));
    }),
  );
  return repeat(12, (k) => {
    const [a, b] = groups.map((people) => people.map((values) => values[k] ?? 0));
    return welch(a ?? [], b ?? [])?.p ?? 1;
  });
};

/** Departments that keep people unequally and join unequally. */
const strata = (chance: Chance): { x1: number; n1: number; x2: number; n2: number }[] =>
  repeat(6, (i) => {
    const [n1, n2, p] = [10 + 6 * i, 40 - 6 * i, 0.9 - 0.09 * i];
    return { x1: count(n1, p, chance), n1, x2: count(n2, p, chance), n2 };
  });

export const comparisonScenarios: readonly Scenario[] = [
  { name: 'rates, 60 and 80 people, 80 %', draw: rates(60, 80, 0.8) },
  { name: 'rates, 12 and 15 people, 90 %', draw: rates(12, 15, 0.9) },
  {
    name: 'means, 15 and 60 people, SD 2 and 1 (Welch)',
    draw: (chance) =>
      range(
        welch(
          repeat(15, () => 2 * normal(chance)),
          repeat(60, () => normal(chance)),
        ),
      ),
  },
  { name: 'mentees share a mentor, errors as if alone (HC2)', trap: true, draw: byMentor(() => 'HC2') },
  { name: 'mentees share a mentor, CR2 with Satterthwaite df', draw: byMentor((cluster) => ({ cluster })) },
  {
    name: 'who started higher joined: bare means',
    trap: true,
    draw: (chance) => {
      const { y, group } = chosen(chance);
      const side = (value: number): number[] => y.filter((_, i) => group[i] === value);
      return range(welch(side(1), side(0)));
    },
  },
  {
    name: 'who started higher joined: allowing for the start (HC2)',
    draw: (chance) => {
      const data = chosen(chance);
      return range(coefficient(fitLinear({ y: data.y, columns: columns(data) }), 'group'));
    },
  },
  {
    name: "placed by lottery, start allowed for (Lin's form)",
    draw: (chance) => {
      const start = repeat(80, () => normal(chance));
      const group = start.map((_, i) => (i % 3 === 0 ? 1 : 0));
      const y = start.map((x, i) => (group[i] === 1 ? 1.2 : 0.2) * x + normal(chance));
      // The truth is the difference at these people's average start.
      const truth = start.reduce((sum, x) => sum + x, 0) / start.length;
      const [own, covariate] = columns({ y, group, start });
      return { ...range(fitInteracted({ y, groups: [own], covariates: [covariate] }).effects[0]), truth };
    },
  },
  {
    name: 'who started higher joined: overlap weights',
    draw: (chance) => {
      const { y, group, start } = chosen(chance);
      const { fitted } = fitLogistic({ y: group, columns: [{ name: 'start', values: start }] });
      return range(weightedDifference(y, group, propensityWeights(fitted, group)));
    },
  },
  {
    name: 'departments differ: pooled rates',
    trap: true,
    draw: (chance) => {
      const all = strata(chance).reduce((a, b) => ({
        x1: a.x1 + b.x1,
        n1: a.n1 + b.n1,
        x2: a.x2 + b.x2,
        n2: a.n2 + b.n2,
      }));
      return range(newcombe(all.x1, all.n1, all.x2, all.n2));
    },
  },
  { name: 'departments differ: Mantel-Haenszel within them', draw: (chance) => range(mantelHaenszel(strata(chance))) },
  {
    name: 'twelve outcomes, any one below 5 %',
    trap: true,
    draw: (chance) => ({ claimed: twelve(chance).some((p) => p < 0.05) }),
  },
  {
    name: 'twelve outcomes, any one after Holm',
    draw: (chance) => ({ claimed: holm(twelve(chance)).some((p) => p < 0.05) }),
  },
];
