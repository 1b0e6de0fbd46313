// If these fail, a report over many people says other numbers on a machine with vectors than on one without.
import { describe, expect, it } from 'vitest';
import { normal, seededChance } from '../../../src/domain/chance.ts';
import { padded, plainKernels } from '../../../src/domain/vectors/column-kernels.ts';
import { columnKernels } from '../../../src/domain/vectors/vector-kernels.ts';

describe('kernels over columns', () => {
  const vectors = columnKernels(2 ** 17);
  const chance = seededChance(3);
  const twice = (rows: number): readonly [Float64Array, Float64Array] => {
    const [plain, vector] = [plainKernels.column(rows), vectors.column(rows)];
    for (let i = 0; i < plain.length; i++) plain[i] = normal(chance) * 10 ** Math.floor(12 * chance() - 6);
    vector.set(plain);
    return [plain, vector];
  };

  it('are vectors here, and plain where they would not pay', () => {
    expect(vectors).not.toBe(plainKernels);
    expect(columnKernels(100)).toBe(plainKernels);
  });

  it('give the same bits either way, from any place on and for any length', () => {
    for (const [rows, from, to, length] of [
      [8, 0, 0, 8],
      [1000, 3, 16, 512],
      [512, 0, 0, 512],
      [600, 17, 40, 0],
      [4096, 1, 2, 2048],
    ] as const) {
      const [x, vx] = twice(rows);
      const [y, vy] = twice(rows);
      const [out, vout] = twice(rows);
      expect(vectors.dot(vx, from, vy, to, length)).toBe(plainKernels.dot(x, from, y, to, length));
      for (const name of ['scale', 'add'] as const) {
        plainKernels[name](out, to, -1.7, x, from, length);
        vectors[name](vout, to, -1.7, vx, from, length);
        expect(vout).toEqual(out);
      }
      for (const name of ['addProducts', 'multiply'] as const) {
        plainKernels[name](out, to, x, from, y, to, length);
        vectors[name](vout, to, vx, from, vy, to, length);
        expect(vout).toEqual(out);
      }
    }
  });

  it('say what they should', () => {
    const [a, b] = [plainKernels.column(9), plainKernels.column(9)];
    expect([padded(9), a.length]).toEqual([16, 16]);
    a.set([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    b.set([1, 1, 1, 1, 1, 1, 1, 1, 10]);
    expect(plainKernels.dot(a, 0, b, 0, 16)).toBe(126);
  });
});
