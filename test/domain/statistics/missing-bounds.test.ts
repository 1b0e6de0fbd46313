// If these fail, a difference that those who were lost could turn round is told as one.
import { expect, it } from 'vitest';
import { farthestBounds, trimmedBounds } from '../../../src/domain/statistics/missing-bounds.ts';

const side = (n: number, values: readonly number[]) => ({ n, values: Float64Array.from(values) });

it('leaves out of the group that more is known of as many as are lost of the other (Lee 2009, by hand)', () => {
  // 10 of 10 known against 6 of 10: four of ten are left out, the highest or the lowest.
  const [own, other] = [side(10, [9, 1, 8, 2, 7, 3, 6, 4, 5, 10]), side(10, [2, 2, 2, 4, 4, 4])];
  expect(trimmedBounds(own, other)).toEqual({ low: 3.5 - 3, high: 7.5 - 3 });
  expect(trimmedBounds(other, own)).toEqual({ low: 3 - 7.5, high: 3 - 3.5 });
});

it('moves nothing where as much is known of both', () => {
  const found = trimmedBounds(side(8, [1, 2, 3, 4]), side(4, [1, 1]));
  expect(found).toEqual({ low: 1.5, high: 1.5 });
});

it('puts the unknown at the far ends of what was measured (Manski 1990, by hand)', () => {
  expect(farthestBounds(side(4, [4, 2]), side(2, [1, 3]))).toEqual({ low: (6 + 2) / 4 - 2, high: (6 + 8) / 4 - 2 });
});
