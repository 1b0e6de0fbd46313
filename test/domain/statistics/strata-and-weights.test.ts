// If these fail, comparisons adjusted by strata or by weights are not R's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../../src/domain/statistics/models/logistic.ts';
import { mantelHaenszel, type CommonRatio, type Stratum } from '../../../src/domain/statistics/mantel-haenszel.ts';
import { NotEstimable } from '../../../src/domain/statistics/models/orthogonalize.ts';
import {
  propensityWeights,
  weightedBalance,
  weightedDifference,
} from '../../../src/domain/statistics/models/overlap-weights.ts';
import { newcombe } from '../../../src/domain/statistics/proportions.ts';
import { ownOracle } from './oracle.ts';

describe('agreement with R', () => {
  const stratified = ownOracle<Readonly<Record<string, MhCase | string>>>('06_mantel_haenszel');
  it('Mantel-Haenszel', () => {
    for (const [name, each] of Object.entries(stratified.data)) {
      if (typeof each === 'string') continue;
      const strata = each.strata.map(({ a, n1, c, n2 }) => ({ x1: a, n1, x2: c, n2 }));
      const got = mantelHaenszel(strata)!;
      const same = (found: CommonRatio | undefined, wanted: Effect, what: string): void => {
        for (const [key, value] of [
          ['estimate', wanted.estimate],
          ['se', wanted.se],
          ['low', wanted.lower],
          ['high', wanted.upper],
          ['p', wanted.p],
        ] as const) {
          stratified.close(found?.[key], value, `${name} ${what} ${key}`);
        }
      };
      same({ ...got, estimate: got.riskDifference }, each.rd, 'risk difference');
      same(got.riskRatio, each.rr, 'risk ratio');
      same(got.oddsRatio, each.or, 'odds ratio');
      stratified.close(got.oddsRatio!.estimate, each.cmh.common_or, `${name} common odds ratio`);
      stratified.close(got.oddsRatio!.low, each.cmh.lower, `${name} common odds ratio low`);
      stratified.close(got.oddsRatio!.high, each.cmh.upper, `${name} common odds ratio high`);
      stratified.close(got.test!.chiSquare, each.cmh.statistic, `${name} CMH`);
      stratified.close(got.test!.p, each.cmh.p, `${name} CMH p`);
      const sum = (key: keyof Stratum): number => strata.reduce((total, stratum) => total + stratum[key], 0);
      const crude = newcombe(sum('x1'), sum('n1'), sum('x2'), sum('n2'))!;
      stratified.close(crude.difference, each.crude.rd, `${name} crude`);
      stratified.close(crude.low, each.crude.newcombe[0]!, `${name} crude low`);
      stratified.close(crude.high, each.crude.newcombe[1]!, `${name} crude high`);
    }
  });

  const propensity = ownOracle<Lalonde>('15_propensity');
  it('logistic propensity, weights, balance', () => {
    const { data, close } = propensity;
    const names = ['age', 'educ', 'black', 'hispan', 'married', 'nodegree', 're74', 're75'] as const;
    const columns = names.map((name) => ({ name, values: data.data.map((row) => row[name]) }));
    const treated = data.data.map((row) => row.treat);
    const y = data.data.map((row) => row.re78);
    const fit = fitLogistic({ y: treated, columns });
    for (const { name, estimate, se } of fit.coefficients) {
      close(estimate, data.logit_coef[name]!, `logit ${name}`);
      // R takes these from the weights of the round before its last, which is off by up to 3e-9 here.
      close(se, data.logit_se[name]!, `logit se ${name}`, 1e-8);
    }
    close(fit.deviance, data.deviance, 'deviance');
    data.ps_first10.forEach((value, i) => {
      close(fit.fitted[i], value, `probability ${i}`);
    });
    const ones = new Float64Array(treated.length).fill(1);
    close(weightedDifference(y, treated, ones).estimate, data.crude, 'crude');
    for (const [target, wanted] of [
      ['everybody', data.ate],
      ['treated', data.att],
      ['overlap', data.overlap],
    ] as const) {
      const weights = propensityWeights(fit.fitted, treated, target);
      const got = weightedDifference(y, treated, weights);
      close(got.estimate, wanted.effect, target);
      close(got.se, wanted.se_HC1, `${target} HC1`);
      close(weightedDifference(y, treated, weights, { errors: 'HC0' }).se, wanted.se_HC0, `${target} HC0`);
      close(got.effectiveTreated, wanted.ess_treated, `${target} effective treated`);
      close(got.effectiveComparison, wanted.ess_control, `${target} effective comparison`);
    }
    for (const { covariate, raw, ate, att } of data.smd) {
      const { values } = columns.find(({ name }) => name === covariate)!;
      close(weightedBalance(values, treated), raw, `balance ${covariate}`);
      const by = (target: 'everybody' | 'treated'): number | undefined =>
        weightedBalance(values, treated, propensityWeights(fit.fitted, treated, target));
      close(by('everybody'), ate, `balance ${covariate}, everybody`);
      close(by('treated'), att, `balance ${covariate}, treated`);
    }
    // Overlap weights balance the columns of their model exactly.
    for (const { values } of columns) {
      expect(Math.abs(weightedBalance(values, treated, propensityWeights(fit.fitted, treated))!)).toBeLessThan(1e-9);
    }
  });
});

