// The ways a report on mentoring can be made to lie. If one of these fails, the program says more than its data carry.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf } from '../../../src/domain/outcomes/dataset.ts';
import { performanceReport } from '../../../src/domain/reports/performance.ts';
import type { Claim, Finding, Report } from '../../../src/domain/report/report.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { hiddenRows } from '../../../src/domain/reports/suppression.ts';
import { renderText } from '../../../src/render/text.ts';
import { made, performanceOf, repeat, retentionOf } from './people.ts';

const textOf = (report: Report): string =>
  renderText(report, { width: 100, color: false, unicode: false }).replaceAll(/\s+/g, ' ');
const findingsOf = (report: Report): readonly Finding[] => report.json['findings'] as readonly Finding[];
const claimOf = (report: Report): Claim => report.json['claim'] as Claim;
const stay = (yes: number, no: number): string[] => [...repeat(yes, 'stayed'), ...repeat(no, 'left')];
const two = (a: number, b: number): number[] => [...repeat(a, 0), ...repeat(b, 1)];

describe('immortal time', () => {
  const days = Float64Array.from([...repeat(20, NaN), ...repeat(20, 5), ...repeat(20, NaN), ...repeat(20, 40)]);
  const data = made({
    codes: [...repeat(20, 0), ...repeat(20, 1), ...repeat(40, 1)],
    statuses: [...stay(20, 20), ...stay(20, 20)],
    byPair: true,
  });
  const leaving = { days, until: 100, landmarkDay: undefined };

  it('draws no curve by "mentored" where people were paired on different days and no landmark is given', () => {
    const report = retentionReport(retentionOf(data, { pairDaysVary: true, leaving }));
    expect(report.blocks.some((block) => block.kind === 'figure' && block.figure.kind === 'survival')).toBe(false);
    expect(textOf(report)).toContain('--landmark');
    expect(claimOf(report)).toMatchObject({ level: 0, because: [expect.stringContaining('no landmark')] });
    expect(findingsOf(report)[0]).toMatchObject({ verdict: 'described', estimate: null, detectable: null });
  });

  it('counts, with a landmark, only people still there on that day', () => {
    const report = retentionReport(
      retentionOf(data, { pairDaysVary: true, landmark: '2026-10-01', leaving: { ...leaving, landmarkDay: 30 } }),
    );
    // Of 60 who were never paired 20 had left before the landmark: they had no chance to be.
    expect(findingsOf(report)[0]?.groups.map(({ known }) => known)).toEqual([20, 40]);
    expect(report.blocks.some((block) => block.kind === 'figure' && block.figure.kind === 'survival')).toBe(true);
  });
});

describe('regression to the mean', () => {
  it('is named where the same people are measured twice and nobody is compared with', () => {
    const before = Array.from({ length: 30 }, (_, n) => 1 + (n % 5) * 0.1);
    const data = made({
      codes: repeat(30, 0),
      labels: ['mentored'],
      numbers: { start: before, end: before.map((value, n) => value + 0.5 + (n % 3) * 0.1) },
    });
    const measure = { kind: 'number', headings: [], higherIs: 'better' } as const;
    const report = performanceReport(
      performanceOf(data, [
        { ...measure, name: 'start', baseline: true },
        { ...measure, name: 'end', before: 'start' },
      ]),
    );
    expect(claimOf(report)).toMatchObject({ level: 1, name: 'change' });
    expect(textOf(report)).toMatch(/no comparison group/);
    expect(textOf(report)).toMatch(/drift back towards the middle/);
  });

  it('is named where those mentored began far below the others', () => {
    const before = [...repeat(30, 0), ...repeat(30, 0)].map((_, n) => (n < 30 ? 1 : 3) + (n % 5) * 0.1);
    const data = made({
      codes: two(30, 30),
      numbers: { start: before, end: before.map((value, n) => value + (n % 3) * 0.2) },
    });
    const measure = { kind: 'number', headings: [], higherIs: 'better' } as const;
    const report = performanceReport(
      performanceOf(data, [
        { ...measure, name: 'start', baseline: true },
        { ...measure, name: 'end', before: 'start' },
      ]),
    );
    expect(textOf(report)).toMatch(/who start low drift back/);
  });
});

describe('completers only', () => {
  it('says how many were not measured again', () => {
    const before = Array.from({ length: 40 }, (_, n) => 2 + (n % 7) * 0.1);
    const after = before.map((value, n) => (n < 25 ? value + 0.3 + (n % 2) * 0.1 : NaN));
    const data = made({ codes: repeat(40, 0), labels: ['mentored'], numbers: { start: before, end: after } });
    const measure = { kind: 'number', headings: [], higherIs: 'better' } as const;
    const report = performanceReport(
      performanceOf(data, [
        { ...measure, name: 'start', baseline: true },
        { ...measure, name: 'end', before: 'start' },
      ]),
    );
    expect(textOf(report)).toContain('15 of 40 who were measured at first were not measured again');
  });

  it('says what the unknown could change', () => {
    const data = made({ codes: two(50, 50), statuses: [...stay(30, 10), ...repeat(10, undefined), ...stay(25, 25)] });
    expect(textOf(retentionReport(retentionOf(data)))).toMatch(
      /For 10 of 100 people it is not known|for 10 of 100 people it is not known/,
    );
  });
});

