import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { offerAndUse } from '../../../src/domain/statistics/offer-and-use.ts';
import { logRank } from '../../../src/domain/statistics/log-rank.ts';
import { fitLinear, coefficient } from '../../../src/domain/statistics/models/linear-model.ts';
import { kaplanMeier, survivalAt } from '../../../src/domain/statistics/survival.ts';
import { stratifiedDifference, survivalDifference } from '../../../src/domain/statistics/survival-difference.ts';
import { trendTest } from '../../../src/domain/statistics/trend.ts';
import { welch } from '../../../src/domain/statistics/welch.ts';

interface Curve {
  readonly value: number[];
  readonly se: number[];
  readonly low: number[];
  readonly high: number[];
}
interface Oracle {
  readonly input: {
    readonly cohort: string[];
    readonly group: number[];
    readonly t: number[];
    readonly e: number[];
    readonly pre: (number | null)[][];
    readonly post: (number | null)[][];
    readonly offer: number[];
    readonly used: number[];
    readonly y: number[];
  };
  readonly km: {
    readonly at: number[];
    readonly mentored: Curve;
    readonly others: Curve;
    readonly within: { difference: number; se: number }[];
  };
  readonly logrank: { readonly chisq: number; readonly p: number; readonly strataChisq: number };
  readonly did: Record<'estimate' | 'low' | 'high' | 'p' | 'df', number>;
  readonly use: Record<'itt' | 'use' | 'estimate' | 'se' | 'low' | 'high', number>;
  readonly pooled: { readonly estimate: number; readonly se: number };
  readonly trend: { readonly x: number[]; readonly n: number[]; readonly chisq: number; readonly p: number };
}
const r = JSON.parse(readFileSync('fixtures/oracles/22_terms_and_clocks.json', 'utf8')) as Oracle;
const { input } = r;
const close = (ours: number | undefined, theirs: number | undefined, tolerance = 1e-9): void => {
  expect(Math.abs((ours ?? NaN) - (theirs ?? NaN))).toBeLessThan(tolerance);
};
const of = (g: number, cohort?: string) => {
  const rows = input.group.flatMap((one, row) =>
    one === g && (cohort === undefined || input.cohort[row] === cohort) ? [row] : [],
  );
  return {
    times: Float64Array.from(rows, (row) => input.t[row] ?? NaN),
    events: Uint8Array.from(rows, (row) => input.e[row] ?? 0),
    strata: rows.map((row) => input.cohort[row] ?? ''),
  };
};
const curve = (g: number, cohort?: string) => kaplanMeier(of(g, cohort).times, of(g, cohort).events);

describe('against R: clocks, cohorts and terms', () => {
  it('reads curves on named days as survfit does', () => {
    for (const [g, theirs] of [
      [1, r.km.mentored],
      [0, r.km.others],
    ] as const)
      r.km.at.forEach((at, i) => {
        const ours = survivalAt(curve(g), at);
        close(ours.survival, theirs.value[i]);
        close(ours.se, theirs.se[i]);
        close(ours.low, theirs.low[i]);
        close(ours.high, theirs.high[i]);
      });
  });

  it('takes the difference of two curves with the errors of both, plainly and within cohorts', () => {
    r.km.at.forEach((at, i) => {
      const plain = survivalDifference(curve(1), curve(0), at);
      close(plain?.difference, (r.km.mentored.value[i] ?? 0) - (r.km.others.value[i] ?? 0));
      close(plain?.se, Math.hypot(r.km.mentored.se[i] ?? 0, r.km.others.se[i] ?? 0));
      const parts = ['a', 'b', 'c'].map((cohort) => ({ one: curve(1, cohort), other: curve(0, cohort) }));
      const within = stratifiedDifference(parts, at, 1.96);
      close(within?.difference, r.km.within[i]?.difference);
      close(within?.se, r.km.within[i]?.se);
    });
  });

  it('tests curves plainly and within cohorts as survdiff does', () => {
    const groups = [1, 0].map((g) => ({ label: String(g), ...of(g) }));
    close(logRank(groups.map(({ label, times, events }) => ({ label, times, events })))?.chiSquare, r.logrank.chisq);
    close(logRank(groups)?.chiSquare, r.logrank.strataChisq);
  });

  it('compares changes since before the start as t.test does', () => {
    const mean = (cells: readonly (number | null)[] | undefined): number => {
      const known = (cells ?? []).filter((cell) => cell !== null);
      return known.length === 0 ? NaN : known.reduce((sum, cell) => sum + cell, 0) / known.length;
    };
    const change = input.pre.map((cells, row) => mean(input.post[row]) - mean(cells));
    const side = (g: number): number[] => change.filter((one, row) => input.group[row] === g && !Number.isNaN(one));
    const found = welch(side(1), side(0));
    close(found?.difference, r.did.estimate);
    close(found?.low, r.did.low);
    close(found?.high, r.did.high);
    close(found?.p, r.did.p);
  });

  it('divides the difference of an offer by the difference in use', () => {
    const side = (g: number) => {
      const rows = input.offer.flatMap((one, row) => (one === g ? [row] : []));
      return {
        y: Float64Array.from(rows, (row) => input.y[row] ?? NaN),
        used: Float64Array.from(rows, (row) => input.used[row] ?? 0),
      };
    };
    const found = offerAndUse(side(1), side(0));
    close(found?.offer, r.use.itt);
    close(found?.use, r.use.use);
    close(found?.estimate, r.use.estimate);
    close(found?.se, r.use.se);
    close(found?.low, r.use.low);
    close(found?.high, r.use.high);
  });

  it('says nothing of use that the offer did not raise', () => {
    const one = { y: Float64Array.of(1, 2, 3), used: Float64Array.of(1, 0, 0) };
    expect(offerAndUse(one, one)).toBeUndefined();
    const weak = offerAndUse(
      { y: Float64Array.of(1, 2, 3), used: Float64Array.of(1, 0, 0) },
      { y: Float64Array.of(1, 2, 2), used: Float64Array.of(0, 0, 0) },
    );
    expect([weak?.low, weak?.high]).toEqual([undefined, undefined]);
  });

  it('allows for the level of each cohort as lm does, with HC2 errors', () => {
    const indicator = (name: string, test: (row: number) => boolean) => ({
      name,
      values: Float64Array.from(input.y, (_, row) => (test(row) ? 1 : 0)),
    });
    const fit = fitLinear({
      y: Float64Array.from(input.y),
      columns: [
        indicator('group', (row) => input.group[row] === 1),
        ...['b', 'c'].map((cohort) => indicator(cohort, (row) => input.cohort[row] === cohort)),
      ],
      errors: 'HC2',
    });
    close(coefficient(fit, 'group').estimate, r.pooled.estimate);
    close(coefficient(fit, 'group').se, r.pooled.se);
  });

  it('finds the trend along cohorts as prop.trend.test does', () => {
    const found = trendTest(r.trend.x, r.trend.n);
    close(found?.chiSquare, r.trend.chisq);
    close(found?.p, r.trend.p);
  });
});
