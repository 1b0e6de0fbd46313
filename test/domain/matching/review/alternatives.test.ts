// If these fail, a coordinator is told a wrong price for doing it her way, or people are moved who need not move.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alternativesByPrice, alternativesFor } from '../../../../src/domain/matching/review/alternatives.ts';
import { BARRED, rowsOf, TOP_SCORE, type ScoreTable } from '../../../../src/domain/matching/assignment-types.ts';
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

it('are the same by the prices of the answer: every one, the cheapest few, and one alone, also where seats were given up since', () => {
  fc.assert(
    fc.property(
      scoreTables({ mentees: 8, mentors: 6, seats: 3 }),
      fc.nat(12),
      fc.constantFrom(0, 20),
      (table, gone, perMove) => {
        const { mentorOf, prices, unmatchedCost } = finish(solveAssignment(table));
        const movable = new Uint8Array(table.mentees).fill(1);
        // Somebody was declined: her seat has a price and nobody in it.
        if (gone < table.mentees) [mentorOf[gone], movable[gone]] = [-1, 0];
        const kept = {
          of: Float64Array.from(prices),
          nobody: unmatchedCost - TOP_SCORE - 2 * TOP_SCORE * (table.mentees + 1),
        };
        const short = (all: ReturnType<typeof alternativesFor>): object[] =>
          all.map(({ mentor, cost, placed }) => ({ mentor, cost, placed }));
        for (let i = 0; i < table.mentees; i++) {
          const all = alternativesFor(table, mentorOf, i, movable, { perMove });
          const found = alternativesByPrice(rowsOf(table), mentorOf, i, movable, kept, { perMove, most: Infinity });
          // Of chains worth the same another one may be named, which is no matter in the best answer, and is in others.
          const exact = perMove === 0 && gone >= table.mentees;
          if (exact) expect(short(found ?? [])).toEqual(short(all));
          else expect(found?.map(({ mentor }) => mentor).sort()).toEqual(all.map(({ mentor }) => mentor).sort());
          const few = alternativesByPrice(rowsOf(table), mentorOf, i, movable, kept, { perMove, most: 2 });
          if (exact) expect(short(few ?? []).slice(0, 2)).toEqual(short(all).slice(0, 2));
          for (const one of found ?? [])
            expect(
              alternativesByPrice(rowsOf(table), mentorOf, i, movable, kept, { perMove, most: 1, only: one.mentor }),
            ).toEqual([one]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
