// If these fail, somebody known is taken for a new person, or an earlier answer overwrites a later one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivals, mentioned } from '../../src/store/arrivals.ts';

describe('words mentioned', () => {
  it('never takes an old word for a new one', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const seen = mentioned();
        const told = new Set<string>();
        for (const word of words) {
          if (seen.isNew(word)) expect(told.has(word)).toBe(false);
          told.add(word);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes hardly any new word for an old one among a hundred thousand addresses', () => {
    const seen = mentioned();
    let wrong = 0;
    for (let index = 0; index < 100_000; index++) if (!seen.isNew(`p${index}@example.org`)) wrong++;
    expect(wrong).toBeLessThan(20);
  });
});

describe('arrivals', () => {
  it('remember the line of each, however far apart the numbers are', () => {
    const came = arrivals();
    came.note(3, 12, undefined, 'mentor');
    came.note(70_000, 13, undefined, 'mentor');
    expect([came.lineOf(3), came.lineOf(4), came.lineOf(70_000), came.lineOf(900_000)]).toEqual([12, 0, 13, 0]);
  });

  it('tell the later of two answers; one without a time is earlier than any with', () => {
    const came = arrivals();
    came.note(3, 12, '2026-11-02 09:30:00', 'mentor');
    came.note(70_000, 13, '2026-11-02 09:30:00', 'mentor');
    expect(came.answeredAfter(3, '2026-11-02 09:29:59')).toBe(true);
    expect(came.answeredAfter(70_000, '2026-11-02 10:00:00')).toBe(false);
    expect([came.answeredAfter(3, undefined), came.answeredAfter(4, undefined)]).toEqual([true, false]);
  });
});
