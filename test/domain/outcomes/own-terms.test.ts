import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/domain/civil-date.ts';
import { calendarOf } from '../../../src/domain/outcomes/calendar.ts';
import { byOwnTerms } from '../../../src/domain/outcomes/own-terms.ts';
import { poolCohorts } from '../../../src/domain/outcomes/pool-cohorts.ts';
import { withinCohorts } from '../../../src/domain/outcomes/within-cohorts.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';

const column = (when: string, values: number[]) => ({ measure: 'gpa', when, values: Float64Array.from(values) });
const day = (text: string): CivilDate => text as CivilDate;

describe('places in a calendar', () => {
  it('counts a summer as a term only where there are summers', () => {
    const without = calendarOf(['Fall 2024', 'Spring 2025', 'Fall 2025']);
    expect((without?.of('Fall 2025') ?? 0) - (without?.of('Fall 2024') ?? 0)).toBe(2);
    const withSummer = calendarOf(['Fall 2024', 'Spring 2025', 'Summer 2025', 'Fall 2025']);
    expect((withSummer?.of('Fall 2025') ?? 0) - (withSummer?.of('Fall 2024') ?? 0)).toBe(3);
  });

  it('puts winter before spring where both are terms, and takes Autumn for Fall', () => {
    const calendar = calendarOf(['Autumn 2024', 'Winter 2025', 'Spring 2025']);
    const places = ['fall 2024', 'winter 2025', 'spring 2025'].map((one) => calendar?.of(one) ?? 0);
    expect(places.map((place) => place - (places[0] ?? 0))).toEqual([0, 1, 2]);
  });

  it('knows months and quarters, and refuses a mix that nobody could put in one order', () => {
    expect(calendarOf(['2025-01', 'Mar 2025'])?.kind).toBe('month');
    const quarters = calendarOf(['Q4 2024', '2025 Q1']);
    expect((quarters?.of('2025 Q1') ?? 0) - (quarters?.of('Q4 2024') ?? 0)).toBe(1);
    expect(calendarOf(['Q4 2024', 'Fall 2025'])).toBeUndefined();
  });

  it('finds the first term of somebody who starts a little before it or in it', () => {
    const calendar = calendarOf(['Fall 2024', 'Spring 2025']);
    const fall = calendar?.of('Fall 2024');
    for (const start of ['2024-07-15', '2024-08-20', '2024-10-01']) expect(calendar?.at(day(start)), start).toBe(fall);
    expect(calendar?.at(day('2025-01-10'))).toBe(calendar?.of('Spring 2025'));
    expect(calendar?.at(day('2024-12-20'))).toBe(calendar?.of('Spring 2025'));
  });
});

describe('terms from a start', () => {
  it('sets the first terms of people who started in different terms side by side', () => {
    const { observed } = byOwnTerms(
      {
        observed: [
          column('Fall 2024', [1, NaN, NaN]),
          column('Spring 2025', [2, 3, NaN]),
          column('Fall 2025', [NaN, 4, 5]),
        ],
        statuses: [],
      },
      { starts: ['2024-08-20', '2025-01-10', 'fall 2025'], cohortOf: [0, 0, 0] },
    );
    expect(observed.map(({ when, values }) => [when, [...values]])).toEqual([
      ['term 1', [1, 3, 5]],
      ['term 2', [2, 4, NaN]],
    ]);
  });

  it('keeps what was before the start before it', () => {
    const { observed } = byOwnTerms(
      { observed: [column('Spring 2024', [1]), column('Fall 2024', [2])], statuses: [] },
      { starts: ['2024-09-01'], cohortOf: [0] },
    );
    expect(observed.map(({ when }) => when)).toEqual(['the term before the start', 'term 1']);
  });

  it('calls checkpoints by how long after the start they are, each cohort by its own', () => {
    const status = (when: string, codes: number[]) => ({
      measure: 'retention',
      when,
      levels: ['stayed'],
      codes: Int32Array.from(codes),
    });
    const { statuses } = byOwnTerms(
      { observed: [], statuses: [status('2025-09-01', [0, -1]), status('2026-09-01', [-1, 0])] },
      { starts: ['2024-09-01', '2025-09-01'], cohortOf: [0, 1] },
    );
    expect(statuses.map(({ when, codes }) => [when, [...codes]])).toEqual([['a year after the start', [0, 0]]]);
  });

  it('begins with the first record of a cohort where no start is known', () => {
    const { observed } = byOwnTerms(
      { observed: [column('Q1 2025', [1, NaN]), column('Q2 2025', [2, 3])], statuses: [] },
      { starts: [undefined, undefined], cohortOf: [0, 1] },
    );
    expect(observed.map(({ when, values }) => [when, [...values]])).toEqual([
      ['quarter 1', [1, 3]],
      ['quarter 2', [2, NaN]],
    ]);
  });
});

describe('cohorts taken together', () => {
  const plan = { ...standardProgram.groups, cameBy: 'staff' as const };
  const standing = {
    label: ['Y', 'N', undefined, undefined],
    joined: Uint8Array.of(0, 0, 1, 1),
    paired: Uint8Array.of(0, 0, 1, 0),
    lot: Int8Array.of(-1, -1, -1, -1),
    elsewhere: new Uint8Array(4),
  };

  it('keeps the design of each: labels in one, pairs in the other', () => {
    const pooled = poolCohorts(standing, [0, 0, 1, 1], ['a', 'b'], plan, { with: 'usual' });
    expect(pooled?.groups.labels).toEqual(['mentored', 'not mentored']);
    expect([...(pooled?.groups.codes ?? [])]).toEqual([0, 1, 0, 1]);
    expect(pooled?.designs.map(({ byPair }) => byPair)).toEqual([false, true]);
  });

  it('allows no more than the weakest of them: one lottery does not make a lottery of all', () => {
    const lot = Int8Array.of(1, 0, -1, -1);
    const pooled = poolCohorts({ ...standing, lot }, [0, 0, 1, 1], ['a', 'b'], plan, { with: 'usual' });
    expect(pooled?.groups.cameBy).toBe('staff');
  });

  it('does not take a cohort that began higher for a group that began higher', () => {
    const cohorts = { kind: 'category' as const, name: 'cohort', levels: ['a', 'b'], codes: Int32Array.of(0, 0, 1, 1) };
    const found = withinCohorts({ kind: 'number', name: 'hs', values: Float64Array.of(1, 3, 11, 13) }, cohorts);
    expect(found.kind === 'number' ? [...found.values] : []).toEqual([6, 8, 6, 8]);
  });
});
