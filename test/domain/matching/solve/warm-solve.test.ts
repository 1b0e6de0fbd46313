// If these fail, "giving Bo to Ana would cost the whole 7 points" is not true, or a late mentee is not placed as well as can be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BARRED,
  firstPlaces,
  type Matching,
  type ScoreTable,
} from '../../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../../src/domain/matching/solve/assignment.ts';
import { certify } from '../../../../src/domain/matching/solve/certificate.ts';
import { changedTable, solveWith, type Change } from '../../../../src/domain/matching/solve/warm-solve.ts';
import { finish } from '../../../../src/domain/progress.ts';
import { drawPlaces, table } from '../score-tables.ts';

/** The answer without the forced pair, which is certified on a table without it. */
function others(sample: ScoreTable, found: Matching, change: Change): Matching {
  if (change.kind !== 'force') return found;
  const mentorOf = found.mentorOf.map((j, i) => (i === change.mentee ? -1 : j));
  const score = sample.scores[change.mentee * sample.mentors + change.mentor]!;
  const bonus = sample.placeBonus?.[firstPlaces(sample.seats)[change.mentor]!] ?? 0;
  return { ...found, mentorOf, placed: found.placed - 1, total: found.total - score - bonus };
}

function expectBest(sample: ScoreTable, before: Matching, change: Change): void {
  const found = solveWith(sample, before, change);
  const changed = changedTable(sample, change);
  const rest = others(sample, found, change);
  const again = finish(solveAssignment(changed));
  expect({ placed: rest.placed, total: rest.total }).toEqual({ placed: again.placed, total: again.total });
  expect(certify(changed, rest).faults).toEqual([]);
}

describe('solveWith', () => {
  const sample = table(
    [
      [900, 800],
      [1000, 300],
    ],
    [1, 1],
  );

  it('says what a pair that was not made would cost', () => {
    const best = finish(solveAssignment(sample));
    expect(best.total).toBe(1800);
    expect(solveWith(sample, best, { kind: 'force', mentee: 0, mentor: 0 })).toMatchObject({ placed: 2, total: 1200 });
    expect(solveWith(sample, best, { kind: 'forbid', mentee: 1, mentor: 0 }).total).toBe(1200);
    expect(solveWith(sample, best, { kind: 'seat', mentor: 0 }).total).toBe(1900);
  });

  it('refuses to force what a rule bars', () => {
    const barred = table([[null, 5]], [1, 1]);
    const best = finish(solveAssignment(barred));
    expect(() => solveWith(barred, best, { kind: 'force', mentee: 0, mentor: 0 })).toThrow(RangeError);
  });

  it('is as good as solving anew, and certified, whatever changes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (seed, a, b) => {
        const drawn = drawPlaces(seed, 9);
        if (drawn.mentees === 0 || drawn.mentors === 0) return;
        const [mentee, mentor] = [a % drawn.mentees, b % drawn.mentors];
        const best = finish(solveAssignment(drawn));
        expectBest(drawn, best, { kind: 'forbid', mentee, mentor });
        const given = best.mentorOf[mentee]!;
        if (given >= 0) expectBest(drawn, best, { kind: 'forbid', mentee, mentor: given });
        expectBest(drawn, best, { kind: 'seat', mentor });
        if (drawn.scores[mentee * drawn.mentors + mentor] !== BARRED && drawn.seats[mentor]! > 0)
          expectBest(drawn, best, { kind: 'force', mentee, mentor });
        const early = Uint16Array.from(drawn.scores);
        early.fill(BARRED, mentee * drawn.mentors, (mentee + 1) * drawn.mentors);
        const before = finish(solveAssignment({ ...drawn, scores: early }));
        expectBest(drawn, before, { kind: 'arrive', mentee });
      }),
      { numRuns: 3000, seed: 11 },
    );
  });
});
