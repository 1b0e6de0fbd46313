// If these fail, a circle opens with fewer people than it needs, or somebody has no mentor who could have had one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BARRED, type ScoreTable } from '../../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../../src/domain/matching/solve/assignment.ts';
import { openCircles } from '../../../../src/domain/matching/circles/circle-assignment.ts';
import { certifyCircles } from '../../../../src/domain/matching/circles/circle-certificate.ts';
import { finish } from '../../../../src/domain/progress.ts';
import { scoreTables } from '../score-tables.ts';

interface Case extends ScoreTable {
  readonly least: Int32Array;
}

const instances = scoreTables({ mentees: 7, mentors: 4, seats: 5 }).chain((table) =>
  fc
    .array(fc.constantFrom(0, 0, 2, 3), { minLength: table.mentors, maxLength: table.mentors })
    .map((least): Case => ({ ...table, least: Int32Array.from(least) })),
);

/** Every assignment there is that keeps the minimums; `within` says which. Gives the best, people first, then points. */
function best(table: Case, within: (load: readonly number[]) => boolean): { placed: number; total: number } {
  const load = Array.from({ length: table.mentors }, () => 0);
  let found = { placed: -1, total: 0 };
  const go = (i: number, placed: number, total: number): void => {
    if (i === table.mentees) {
      if (!within(load)) return;
      if (placed > found.placed || (placed === found.placed && total > found.total)) found = { placed, total };
      return;
    }
    go(i + 1, placed, total);
    for (let j = 0; j < table.mentors; j++) {
      const score = table.scores[i * table.mentors + j]!;
      if (score === BARRED || load[j] === table.seats[j]) continue;
      load[j]!++;
      go(i + 1, placed + 1, total + score);
      load[j]!--;
    }
  };
  go(0, 0, 0);
  return found;
}

function solve(table: Case): { load: number[]; placed: number; total: number; open: boolean[]; proved: boolean } {
  const seats = table.seats.map((n, j) => (n < table.least[j]! ? 0 : n));
  const first = finish(solveAssignment({ ...table, seats }));
  const answer = finish(openCircles({ ...table, seats }, first.mentorOf, table.least));
  const load = Array.from({ length: table.mentors }, () => 0);
  let [placed, total] = [0, 0];
  answer.mentorOf.forEach((j, i) => {
    if (j < 0) return;
    load[j]!++;
    placed++;
    total += table.scores[i * table.mentors + j]!;
  });
  const open = [...answer.seats].map((n) => n > 0);
  return { load, placed, total, open, proved: certifyCircles(table, answer).certificate.proved };
}

it('never opens a circle below its minimum, and is best within the circles that are open', () => {
  fc.assert(
    fc.property(instances, (table) => {
      const { load, placed, total, open, proved } = solve(table);
      expect(proved).toBe(true);
      load.forEach((n, j) => {
        expect(n).toBeLessThanOrEqual(table.seats[j]!);
        if (table.least[j]! > 0) expect(n === 0 || n >= table.least[j]!).toBe(true);
      });
      const withThese = best(table, (loads) =>
        loads.every((n, j) => (table.least[j] === 0 ? true : open[j] === true ? n >= table.least[j]! : n === 0)),
      );
      expect({ placed, total }).toEqual(withThese);
    }),
    { numRuns: 400 },
  );
});

it('takes the better place that is free once another circle has been filled up', () => {
  // Nobody's chain to or from the first circle passes mentee 1, who is better off in the third once that is open.
  const none = BARRED;
  const { placed, total, proved } = solve({
    mentees: 4,
    mentors: 3,
    scores: Uint16Array.from([835, 2, 527, none, 703, 719, 518, none, 4, none, none, none]),
    seats: Int32Array.from([3, 5, 5]),
    least: Int32Array.from([3, 0, 2]),
  });
  expect({ placed, total, proved }).toEqual({ placed: 3, total: 1250, proved: true });
});

it('places as many as any choice of circles could in nearly every case, and never more', () => {
  let [cases, short] = [0, 0];
  fc.assert(
    fc.property(instances, (table) => {
      const { placed } = solve(table);
      const most = best(table, (loads) => loads.every((n, j) => n === 0 || n >= table.least[j]!)).placed;
      expect(placed).toBeLessThanOrEqual(most);
      cases++;
      if (placed < most) short++;
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(short / cases).toBeLessThan(0.02);
});

it('fills a circle up rather than leave two people out, and closes it when nobody is lost', () => {
  // Six people; the first circle takes four, the second needs three and would have two.
  const scores = Uint16Array.from([900, 100, 900, 100, 900, 100, 900, 100, 500, 800, 500, 800]);
  const table = { mentees: 6, mentors: 2, scores, seats: Int32Array.of(4, 5), least: Int32Array.of(3, 3) };
  expect(solve(table)).toMatchObject({ load: [3, 3], placed: 6, proved: true });
  expect(solve({ ...table, seats: Int32Array.of(6, 5) })).toMatchObject({ load: [6, 0], placed: 6, proved: true });
});
