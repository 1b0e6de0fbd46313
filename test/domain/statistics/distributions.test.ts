// If these fail, every p value and interval that rests on the distribution is wrong, in the tails first.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../../src/domain/statistics/distributions/beta.ts';
import {
  binomialQuantile,
  binomialTails,
  binomialTest,
} from '../../../src/domain/statistics/distributions/binomial.ts';
import { chiSquareQuantile, chiSquareTails } from '../../../src/domain/statistics/distributions/chi-square.ts';
import { fQuantile, fTails } from '../../../src/domain/statistics/distributions/f-distribution.ts';
import { normalQuantile, normalTails, normalTwoSided } from '../../../src/domain/statistics/distributions/normal.ts';
import { poissonQuantile, poissonTails } from '../../../src/domain/statistics/distributions/poisson.ts';
import { signedRankQuantile, signedRankTails } from '../../../src/domain/statistics/distributions/signed-rank.ts';
import {
  betaTails,
  binomialTerm,
  logGamma,
  poissonTerm,
} from '../../../src/domain/statistics/distributions/special-functions.ts';
import { tQuantile, tTails, tTwoSided } from '../../../src/domain/statistics/distributions/student-t.ts';
import { ownOracle } from './oracle.ts';

interface Reference {
  readonly pnorm: readonly { x: number; lower: number; upper: number }[];
  readonly qnorm: readonly { p: number; q: number }[];
  readonly pt: readonly { t: number; df: number; lower: number; two: number }[];
  readonly qt: readonly { p: number; df: number; q: number }[];
  readonly pchisq: readonly { x: number; df: number; lower: number; upper: number }[];
  readonly qchisq: readonly { p: number; df: number; q: number }[];
  readonly pf: readonly { x: number; d1: number; d2: number; lower: number; upper: number }[];
  readonly qf: readonly { p: number; d1: number; d2: number; q: number }[];
  readonly qbeta: readonly { p: number; a: number; b: number; q: number }[];
  readonly psignrank: readonly { q: number; n: number; lower: number }[];
}

describe('agreement with R', () => {
  const { data, close } = ownOracle<Reference>('00_distributions');

  it('normal', () => {
    for (const { x, lower, upper } of data.pnorm) {
      close(normalTails(x).lower, lower, `pnorm(${x})`);
      close(normalTails(x).upper, upper, `pnorm(${x}, upper)`);
    }
    for (const { p, q } of data.qnorm) close(normalQuantile(p), q, `qnorm(${p})`);
  });

  it('t', () => {
    for (const { t, df, lower, two } of data.pt) {
      close(tTails(-t, df).lower, lower, `pt(-${t}, ${df})`);
      close(tTails(t, df).upper, lower, `pt(${t}, ${df}, upper)`);
      close(tTwoSided(t, df), two, `2 pt(-${t}, ${df})`);
    }
    for (const { p, df, q } of data.qt) {
      close(tQuantile(p, df), q, `qt(${p}, ${df})`);
      close(tQuantile(p, df, 'upper'), -q, `qt(${p}, ${df}, upper)`);
    }
  });

  it('chi-square', () => {
    for (const { x, df, lower, upper } of data.pchisq) {
      close(chiSquareTails(x, df).lower, lower, `pchisq(${x}, ${df})`);
      close(chiSquareTails(x, df).upper, upper, `pchisq(${x}, ${df}, upper)`);
    }
    for (const { p, df, q } of data.qchisq) close(chiSquareQuantile(p, df), q, `qchisq(${p}, ${df})`);
  });

  it('F', () => {
    for (const { x, d1, d2, lower, upper } of data.pf) {
      close(fTails(x, d1, d2).lower, lower, `pf(${x}, ${d1}, ${d2})`);
      close(fTails(x, d1, d2).upper, upper, `pf(${x}, ${d1}, ${d2}, upper)`);
    }
    for (const { p, d1, d2, q } of data.qf) {
      // R gets it as (1 / qbeta - 1) d2 / d1 and loses digits of a small one; the exact value of such a case follows.
      const lost = (Number.EPSILON * (d2 / d1)) / q;
      const got = fQuantile(p, d1, d2);
      if (lost < 1e-9) close(got, q, `qf(${p}, ${d1}, ${d2})`);
      else {
        expect(Math.abs(got / q - 1)).toBeLessThan(lost);
        close(fTails(got, d1, d2).lower, p, `pf(qf(${p}, ${d1}, ${d2}))`);
      }
    }
    expect(Math.abs(fQuantile(1e-4, 1, 1) / Math.tan((Math.PI * 1e-4) / 2) ** 2 - 1)).toBeLessThan(1e-13);
  });

  it('beta', () => {
    for (const { p, a, b, q } of data.qbeta) close(betaQuantile(p, a, b), q, `qbeta(${p}, ${a}, ${b})`);
  });

  it('signed rank', () => {
    for (const { q, n, lower } of data.psignrank) close(signedRankTails(q, n).lower, lower, `psignrank(${q}, ${n})`);
  });
});

