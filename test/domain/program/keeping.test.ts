// If these fail, people are proposed for forgetting too early, or kept longer than was promised.
import { describe, expect, it } from 'vitest';
import { parseIsoDate, type CivilDate } from '../../../src/domain/civil-date.ts';
import { keptSince } from '../../../src/domain/program/keeping.ts';

const day = (text: string): CivilDate => parseIsoDate(text) as CivilDate;

describe('keptSince', () => {
  it.each([
    ['2028-02-29', 1, 'year', '2027-02-28'],
    ['2026-03-31', 1, 'month', '2026-02-28'],
    ['2026-01-15', 2, 'month', '2025-11-15'],
    ['2026-12-31', 12, 'month', '2025-12-31'],
    ['2026-03-01', 1, 'day', '2026-02-28'],
    ['2026-11-02', 3, 'year', '2023-11-02'],
  ] as const)('from %s %i %s back', (today, count, unit, expected) => {
    expect(keptSince(day(today), { count, unit })).toBe(expected);
  });
});
