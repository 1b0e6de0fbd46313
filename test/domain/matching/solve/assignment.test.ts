// If these fail, a mentee who could have been placed is not, or the program's best pairing is not the best.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../../src/domain/chance.ts';
import { BARRED, type ScoreTable } from '../../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../../src/domain/matching/solve/assignment.ts';
import { certify } from '../../../../src/domain/matching/solve/certificate.ts';
import { finish } from '../../../../src/domain/progress.ts';
import { sharedFiles } from '../../../shared-folder.ts';
import { fuzz } from '../assignment-fuzz.ts';
import { drawTable, table } from '../score-tables.ts';

/** A table whose scores are what a cost leaves of 1000, one seat each; null may not be. */
function fromCosts(cost: readonly (readonly (number | null)[])[], scale = 1): ScoreTable {
  const rows = cost.map((row) => row.map((value) => (value === null ? null : 1000 - value * scale)));
  return table(
    rows,
    (cost[0] ?? []).map(() => 1),
  );
}

const costOf = (sample: ScoreTable): { placed: number; cost: number } => {
  const found = finish(solveAssignment(sample));
  expect(certify(sample, found).faults).toEqual([]);
  return { placed: found.placed, cost: 1000 * found.placed - found.total };
};

/** The same table with people in another order. */
function shuffled(sample: ScoreTable, seed: number): ScoreTable {
  const chance = seededChance(seed);
  const order = (count: number): number[] =>
    Array.from({ length: count }, (_, i) => ({ i, key: chance() }))
      .sort((a, b) => a.key - b.key)
      .map(({ i }) => i);
  const [rows, columns] = [order(sample.mentees), order(sample.mentors)];
  return {
    ...sample,
    scores: Uint16Array.from(rows.flatMap((i) => columns.map((j) => sample.scores[i * sample.mentors + j]!))),
    seats: Int32Array.from(columns, (j) => sample.seats[j]!),
  };
}