describe('what must hold', () => {
  const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  const size = fc.double({ min: 0.2, max: 5000, noNaN: true });

  it('quantiles undo tails, from either side', () => {
    fc.assert(
      fc.property(share, size, size, (p, a, b) => {
        for (const tail of ['lower', 'upper'] as const) {
          expect(tTails(tQuantile(p, a, tail), a)[tail]).toBeCloseTo(p, 9);
          expect(chiSquareTails(chiSquareQuantile(p, a, tail), a)[tail]).toBeCloseTo(p, 9);
          expect(fTails(fQuantile(p, a, b, tail), a, b)[tail]).toBeCloseTo(p, 9);
          const x = betaQuantile(p, a, b, tail);
          if (x < 0.9) expect(betaTails(a, b, x, 1 - x)[tail]).toBeCloseTo(p, 9);
        }
        expect(normalTails(normalQuantile(p)).lower).toBeCloseTo(p, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('counts: tails are sums of terms, and the quantile is the first count to reach the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), share, share, (n, p, probability) => {
        let lower = 0;
        let poisson = 0;
        for (let k = 0; k < n; k++) {
          lower += binomialTerm(k, n, p, 1 - p);
          poisson += poissonTerm(k, 20 * p);
          expect(binomialTails(k, n, p).lower).toBeCloseTo(lower, 11);
          expect(binomialTails(k, n, p).upper).toBeCloseTo(1 - lower, 11);
          expect(poissonTails(k, 20 * p).lower).toBeCloseTo(poisson, 11);
        }
        const k = binomialQuantile(probability, n, p);
        expect(binomialTails(k, n, p).lower).toBeGreaterThanOrEqual(probability - 1e-12);
        expect(binomialTails(k - 1, n, p).lower).toBeLessThan(probability + 1e-12);
        const m = poissonQuantile(probability, 20 * p);
        expect(poissonTails(m, 20 * p).lower).toBeGreaterThanOrEqual(probability - 1e-12);
        expect(poissonTails(m - 1, 20 * p).lower).toBeLessThan(probability + 1e-12);
        const v = signedRankQuantile(probability, Math.min(n, 20));
        expect(signedRankTails(v, Math.min(n, 20)).lower).toBeGreaterThanOrEqual(probability - 1e-12);
        expect(signedRankTails(v - 1, Math.min(n, 20)).lower).toBeLessThan(probability + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it('the exact binomial test adds every outcome no likelier than the one seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), share, share, (n, at, p) => {
        const x = Math.round(at * n);
        const seen = binomialTerm(x, n, p, 1 - p) * (1 + 1e-7);
        let sum = 0;
        for (let k = 0; k <= n; k++) {
          const term = binomialTerm(k, n, p, 1 - p);
          if (term <= seen) sum += term;
        }
        expect(binomialTest(x, n, p)).toBeCloseTo(Math.min(1, sum), 9);
      }),
    );
  });

  it('far tails keep their digits and ends are ends', () => {
    expect(normalTwoSided(-38)).toBeGreaterThan(0);
    expect(tTwoSided(6, 500) / 3.8e-9).toBeGreaterThan(0.9);
    expect(tTails(Infinity, 3)).toEqual({ lower: 1, upper: 0 });
    expect(tTails(1e100, 1).upper).toBeGreaterThan(0);
    expect(tTails(0, 1e6)).toEqual({ lower: 0.5, upper: 0.5 });
    expect(normalTails(-Infinity)).toEqual({ lower: 0, upper: 1 });
    expect(fTails(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(fTails(Infinity, 2, 3)).toEqual({ lower: 1, upper: 0 });
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaQuantile(0, 2, 3, 'upper')]).toEqual([0, 1, 1]);
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity]);
    expect([poissonQuantile(1, 3), poissonQuantile(0, 3), poissonQuantile(0.5, 0)]).toEqual([Infinity, 0, 0]);
    expect([binomialQuantile(0, 5, 0.5), binomialQuantile(1, 5, 0.5)]).toEqual([0, 5]);
    expect(binomialTails(-1, 5, 0.5)).toEqual({ lower: 0, upper: 1 });
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });
});
