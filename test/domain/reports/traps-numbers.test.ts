// Numbers that are none. If one of these fails, a report makes a finding of rounding, of a choice made on the data, or of nothing.
import { describe, expect, it } from 'vitest';
import { normal, seededChance } from '../../../src/domain/chance.ts';
import { categoryOf, type Covariate } from '../../../src/domain/outcomes/dataset.ts';
import type { Measure } from '../../../src/domain/program/program.ts';
import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { pValue } from '../../../src/domain/reports/cells.ts';
import { performanceReport } from '../../../src/domain/reports/performance.ts';
import { fitLinear } from '../../../src/domain/statistics/models/linear-model.ts';
import { NotEstimable } from '../../../src/domain/statistics/models/orthogonalize.ts';
import { cellValue, cellWords } from '../../../src/render/cell-words.ts';
import { renderText } from '../../../src/render/text.ts';
import { made, performanceOf, repeat } from './people.ts';

const findingOf = (report: Report): Finding | undefined => (report.json['findings'] as readonly Finding[])[0];
const textOf = (report: Report): string =>
  renderText(report, { width: 120, color: false, unicode: false }).replaceAll(/\s+/g, ' ');
const measure: Measure = { kind: 'number', headings: [], higherIs: 'better', name: 'hours', primary: true };
const n = 90;
const codes = Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 0 : 1));
const start = (seed: number, apart = 0): number[] => {
  const chance = seededChance(seed);
  return codes.map((code) => 3 + (code === 0 ? apart : 0) + 0.4 * normal(chance));
};
const entry = (values: readonly number[]): Covariate => ({
  kind: 'number',
  name: 'entry test',
  values: Float64Array.from(values),
});

describe('rounding', () => {
  it.each([0.1, 15, 1e9 / 3])('is no difference where everybody has %d', (value) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const data = made({ codes, numbers: { hours: codes.map(() => value) } });
      const told = performanceReport(
        performanceOf(data, [measure], { baselines: [entry(start(seed))], technical: true }),
      );
      expect(findingOf(told)).toMatchObject({ verdict: 'described', estimate: null, low: null });
      expect(textOf(told)).toContain('everybody has the same');
    }
  });

  it('is no error where each group is all alike', () => {
    const data = made({ codes, numbers: { hours: codes.map((code) => (code === 0 ? 0.3 : 0.1)) } });
    const told = performanceReport(performanceOf(data, [measure], { baselines: [entry(start(7))], technical: true }));
    expect(findingOf(told)).toMatchObject({ verdict: 'described', estimate: null });
    expect(textOf(told)).toMatch(/within each group everybody has the same/);
  });

  it('is refused by the model itself', () => {
    const x = start(11);
    expect(() => fitLinear({ y: x.map((value) => 2 * value + 1), columns: [{ name: 'x', values: x }] })).toThrow(
      NotEstimable,
    );
    expect(() =>
      fitLinear({ y: x.map((value, i) => 2 * value + (i % 2) * 1e-3), columns: [{ name: 'x', values: x }] }),
    ).not.toThrow();
  });

  it('makes no p of nought, however sure a difference is', () => {
    for (const p of [0, 1e-300, 1e-7]) {
      expect(cellWords(pValue(p))).toBe('< 0.000001');
      expect(Number(cellValue(pValue(p)))).toBeGreaterThan(0);
    }
    expect(cellWords(pValue(0.00002))).toBe('0.000020');
  });
});

