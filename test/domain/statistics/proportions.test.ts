// If these fail, a rate's range is not the one R gives, and a report says more or less than the data carry.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe, wilson } from '../../../src/domain/statistics/proportions.ts';

const oracle = (name: string): unknown => JSON.parse(readFileSync(`fixtures/oracles/${name}.json`, 'utf8'));
const close = (actual: number, expected: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e-6, Math.abs(expected)) + 1e-14);
};

describe('agreement with R', () => {
  it('Wilson intervals', () => {
    const { wilson: rows } = oracle('01_wilson') as {
      wilson: { x: number; n: number; conf: number; lower: number; upper: number }[];
    };
    expect(rows.length).toBeGreaterThan(20);
    for (const { x, n, conf, lower, upper } of rows) {
      const interval = wilson(x, n, conf)!;
      close(interval.low, lower);
      close(interval.high, upper);
    }
  });

  it('Newcombe intervals of a difference', () => {
    const { rows } = oracle('02_newcombe_rd') as {
      rows: {
        x1: number;
        n1: number;
        x2: number;
        n2: number;
        conf: number;
        rd: number;
        lower: number;
        upper: number;
      }[];
    };
    expect(rows.length).toBeGreaterThanOrEqual(8);
    for (const { x1, n1, x2, n2, conf, rd, lower, upper } of rows) {
      const interval = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 }, conf)!;
      close(interval.difference, rd);
      close(interval.low, lower);
      close(interval.high, upper);
    }
  });
});

describe('what must hold', () => {
  it('an interval contains its rate; no people give no interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const x = Math.round(n * share);
        const { low, high } = wilson(x, n)!;
        expect(low).toBeLessThanOrEqual(x / n);
        expect(high).toBeGreaterThanOrEqual(x / n);
      }),
    );
    expect(wilson(0, 0)).toBeUndefined();
  });
});