describe('what must hold', () => {
  const cell = fc.integer({ min: 0, max: 20 });
  const stratum = fc.tuple(cell, cell, cell, cell).map(([x1, y1, x2, y2]) => ({ x1, n1: x1 + y1, x2, n2: x2 + y2 }));

  it('swapping groups flips the sign; one stratum is the plain difference; lonely strata are counted, not used', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
        const got = mantelHaenszel(strata);
        const swapped = mantelHaenszel(strata.map(({ x1, n1, x2, n2 }) => ({ x1: x2, n1: n2, x2: x1, n2: n1 })));
        expect(got === undefined).toBe(swapped === undefined);
        if (got === undefined || swapped === undefined) return;
        expect(swapped.riskDifference).toBeCloseTo(-got.riskDifference, 12);
        expect(swapped.se).toBeCloseTo(got.se, 12);
        expect(got.p).toBeGreaterThanOrEqual(0);
        expect(got.p).toBeLessThanOrEqual(1);
        if (got.riskRatio !== undefined) {
          expect(got.riskRatio.estimate * swapped.riskRatio!.estimate).toBeCloseTo(1, 9);
        }
        const more = mantelHaenszel([...strata, { x1: 3, n1: 5, x2: 0, n2: 0 }, { x1: 0, n1: 0, x2: 1, n2: 4 }])!;
        expect(more.riskDifference).toBe(got.riskDifference);
        expect(more.withoutComparison.first).toBe(got.withoutComparison.first + 5);
        expect(more.withoutComparison.second).toBe(got.withoutComparison.second + 4);
      }),
    );
    expect(mantelHaenszel([{ x1: 8, n1: 10, x2: 3, n2: 6 }])!.riskDifference).toBeCloseTo(0.3, 12);
    expect(mantelHaenszel([])).toBeUndefined();
    expect(mantelHaenszel([{ x1: 0, n1: 3, x2: 0, n2: 0 }])).toBeUndefined();
    expect(mantelHaenszel([{ x1: 2, n1: 2, x2: 2, n2: 2 }])).toMatchObject({
      riskDifference: 0,
      p: 1,
      test: undefined,
    });
  });

  it('what splits the outcome, follows from another column or is too few is said, with the column', () => {
    const y = [0, 0, 0, 0, 1, 1, 1, 1];
    const attempt = (outcome: number[], values: Record<string, number[]>): NotEstimable => {
      try {
        fitLogistic({
          y: outcome,
          columns: Object.entries(values).map(([name, column]) => ({ name, values: column })),
        });
      } catch (error) {
        if (error instanceof NotEstimable) return error;
        throw error;
      }
      throw new Error('fitted');
    };
    const noise = [3, 1, 4, 1, 5, 2, 2, 3];
    expect(attempt(y, { noise, score: [1, 2, 3, 4, 5, 6, 7, 8] })).toMatchObject({
      reason: 'separated',
      column: 'score',
    });
    // A group in which everybody says yes.
    expect(attempt([0, 1, 0, 1, 1, 1, 1, 0], { honors: [0, 0, 0, 0, 1, 1, 1, 0] })).toMatchObject({
      reason: 'separated',
      column: 'honors',
    });
    expect(attempt(y, { noise, again: noise.map((value) => 2 * value - 1) })).toMatchObject({
      reason: 'collinear',
      column: 'again',
    });
    expect(attempt([1, 1, 1, 1], { x: [1, 2, 3, 4] }).message).toBe('everybody has the same outcome');
    expect(attempt([1, 0], { x: [1, 2] }).reason).toBe('too-few');
    expect(weightedBalance([1, 1, 1, 1], [1, 1, 0, 0])).toBeUndefined();
  });
});

interface Effect {
  readonly estimate: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

interface MhCase {
  readonly strata: readonly { readonly a: number; readonly n1: number; readonly c: number; readonly n2: number }[];
  readonly rd: Effect;
  readonly rr: Effect;
  readonly or: Effect;
  readonly cmh: {
    readonly statistic: number;
    readonly p: number;
    readonly common_or: number;
    readonly lower: number;
    readonly upper: number;
  };
  readonly crude: { readonly rd: number; readonly newcombe: number[] };
}

interface Weighted {
  readonly effect: number;
  readonly se_HC0: number;
  readonly se_HC1: number;
  readonly ess_treated: number;
  readonly ess_control: number;
}

interface Lalonde {
  readonly data: readonly Readonly<
    Record<'treat' | 'age' | 'educ' | 'black' | 'hispan' | 'married' | 'nodegree' | 're74' | 're75' | 're78', number>
  >[];
  readonly logit_coef: Readonly<Record<string, number>>;
  readonly logit_se: Readonly<Record<string, number>>;
  readonly deviance: number;
  readonly ps_first10: number[];
  readonly crude: number;
  readonly ate: Weighted;
  readonly att: Weighted;
  readonly overlap: Weighted;
  readonly smd: readonly {
    readonly covariate: string;
    readonly raw: number;
    readonly ate: number;
    readonly att: number;
  }[];
}