describe('the estimator', () => {
  // Slopes that differ much: a test of them would have chosen the other form.
  const x = start(21, -0.05);
  const chance = seededChance(22);
  const y = x.map((value, i) => (codes[i] === 0 ? 2 + 0.2 * value : 0.9 * value) + 0.1 * normal(chance));
  const data = made({ codes, numbers: { hours: y } });
  const told = (adjust: 'common' | 'interacted', technical = false): Report =>
    performanceReport(performanceOf(data, [measure], { baselines: [entry(x)], adjust, technical }));

  it('is the one named beforehand, whatever a test of the slopes says', () => {
    const columns = [
      { name: 'g', values: codes.map((code) => (code === 0 ? 1 : 0)) },
      { name: 'x', values: x },
    ];
    const common = fitLinear({ y, columns }).coefficients[1];
    expect(findingOf(told('common'))?.estimate).toBeCloseTo(common?.estimate ?? NaN, 12);
    expect(findingOf(told('interacted'))?.estimate).not.toBeCloseTo(common?.estimate ?? NaN, 3);
  });

  it('stands beside the other one for a statistician, where that differs by more than a quarter of an error', () => {
    expect(textOf(told('common', true))).toMatch(/With slopes of their own \(Lin 2013\)/);
    expect(textOf(told('common'))).not.toMatch(/slopes of their own/);
  });

  it('is what "in SD" divides, and what would have shown comes from its error', () => {
    const low = start(31, -0.4);
    const noise = seededChance(32);
    const after = low.map((value, i) => value + (codes[i] === 0 ? 0.2 : 0) + 0.2 * normal(noise));
    const report = performanceReport(
      performanceOf(made({ codes, numbers: { hours: after } }), [measure], { baselines: [entry(low)] }),
    );
    const found = findingOf(report);
    const row = report.blocks.flatMap((block) =>
      block.kind === 'table' && block.table.id === 'differences-in-means' ? block.table.rows : [],
    )[0];
    const inSd = row?.[4];
    // Plainly below the others, with allowance above them.
    expect((found?.groups[0]?.value ?? 0) < (found?.groups[1]?.value ?? 0)).toBe(true);
    expect(found?.estimate).toBeGreaterThan(0);
    expect(inSd?.kind === 'number' && inSd.value > 0).toBe(true);
    const half = ((found?.high ?? NaN) - (found?.low ?? NaN)) / 2;
    expect((found?.detectable ?? NaN) / half).toBeCloseTo(1.43, 1);
  });
});

describe('power', () => {
  it('is told beside what cannot tell, and not beside what can', () => {
    const chance = seededChance(41);
    const clear = codes.map((code) => (code === 0 ? 5 : 3) + 0.3 * normal(chance));
    const open = codes.map(() => 3 + 0.3 * normal(chance));
    const data = made({ codes, numbers: { hours: clear, credits: open } });
    const report = performanceReport(performanceOf(data, [measure, { ...measure, name: 'credits' }]));
    expect(textOf(report)).toMatch(/only a difference of [\d.]+ or more in credits would have shown/);
    expect(textOf(performanceReport(performanceOf(made({ codes, numbers: { hours: clear } }), [measure])))).not.toMatch(
      /would have shown/,
    );
  });
});

