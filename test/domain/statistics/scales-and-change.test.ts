// If these fail, change between waves, the quality of a scale, and how one thing goes with another are not R's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson } from '../../../src/domain/statistics/correlation.ts';
import { cronbachAlpha, reliableChange, type ScaleItem } from '../../../src/domain/statistics/cronbach.ts';
import { hedgesGz } from '../../../src/domain/statistics/hedges.ts';
import { coefficient, fitLinear } from '../../../src/domain/statistics/models/linear-model.ts';
import { pairedChange } from '../../../src/domain/statistics/paired.ts';
import { recommendScore } from '../../../src/domain/statistics/recommend-score.ts';
import { spearman } from '../../../src/domain/statistics/spearman.ts';
import { tInterval } from '../../../src/domain/statistics/distributions/student-t.ts';
import { summarize } from '../../../src/domain/statistics/summary.ts';
import { trendTest } from '../../../src/domain/statistics/trend.ts';
import { mcNemar } from '../../../src/domain/statistics/two-by-two.ts';
import { wilcoxonSignedRank } from '../../../src/domain/statistics/wilcoxon.ts';
import { ownOracle } from './oracle.ts';

describe('agreement with R', () => {
  const paired = ownOracle<Readonly<Record<string, PairedCase | string>>>('08_paired');
  it('change of the same people', () => {
    for (const [name, each] of Object.entries(paired.data)) {
      if (typeof each === 'string') continue;
      const got = pairedChange(each.pre, each.post)!;
      const g = hedgesGz(each.pre, each.post)!;
      for (const [found, wanted, what] of [
        [got.meanChange, each.mean_change, 'mean change'],
        [got.sdChange, each.sd_change, 'sd of change'],
        [got.test?.t, each.t, 't'],
        [got.test?.df, each.df, 'df'],
        [got.test?.p, each.p, 'p'],
        [got.test?.low, each.lower, 'low'],
        [got.test?.high, each.upper, 'high'],
        [g.d, each.dz, 'd_z'],
        [g.g / g.d, each.J, 'factor'],
        [g.g, each.gz, 'g_z'],
        [got.r, each.r, 'r'],
        [got.dAverage, each.d_av, 'd average'],
        [got.dRepeated, each.d_rm, 'd repeated'],
        [got.dBefore, each.d_presd, 'd before'],
        [got.n, each.n, 'n'],
        [got.improved, each.improved, 'improved'],
        [got.same, each.same, 'same'],
        [got.declined, each.declined, 'declined'],
      ] as const) {
        paired.close(found, wanted, `${name} ${what}`);
      }
    }
  });

  const signed = ownOracle<{ sleep: SignedCase; likert: SignedCase }>('09_wilcoxon');
  it('signed ranks with ties and zeros', () => {
    for (const name of ['sleep', 'likert'] as const) {
      const each = signed.data[name];
      const got = wilcoxonSignedRank(each.pre, each.post)!;
      signed.close(got.n, each.n_nonzero, `${name} n`);
      signed.close(got.v, each.V, `${name} V`);
      signed.close(got.p, each.p_cc, `${name} p`);
      signed.close(got.pUncorrected, each.p_nocc, `${name} p uncorrected`);
      signed.close(got.pExact, each.p_exact_coin, `${name} p exact`);
      signed.close(got.rankBiserial, each.rank_biserial, `${name} rank biserial`);
    }
  });

  const scales = ownOracle<Scales>('13_cronbach');
  it('alpha, its interval, and the items', () => {
    const { data, close } = scales;
    const turned = data.bfi_agree.raw.map((row) => ({ ...row, A1: 7 - row['A1']! }));
    for (const [name, each, rows] of [
      ['attitude', data.attitude, data.attitude.data],
      ['agreeableness', data.bfi_agree, turned],
    ] as const) {
      const got = cronbachAlpha(itemsOf(each.items, rows))!;
      close(got.alpha, each.alpha, `${name} alpha`);
      close(got.standardized, each.std_alpha, `${name} standardised alpha`);
      close(got.meanCorrelation, each.mean_r, `${name} mean r`);
      close(got.n, each.n, `${name} n`);
      close(got.low, each.feldt_lower, `${name} low`);
      close(got.high, each.feldt_upper, `${name} high`);
      for (const item of got.items) {
        close(item.alphaWithout, each.alpha_if_dropped[item.name]!, `${name} without ${item.name}`);
        close(item.itemRest, each.item_rest_r[item.name]!, `${name} item-rest ${item.name}`);
      }
    }
    const means = summarize(turned.map((row) => Object.values(row).reduce((sum, value) => sum + value, 0) / 5))!;
    close(means.mean, data.bfi_agree.scale_mean, 'scale mean');
    close(means.sd, data.bfi_agree.scale_sd, 'scale sd');
    const unturned = cronbachAlpha(itemsOf(data.bfi_agree.items, data.bfi_agree.raw))!;
    close(unturned.alpha, data.bfi_agree_unreversed_alpha, 'alpha with an item left unreversed');
    expect(unturned.items.find(({ name }) => name === 'A1')!.itemRest).toBeLessThan(0);
  });

  const dose = ownOracle<Dose>('16_dose');
  it('correlation and trend', () => {
    const { data, close } = dose;
    for (const name of ['mtcars', 'ties'] as const) {
      const { x, y, ...each } = data[name];
      const straight = pearson(x, y)!;
      close(straight.r, each.pearson, `${name} r`);
      close(straight.p, each.p, `${name} p`);
      close(straight.low, each.lower, `${name} low`);
      close(straight.high, each.upper, `${name} high`);
      close(spearman(x, y)!.rho, each.spearman, `${name} rho`);
      close(spearman(x, y)!.p, each.spearman_p, `${name} rho p`);
      const slope = coefficient(fitLinear({ y, columns: [{ name: 'x', values: x }], errors: 'classic' }), 'x');
      close(slope.estimate, each.slope, `${name} slope`);
      close(slope.low, each.slope_lower, `${name} slope low`);
      close(slope.high, each.slope_upper, `${name} slope high`);
    }
    const { x, n, score, chisq, p } = data.trend;
    close(trendTest(x, n, score)!.chiSquare, chisq, 'trend');
    close(trendTest(x, n)!.p, p, 'trend p');
  });

  const misc = ownOracle<Misc>('18_misc');
  it('McNemar, recommend score, one column', () => {
    const { mcnemar, nps, summary } = misc.data;
    const { close } = misc;
    const pairs = mcNemar(mcnemar.b, mcnemar.c)!;
    close(pairs.chiSquare, mcnemar.chisq, 'McNemar');
    close(pairs.p, mcnemar.p, 'McNemar p');
    close(pairs.chiSquareCorrected, mcnemar.chisq_cc, 'McNemar corrected');
    close(pairs.pCorrected, mcnemar.p_cc, 'McNemar corrected p');
    close(pairs.pExact, mcnemar.p_exact, 'McNemar exact', 1e-7);
    const score = recommendScore(nps.promoters, nps.passives, nps.detractors)!;
    close(score.score, nps.nps, 'recommend score');
    close(score.se, nps.se, 'recommend score se');
    close(score.interval?.low, nps.lower, 'recommend score low');
    close(score.interval?.high, nps.upper, 'recommend score high');
    const column = summarize(summary.x)!;
    close(column.mean, summary.mean, 'mean');
    close(column.sd, summary.sd, 'sd');
    close(column.median, summary.median, 'median');
    close(column.q1, summary.q1, 'first quartile');
    close(column.q3, summary.q3, 'third quartile');
    const n = summary.x.length;
    const { low, high } = tInterval(column.mean, column.sd! / Math.sqrt(n), n - 1, 0.95);
    close(low, summary.mean_lower, 'mean low');
    close(high, summary.mean_upper, 'mean high');
  });
});

