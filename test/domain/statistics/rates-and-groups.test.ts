// If these fail, counts over time and comparisons of more than two groups are not R's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanCumulative } from '../../../src/domain/statistics/cumulative.ts';
import { anova, chiSquareTable, kruskalWallis, welchAnova } from '../../../src/domain/statistics/k-groups.ts';
import { poissonRate, poissonRateRatio } from '../../../src/domain/statistics/poisson-rate.ts';
import { sameGroupByChance } from '../../../src/domain/statistics/random-pairs.ts';
import { chiSquareTest } from '../../../src/domain/statistics/two-by-two.ts';
import { ownOracle } from './oracle.ts';

describe('agreement with R', () => {
  const rates = ownOracle<Rates>('20_rates');
  it('events that come again, exact Poisson rates, pairs by chance', () => {
    const { mcf, poisson, ratio, same_group } = rates.data;
    const { close } = rates;
    const steps = meanCumulative(
      mcf.data.map(({ id, tstart, tstop, status }) => ({ id, start: tstart, stop: tstop, event: status === 1 })),
    );
    expect(steps.length).toBe(mcf.table.length);
    mcf.table.forEach((row, i) => {
      expect([steps[i]!.time, steps[i]!.atRisk, steps[i]!.events]).toEqual([row.time, row.n_risk, row.n_event]);
      close(steps[i]!.mean, row.mcf, `mean events by ${row.time}`);
      close(steps[i]!.se, mcf.robust_se[i]!, `se by ${row.time}`);
    });
    for (const { events, time, rate, lower, upper } of poisson) {
      const got = poissonRate(events, time)!;
      close(got.rate, rate, `rate ${events}/${time}`);
      close(got.low, lower, `rate ${events}/${time} low`);
      close(got.high, upper, `rate ${events}/${time} high`);
    }
    const got = poissonRateRatio(ratio.x[0]!, ratio.t[0]!, ratio.x[1]!, ratio.t[1]!)!;
    close(got.ratio, ratio.ratio, 'ratio');
    close(got.low, ratio.lower, 'ratio low');
    close(got.high, ratio.upper, 'ratio high');
    close(got.p, ratio.p, 'ratio p', 1e-7);
    const counts = (of: Readonly<Record<string, number>>): Map<string, number> => new Map(Object.entries(of));
    const chance = sameGroupByChance(counts(same_group.mentors), counts(same_group.mentees));
    close(chance, same_group.expected_share, 'pairs in one group by chance');
  });

  const groups = ownOracle<Groups>('17_k_groups');
  it('k groups', () => {
    const { data, welch, classic, kruskal, chisq } = groups.data;
    const { close } = groups;
    const sprays = ['A', 'B', 'C', 'D', 'E', 'F'].map((spray) =>
      data.flatMap((row) => (row.spray === spray ? row.count : [])),
    );
    for (const [got, wanted, what] of [
      [welchAnova(sprays), welch, 'Welch'],
      [anova(sprays), classic, 'classic'],
    ] as const) {
      close(got?.f, wanted.F, `${what} F`);
      close(got?.df1, wanted.df1, `${what} df`);
      close(got?.df2, wanted.df2, `${what} df`);
      close(got?.p, wanted.p, `${what} p`);
    }
    close(kruskalWallis(sprays)!.h, kruskal.H, 'Kruskal-Wallis');
    close(kruskalWallis(sprays)!.df, kruskal.df, 'Kruskal-Wallis df');
    close(kruskalWallis(sprays)!.p, kruskal.p, 'Kruskal-Wallis p');
    const table = chiSquareTable([chisq.kept, chisq.left])!;
    close(table.chiSquare, chisq.chisq, 'chi-square');
    close(table.df, chisq.df, 'chi-square df');
    close(table.p, chisq.p, 'chi-square p');
    close(table.leastExpected, chisq.min_expected, 'smallest expected');
  });

  const classes = ownOracle<{ data: { class: string; lang: number }[]; icc1: number }>('12_cluster');
  it('share of variance between classes', () => {
    const rows = classes.data.data;
    const values = [...new Set(rows.map((row) => row.class))].map((name) =>
      rows.flatMap((row) => (row.class === name ? row.lang : [])),
    );
    classes.close(anova(values)?.icc, classes.data.icc1, 'ICC(1)');
  });
});

