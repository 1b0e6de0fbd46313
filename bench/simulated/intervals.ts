// Ranges of single quantities around a truth that is known.
import { cronbachAlpha } from '../../src/domain/statistics/cronbach.ts';
import { hedgesG, hedgesGz } from '../../src/domain/statistics/hedges.ts';
import { logRank } from '../../src/domain/statistics/log-rank.ts';
import { poissonRate } from '../../src/domain/statistics/poisson-rate.ts';
import { clopperPearson, wilson } from '../../src/domain/statistics/proportions.ts';
import { restrictedMean, kaplanMeier, survivalAt, type SurvivalCurve } from '../../src/domain/statistics/survival.ts';
import type { Chance } from '../../src/domain/chance.ts';
import { count, exponential, normal, poisson, range, repeat, uniform, type Scenario } from './scenario.ts';

/** Leaving at rate 1, following that ends at a time up to 2. */
const followed = (n: number, chance: Chance): { times: Float64Array; events: Uint8Array } => {
  const rows = repeat(n, () => ({ leaves: exponential(chance, 1), ends: 2 * uniform(chance) }));
  return {
    times: Float64Array.from(rows, ({ leaves, ends }) => Math.min(leaves, ends)),
    events: Uint8Array.from(rows, ({ leaves, ends }) => (leaves <= ends ? 1 : 0)),
  };
};

const curve = (n: number, chance: Chance): SurvivalCurve => {
  const { times, events } = followed(n, chance);
  return kaplanMeier(times, events);
};

export const kernelScenarios: readonly Scenario[] = [
  {
    name: 'one rate, 20 people, 70 to 95 % (Wilson, 95 % on average)',
    draw: (chance) => {
      const truth = 0.7 + 0.25 * chance();
      return { ...range(wilson(count(20, truth, chance), 20)), truth };
    },
  },
  {
    name: 'one rate, 20 people, 85 % (Clopper-Pearson, at least 95 %)',
    draw: (chance) => ({ ...range(clopperPearson(count(20, 0.85, chance), 20)), truth: 0.85 }),
  },
  {
    name: 'flags by month, 8 expected (exact Poisson, at least 95 %)',
    draw: (chance) => ({ ...range(poissonRate(poisson(8, chance), 1)), truth: 8 }),
  },
  {
    name: 'share still here, 60 people, a third not followed (log-log)',
    draw: (chance) => {
      const { low, high } = survivalAt(curve(60, chance), 0.7);
      return { low, high, truth: Math.exp(-0.7) };
    },
  },
  {
    name: 'median time, 60 people',
    draw: (chance) => {
      const { low = 0, high = Infinity } = curve(60, chance).median;
      return { low, high, truth: Math.LN2 };
    },
  },
  {
    name: 'mean time within 1, 120 people',
    draw: (chance) => {
      const { mean, se } = restrictedMean(curve(120, chance).steps, 1);
      return { low: mean - 1.959964 * se, high: mean + 1.959964 * se, truth: 1 - Math.exp(-1) };
    },
  },
  {
    name: 'log-rank, three groups of 30',
    draw: (chance) => ({
      claimed: (logRank(repeat(3, (i) => ({ label: String(i), ...followed(30, chance) })))?.p ?? 1) < 0.05,
    }),
  },
  {
    name: 'Hedges g of 0.5, 30 and 30 people',
    draw: (chance) => ({
      ...range(
        hedgesG(
          repeat(30, () => 0.5 + normal(chance)),
          repeat(30, () => normal(chance)),
        ),
      ),
      truth: 0.5,
    }),
  },
  {
    name: 'g_z of 0.5, 25 pairs',
    draw: (chance) => ({
      ...range(
        hedgesGz(
          repeat(25, () => 0),
          repeat(25, () => 0.5 + normal(chance)),
        ),
      ),
      truth: 0.5,
    }),
  },
  {
    name: 'alpha of 0.714, 5 items, 60 people (Feldt)',
    draw: (chance) => {
      const person = repeat(60, () => normal(chance));
      const items = repeat(5, (i) => ({
        name: String(i),
        values: person.map((level) => level + Math.SQRT2 * normal(chance)),
      }));
      return { ...range(cronbachAlpha(items)), truth: 1.25 * (1 - 15 / 35) };
    },
  },
];
