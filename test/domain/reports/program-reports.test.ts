import { describe, expect, it } from 'vitest';
import {
  menteePaths,
  type LifePair,
  type LifePerson,
  type ProgramLife,
} from '../../../src/domain/engagement/program-life.ts';
import { standardEngagement } from '../../../src/domain/program/engagement.ts';
import type { CultureInput } from '../../../src/domain/reports/culture/culture-input.ts';
import { cultureReport } from '../../../src/domain/reports/culture/culture-report.ts';
import { equityReport } from '../../../src/domain/reports/equity/equity-report.ts';
import { programReport } from '../../../src/domain/reports/program-report.ts';
import type { Cell, Report, Table } from '../../../src/domain/report/report.ts';

const day = 20_000;
const person = (key: number, fields: LifePerson['fields'] = {}, active = true): LifePerson => ({
  person: key,
  active,
  seats: 1,
  fields,
});
const pair = (mentor: number, mentee: number, rest: Partial<LifePair> = {}): LifePair => ({
  mentor,
  mentee,
  started: day,
  ended: undefined,
  reason: null,
  endedBy: undefined,
  ...rest,
});
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const provenance = { asOf: '2026-11-29', hash: 'x'.repeat(64) };
const table = (report: Report, id: string): Table | undefined =>
  report.blocks.flatMap((block) => (block.kind === 'table' && block.table.id === id ? [block.table] : []))[0];
const at = (one: Table | undefined, row: number, column: string): Cell | undefined =>
  one?.rows[row]?.[one.columns.findIndex(({ id }) => id === column)];
const words = (report: Report): string => report.blocks.map((block) => ('text' in block ? block.text : '')).join(' ');

/** Forty mentees: thirty have a pair, twenty of these met three times, ten of the pairs ended before their time. */
function life(): ProgramLife {
  return {
    mentees: range(40).map((i) => person(i, { level: i % 2 === 0 ? 'junior' : 'senior' }, i < 38)),
    mentors: range(15).map((i) => person(100 + i, { level: i % 2 === 0 ? 'junior' : 'senior' })),
    pairs: range(30).map((i) =>
      pair(
        100 + (i % 15),
        i,
        i < 10 ? { ended: day + 50, reason: 'mentor-left' } : i < 20 ? { ended: day + 200, reason: 'planned-end' } : {},
      ),
    ),
    meetings: range(30).flatMap((i) =>
      range(i < 20 ? 3 : 1).map((k) => ({ mentor: 100 + (i % 15), mentee: i, day: day + 5 + 20 * k })),
    ),
  };
}
const base = { limits: standardEngagement, starts: day - 10, ends: null, provenance, technical: true, minCell: 5 };

describe('the way of a mentee', () => {
  it('counts nobody as finished whose pair goes on, and nobody as paired who only signed up', () => {
    const paths = menteePaths(life(), standardEngagement, { starts: day - 10, ends: null });
    expect([paths[0]?.finished, paths[15]?.finished, paths[25]?.finished, paths[35]?.matched]).toEqual([
      false,
      true,
      undefined,
      false,
    ]);
    expect(paths[0]?.wait).toBe(10);
    expect(paths[39]?.eligible).toBe(false);
  });
});

describe('report program', () => {
  const input = {
    ...base,
    cohort: 'fall',
    life: life(),
    today: day + 300,
    flags: undefined,
    goals: { set: 0, reached: 0 },
    targets: {},
  };
  const report = programReport(input);

  it('never lets a later step have more people than those who got so far', () => {
    const funnel = table(report, 'funnel');
    const shares = (funnel?.rows ?? []).flatMap((row) => (row[2]?.kind === 'share' ? [row[2].value] : []));
    expect(shares[0]).toBe(1);
    expect(at(funnel, 2, 'n')).toEqual({ kind: 'count', value: 30 });
    expect(at(funnel, 4, 'n')).toEqual({ kind: 'count', value: 20 });
  });

  it('hides a step that all but a few took, since it would say who did not', () => {
    expect(at(table(report, 'funnel'), 1, 'n')?.kind).toBe('suppressed');
    expect(at(table(programReport({ ...input, minCell: 1 }), 'funnel'), 1, 'n')).toEqual({ kind: 'count', value: 38 });
  });

  it('says when a target of the program is missed', () => {
    const missed = programReport({ ...input, targets: { matched: 90 } });
    expect(words(missed)).toContain('Target: 90 % had a mentor; 75 % did. The target is not met.');
    expect(words(programReport({ ...input, targets: { matched: 70 } }))).not.toContain('not met');
  });

  it('says nothing about what mentoring brought', () => {
    expect((report.json['claim'] as { level: number }).level).toBe(0);
    expect(report.json['findings']).toEqual([]);
  });

  it('shows nothing of a cohort of a few', () => {
    const tiny = programReport({ ...input, minCell: 50 });
    expect(table(tiny, 'funnel')).toBeUndefined();
    expect(words(tiny)).toContain('Fewer than 50');
  });
});