describe('what must hold', () => {
  const count = fc.integer({ min: 0, max: 200 });
  const time = fc.integer({ min: 1, max: 1000 });

  it('a rate lies in its interval; turned round, a ratio is its reciprocal', () => {
    fc.assert(
      fc.property(count, time, count, time, (x1, t1, x2, t2) => {
        const { rate, low, high } = poissonRate(x1, t1)!;
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThan(rate);
        const [there, back] = [poissonRateRatio(x1, t1, x2, t2), poissonRateRatio(x2, t2, x1, t1)];
        if (there === undefined || back === undefined) {
          expect(x1 + x2).toBe(0);
          return;
        }
        expect(back.p).toBeCloseTo(there.p, 7);
        if (there.ratio === undefined) return;
        expect(there.low).toBeLessThanOrEqual(there.ratio);
        expect(there.high).toBeGreaterThanOrEqual(there.ratio);
        if (x1 > 0) expect(back.high! * there.low).toBeCloseTo(1, 8);
      }),
    );
  });

  it('two groups by the table are the two by two; order of groups does not matter', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = chiSquareTable([
          [a, c],
          [b, d],
        ]);
        expect(table?.chiSquare ?? -1).toBeCloseTo(chiSquareTest(a, a + b, c, c + d)?.chiSquare ?? -1, 8);
      }),
    );
    const groups = [
      [1, 2, 4],
      [2, 3, 3, 9],
      [5, 6],
    ];
    const back = [...groups].reverse();
    expect(welchAnova(back)!.f).toBeCloseTo(welchAnova(groups)!.f, 12);
    expect(kruskalWallis(back)!.h).toBeCloseTo(kruskalWallis(groups)!.h, 12);
  });

  it('mean events only rise, and nobody, none or one group give nothing', () => {
    const steps = meanCumulative([
      { id: 'a', start: 0, stop: 5, event: true },
      { id: 'a', start: 5, stop: 9, event: true },
      { id: 'b', start: 0, stop: 5, event: true },
      { id: 'b', start: 5, stop: 6, event: false },
      { id: 'c', start: 2, stop: 8, event: false },
    ]);
    expect(steps.map(({ time: at, atRisk, mean }) => [at, atRisk, Math.round(3 * mean)])).toEqual([
      [5, 3, 2],
      [9, 1, 5],
    ]);
    for (const { low, mean, high } of steps) expect(low <= mean && mean <= high && low >= 0).toBe(true);
    expect(meanCumulative([])).toEqual([]);
    expect(meanCumulative([{ id: 1, start: 0, stop: 3, event: false }])).toEqual([]);
    expect(poissonRate(0, 0)).toBeUndefined();
    expect(poissonRate(0, 10)!.low).toBe(0);
    expect(poissonRateRatio(0, 1, 0, 1)).toBeUndefined();
    expect(poissonRateRatio(2, 1, 0, 1)).toMatchObject({ ratio: undefined, high: undefined });
    expect(poissonRateRatio(0, 1, 2, 1)).toMatchObject({ ratio: 0, low: 0 });
    expect(welchAnova([[1, 2]])).toBeUndefined();
    expect(welchAnova([[1, 2], [3]])).toBeUndefined();
    expect(
      welchAnova([
        [1, 2],
        [3, 3],
      ]),
    ).toBeUndefined();
    expect(anova([[1], [2]])).toBeUndefined();
    expect(anova([[], [1, 2]])).toBeUndefined();
    expect(kruskalWallis([[1, 1], [1]])).toBeUndefined();
    expect(kruskalWallis([])).toBeUndefined();
    expect(chiSquareTable([])).toBeUndefined();
    expect(
      chiSquareTable([
        [1, 0],
        [3, 0],
      ]),
    ).toBeUndefined();
    expect(sameGroupByChance(new Map(), new Map([['x', 1]]))).toBe(0);
  });
});

interface FCase {
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

interface Groups {
  readonly data: readonly { readonly spray: string; readonly count: number }[];
  readonly welch: FCase;
  readonly classic: FCase;
  readonly kruskal: { readonly H: number; readonly df: number; readonly p: number };
  readonly chisq: {
    readonly kept: number[];
    readonly left: number[];
    readonly chisq: number;
    readonly df: number;
    readonly p: number;
    readonly min_expected: number;
  };
}

interface Rates {
  readonly mcf: {
    readonly data: readonly { id: number; tstart: number; tstop: number; status: number }[];
    readonly table: readonly { time: number; n_risk: number; n_event: number; mcf: number }[];
    readonly robust_se: number[];
  };
  readonly poisson: readonly { events: number; time: number; rate: number; lower: number; upper: number }[];
  readonly ratio: { x: number[]; t: number[]; ratio: number; lower: number; upper: number; p: number };
  readonly same_group: {
    readonly mentors: Readonly<Record<string, number>>;
    readonly mentees: Readonly<Record<string, number>>;
    readonly expected_share: number;
  };
}
