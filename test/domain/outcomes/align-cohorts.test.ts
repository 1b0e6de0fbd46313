// If these fail, a cohort is compared with another at a different distance from its start, or with another's people as its own.
import { describe, expect, it } from 'vitest';
import { alignCohorts, startOf } from '../../../src/domain/outcomes/align-cohorts.ts';
import { categoryOf, type Status } from '../../../src/domain/outcomes/dataset.ts';
import { inTime, termMonth } from '../../../src/domain/outcomes/term.ts';

const status = (when: string, words: readonly (string | undefined)[]): Status => ({
  ...categoryOf(when, words),
  measure: 'retention',
  when,
});

describe('terms', () => {
  it('are read from labels as registrars write them', () => {
    expect(['fall 2026', 'Autumn 2026', '2026-08-31', 'Aug 2026'].map(termMonth)).toEqual(Array(4).fill(2026 * 12 + 7));
    expect(['Spring 2026', 'winter 2026', '2026'].map(termMonth)).toEqual(Array(3).fill(2026 * 12));
    expect(termMonth('census')).toBeUndefined();
    expect(inTime(['fall 2026', 'spring 2026', 'fall 2025'])).toEqual(['fall 2025', 'spring 2026', 'fall 2026']);
  });
});

describe('the start', () => {
  it('is what the program file marks, and of another year the earliest', () => {
    expect(startOf(['fall 2026', 'fall 2025'], ['fall 2025'])).toBe('fall 2025');
    expect(startOf(['fall 2027', 'fall 2026'], ['fall 2025'])).toBe('fall 2026');
    expect(startOf(['fall 2026', 'fall 2025'], [])).toBeUndefined();
    expect(startOf(['fall 2026'], ['fall 2025'])).toBeUndefined();
    expect(startOf(['fall 2025'], ['fall 2025'])).toBe('fall 2025');
  });
});

describe('two cohorts', () => {
  // Two people of each; the term "fall 2025" is the end of one cohort's year and the start of the other's.
  const elsewhere = Uint8Array.from([0, 0, 1, 1]);
  const aligned = alignCohorts(
    {
      statuses: [
        status('fall 2025', ['stayed', 'stayed', 'left', 'graduated']),
        status('fall 2026', ['left', 'stayed', undefined, undefined]),
        status('spring 2026', ['stayed', 'stayed', undefined, undefined]),
        status('fall 2024', [undefined, undefined, 'stayed', 'stayed']),
      ],
      observed: [
        { measure: 'gpa', when: 'fall 2025', values: Float64Array.from([3, 2, NaN, NaN]) },
        { measure: 'gpa', when: 'fall 2024', values: Float64Array.from([NaN, NaN, 1, 4]) },
        { measure: 'gpa', when: '', values: Float64Array.from([2, 2, 3, 3]) },
      ],
    },
    elsewhere,
    { own: 'fall 2025', other: 'fall 2024' },
  );
  const words = (when: string): (string | undefined)[] => {
    const found = aligned.statuses.find((one) => one.when === when);
    return Array.from(found?.codes ?? [], (code) => found?.levels[code]);
  };

  it('stand as long after their own start', () => {
    expect(words('fall 2025')).toEqual(['stayed', 'stayed', 'stayed', 'stayed']);
    expect(words('fall 2026')).toEqual(['left', 'stayed', 'left', 'graduated']);
    expect([...aligned.words]).toEqual([
      ['fall 2025', 'the start'],
      ['fall 2026', 'a year after the start'],
    ]);
  });

  it('have a gap, and it is said, where one has nothing to set beside', () => {
    expect(words('spring 2026')).toEqual(['stayed', 'stayed', undefined, undefined]);
    expect(aligned.alone).toEqual(['spring 2026']);
  });

  it('share grades of the same term of their own year, and what has no time', () => {
    expect(aligned.observed.map(({ when, values }) => [when, [...values]])).toEqual([
      ['fall 2025', [3, 2, 1, 4]],
      ['', [2, 2, 3, 3]],
    ]);
  });
});
