// If these fail, a report of many comparisons calls too many of them clear.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from '../../../src/domain/statistics/multiplicity.ts';
import { ownOracle } from './oracle.ts';

describe('agreement with R', () => {
  const { data, close } = ownOracle<{ cases: { p: number[]; holm: number[]; bh: number[] }[] }>('14_padjust');
  it('Holm and Benjamini-Hochberg', () => {
    for (const { p, holm: byHolm, bh } of data.cases) {
      holm(p).forEach((value, i) => {
        close(value, byHolm[i]!, `Holm ${p[i]}`);
      });
      benjaminiHochberg(p).forEach((value, i) => {
        close(value, bh[i]!, `Benjamini-Hochberg ${p[i]}`);
      });
    }
  });
});

describe('what must hold', () => {
  it('adjusting never lowers a p value, keeps the order, and Holm is never milder', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (ps) => {
        const [strict, mild] = [holm(ps), benjaminiHochberg(ps)];
        ps.forEach((p, i) => {
          expect(mild[i]).toBeGreaterThanOrEqual(p);
          expect(strict[i]! - mild[i]!).toBeGreaterThanOrEqual(-1e-15);
          expect(strict[i]).toBeLessThanOrEqual(1);
          ps.forEach((other, j) => {
            if (p < other) expect(strict[i]).toBeLessThanOrEqual(strict[j]!);
          });
        });
      }),
    );
    expect(holm([])).toEqual([]);
  });
});
