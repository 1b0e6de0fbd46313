// If these fail, the fast loops and the plain ones read a row differently, and a run depends on the machine it ran on.
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../src/domain/chance.ts';
import { BARRED, rowsOf, type ScoreTable } from '../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../src/domain/matching/solve/assignment.ts';
import { blockingRows, SHUT } from '../../../src/domain/matching/stable/blocking-rows.ts';
import { bestOfRows } from '../../../src/domain/matching/solve/best-of-rows.ts';
import { certify } from '../../../src/domain/matching/solve/certificate.ts';
import { CLOSED, plainKernels } from '../../../src/domain/vectors/row-kernels.ts';
import { rowFunctions, simdKernels } from '../../../src/domain/vectors/simd-kernels.ts';
import { moduleBytes } from '../../../src/domain/vectors/wasm-code.ts';
import { scoreRoom } from '../../../src/domain/vectors/score-room.ts';
import { finish } from '../../../src/domain/progress.ts';
import { drawTable } from '../matching/score-tables.ts';

function drawn(seed: number): { table: ScoreTable; asking: Int32Array; chance: () => number } {
  const chance = seededChance(seed);
  const [mentees, mentors] = [3, 1 + Math.floor(60 * chance())];
  const scores = Uint16Array.from({ length: mentees * mentors }, () =>
    chance() < 0.3 ? BARRED : Math.floor(1101 * chance()),
  );
  const asking = Int32Array.from({ length: mentors }, () => (chance() < 0.1 ? CLOSED : Math.floor(2500 * chance())));
  return { table: { mentees, mentors, scores, seats: new Int32Array(mentors).fill(1) }, asking, chance };
}

describe('row kernels', () => {
  it('find the same, with vectors and without, whatever the row, the prices, the part and the limit', () => {
    let met = 0;
    for (let seed = 0; seed < 2000; seed++) {
      const { table, asking, chance } = drawn(seed);
      const [plain, simd] = [plainKernels(table), simdKernels(table)!];
      for (const { asking: own } of [plain, simd]) own.set(asking);
      for (let i = 0; i < table.mentees; i++) {
        expect(simd.best(i)).toBe(plain.best(i));
        expect([simd.twoBest(i), simd.second[0]]).toEqual([plain.twoBest(i), plain.second[0]]);
        const from = Math.floor(table.mentors * chance());
        const least = Math.floor(1500 * chance()) - 1000;
        const limit = 1 + Math.floor(table.mentors * chance());
        const counts = [plain, simd].map(({ collect }) => collect(i, from, table.mentors, least, 0, limit));
        expect(counts[1]).toBe(counts[0]);
        expect(simd.mentor.slice(0, counts[0])).toEqual(plain.mentor.slice(0, counts[0]));
        expect(simd.worth.slice(0, counts[0])).toEqual(plain.worth.slice(0, counts[0]));
        met += counts[0]!;
      }
    }
    expect(met).toBeGreaterThan(10_000);
  });

  it('make a module of less than two kilobytes', () => {
    expect(moduleBytes(rowFunctions).length).toBeLessThan(2048);
  });

  it('read a large table in place, and a second time while it is being read, alike', () => {
    const [mentees, mentors] = [300, 203];
    const chance = seededChance(5);
    const scores = scoreRoom(mentees, mentors);
    for (let k = 0; k < scores.length; k++) scores[k] = chance() < 0.2 ? BARRED : Math.floor(1001 * chance());
    const table = { mentees, mentors, scores, seats: new Int32Array(mentors).fill(1) };
    const kernels = [simdKernels(table)!, simdKernels(table)!, plainKernels(table)];
    for (const { asking } of kernels) asking.forEach((_, j) => (asking[j] = (j * 37) % 500));
    for (let i = 0; i < mentees; i++)
      expect(new Set(kernels.map((each) => `${each.best(i)} ${each.twoBest(i)} ${each.second[0]!}`)).size).toBe(1);
    for (const { close } of kernels) close();
    const found = finish(solveAssignment(table, undefined, 'simd'));
    expect(found).toEqual(finish(solveAssignment({ ...table, scores: Uint16Array.from(scores) }, undefined, 'plain')));
    expect(certify(table, found).faults).toEqual([]);
  });

  it('lead to the same pairs and prices', () => {
    for (let seed = 0; seed < 300; seed++) {
      const table = drawTable(seed, 40);
      expect(finish(solveAssignment(table, undefined, 'simd'))).toEqual(
        finish(solveAssignment(table, undefined, 'plain')),
      );
    }
  });
});

describe('the judge', () => {
  it('sees the same best and as many barred pairs, with vectors and without', () => {
    for (let seed = 0; seed < 500; seed++) {
      const { table, asking } = drawn(seed);
      const [plain, simd] = [bestOfRows(table, asking, false), bestOfRows(table, asking, true)];
      for (let i = 0; i < table.mentees; i++) {
        const row = rowsOf(table).rowOf(i);
        const best = plain.bestOf(i, row);
        // Nobody at all is far below anything, by either.
        if (best > -0x30000000) expect(simd.bestOf(i, row)).toBe(best);
        else expect(simd.bestOf(i, row)).toBeLessThan(-0x30000000);
      }
      expect(simd.barred()).toBe(plain.barred());
      expect(plain.barred()).toBe(table.scores.filter((score) => score === BARRED).length);
    }
  });

  it('gives the same verdict', () => {
    for (let seed = 0; seed < 100; seed++) {
      const table = drawTable(seed, 30);
      const found = finish(solveAssignment(table));
      expect(certify(table, found, true)).toEqual(certify(table, found, false));
    }
  });

  it('count alike who would rather have each other, whatever has to be beaten', () => {
    let counted = 0;
    for (let seed = 0; seed < 20; seed++) {
      const chance = seededChance(seed);
      const [mentees, mentors] = [300, 170 + Math.floor(40 * chance())];
      const scores = scoreRoom(mentees, mentors);
      for (let k = 0; k < scores.length; k++) scores[k] = chance() < 0.3 ? BARRED : Math.floor(1211 * chance());
      const toBeat = Int16Array.from({ length: mentors }, () => {
        const kind = chance();
        return kind < 0.1 ? -1 : kind < 0.2 ? SHUT : Math.floor(1211 * chance());
      });
      const table = { mentees, mentors, scores, seats: new Int32Array(mentors).fill(1) };
      const [plain, simd] = [blockingRows(table, toBeat, false), blockingRows(table, toBeat, true)];
      for (let i = 0; i < mentees; i++) {
        const mine = chance() < 0.2 ? -1 : Math.floor(1211 * chance());
        const count = scores
          .subarray(i * mentors, (i + 1) * mentors)
          .reduce((sum, score, j) => sum + (score !== BARRED && score > mine && score > toBeat[j]! ? 1 : 0), 0);
        expect([plain.count(i, mine), simd.count(i, mine)]).toEqual([count, count]);
        counted += count;
      }
      simd.close();
    }
    expect(counted).toBeGreaterThan(10_000);
  });
});