describe('what would have shown', () => {
  it('stands beside every range that holds 0: of answers, and of cohorts', () => {
    const codes = [...repeat(80, 0), ...repeat(80, 1)];
    const halves = categoryOf(
      'half',
      codes.map((_, i) => (i % 2 === 0 ? 'A' : 'B')),
    );
    // Nothing differs in half A; half B differs by far.
    const hours = codes.map((code, i) => ((i * 7) % 11) / 5 + (i % 2 === 1 && code === 0 ? 3 : 0));
    const data = made({ codes, numbers: { hours } });
    const cells = (report: ReturnType<typeof performanceReport>, id: string): string[] =>
      report.blocks.flatMap((block) => {
        if (block.kind !== 'table' || block.table.id !== id) return [];
        const column = block.table.columns.findIndex((one) => one.id === 'detectable');
        return block.table.rows.map((row) => row[column]?.kind ?? 'no column');
      });
    expect(cells(performanceReport(performanceOf(data, [measure], { by: halves })), 'breakdown')).toEqual([
      'number',
      'missing',
    ]);
    const together = { designs: [], again: 0, byOwn: false, noOwn: 0, trend: true };
    const pooled = { ...data, cohorts: { ...halves, design: true as const } };
    expect(cells(performanceReport(performanceOf(pooled, [measure], { together })), 'trend')).toEqual([
      'number',
      'missing',
    ]);
  });

  const twoTimes = (n: number, gap: number) => {
    const codes = [...repeat(n, 0), ...repeat(n, 1)];
    const before = codes.map((_, i) => 2 + (i % 7) / 10);
    return made({
      codes,
      numbers: {
        early: before,
        late: codes.map((code, i) => (before[i] ?? 0) + ((i * 3) % 11) / 20 + (code === 0 ? gap : 0)),
      },
    });
  };
  const measures = [
    { name: 'early', kind: 'number', higherIs: 'better', baseline: true },
    { name: 'late', kind: 'number', higherIs: 'better', before: 'early' },
  ] as never[];
  const didOf = (gap: number): string =>
    JSON.stringify(performanceReport(performanceOf(twoTimes(40, gap), measures, { before: () => false })).blocks);

  it('stands beside a difference between changes that cannot be told, and beside none that can', () => {
    expect(didOf(0.01)).toMatch(/these numbers cannot tell. Only a difference of 0\.\d\d or more would have shown/);
    expect(didOf(2)).not.toMatch(/would have shown/);
  });
});

describe('numbers that are not known', () => {
  const hours = { kind: 'number', headings: [], higherIs: 'better', name: 'hours', primary: true } as const;
  /** Alike in truth: 60 and 60 people, 1 to 6 hours. `lost` says of whom it is not known. */
  const told = (lost: (code: number, value: number, i: number) => boolean): Finding | undefined => {
    const both = [...repeat(60, 0), ...repeat(60, 1)];
    const values = both.map((code, i) => {
      const value = 1 + (i % 6);
      return lost(code, value, i) ? NaN : value;
    });
    return findingOf(performanceReport(performanceOf(made({ codes: both, numbers: { hours: values } }), [hours])));
  };

  it('decide nothing where those who did badly are lost of one group alone', () => {
    const found = told((code, value) => code === 0 && value <= 2);
    expect([found?.low, found?.verdict]).toEqual([expect.closeTo(0.43, 1), 'cannot-tell']);
    expect(found?.sentence).toContain('the others could turn that round, so these numbers cannot tell');
    expect(found?.cautions.join(' ')).toMatch(/at their worst for "mentored" the difference would be \d\.\d\d lower/);
  });

  it('decide nothing where most of both are lost, the worst of one and the best of the other', () => {
    const found = told((code, value) => (code === 0 ? value <= 4 : value >= 3));
    expect(found?.verdict).toBe('cannot-tell');
  });
});

it('a difference between changes of groups that began apart says that people drift back by themselves', () => {
  const chance = seededChance(4);
  const people = Array.from({ length: 160 }, () => {
    const truth = 3 + 0.4 * normal(chance);
    return { first: truth + 0.4 * normal(chance), second: truth + 0.4 * normal(chance) };
  });
  // Nothing changes for anybody; those who did badly at first were given a mentor.
  const low = people.map(({ first }) => (first < 2.9 ? 0 : 1));
  const numbers = { early: people.map(({ first }) => first), late: people.map(({ second }) => second) };
  const measures = [
    { name: 'early', kind: 'number', higherIs: 'better', baseline: true },
    { name: 'late', kind: 'number', higherIs: 'better', before: 'early' },
  ] as never[];
  const told = performanceReport(performanceOf(made({ codes: low, numbers }), measures, { before: () => false }));
  expect(textOf(told)).toContain('began apart and moved towards each other');
});

