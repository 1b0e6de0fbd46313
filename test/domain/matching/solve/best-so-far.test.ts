// If these fail, an answer taken when the time was up pairs people who may not be paired, or its bound promises too little.
import { describe, expect, it } from 'vitest';
import { BARRED, firstPlaces, type ScoreTable } from '../../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../../src/domain/matching/solve/assignment.ts';
import { judgeStopped } from '../../../../src/domain/matching/solve/stopped-certificate.ts';
import { finish } from '../../../../src/domain/progress.ts';
import { drawPlaces, drawTable, table } from '../score-tables.ts';

/** The most any assignment of exactly `count` people scores; -1 where none places so many. */
function bestOf({ mentees, mentors, scores, seats, placeBonus }: ScoreTable, count: number): number {
  const left = [...seats];
  const first = firstPlaces(seats);
  let best = -1;
  const walk = (i: number, placed: number, total: number): void => {
    if (placed === count) best = Math.max(best, total);
    if (i === mentees || placed === count) return;
    walk(i + 1, placed, total);
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (score === BARRED || left[j]! === 0) continue;
      const bonus = placeBonus?.[first[j]! + seats[j]! - left[j]!] ?? 0;
      left[j]!--;
      walk(i + 1, placed + 1, total + score + bonus);
      left[j]!++;
    }
  };
  walk(0, 0, 0);
  return best;
}

describe('a solve that is stopped', () => {
  it('gives an allowed answer whose bound no assignment beats, wherever it is stopped', () => {
    let [unproved, checked] = [0, 0];
    for (let seed = 1; seed <= 400; seed++) {
      const drawn = drawPlaces(seed, 5);
      const most = finish(solveAssignment(drawn)).placed;
      for (let steps = 0; steps < 6; steps++) {
        let asked = 0;
        const answer = finish(solveAssignment(drawn, () => asked++ >= steps));
        const judged = judgeStopped(drawn, answer);
        expect(judged.faults, `seed ${seed}`).toEqual([]);
        checked++;
        if (judged.proved) continue;
        unproved++;
        expect(judged.bound?.placed, `seed ${seed}`).toBeGreaterThanOrEqual(most);
        expect(judged.bound?.total, `seed ${seed}`).toBeGreaterThanOrEqual(bestOf(drawn, answer.placed));
      }
    }
    expect(checked).toBeGreaterThan(1000);
    expect(unproved).toBeGreaterThan(100);
  });

  it('is the same as ever when the time is never up', () => {
    const drawn = drawTable(7, 30);
    expect(finish(solveAssignment(drawn, () => false))).toEqual(finish(solveAssignment(drawn)));
  });

  it('keeps who sits, and gives the others what is free', () => {
    const wanted = table(
      [
        [900, 100],
        [800, 700],
      ],
      [1, 1],
    );
    expect(finish(solveAssignment(wanted, () => true))).toMatchObject({ placed: 2, stopped: true });
  });

  it('is refused by its judge when it pairs people who may not be paired', () => {
    const barred = table([[null]], [1]);
    const answer = finish(solveAssignment(barred, () => true));
    const wrong = { ...answer, mentorOf: Int32Array.from([0]), placed: 1, total: BARRED };
    expect(judgeStopped(barred, wrong)).toMatchObject({ proved: false, faults: [expect.stringContaining('barred')] });
  });
});
