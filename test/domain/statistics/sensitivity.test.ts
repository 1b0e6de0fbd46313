// If these fail, a report says that more, or less, would be needed to explain a difference away than the published method does.
import { describe, expect, it } from 'vitest';
import {
  asStrongAs,
  biasFactor,
  eValue,
  eValueOfRange,
  partialR2,
  robustnessValue,
} from '../../../src/domain/statistics/sensitivity.ts';

describe('E-value', () => {
  it("gives the paper's example: 3.9 (1.8 to 8.7) needs 7.26 and 3.0 (VanderWeele and Ding 2017)", () => {
    expect(eValue(3.9)).toBeCloseTo(7.26, 2);
    expect(eValueOfRange(1.8, 8.7)).toBeCloseTo(3.0, 2);
  });

  it('is the same for a ratio and its inverse, and 1 where the range holds 1', () => {
    expect(eValue(1 / 3.9)).toBeCloseTo(eValue(3.9), 12);
    expect(eValueOfRange(0.9, 1.4)).toBe(1);
    expect(eValueOfRange(0.2, 0.8)).toBeCloseTo(eValue(1.25), 12);
    expect(eValue(1)).toBe(1);
  });

  it('is where the bias factor of two such ratios is the ratio itself', () => {
    for (const rr of [1.1, 2, 3.9]) expect(biasFactor(eValue(rr), eValue(rr))).toBeCloseTo(rr, 12);
    expect(biasFactor(0.5, 3)).toBeCloseTo(biasFactor(2, 3), 12);
  });
});

describe('robustness value', () => {
  // Darfur: being directly harmed and attitudes towards peace, 0.097 with t 4.184 on 783 degrees of freedom.
  const [t, df] = [4.18445, 783];
  it("gives the paper's example of Darfur (Cinelli and Hazlett 2020)", () => {
    expect(robustnessValue(t, df)).toBeCloseTo(0.1388, 4);
    expect(robustnessValue(t, df, 0.05)).toBeCloseTo(0.0763, 4);
    expect(partialR2(t, df)).toBeCloseTo(0.0219, 4);
  });

  it('says what something as strong as the covariate female would explain there', () => {
    const female = asStrongAs(0.0091, 0.109);
    expect(female?.group).toBeCloseTo(0.0092, 4);
    expect(female?.outcome).toBeCloseTo(0.1246, 3);
  });

  it('is 0 where chance alone explains as much', () => {
    expect(robustnessValue(1.5, 100, 0.05)).toBe(0);
  });
});
