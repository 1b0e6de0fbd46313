// If these fail, the solver is asked another question than the program's: a fit it should not see, a bonus twice, a place too many.
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../../src/domain/chance.ts';
import { BARRED } from '../../../../src/domain/matching/assignment-types.ts';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { addBit, members, wordsFor } from '../../../../src/domain/matching/scoring/bits.ts';
import { evenness } from '../../../../src/domain/matching/scoring/bonuses.ts';
import type { Scoring } from '../../../../src/domain/matching/scoring/score-pairs.ts';
import { solveTable } from '../../../../src/domain/matching/scoring/solve-table.ts';

const person = (id: string, seats: number, taken = 0): Candidate => ({ id, name: id, seats, taken, fields: {} });

/** A scoring of drawn fits; about `barred` of the pairs are not allowed. */
function drawn(seed: number, size: { mentees: number; mentors: number; barred: number }): Scoring {
  const chance = seededChance(seed);
  const mentees = Array.from({ length: size.mentees }, (_, i) => person(`S${i}`, 0));
  const mentors = Array.from({ length: size.mentors }, (_, j) =>
    person(`M${j}`, Math.floor(chance() * 4), chance() < 0.3 ? 1 : 0),
  );
  const scores = Uint16Array.from({ length: size.mentees * size.mentors }, () =>
    chance() < size.barred ? BARRED : Math.floor(chance() * 1001),
  );
  const openTo = (i: number): Uint32Array => {
    const bits = new Uint32Array(wordsFor(size.mentors));
    for (let j = 0; j < size.mentors; j++) if (scores[i * size.mentors + j] !== BARRED) addBit(bits, j);
    return bits;
  };
  const rowOf = (i: number): Uint16Array => scores.subarray(i * size.mentors, (i + 1) * size.mentors);
  const fitOf = (i: number, j: number): number => scores[i * size.mentors + j]!;
  return { mentees, mentors, scores, rowOf, fitOf, openTo } as unknown as Scoring;
}

const sizes = [
  { mentees: 6, mentors: 5, barred: 0 },
  { mentees: 6, mentors: 40, barred: 0.9 },
  { mentees: 6, mentors: 9, barred: 0.4 },
];

describe.each(sizes)('$mentees mentees and $mentors mentors, $barred barred', (size) => {
  it.each([0, 300])('every fit as it was drawn, with what counts more, and none below %i', (minimum) => {
    for (let seed = 1; seed <= 40; seed++) {
      const scoring = drawn(seed, size);
      const { mentees, mentors } = scoring;
      const favours = {
        leftOver: new Set(['S1']),
        previous: new Map([['S2', new Set(['M1', 'M3'])]]),
        near: new Map([['S3', new Set(['M0'])]]),
      };
      const pinned = new Map([[4, 2]]);
      const spread = seed % 2 === 0;
      const { table, rows, columns, scoreOf } = solveTable(scoring, pinned, { minimum, spread, favours, circles: [] });
      expect(rows).toEqual([0, 1, 2, 3, 5]);
      const most = Math.max(...mentors.map(({ seats, taken = 0 }) => seats + taken));
      mentors.forEach((mentor, j) => {
        const own = columns.flatMap(({ mentors: [lead] }, c) => (lead === j ? [c] : []));
        const left = Math.max(0, mentor.seats - (j === 2 ? 1 : 0));
        const has = (mentor.taken ?? 0) + (j === 2 ? 1 : 0);
        const worth = Array.from({ length: left }, (_, nth) => (spread ? evenness(has + nth + 1, most) : 0));
        expect(own.flatMap((c) => Array.from({ length: table.seats[c]! }, () => columns[c]!.bonus))).toEqual(worth);
        expect(own).toHaveLength(Math.max(1, new Set(worth).size));
        rows.forEach((i, row) => {
          const fit = scoring.scores[i * mentors.length + j]!;
          const allowed = fit !== BARRED && fit >= minimum;
          const [mentee, { id }] = [mentees[i]!.id, mentor];
          const more =
            (favours.leftOver.has(mentee) ? 100 : 0) +
            (favours.previous.get(mentee)?.has(id) === true ? 100 : 0) +
            (favours.near.get(mentee)?.has(id) === true ? 2 : 0);
          own.forEach((c) => {
            expect(table.scores[row * columns.length + c]).toBe(allowed ? fit + more + columns[c]!.bonus : BARRED);
            expect(scoreOf(i, c)).toBe(allowed ? fit : BARRED);
          });
        });
      });
    }
  });
});

it('a circle is one column: as its mentors fit on average, barred where one is, shut where its people cannot come', () => {
  const scoring = {
    mentees: [person('S0', 0), person('S1', 0)],
    mentors: [person('M0', 2), person('M1', 2), person('M2', 1)],
    rowOf: (i: number) => Uint16Array.from([500, 601, 10, 700, BARRED, 20]).subarray(3 * i, 3 * i + 3),
    fitOf: (i: number, j: number) => [500, 601, 10, 700, BARRED, 20][3 * i + j],
    openTo: (i: number) => Uint32Array.of(i === 0 ? 7 : 5),
  } as unknown as Scoring;
  const favours = { leftOver: new Set<string>(), previous: new Map<string, ReadonlySet<string>>() };
  const solve = (most: number): ReturnType<typeof solveTable> =>
    solveTable(scoring, new Map(), {
      minimum: 0,
      spread: true,
      favours,
      circles: [{ mentors: [0, 1], least: 3, most }],
    });
  const { table, columns } = solve(4);
  expect(columns.map(({ mentors, least, seats }) => [mentors, least, seats])).toEqual([
    [[0, 1], 3, 4],
    [[2], 0, 1],
  ]);
  expect([...table.scores]).toEqual([551, 10 + evenness(1, 2), BARRED, 20 + evenness(1, 2)]);
  expect([...table.seats]).toEqual([4, 1]);
  expect([...solve(2).table.seats]).toEqual([0, 1]);
});

it('bits of every word are found in order', () => {
  const bits = new Uint32Array(wordsFor(100));
  for (const at of [0, 31, 32, 63, 64, 99]) addBit(bits, at);
  expect(members(bits)).toEqual([0, 31, 32, 63, 64, 99]);
});
