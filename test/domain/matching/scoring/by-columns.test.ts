// If these fail, what was proved mentor by mentor is not what is kept place by place, or a kept run is judged by other prices.
import { expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { noFavours } from '../../../../src/domain/matching/run.ts';
import { byMentors, inColumns } from '../../../../src/domain/matching/scoring/by-columns.ts';
import { addBit, wordsFor } from '../../../../src/domain/matching/scoring/bits.ts';
import type { Scoring } from '../../../../src/domain/matching/scoring/score-pairs.ts';
import { solveTable } from '../../../../src/domain/matching/scoring/solve-table.ts';
import { BARRED } from '../../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../../src/domain/matching/solve/assignment.ts';
import { certify } from '../../../../src/domain/matching/solve/certificate.ts';
import { finish } from '../../../../src/domain/progress.ts';
import { drawTable } from '../score-tables.ts';

/** A drawn table as people who fit so well. */
function scoringOf(seed: number): Scoring {
  const { mentees, mentors, scores, seats } = drawTable(seed, 9);
  const person = (id: string, places: number): Candidate => ({ id, name: id, seats: places, fields: {} });
  const rowOf = (i: number): Uint16Array => scores.subarray(i * mentors, (i + 1) * mentors);
  return {
    mentees: Array.from({ length: mentees }, (_, i) => person(`S${i}`, 0)),
    mentors: Array.from(seats, (places, j) => person(`M${j}`, places)),
    scores,
    rowOf,
    fitOf: (i: number, j: number) => scores[i * mentors + j]!,
    openTo: (i: number) => {
      const bits = new Uint32Array(wordsFor(mentors));
      rowOf(i).forEach((score, j) => {
        if (score !== BARRED) addBit(bits, j);
      });
      return bits;
    },
  } as unknown as Scoring;
}

it('an answer by mentors is as good by columns of places, and proved there and back', () => {
  let unequal = 0;
  for (let seed = 1; seed <= 600; seed++) {
    const scoring = scoringOf(seed);
    const options = { minimum: 0, spread: true, favours: noFavours, circles: [], softCap: () => 2 };
    const run = solveTable(scoring, new Map(), seed % 3 === 0 ? { ...options, softCap: undefined } : options);
    if (run.columns.length > run.byMentor.columns.length) unequal++;
    const byMentor = finish(solveAssignment(run.byMentor.table));
    const inAll = inColumns(run, byMentor);
    expect(certify(run.table, inAll).faults, `seed ${seed}`).toEqual([]);
    expect(inAll.total).toBe(finish(solveAssignment(run.table)).total);
    const back = byMentors(run, inAll);
    expect(certify(run.byMentor.table, back).faults, `seed ${seed}`).toEqual([]);
    expect([...back.mentorOf]).toEqual([...byMentor.mentorOf]);
  }
  expect(unequal).toBeGreaterThan(100);
});
