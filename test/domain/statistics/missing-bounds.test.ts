// If these fail, a difference that those who were lost could turn round is told as one.
import { expect, it } from 'vitest';
import { farthestBounds } from '../../../src/domain/statistics/missing-bounds.ts';

const side = (n: number, values: readonly number[]) => ({ n, values: Float64Array.from(values) });

it('puts the unknown at the far ends of what was measured (Manski 1990, by hand)', () => {
  expect(farthestBounds(side(4, [4, 2]), side(2, [1, 3]))).toEqual({ low: (6 + 2) / 4 - 2, high: (6 + 8) / 4 - 2 });
});

it('of yes and no is the count at its worst and at its best', () => {
  expect(farthestBounds(side(10, [1, 1, 0, 1]), side(5, [0, 1, 1]))).toEqual({
    low: 3 / 10 - 4 / 5,
    high: 9 / 10 - 2 / 5,
  });
});