describe('what must hold', () => {
  const answer = fc.integer({ min: 1, max: 5 });
  const waves = fc.array(fc.tuple(answer, answer), { minLength: 2, maxLength: 40 });

  it('turning the waves round flips the sign and keeps the p values', () => {
    fc.assert(
      fc.property(waves, (rows) => {
        const [pre, post] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const [there, back] = [pairedChange(pre, post)!, pairedChange(post, pre)!];
        expect(back.meanChange).toBeCloseTo(-there.meanChange, 12);
        expect(back.test?.p ?? 2).toBeCloseTo(there.test?.p ?? 2, 12);
        expect([back.improved, back.same, back.declined]).toEqual([there.declined, there.same, there.improved]);
        const [up, down] = [wilcoxonSignedRank(pre, post), wilcoxonSignedRank(post, pre)];
        expect(up === undefined).toBe(down === undefined);
        if (up === undefined || down === undefined) return;
        expect(up.rankBiserial).toBeCloseTo(-down.rankBiserial, 12);
        expect(up.pExact!).toBeCloseTo(down.pExact!, 12);
        for (const p of [up.p, up.pUncorrected, up.pExact!]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('rank correlation sees only the order; alpha sees no shift or stretch; its interval holds it', () => {
    fc.assert(
      fc.property(waves, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const plain = spearman(x, y);
        const bent = spearman(
          x.map((value) => Math.exp(value)),
          y.map((value) => value ** 3),
        );
        expect(bent?.rho ?? 2).toBeCloseTo(plain?.rho ?? 2, 12);
        const items = [
          { name: 'a', values: x },
          { name: 'b', values: y },
          { name: 'c', values: x.map((value, i) => value + y[i]! * (i % 2)) },
        ];
        const alpha = cronbachAlpha(items);
        if (alpha === undefined) return;
        expect(alpha.low).toBeLessThanOrEqual(alpha.alpha);
        expect(alpha.high).toBeGreaterThanOrEqual(alpha.alpha);
        const moved = cronbachAlpha(items.map(({ name, values }) => ({ name, values: values.map((v) => 3 * v + 1) })))!;
        expect(moved.alpha).toBeCloseTo(alpha.alpha, 9);
      }),
    );
  });

  it('nobody, one, two, no change, no spread', () => {
    expect(pairedChange([], [])).toBeUndefined();
    expect(pairedChange([1], [2])).toBeUndefined();
    expect(pairedChange([1, 2], [2, 3])).toMatchObject({ meanChange: 1, test: undefined, improved: 2, r: 1 });
    expect(() => pairedChange([1], [1, 2])).toThrow(RangeError);
    expect(wilcoxonSignedRank([1, 2], [1, 2])).toBeUndefined();
    expect(wilcoxonSignedRank([1], [2])).toMatchObject({ n: 1, v: 1, pExact: 1, rankBiserial: 1 });
    const many = Array.from({ length: 250 }, (_, i) => i);
    expect(
      wilcoxonSignedRank(
        many,
        many.map((v) => v + (v % 3) - 0.5),
      )!.pExact,
    ).toBeUndefined();
    expect(pearson([1, 2], [3, 4])).toMatchObject({ r: 1, p: undefined, low: undefined });
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(pearson([1, 2, 3, 4], [1, 2, 3, 4])).toMatchObject({ r: 1, p: 0, low: 1, high: 1 });
    expect(() => pearson([1], [1, 2])).toThrow(RangeError);
    expect(spearman([1, 2], [1, 2])).toBeUndefined();
    expect(trendTest([0, 0], [3, 4])).toBeUndefined();
    expect(trendTest([], [])).toBeUndefined();
    expect(trendTest([1], [4])).toBeUndefined();
    expect(recommendScore(0, 0, 0)).toBeUndefined();
    expect(recommendScore(3, 0, 0)).toEqual({ score: 100, se: 0, interval: undefined });
    expect(cronbachAlpha([])).toBeUndefined();
    expect(cronbachAlpha([{ name: 'a', values: [1, 2, 3] }])).toBeUndefined();
    expect(
      cronbachAlpha([
        { name: 'a', values: [1] },
        { name: 'b', values: [2] },
      ]),
    ).toBeUndefined();
    const still = cronbachAlpha([
      { name: 'a', values: [1, 2, 3] },
      { name: 'b', values: [2, 2, 2] },
    ])!;
    expect(still).toMatchObject({ standardized: undefined, meanCorrelation: undefined });
    expect(still.items[1]).toEqual({ name: 'b', alphaWithout: undefined, itemRest: undefined });
    expect(reliableChange(10, 0.84)).toBeCloseTo(11.087, 3);
  });
});

const itemsOf = (names: readonly string[], rows: readonly Readonly<Record<string, number>>[]): ScaleItem[] =>
  names.map((name) => ({ name, values: rows.map((row) => row[name]!) }));

type PairedCase = { readonly pre: number[]; readonly post: number[] } & Readonly<
  Record<'n' | 'mean_change' | 'sd_change' | 't' | 'df' | 'p' | 'lower' | 'upper' | 'dz' | 'J' | 'gz' | 'r', number> &
    Record<'d_av' | 'd_rm' | 'd_presd' | 'improved' | 'same' | 'declined', number>
>;

type SignedCase = { readonly pre: number[]; readonly post: number[] } & Readonly<
  Record<'n_nonzero' | 'V' | 'p_cc' | 'p_nocc' | 'p_exact_coin' | 'rank_biserial', number>
>;

interface Scale {
  readonly items: string[];
  readonly alpha: number;
  readonly std_alpha: number;
  readonly mean_r: number;
  readonly n: number;
  readonly feldt_lower: number;
  readonly feldt_upper: number;
  readonly alpha_if_dropped: Readonly<Record<string, number>>;
  readonly item_rest_r: Readonly<Record<string, number>>;
}

interface Scales {
  readonly attitude: Scale & { readonly data: readonly Readonly<Record<string, number>>[] };
  readonly bfi_agree: Scale & {
    readonly raw: readonly Readonly<Record<string, number>>[];
    readonly scale_mean: number;
    readonly scale_sd: number;
  };
  readonly bfi_agree_unreversed_alpha: number;
}

type DoseCase = { readonly x: number[]; readonly y: number[] } & Readonly<
  Record<'pearson' | 'p' | 'lower' | 'upper' | 'spearman' | 'spearman_p', number> &
    Record<'slope' | 'slope_lower' | 'slope_upper', number>
>;

interface Dose {
  readonly mtcars: DoseCase;
  readonly ties: DoseCase;
  readonly trend: {
    readonly x: number[];
    readonly n: number[];
    readonly score: number[];
    readonly chisq: number;
    readonly p: number;
  };
}

interface Misc {
  readonly mcnemar: Readonly<Record<'b' | 'c' | 'chisq_cc' | 'p_cc' | 'chisq' | 'p' | 'p_exact', number>>;
  readonly nps: Readonly<Record<'promoters' | 'passives' | 'detractors' | 'nps' | 'se' | 'lower' | 'upper', number>>;
  readonly summary: { readonly x: number[] } & Readonly<
    Record<'mean' | 'sd' | 'median' | 'q1' | 'q3' | 'mean_lower' | 'mean_upper', number>
  >;
}