describe('solveAssignment', () => {
  it('places both where greedy would place one', () => {
    const sample = table(
      [
        [900, 800],
        [1000, null],
      ],
      [1, 1],
    );
    const solved = finish(solveAssignment(sample));
    expect([...solved.mentorOf]).toEqual([1, 0]);
    expect(solved).toMatchObject({ placed: 2, total: 1800 });
  });

  it('agrees with trying everything and with munkres, and the judge agrees, on 6,000 awkward tables', () => {
    const seen = fuzz(20260914, 6000);
    expect(seen.faults).toEqual([]);
    // A run that drew no shortage, or never had to raise the cost of being left out, would show nothing about them.
    expect(seen.short).toBeGreaterThan(1000);
    expect(seen.escalated).toBeGreaterThan(20);
  });

  it('does not let the order of people change how many are placed or how well', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, other) => {
        const sample = drawTable(seed, 30);
        const [one, two] = [sample, shuffled(sample, other)].map((each) => finish(solveAssignment(each)));
        expect([two!.placed, two!.total]).toEqual([one!.placed, one!.total]);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('gives the same pairs and prices every time, and leaves the table as it was', () => {
    for (let seed = 0; seed < 100; seed++) {
      const sample = drawTable(seed, 30);
      const before = { scores: [...sample.scores], seats: [...sample.seats] };
      const first = finish(solveAssignment(sample));
      expect(finish(solveAssignment(sample))).toEqual(first);
      expect({ scores: [...sample.scores], seats: [...sample.seats] }).toEqual(before);
    }
  });

  it('says how far it is often enough for Ctrl-C to be heard', () => {
    const [mentees, mentors] = [1500, 600];
    const chance = seededChance(4);
    const scores = Uint16Array.from({ length: mentees * mentors }, (_, k) =>
      Math.round(700 * ((k % mentors) / mentors) + 300 * chance()),
    );
    const seats = new Int32Array(mentors).fill(2);
    let steps = 0;
    for (const work = solveAssignment({ mentees, mentors, scores, seats }); ; steps++) {
      const step = work.next();
      if (step.done !== true) continue;
      expect(step.value.placed).toBe(1200);
      expect(certify({ mentees, mentors, scores, seats }, step.value).faults).toEqual([]);
      break;
    }
    expect(steps).toBeGreaterThan(20);
  });

  it('takes more seats than people without reserving room for them', () => {
    const sample = table([[5], [7]], [2_000_000_000]);
    expect(finish(solveAssignment(sample))).toMatchObject({ placed: 2, total: 12, prices: Int32Array.from([0]) });
  });
});

describe('known answers', () => {
  it.each([5, 17, 31])('the hardest table for cheapest-first, costs of (i + 1)(j + 1): %i people', (size) => {
    const numbers = Array.from({ length: size }, (_, i) => i + 1);
    // By the rearrangement inequality the least goes with the most.
    const cost = numbers.reduce((sum, i) => sum + i * (size + 1 - i), 0);
    expect(cost).toBe((size * (size + 1) * (size + 2)) / 6);
    expect(costOf(fromCosts(numbers.map((i) => numbers.map((j) => i * j))))).toEqual({ placed: size, cost });
  });

  const best: Readonly<Record<number, number>> = {
    100: 305,
    200: 475,
    300: 626,
    400: 804,
    500: 991,
    600: 1176,
    700: 1362,
    800: 1552,
  };
  const named: readonly (readonly [string, number])[] = Object.entries(best).map(
    ([size, cost]) => [`matching-cases/orlib-assign/assign${size}.txt`, cost] as const,
  );
  for (const [name, path] of sharedFiles(named.map(([file]) => file))) {
    const cost = new Map(named).get(name);
    it(`OR-Library ${name}: ${cost}`, () => {
      const [count = 0, ...costs] = readFileSync(path, 'utf8').trim().split(/\s+/).map(Number);
      const sample = {
        mentees: count,
        mentors: count,
        scores: Uint16Array.from(costs, (value) => 1000 - value),
        seats: new Int32Array(count).fill(1),
      };
      expect(costOf(sample)).toEqual({ placed: count, cost });
    });
  }

  interface CostCase {
    readonly cost: readonly (readonly (number | null)[])[];
    readonly total?: number;
    readonly bestCost?: number;
    readonly maxCardinality?: number;
  }
  const small = ['lap-small', 'scipy-small', 'regressions'].map((name) => `matching-cases/lap-tests/${name}.json`);
  for (const [name, path] of sharedFiles(small)) {
    it(`${name}: every total, and turned on its side`, () => {
      const file = JSON.parse(readFileSync(path, 'utf8')) as {
        readonly cases: readonly CostCase[];
        readonly infeasible_full?: readonly (readonly (readonly number[])[])[];
      };
      for (const { cost, total, bestCost, maxCardinality } of file.cases) {
        // Halves become whole; costs beyond the scale of scores keep their differences.
        const highest = Math.max(...cost.flat().map((value) => value ?? 0));
        const scale = highest <= 500 ? 2 : 1;
        const shift = Math.max(0, highest - 1000);
        const moved = cost.map((row) => row.map((value) => (value === null ? null : value - shift)));
        const placed = maxCardinality ?? Math.min(cost.length, cost[0]!.length);
        const expected = { placed, cost: ((total ?? bestCost)! - shift * placed) * scale };
        const sideways = moved[0]!.map((_, j) => moved.map((row) => row[j]!));
        expect(costOf(fromCosts(moved, scale))).toEqual(expected);
        expect(costOf(fromCosts(sideways, scale))).toEqual(expected);
      }
      for (const rows of file.infeasible_full ?? []) {
        const sample = table(
          rows.map((row) => row.map((value) => (value === 0 ? null : value))),
          rows[0]!.map(() => 1),
        );
        const found = finish(solveAssignment(sample));
        expect(found.placed).toBeLessThan(Math.min(sample.mentees, sample.mentors));
        expect(certify(sample, found).faults).toEqual([]);
      }
    });
  }
});

describe('certify', () => {
  const sample = table(
    [
      [900, 800],
      [1000, 10],
    ],
    [1, 1],
  );

  it('refuses an assignment that is not the best, however plausible its prices', () => {
    const solved = finish(solveAssignment(sample));
    const worse = { ...solved, mentorOf: Int32Array.from([0, 1]), total: 910 };
    expect(certify(sample, worse).proved).toBe(false);
  });

  it('refuses a barred pair, an overfull mentor and false totals', () => {
    const barred = table(
      [
        [null, 5],
        [7, 7],
      ],
      [1, 1],
    );
    const solved = finish(solveAssignment(barred));
    expect(certify(barred, { ...solved, mentorOf: Int32Array.from([0, 1]) }).proved).toBe(false);
    expect(certify(barred, { ...solved, mentorOf: Int32Array.from([1, 1]) }).proved).toBe(false);
    expect(certify(barred, { ...solved, total: solved.total + 1 }).proved).toBe(false);
  });

  it('refuses leaving somebody out who could be placed, even where being left out costs nothing', () => {
    const even = table(
      [
        [5, 5],
        [7, 7],
      ],
      [1, 1],
    );
    const short = { mentorOf: Int32Array.from([-1, 0]), placed: 1, total: 7 };
    expect(certify(even, { ...finish(solveAssignment(even)), ...short }).proved).toBe(false);
    const cheap = { ...short, prices: Int32Array.from([0, 0]), unmatchedCost: 995 };
    expect(certify(even, cheap).faults).toEqual(['a chain of swaps would place one more person']);
  });

  it('refuses a price on a free seat, prices below nothing and a cost beyond reckoning', () => {
    const solved = finish(solveAssignment(table([[5]], [2])));
    const one = table([[5]], [2]);
    expect(certify(one, solved).proved).toBe(true);
    expect(certify(one, { ...solved, prices: Int32Array.from([1]) }).proved).toBe(false);
    expect(certify(one, { ...solved, prices: Int32Array.from([-1]) }).proved).toBe(false);
    expect(certify(one, { ...solved, unmatchedCost: 2 ** 30 }).proved).toBe(false);
  });

  it('agrees with itself: eligible pairs counted, nothing else', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = drawTable(seed, 12);
        const { checkedPairs, proved } = certify(drawn, finish(solveAssignment(drawn)));
        expect(proved).toBe(true);
        expect(checkedPairs).toBe(drawn.scores.filter((score) => score !== BARRED).length);
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});
