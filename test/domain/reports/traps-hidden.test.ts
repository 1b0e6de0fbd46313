// What one report hides must not come out of two. If one of these fails, whoever has both can make out the few people.
import { describe, expect, it } from 'vitest';
import { categoryOf, type Dataset } from '../../../src/domain/outcomes/dataset.ts';
import type { Report, Table } from '../../../src/domain/report/report.ts';
import { hiddenIn, breakDown } from '../../../src/domain/reports/breakdown.ts';
import { performanceReport } from '../../../src/domain/reports/performance.ts';
import type { ProgramReportInput } from '../../../src/domain/reports/program-input.ts';
import { programReport } from '../../../src/domain/reports/program-report.ts';
import { givenAway } from '../../../src/domain/reports/published.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { made, performanceOf, repeat, retentionOf } from './people.ts';

const tableOf = ({ blocks }: Report, id: string): Table | undefined =>
  blocks.flatMap((block) => (block.kind === 'table' && block.table.id === id ? [block.table] : []))[0];
/** Counts of a row by column; undefined where a cell shows none. */
const row = (table: Table | undefined, at: number): Record<string, number | undefined> =>
  Object.fromEntries(
    (table?.columns ?? []).map(({ id }, index) => {
      const cell = table?.rows[at]?.[index];
      return [id, cell?.kind === 'count' ? cell.value : undefined];
    }),
  );

