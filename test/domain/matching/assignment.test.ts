// If these fail, a mentee who could have been placed is not, or the program's best pairing is not the best.
import fc from 'fast-check';
import munkres from 'munkres';
import { describe, expect, it } from 'vitest';
import type { ScoreTable } from '../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../src/domain/matching/assignment.ts';
import { certify } from '../../../src/domain/matching/certificate.ts';
import { finish } from '../../../src/domain/progress.ts';
import { bruteForce, table } from './score-tables.ts';

const instance = (most: number): fc.Arbitrary<ScoreTable> =>
  fc
    .record({
      mentees: fc.integer({ min: 0, max: most }),
      mentors: fc.integer({ min: 0, max: most }),
      top: fc.constantFrom(1, 3, 1000),
    })
    .chain(({ mentees, mentors, top }) =>
      fc.record({
        rows: fc.array(
          fc.array(fc.option(fc.integer({ min: 0, max: top }), { freq: 2 }), {
            minLength: mentors,
            maxLength: mentors,
          }),
          {
            minLength: mentees,
            maxLength: mentees,
          },
        ),
        seats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: mentors, maxLength: mentors }),
      }),
    )
    .map(({ rows, seats }) => table(rows, seats));

describe('solveAssignment', () => {
  it('places both where greedy would place one', () => {
    const solved = finish(
      solveAssignment(
        table(
          [
            [900, 800],
            [1000, null],
          ],
          [1, 1],
        ),
      ),
    );
    expect([...solved.mentorOf]).toEqual([1, 0]);
    expect(solved).toMatchObject({ placed: 2, total: 1800 });
  });

  it('agrees with trying everything, and every answer is certified', () => {
    fc.assert(
      fc.property(instance(5), (small) => {
        const solved = finish(solveAssignment(small));
        expect({ placed: solved.placed, total: solved.total }).toEqual(bruteForce(small));
        expect(certify(small, solved).faults).toEqual([]);
      }),
      { numRuns: 3000, seed: 20260914 },
    );
  });

  it('agrees with munkres on square tables of 12', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 }), {
          minLength: 12,
          maxLength: 12,
        }),
        (rows) => {
          const peer = munkres(rows.map((row) => row.map((score) => 1000 - score)));
          const total = peer.reduce((sum, [i, j]) => sum + rows[i]![j]!, 0);
          expect(
            finish(
              solveAssignment(
                table(
                  rows,
                  Array.from({ length: 12 }, () => 1),
                ),
              ),
            ).total,
          ).toBe(total);
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('certify', () => {
  it('refuses an assignment that is not the best, however plausible its prices', () => {
    const sample = table(
      [
        [900, 800],
        [1000, 10],
      ],
      [1, 1],
    );
    const solved = finish(solveAssignment(sample));
    const worse = { ...solved, mentorOf: Int32Array.from([0, 1]), total: 910 };
    expect(certify(sample, worse).proved).toBe(false);
  });

  it('refuses a barred pair, an overfull mentor and false totals', () => {
    const sample = table(
      [
        [null, 5],
        [7, 7],
      ],
      [1, 1],
    );
    const solved = finish(solveAssignment(sample));
    expect(certify(sample, { ...solved, mentorOf: Int32Array.from([0, 1]) }).proved).toBe(false);
    expect(certify(sample, { ...solved, mentorOf: Int32Array.from([1, 1]) }).proved).toBe(false);
    expect(certify(sample, { ...solved, total: solved.total + 1 }).proved).toBe(false);
  });

  it('refuses leaving somebody out who could be placed', () => {
    const sample = table(
      [
        [5, 5],
        [7, 7],
      ],
      [1, 1],
    );
    const solved = finish(solveAssignment(sample));
    expect(certify(sample, { ...solved, mentorOf: Int32Array.from([-1, 0]), placed: 1, total: 7 }).proved).toBe(false);
  });
});
