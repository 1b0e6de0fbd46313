// If these fail, a mentor who leaves in October moves people who need not have moved, or leaves out somebody who had a place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARRED } from '../../../../src/domain/matching/assignment-types.ts';
import { solveRematch } from '../../../../src/domain/matching/rematch/rematch-assignment.ts';
import { certifyRematch } from '../../../../src/domain/matching/rematch/rematch-certificate.ts';
import type { RematchTable } from '../../../../src/domain/matching/rematch/rematch-types.ts';
import { finish } from '../../../../src/domain/progress.ts';

type Rows = readonly (readonly (number | null)[])[];

const table = (rows: Rows, seats: readonly number[], standing: readonly number[]): RematchTable => ({
  mentees: rows.length,
  mentors: seats.length,
  scores: Uint16Array.from(rows.flat().map((score) => score ?? BARRED)),
  seats: Int32Array.from(seats),
  standing: Int32Array.from(standing),
});

interface Outcome {
  readonly placed: number;
  readonly moved: number;
  readonly total: number;
}

/** Every assignment tried: the most placed within `maxMoves`, then the fewest moved, then the highest total. */
function bruteForce(
  { mentees, mentors, scores, seats, standing }: RematchTable,
  maxMoves: number,
): Outcome | undefined {
  const left = [...seats];
  let best: Outcome | undefined;
  const walk = (i: number, placed: number, moved: number, total: number): void => {
    if (moved > maxMoves) return;
    if (i === mentees) {
      const better =
        best === undefined ||
        placed > best.placed ||
        (placed === best.placed && (moved < best.moved || (moved === best.moved && total > best.total)));
      if (better) best = { placed, moved, total };
      return;
    }
    const had = standing[i]! >= 0 ? 1 : 0;
    walk(i + 1, placed, moved + had, total);
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (score === BARRED || left[j]! === 0) continue;
      left[j]!--;
      walk(i + 1, placed + 1, moved + (had === 1 && standing[i] !== j ? 1 : 0), total + score);
      left[j]!++;
    }
  };
  walk(0, 0, 0, 0);
  return best;
}

/** Small programs in mid-term: some mentees paired, some not, seats sometimes fewer than the pairs that stand. */
const instance = fc
  .record({
    mentees: fc.integer({ min: 0, max: 6 }),
    mentors: fc.integer({ min: 1, max: 4 }),
    top: fc.constantFrom(1, 3, 1000),
  })
  .chain(({ mentees, mentors, top }) => {
    const row = fc.array(fc.option(fc.integer({ min: 0, max: top }), { freq: 2 }), {
      minLength: mentors,
      maxLength: mentors,
    });
    return fc.record({
      rows: fc.array(row, { minLength: mentees, maxLength: mentees }),
      seats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: mentors, maxLength: mentors }),
      standing: fc.array(fc.integer({ min: -1, max: mentors - 1 }), { minLength: mentees, maxLength: mentees }),
    });
  })
  .map(({ rows, seats, standing }) => {
    const mended = rows.map((row, i) => row.map((score, j) => (standing[i] === j ? (score ?? 0) : score)));
    return table(mended, seats, standing);
  });

const outcome = ({ placed, moved, total }: Outcome): Outcome => ({ placed, moved, total });

describe('solveRematch', () => {
  it('leaves every standing pair alone when there is a free seat for those who lost theirs', () => {
    // The free seat fits 1 of 1000; moving one pair would fit far better, and must not happen.
    const answer = finish(
      solveRematch(
        table(
          [
            [900, 1],
            [950, 1],
          ],
          [1, 1],
          [0, -1],
        ),
      ),
    );
    expect([...answer.mentorOf]).toEqual([0, 1]);
    expect(answer.moved).toBe(0);
  });

  it('moves one pair when that is the only way to place somebody', () => {
    const answer = finish(
      solveRematch(
        table(
          [
            [900, 1],
            [950, null],
          ],
          [1, 1],
          [0, -1],
        ),
      ),
    );
    expect([...answer.mentorOf]).toEqual([1, 0]);
    expect(outcome(answer)).toEqual({ placed: 2, moved: 1, total: 951 });
  });

  it('agrees with trying everything, and every answer is certified', () => {
    fc.assert(
      fc.property(instance, (small) => {
        const answer = finish(solveRematch(small));
        expect(outcome(answer)).toEqual(bruteForce(small, Infinity));
        expect(certifyRematch(small, answer).faults).toEqual([]);
      }),
      { numRuns: 4000, seed: 20261012 },
    );
  });

  it('under --max-moves places as many as the moves allow, and proves that one more would take too many', () => {
    fc.assert(
      fc.property(instance, fc.integer({ min: 0, max: 3 }), (small, maxMoves) => {
        const answer = finish(solveRematch(small, maxMoves));
        expect(certifyRematch(small, answer, maxMoves).faults).toEqual([]);
        const best = bruteForce(small, maxMoves);
        // A mentor over her seats loses pairs in any case; then there is no answer within the limit.
        if (best === undefined) expect(answer.moved).toBeGreaterThan(maxMoves);
        else expect(outcome(answer)).toEqual(best);
      }),
      { numRuns: 4000, seed: 20261013 },
    );
  });
});

describe('certifyRematch', () => {
  const sample = table(
    [
      [900, 10],
      [950, 10],
    ],
    [1, 1],
    [0, -1],
  );
  const answer = finish(solveRematch(sample));

  it('refuses an answer that moves a pair without need', () => {
    const worse = { ...answer, mentorOf: Int32Array.from([1, 0]), moved: 1, total: 960 };
    expect(certifyRematch(sample, worse).proved).toBe(false);
  });

  it('refuses leaving somebody out who could be placed, unless it would move too many', () => {
    const chain = table(
      [
        [900, 1],
        [950, null],
      ],
      [1, 1],
      [0, -1],
    );
    const stayed = finish(solveRematch(chain, 0));
    expect(stayed).toMatchObject({ placed: 1, moved: 0 });
    expect(certifyRematch(chain, stayed, 0).proved).toBe(true);
    expect(certifyRematch(chain, stayed, 1).proved).toBe(false);
    expect(certifyRematch(chain, stayed).proved).toBe(false);
  });

  it('refuses barred pairs, overfull mentors and false totals', () => {
    const barred = table(
      [
        [900, null],
        [950, 10],
      ],
      [1, 1],
      [0, -1],
    );
    const solved = finish(solveRematch(barred));
    expect(certifyRematch(barred, { ...solved, mentorOf: Int32Array.from([1, 0]) }).proved).toBe(false);
    expect(certifyRematch(barred, { ...solved, mentorOf: Int32Array.from([0, 0]) }).proved).toBe(false);
    expect(certifyRematch(barred, { ...solved, moved: 1 }).proved).toBe(false);
    const [proof] = solved.proofs;
    const dear = { ...proof!, margins: new Map([[0, 1e9]]) };
    expect(certifyRematch(barred, { ...solved, proofs: [dear] }).proved).toBe(false);
    expect(certifyRematch(barred, { ...solved, proofs: [] }).proved).toBe(false);
  });
});