describe('few mentors', () => {
  const both = [...repeat(60, 0), ...repeat(60, 1)];
  /** Mentees differ by their mentor's luck alone: the first has the luckiest. */
  const told = (mentors: number, changes = {}, mentorOf = (i: number): number => 1 + (i % mentors)) => {
    const mentor = both.map((code, i) => (code === 0 ? mentorOf(i) : 0));
    const numbers = {
      hours: both.map((code, i) => 3 + (code === 0 ? 1.2 + (mentor[i] ?? 0) / 3 : 0) + ((i * 7) % 11) / 5),
    };
    return performanceReport(
      performanceOf(made({ codes: both, mentor, numbers }), [measure], { technical: true, ...changes }),
    );
  };
  const df = (report: ReturnType<typeof told>): number => findingOf(report)?.test?.df ?? NaN;

  it('of whom two have everybody nothing clear is said, since their luck may be all of it', () => {
    for (const mentors of [1, 2]) {
      expect(findingOf(told(mentors))?.verdict).toBe('cannot-tell');
      expect(findingOf(told(mentors))?.sentence).toMatch(/have|has all of the mentees .*whose luck may be all of that/);
      expect(textOf(told(mentors))).toContain('the luck of so few');
    }
    expect(findingOf(told(2, {}, (i) => (i < 55 ? 1 : i)))?.verdict).toBe('cannot-tell');
    expect(textOf(told(3))).not.toContain('the luck of so few');
  });

  it('say as much of luck as they are many, and less where one of them has most mentees', () => {
    expect(df(told(3))).toBeCloseTo(2, 9);
    expect(df(told(5))).toBeCloseTo(4, 9);
    // 30 of one mentor, 10 each of three: (60^2) / (900 + 300) = 3 of equal size.
    expect(df(told(4, {}, (i) => (i < 30 ? 1 : 2 + (i % 3))))).toBeCloseTo(2, 9);
  });

  it('are not told away by errors that the program file states', () => {
    expect(df(told(4, { errors: 'HC1' }))).toBeCloseTo(3, 9);
  });

  it('open no way for others where the outcome named beforehand cannot tell', () => {
    const mentor = both.map((code, i) => (code === 0 ? 1 + (i % 2) : 0));
    const clear = both.map((code, i) => 3 + (code === 0 ? 2 : 0) + ((i * 7) % 11) / 5);
    // Of the second outcome only people without a mentor on file are known in the first group.
    const alone = [...mentor, ...repeat(40, 0)];
    const codes = [...both, ...repeat(40, 0)];
    const report = performanceReport(
      performanceOf(
        made({
          codes,
          mentor: alone,
          numbers: {
            hours: [...clear, ...repeat(40, NaN)],
            credits: codes.map((code, i) =>
              code === 0 && i < 60 ? NaN : 3 + (code === 0 ? 2 : 0) + ((i * 7) % 11) / 5,
            ),
          },
        }),
        [
          { ...measure, primary: true },
          { ...measure, name: 'credits' },
        ],
      ),
    );
    expect(JSON.stringify(report.json)).not.toContain('clearly-');
  });
});

it('a third lost in both groups, the worst of one and the best of the other, is no difference', () => {
  const chance = seededChance(77);
  const ranks = (of: readonly number[]) => [...of].sort((a, b) => a - b);
  const values = repeat(300, 0).map(() => 10 + 2 * normal(chance));
  const [own, other] = [values.slice(0, 150), values.slice(150)];
  const [low, high] = [ranks(own)[50] ?? 0, ranks(other)[100] ?? 0];
  const lost = [...own.map((one) => (one < low ? NaN : one)), ...other.map((one) => (one >= high ? NaN : one))];
  const codes = [...repeat(150, 0), ...repeat(150, 1)];
  for (const share of [1, 0.6]) {
    // All of them, and a fifth of everybody.
    const some = lost.map((one, i) => (Number.isNaN(one) && (i * 7) % 10 >= 10 * share ? (values[i] ?? NaN) : one));
    const found = findingOf(performanceReport(performanceOf(made({ codes, numbers: { hours: some } }), [measure])));
    expect(found?.low).toBeGreaterThan(0);
    expect(found?.verdict).toBe('cannot-tell');
    expect(found?.sentence).toContain('the others could turn that round');
  }
});