describe('small cells', () => {
  it('hides so much of a partition that subtraction from the total gives nobody away', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 }), (sizes) => {
        const hide = hiddenRows(sizes, 10);
        sizes.forEach((n, index) => {
          if (n > 0 && n < 10) expect(hide[index]).toBe(true);
        });
        const hidden = sizes.filter((_, index) => hide[index]);
        if (hidden.length === 0) return;
        const all = sizes.filter((n) => n > 0).length;
        expect(hidden.length === all || (hidden.length >= 2 && hidden.reduce((a, b) => a + b, 0) >= 10)).toBe(true);
      }),
    );
  });

  it('hides the second smallest answer of a breakdown too', () => {
    const data = made({ codes: two(60, 60), statuses: [...stay(40, 20), ...stay(35, 25)] });
    const by = categoryOf('region', [
      ...repeat(4, 'a'),
      ...repeat(20, 'b'),
      ...repeat(36, 'c'),
      ...repeat(20, 'a'),
      ...repeat(20, 'b'),
      ...repeat(20, 'c'),
    ]);
    const report = retentionReport(retentionOf(data, { by }));
    const hidden = findingsOf(report).filter(
      ({ among, sentence }) => among !== undefined && sentence.includes('no comparison is shown'),
    );
    expect(hidden.map(({ among }) => among)).toEqual(['region a', 'region b']);
    for (const one of hidden) expect(one).toMatchObject({ estimate: null, n: 0 });
  });

  it('gives a bound where fewer than 3 are on one side, and no difference that undoes it', () => {
    const data = made({ codes: two(40, 40), statuses: [...stay(39, 1), ...stay(30, 10)] });
    const report = retentionReport(retentionOf(data));
    expect(textOf(report)).toContain('more than 93 %');
    expect(textOf(report)).not.toContain('39 of 40');
    expect(findingsOf(report)[0]).toMatchObject({ estimate: null, low: null, high: null });
  });
});

describe('words', () => {
  it('never says that there is no effect, that anything is proved, or significant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 97 }),
        fc.integer({ min: 3, max: 97 }),
        fc.constantFrom('lottery', 'self-chosen', 'staff', 'wait-list'),
        (a, b, cameBy) => {
          const data = made({
            codes: two(100, 100),
            statuses: [...stay(a, 100 - a), ...stay(b, 100 - b)],
            cameBy: cameBy,
          });
          const report = retentionReport(retentionOf(data));
          expect(textOf(report)).not.toMatch(/no effect|proves|proved|impact|significant|no difference between/i);
          const [finding] = findingsOf(report);
          if (finding?.verdict === 'cannot-tell') expect(finding.sentence).toContain('cannot tell');
          if (cameBy !== 'lottery') expect(finding?.sentence).not.toMatch(/offer|raised|lowered/);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts nobody needed to mentor where the range holds 0', () => {
    const people = (a: number, b: number): Parameters<typeof made>[0] => ({
      codes: two(100, 100),
      statuses: [...stay(a, 100 - a), ...stay(b, 100 - b)],
      cameBy: 'lottery',
    });
    const [open, clear] = [made(people(60, 56)), made(people(80, 40))];
    const csv = (report: Report): string => JSON.stringify(report.json['tables']);
    expect(csv(retentionReport(retentionOf(open)))).not.toContain('number-to-mentor');
    expect(csv(retentionReport(retentionOf(clear)))).toContain('number-to-mentor');
    // "Mentored for one more" says what mentoring did: not of people who chose, whose start nobody measured.
    const chose = made({ ...people(80, 40), cameBy: 'self-chosen' });
    expect(claimOf(retentionReport(retentionOf(chose))).level).toBe(2);
    expect(csv(retentionReport(retentionOf(chose)))).not.toContain('number-to-mentor');
  });
});

describe('twelve outcomes', () => {
  it('takes back what stands out among many', () => {
    // Eleven outcomes on which the groups agree to the digit, and one with p about 0.02.
    const numbers = Object.fromEntries(
      Array.from({ length: 12 }, (_, k) => [
        `outcome ${k}`,
        Array.from({ length: 120 }, (_, n) => (n % 10) + (k === 3 && n < 60 ? 1.22 : 0)),
      ]),
    );
    const report = performanceReport(performanceOf(made({ codes: two(60, 60), numbers }), [], { technical: true }));
    const shown = findingsOf(report).filter(({ verdict }) => verdict !== 'cannot-tell');
    expect(shown.map(({ measure, verdict }) => [measure, verdict])).toEqual([['outcome 3', 'higher-one-of-many']]);
    expect(shown[0]?.test?.p).toBeLessThan(0.05);
    expect(shown[0]?.test?.pAdjusted).toBeGreaterThan(0.05);
    expect(textOf(report)).toContain('one of 12 comparisons');
  });
});