describe('report equity', () => {
  const equity = (rest: Partial<Parameters<typeof equityReport>[0]> = {}) =>
    equityReport({
      ...base,
      cohort: 'fall',
      life: life(),
      by: ['level'],
      wordsOf: (_, value) =>
        value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value),
      data: undefined,
      fields: new Map(),
      outcomes: [],
      counts: new Uint8Array(0),
      ...rest,
    });

  it('sets each group beside everybody else, and ranks nobody', () => {
    const found = table(equity(), 'by-level');
    expect(found?.rows.map(([first]) => (first?.kind === 'text' ? first.text : ''))).toEqual(['junior', 'senior']);
    const [own, other] = [at(found, 0, 'matched-gap'), at(found, 1, 'matched-gap')];
    expect(own?.kind === 'estimate' && other?.kind === 'estimate' ? own.value + other.value : NaN).toBeCloseTo(0, 12);
  });

  it('says under a table what gaps that cannot be told would have had to be', () => {
    const found = table(equity(), 'by-level');
    const gap = at(found, 0, 'matched-gap');
    const half = gap?.kind === 'estimate' ? (gap.high - gap.low) / 2 : NaN;
    // From 95 % of confidence to 80 % of power: (1.96 + 0.84) / 1.96 of the half width.
    expect(found?.note).toContain(`${Math.ceil(143 * half)} points in "had a mentor"`);
  });

  it('hides groups below five whatever the program file says, but on a page for the office alone', () => {
    const few: ProgramLife = {
      ...life(),
      mentees: life().mentees.map((one, i) => person(one.person, { level: i < 3 ? 'dean' : 'junior' })),
    };
    const found = table(equity({ life: few, minCell: 2 }), 'by-level');
    expect(found === undefined || at(found, 0, 'n')?.kind === 'suppressed').toBe(true);
    const own = table(equity({ life: few, minCell: 1 }), 'by-level');
    expect(own === undefined ? undefined : at(own, 0, 'n')).toEqual({ kind: 'count', value: 3 });
  });
});

describe('report culture', () => {
  const culture = (rest: Partial<CultureInput> = {}): Report =>
    cultureReport({
      ...base,
      cohort: 'fall',
      life: life(),
      today: day + 1000,
      ways: range(40).map((i) => ({ mentee: day, mentor: i < 10 ? day + 365 : undefined })),
      mentors: { all: 15, again: 6, onceMentees: 4 },
      sources: undefined,
      across: ['level'],
      wordsOf: (_, value) =>
        value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value),
      recommend: Float64Array.from([...range(10).map(() => 10), ...range(6).map(() => 8), ...range(4).map(() => 3)]),
      climate: [],
      importClimate: 'mentorctl import climate.csv',
      ...rest,
    });

  it('lets who began lately have had little time to come back', () => {
    const rate = at(table(culture(), 'return'), 0, 'back');
    expect(rate?.kind === 'share' ? rate.value : NaN).toBeCloseTo(0.25, 12);
    const late = culture({
      ways: range(40).map((i) => ({ mentee: i < 20 ? day : day + 990, mentor: i < 10 ? day + 365 : undefined })),
    });
    const allowed = at(table(late, 'return'), 0, 'back');
    expect(allowed?.kind === 'share' ? allowed.value : NaN).toBeCloseTo(0.5, 12);
  });

  it('holds pairs of the same answer against what chance would pair', () => {
    const across = table(culture(), 'across');
    const chance = at(across, 0, 'chance');
    expect(chance?.kind === 'share' ? chance.value : NaN).toBeGreaterThan(0.45);
    expect(at(across, 0, 'pairs')).toEqual({ kind: 'count', value: 30 });
  });

  it('makes no recommend score of answers on another scale', () => {
    const score = at(table(culture(), 'recommend'), 0, 'score');
    expect(score?.kind === 'estimate' ? score.value : NaN).toBeCloseTo(30, 12);
    const other = culture({ recommend: Float64Array.from(range(20).map((i) => 1 + (i % 5))) });
    expect(table(other, 'recommend')).toBeUndefined();
    expect(words(other)).toContain('not asked on a scale of 0 to 10');
  });
});
