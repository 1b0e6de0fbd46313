// If these fail, a coordinator is told a wrong price for doing it her way, or people are moved who need not move.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alternativesFor } from '../../../../src/domain/matching/review/alternatives.ts';
import { BARRED, type ScoreTable } from '../../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../../src/domain/matching/solve/assignment.ts';
import { finish } from '../../../../src/domain/progress.ts';
import { scoreTables } from '../score-tables.ts';

const instances = scoreTables({ mentees: 6, mentors: 5, seats: 3 });

/** The best the whole can be with these people already placed, by trying everything: people first, then points. */
function best(table: ScoreTable, forced: ReadonlyMap<number, number>): { placed: number; total: number } | undefined {
  const left = [...table.seats];
  let found: { placed: number; total: number } | undefined;
  const go = (i: number, placed: number, total: number): void => {
    if (i === table.mentees) {
      if (found === undefined || placed > found.placed || (placed === found.placed && total > found.total))
        found = { placed, total };
      return;
    }
    const must = forced.get(i);
    for (let j = 0; j < table.mentors; j++) {
      const score = table.scores[i * table.mentors + j]!;
      if (score === BARRED || left[j] === 0 || (must !== undefined && must !== j)) continue;
      left[j]!--;
      go(i + 1, placed + 1, total + score);
      left[j]!++;
    }
    if (must === undefined) go(i + 1, placed, total);
  };
  go(0, 0, 0);
  return found;
}

it('costs what trying everything says, for every mentee and mentor', () => {
  fc.assert(
    fc.property(instances, (table) => {
      const { mentorOf, placed, total } = finish(solveAssignment(table));
      const movable = new Uint8Array(table.mentees).fill(1);
      for (let i = 0; i < table.mentees; i++) {
        if (mentorOf[i]! < 0) continue;
        const found = new Map(alternativesFor(table, mentorOf, i, movable).map((one) => [one.mentor, one]));
        for (let j = 0; j < table.mentors; j++) {
          if (j === mentorOf[i]) continue;
          const forced = best(table, new Map([[i, j]]));
          const told = found.get(j);
          expect(told === undefined).toBe(forced === undefined);
          if (told === undefined || forced === undefined) continue;
          expect({ placed: placed + told.placed, total: total - told.cost }).toEqual(forced);
          // What the others do adds up to the price, and leaves nobody over their seats.
          const after = mentorOf.slice();
          after[i] = j;
          for (const { mentee, from, to } of told.others) {
            expect(after[mentee]).toBe(from);
            after[mentee] = to;
          }
          const load = new Int32Array(table.mentors);
          let sum = 0;
          after.forEach((mentor, mentee) => {
            if (mentor < 0) return;
            load[mentor]!++;
            sum += table.scores[mentee * table.mentors + mentor]!;
          });
          expect(sum).toBe(forced.total);
          load.forEach((n, mentor) => {
            expect(n).toBeLessThanOrEqual(table.seats[mentor]!);
          });
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('moves nobody who has been decided on', () => {
  // Two mentors with one seat each; the second is taken by somebody decided: there is no way there.
  const table = { mentees: 2, mentors: 2, scores: Uint16Array.from([900, 800, 700, 600]), seats: Int32Array.of(1, 1) };
  expect(alternativesFor(table, Int32Array.of(0, 1), 0, Uint8Array.of(1, 1))).toEqual([
    { mentor: 1, cost: 0, placed: 0, others: [{ mentee: 1, from: 1, to: 0 }] },
  ]);
  expect(alternativesFor(table, Int32Array.of(0, 1), 0, Uint8Array.of(1, 0))).toEqual([]);
});

it('does not move others about for next to nothing', () => {
  // The first leaves a seat that the second would fit five points better; a move has to be worth twenty.
  const table = {
    mentees: 2,
    mentors: 3,
    scores: Uint16Array.from([900, 0, 800, 505, 500, 0]),
    seats: Int32Array.of(1, 1, 1),
  };
  const [exact] = alternativesFor(table, Int32Array.of(0, 1), 0, Uint8Array.of(1, 1));
  expect(exact).toEqual({ mentor: 2, cost: 95, placed: 0, others: [{ mentee: 1, from: 1, to: 0 }] });
  const [calm] = alternativesFor(table, Int32Array.of(0, 1), 0, Uint8Array.of(1, 1), { perMove: 20 });
  expect(calm).toEqual({ mentor: 2, cost: 100, placed: 0, others: [] });
});