describe('transfer', () => {
  it('is a loss to retention and none to persistence', () => {
    const data = made({
      codes: two(40, 40),
      statuses: [...stay(20, 5), ...repeat(15, 'transferred'), ...stay(30, 10)],
    });
    const value = (persistence: boolean): number | null | undefined =>
      findingsOf(retentionReport(retentionOf(data, { persistence })))[0]?.groups[0]?.value;
    expect(value(false)).toBe(20 / 40);
    expect(value(true)).toBe(35 / 40);
  });
});

describe('selection', () => {
  it('lets no difference between people who chose and people who did not become an effect', () => {
    const data = made({ codes: two(200, 200), statuses: [...stay(180, 20), ...stay(100, 100)] });
    const report = retentionReport(retentionOf(data));
    expect(claimOf(report).level).toBe(2);
    expect(textOf(report)).toContain('may have differed from the start');
  });

  it('caps the claim where the groups began too far apart', () => {
    const start = Array.from({ length: 200 }, (_, n) => (n < 100 ? 3 : 2) + (n % 10) * 0.2);
    const data = made({ codes: two(100, 100), statuses: [...stay(80, 20), ...stay(50, 50)] });
    const baselines = [{ kind: 'number' as const, name: 'grade', values: Float64Array.from(start) }];
    expect(claimOf(retentionReport(retentionOf(data, { baselines, overlap: true }))).level).toBe(2);
  });

  it('calls those who used what was offered no evidence', () => {
    const used = [...repeat(30, 1), ...repeat(70, 0), ...repeat(100, 0)];
    const numbers = { used, grade: used.map((one, n) => 2 + one + (n % 10) * 0.1) };
    const measure = { headings: [], higherIs: 'better' } as const;
    const report = performanceReport(
      performanceOf(made({ codes: two(100, 100), numbers, cameBy: 'lottery' }), [
        { ...measure, name: 'used', kind: 'yes-no', participation: true },
        { ...measure, name: 'grade', kind: 'number', primary: true },
      ]),
    );
    expect(textOf(report)).toMatch(/did better than "not mentored".*That is no evidence/);
  });
});

describe('clusters', () => {
  it('allows for mentors whose mentees share their luck', () => {
    const mentor = Array.from({ length: 60 }, (_, n) => (n < 60 ? 1 + Math.floor(n / 5) : 0));
    const statuses = Array.from({ length: 60 }, (_, n) => (Math.floor(n / 5) % 2 === 0 ? 'stayed' : 'left'));
    const codes = two(60, 60);
    const plain = made({ codes, statuses: [...statuses, ...stay(30, 30)] });
    const clustered = made({ codes, statuses: [...statuses, ...stay(30, 30)], mentor: [...mentor, ...repeat(60, 0)] });
    const width = (data: typeof plain): number => {
      const [finding] = findingsOf(retentionReport(retentionOf(data)));
      return (finding?.high ?? 0) - (finding?.low ?? 0);
    };
    expect(width(clustered)).toBeGreaterThan(1.3 * width(plain));
  });

  it('allows for them within strata and under weights, too', () => {
    const halves = categoryOf(
      'half',
      Array.from({ length: 120 }, (_, n) => (n % 2 === 0 ? 'A' : 'B')),
    );
    const start = {
      kind: 'number',
      name: 'start',
      values: Float64Array.from({ length: 120 }, (_, n) => (n * 7) % 13),
    } as const;
    const statuses = Array.from({ length: 60 }, (_, n) => (n < 30 || n % 5 === 0 ? 'stayed' : 'left'));
    const all = { codes: two(60, 60), statuses: [...statuses, ...stay(30, 30)] };
    const mentor = Array.from({ length: 120 }, (_, n) => (n < 60 ? 1 + Math.floor(n / 10) : 0));
    for (const changes of [{ strata: [halves] }, { overlap: true, baselines: [start] }]) {
      const width = (data: ReturnType<typeof made>): number => {
        const [finding] = findingsOf(retentionReport(retentionOf(data, changes)));
        return (finding?.high ?? 0) - (finding?.low ?? 0);
      };
      expect(width(made({ ...all, mentor }))).toBeGreaterThan(1.5 * width(made(all)));
    }
  });
});

describe('very many people', () => {
  const each = 30_000;

  it('never says that a difference of nothing would have shown', () => {
    const marks = Array.from({ length: 2 * each }, (_, i) => 3 + (i % 2 === 0 ? 0.1 : -0.1));
    const report = performanceReport(performanceOf(made({ codes: two(each, each), numbers: { gpa: marks } })));
    expect(textOf(report)).toContain('only a difference of 0.01 or more would have shown');
    const stayed = [...stay(each - 30, 30), ...stay(each - 30, 30)];
    const rates = retentionReport(retentionOf(made({ codes: two(each, each), statuses: stayed })));
    expect(textOf(rates)).toContain('only a difference of 1 point or more would have shown');
  });
});
