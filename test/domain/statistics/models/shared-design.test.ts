// If these fail, a report over many outcomes says other numbers than each outcome by itself would.
import { describe, expect, it } from 'vitest';
import { normal, seededChance } from '../../../../src/domain/chance.ts';
import { coefficient, fitLinear, type ErrorKind } from '../../../../src/domain/statistics/models/linear-model.ts';
import type { Column } from '../../../../src/domain/statistics/models/orthogonalize.ts';
import { select } from '../../../../src/domain/statistics/select.ts';
import { shareDesign } from '../../../../src/domain/statistics/models/shared-design.ts';
import { quantile, summarize } from '../../../../src/domain/statistics/summary.ts';

interface Made {
  readonly columns: readonly Column[];
  readonly y: Float64Array;
  readonly cluster: Int32Array;
}

/** Half in the group, mentors of 1 to `most` mentees, three covariates of which one is large and far from 0. */
function made(seed: number, n: number, gaps: number, slopes: number, most: number): Made {
  const chance = seededChance(seed);
  const group = Float64Array.from({ length: n }, (_, i) => (i < n / 2 ? 1 : 0));
  const score = Float64Array.from({ length: n }, () => 1e4 + 100 * normal(chance));
  const campus = Float64Array.from({ length: n }, () => (chance() < 0.3 ? 1 : 0));
  const age = Float64Array.from({ length: n }, () => Math.floor(6 * chance()));
  const mentors = Math.ceil(n / 2 / most);
  const cluster = Int32Array.from(group, (own, i) => (own === 1 ? 1 + Math.floor(mentors * chance() ** 2) : -1 - i));
  const y = group.map((own, i) =>
    chance() < gaps
      ? NaN
      : 3 + own + (score[i]! - 1e4) / 100 + slopes * own * campus[i]! + 0.2 * age[i]! + (1 + own) * normal(chance),
  );
  const named = Object.entries({ 'in the group': group, score, campus, age });
  return { columns: named.map(([name, values]) => ({ name, values })), y, cluster };
}

const close = (ours: number, theirs: number, what: string): void => {
  expect(Math.abs(ours - theirs) / Math.max(1e-12, Math.abs(theirs)), `${what}: ${ours}, not ${theirs}`).toBeLessThan(
    1e-9,
  );
};

describe('one design for many outcomes', () => {
  const cases = [
    ['nobody missing', 0, 0, 3],
    ['a few missing', 0.1, 0, 3],
    ['most missing', 0.7, 0, 3],
    ['slopes that differ', 0.1, 4, 3],
    ['mentors of very many', 0.1, 4, 60],
  ] as const;
  for (const [name, gaps, slopes, most] of cases) {
    for (const kind of ['CR2', 'HC1', 'HC2', 'HC3'] as const) {
      it(`gives the numbers of one fit by itself: ${name}, ${kind}`, () => {
        for (const [seed, n] of [
          [1, 400],
          [2, 130],
          [3, 90],
          // Of these so many that vectors sum them up, and several blocks of them.
          [4, 5000],
        ] as const) {
          const { columns, y, cluster } = made(seed, n, gaps, slopes, most);
          const errors = kind === 'CR2' ? { cluster } : kind;
          const shared = shareDesign({ columns, targets: ['in the group'], errors }, n);
          // An outcome before must leave nothing behind.
          shared.fit(y.map((value, i) => (i % 3 === 0 ? NaN : value * value)));
          const found = shared.fit(y);
          const known = Array.from(y, (_, i) => i).filter((i) => !Number.isNaN(y[i]!));
          const part = <T>(values: ArrayLike<T>): T[] => known.map((i) => values[i]!);
          const own: ErrorKind = kind === 'CR2' ? { cluster: part(cluster) } : kind;
          const few = columns.map((column) => ({ name: column.name, values: part(column.values) }));
          const fit = fitLinear({ y: part(y), columns: few, errors: own });
          expect(found?.n).toBe(fit.n);
          close(found!.sigma, fit.sigma, 'sigma');
          const [ours, theirs] = [found!.coefficients[0]!, coefficient(fit, 'in the group')];
          for (const what of ['estimate', 'se', 'df', 'p', 'low', 'high'] as const)
            close(ours[what], theirs[what], `${seed} ${what}`);
        }
      });
    }
  }

  it('does not answer where those known do not support the model', () => {
    const { columns, y } = made(5, 200, 0, 0, 3);
    const campus = columns[2]!.values;
    const shared = shareDesign({ columns, targets: ['in the group'], errors: 'HC2' }, 200);
    expect(shared.fit(y.map((value, i) => (campus[i] === 1 ? NaN : value)))).toBeUndefined();
    expect(shared.fit(y.map((value, i) => (i < 100 ? NaN : value)))).toBeUndefined();
    expect(shared.fit(y.map((value, i) => (i > 5 ? NaN : value)))).toBeUndefined();
    // Everybody has the same: nothing but rounding would be left.
    expect(shared.fit(y.map(() => 15))).toBeUndefined();
    expect(shared.fit(y)).toBeDefined();
  });
});

describe('selection', () => {
  it('finds what sorting finds, with ties and in orders made to be slow', () => {
    const chance = seededChance(8);
    const orders: readonly ((i: number, n: number) => number)[] = [
      () => normal(chance),
      () => Math.floor(3 * chance()),
      (i) => i,
      (i, n) => n - i,
      (i, n) => Math.min(i, n - i),
      () => 7,
    ];
    for (const make of orders) {
      for (const n of [1, 2, 3, 4, 5, 10, 101, 1000]) {
        const values = Float64Array.from({ length: n }, (_, i) => make(i, n));
        const sorted = values.slice().sort();
        for (const k of new Set([0, n >> 2, n >> 1, n - 1])) expect(select(values.slice(), k)).toBe(sorted[k]);
        const summary = summarize(values);
        expect([summary?.q1, summary?.median, summary?.q3]).toEqual([0.25, 0.5, 0.75].map((p) => quantile(sorted, p)));
      }
    }
  });
});