describe('cohorts taken together', () => {
  /** Mentored people and how many of them stayed; everybody is compared with 40 of whom 20 stayed. */
  const cohorts = { a: [60, 40], b: [30, 29], c: [8, 5], d: [50, 30], e: [9, 4] } as const;
  type Name = keyof typeof cohorts;
  const names = Object.keys(cohorts) as Name[];
  const dataOf = (some: readonly Name[]): Dataset => {
    const people = some.flatMap((name) => {
      const [n, stayed] = cohorts[name];
      const one = (group: number, count: number, status: string) => repeat(count, { name, group, status });
      return [one(0, stayed, 'stayed'), one(0, n - stayed, 'left'), one(1, 20, 'stayed'), one(1, 20, 'left')].flat();
    });
    const data = made({ codes: people.map(({ group }) => group), statuses: people.map(({ status }) => status) });
    if (some.length === 1) return data;
    const words = people.map(({ name }) => name);
    const pooled = { ...data, cohorts: { ...categoryOf('cohort', words), design: true as const } };
    return some.length < names.length ? { ...pooled, otherCohorts: true } : pooled;
  };
  const subsets = Array.from({ length: 2 ** names.length - 1 }, (_, n) =>
    names.filter((_name, at) => ((n + 1) >> at) % 2 === 1),
  );
  const shown = subsets.flatMap((some) => {
    const report = retentionReport(retentionOf(dataOf(some)));
    const rates = row(tableOf(report, 'rates'), 0);
    const flow = row(tableOf(report, 'flow'), 0);
    return [
      { some, n: rates['known'], x: rates['yes'] },
      { some, n: flow['in-cohort'], x: undefined },
    ];
  });

  it('give back none of them by subtracting one set from another', () => {
    for (const one of shown)
      for (const other of shown) {
        const apart = one.some.filter((name) => !other.some.includes(name));
        const within = other.some.every((name) => one.some.includes(name));
        if (!within || apart.length === 0 || one.n === undefined || other.n === undefined) continue;
        const what = `${one.some.join()} less ${other.some.join()}`;
        expect(one.n - other.n, what).toBeGreaterThanOrEqual(10);
        if (one.x === undefined || other.x === undefined) continue;
        const x = one.x - other.x;
        expect(Math.min(x, one.n - other.n - x), what).toBeGreaterThanOrEqual(3);
      }
  });

  it('are shown where nothing is hidden, and all together where what is hidden is enough', () => {
    const known = (some: string): number | undefined =>
      shown.find((one) => one.some.join('') === some && one.x !== undefined)?.n;
    expect([known('ad'), known('abcde'), known('ab'), known('abd'), known('ce')]).toEqual([
      110,
      157,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keep what became of a few, part by part and answer by answer', () => {
    const cell = (n: number, withheld: boolean) => ({ n, withheld });
    expect(givenAway([cell(12, false), cell(1, true)], true, 10)).toBe(true);
    expect(givenAway([cell(12, false), cell(4, true), cell(3, true)], true, 10)).toBe(true);
    expect(givenAway([cell(12, false), cell(7, true), cell(8, true)], true, 10)).toBe(false);
    expect(givenAway([cell(12, false), cell(7, true), cell(8, true)], false, 10)).toBe(true);
    // 23 of the north together, 20 of them of one cohort: three are of the other.
    const data = made({ codes: repeat(120, 0), numbers: { marks: repeat(120, 3) } });
    const words = Array.from({ length: 120 }, (_, i) => (i < 60 ? 'a' : 'b'));
    const north = categoryOf(
      'campus',
      words.map((_, i) => (i < 20 || (i >= 60 && i < 63) ? 'north' : 'south')),
    );
    const everybody = new Uint8Array(120).fill(1);
    const outcome = { id: 'm', label: 'm', kind: 'number', values: new Float64Array(120), higherIs: 'better' } as const;
    const pooled: Dataset = { ...data, cohorts: { ...categoryOf('cohort', words), design: true } };
    const hidden = (one: Dataset) =>
      hiddenIn(one, { ...outcome, primary: true, meaningful: undefined }, breakDown(north, everybody), 10);
    expect(hidden(data).map(([own]) => own)).toEqual([false, false]);
    expect(hidden(pooled).map(([own]) => own)).toEqual([true, true]);
  });
});

it('transfers do not come out of who took part', () => {
  const words = [...repeat(40, 'stayed'), ...repeat(4, 'transferred'), ...repeat(16, 'left')];
  const codes = [...repeat(60, 0), ...repeat(60, 1)];
  const data = made({ codes, statuses: [...words, ...words], numbers: { visits: codes.map((_, i) => i % 3) } });
  const measures = [{ name: 'visits', kind: 'number', participation: true }] as never[];
  const told = (persistence: boolean): Table | undefined =>
    tableOf(retentionReport(retentionOf(data, { persistence, measures })), 'participation');
  expect(told(false)?.rows).toHaveLength(1);
  expect(told(true)).toBeUndefined();
});

it('a rare answer does not come out of how strong it is', () => {
  const codes = [...repeat(80, 0), ...repeat(80, 1)];
  const statuses = codes.map((code, i) => (i % 8 < (code === 0 ? 7 : 3) ? 'stayed' : 'left'));
  const rare = categoryOf(
    'visa',
    codes.map((code, i) => (code === 0 && i < 4 ? 'yes' : 'no')),
  );
  const told = retentionReport(retentionOf(made({ codes, statuses }), { onFile: [rare] }));
  expect(tableOf(told, 'sensitivity')?.rows[0]?.at(-1)).toMatchObject({ kind: 'missing' });
  expect(JSON.stringify(told.json)).not.toMatch(/visa (yes|no):/);
});

describe('report program', () => {
  const person = (n: number) => ({ person: n, active: true, seats: 1, fields: {} });
  const input = (paired: number, met: number): ProgramReportInput => ({
    cohort: 'fall',
    life: {
      mentees: Array.from({ length: 60 }, (_, i) => person(i)),
      mentors: Array.from({ length: 60 }, (_, i) => person(100 + i)),
      pairs: Array.from({ length: paired }, (_, i) => ({
        mentor: 100 + i,
        mentee: i,
        started: 0,
        ended: undefined,
        reason: null,
        endedBy: undefined,
      })),
      meetings: Array.from({ length: met }, (_, i) => ({ mentor: 100 + i, mentee: i, day: 5 })),
    },
    limits: { firstMeetingDays: 14, silentDays: 30, lengthDays: 180 } as ProgramReportInput['limits'],
    starts: 0,
    ends: null,
    today: 40,
    flags: undefined,
    goals: { set: 0, reached: 0 },
    targets: { matched: 90 },
    minCell: 10,
    technical: false,
    provenance: { asOf: '2026-11-02', hash: '0' },
  });

  it('does not say in words, or beside a target, what its table hides', () => {
    const told = programReport(input(57, 57));
    const words = JSON.stringify(told.blocks.filter(({ kind }) => kind === 'prose'));
    expect(row(tableOf(told, 'funnel'), 2)['n']).toBeUndefined();
    for (const away of ['57', '95 %']) expect(words).not.toContain(away);
    expect(words).toContain('how many had a mentor is hidden');
  });

  it('shows no step that one or two were lost at', () => {
    const told = programReport(input(40, 39));
    expect([2, 3].map((at) => row(tableOf(told, 'funnel'), at)['n'])).toEqual([40, undefined]);
  });
});

it('grades of cohorts together do not give back those of a few', () => {
  const codes = [...repeat(60, 0), ...repeat(60, 1), ...repeat(5, 0), ...repeat(60, 1)];
  const data = made({ codes, numbers: { marks: codes.map((_, i) => 2 + (i % 7) / 10) } });
  const words = codes.map((_, i) => (i < 120 ? 'a' : 'b'));
  const pooled: Dataset = { ...data, cohorts: { ...categoryOf('cohort', words), design: true } };
  const measures = [{ name: 'marks', kind: 'number', higherIs: 'better' }] as never[];
  const told = performanceReport(performanceOf(pooled, measures));
  expect(tableOf(told, 'values')?.rows[0]?.[2]).toMatchObject({ kind: 'suppressed' });
  expect(told.json['findings']).toMatchObject([{ estimate: null }]);
});
