// If these fail, a program with circles, siblings, tiers or even loads gets an answer that is not the best, or a proof that proves nothing.
import { describe, expect, it } from 'vitest';
import { BARRED } from '../../../src/domain/matching/assignment-types.ts';
import { branchAndBound, dive } from '../../../src/domain/matching/solve/branch-and-bound.ts';
import { answerInOrder, lowestFirst } from '../../../src/domain/matching/solve/in-order.ts';
import { judgeInOrder } from '../../../src/domain/matching/solve/in-order-certificate.ts';
import { judgeTree } from '../../../src/domain/matching/solve/proof-tree.ts';
import { tierFaults } from '../../../src/domain/matching/solve/tier-closure.ts';
import { finish } from '../../../src/domain/progress.ts';
import { standingKinds } from './standing-fuzz.ts';
import { fuzzWishes, wishKinds } from './wishes-fuzz.ts';

describe('against every answer there is', () => {
  it.each(wishKinds)('%s', (kind) => {
    // Few problems of that kind are changed by its limit.
    const seen = fuzzWishes(20, kind === 'rematch, few moves' ? 200 : 60, [kind])[kind]!;
    expect(seen.faults).toEqual([]);
    expect(seen.changed).toBeGreaterThan((standingKinds as readonly string[]).includes(kind) ? 1 : 5);
  });
});

describe('the judge of a search', () => {
  const problem = {
    table: {
      mentees: 3,
      mentors: 2,
      scores: Uint16Array.from([900, 0, 800, BARRED, 700, 500]),
      seats: Int32Array.from([2, 2]),
    },
    least: new Int32Array(2),
    ownerOf: Int32Array.from([0, 1]),
    rules: [{ kind: 'apart' as const, rows: [0, 1], words: 'apart: household' }],
  };
  const answer = finish(branchAndBound(problem, dive(problem)));

  it('takes the best answer', () => {
    expect([...answer.mentorOf]).toEqual([1, 0, 0]);
    expect(judgeTree(problem, answer).certificate).toMatchObject({ proved: true, faults: [] });
  });

  it('refuses a worse one, one that breaks a rule, and a tree that leaves a part out', () => {
    const worse = judgeTree(problem, { ...answer, mentorOf: Int32Array.from([1, 0, 1]) });
    expect(worse.certificate.proved).toBe(false);
    expect(worse.bound).toBeGreaterThan(worse.value);
    expect(judgeTree(problem, { ...answer, mentorOf: Int32Array.from([0, 0, 1]) }).certificate.faults).toEqual([
      'mentee 0: apart: household',
    ]);
    expect(judgeTree(problem, { ...answer, tree: { contradiction: true } }).certificate.proved).toBe(false);
  });
});

it('the judge of tiers finds somebody who was placed before her turn', () => {
  const table = { mentees: 2, mentors: 1, scores: Uint16Array.from([10, 900]), seats: Int32Array.from([1]) };
  expect(tierFaults(table, Int32Array.from([-1, 0]), [1, 0])).toEqual([
    'mentee 1 is placed before somebody of a higher tier',
  ]);
  expect(tierFaults(table, Int32Array.from([0, -1]), [1, 0])).toEqual([]);
});

describe('the judge of the lowest fits', () => {
  const table = {
    mentees: 2,
    mentors: 2,
    scores: Uint16Array.from([900, 400, 600, 200]),
    seats: Int32Array.from([1, 1]),
  };
  const problem = { table, levels: table.scores };
  const answer = finish(answerInOrder(problem, { begin: [], lowest: lowestFirst(problem) }));

  it('takes the answer that is best for the worst off, though its total is no higher', () => {
    expect([...answer.mentorOf]).toEqual([1, 0]);
    expect(judgeInOrder(problem, answer, { begin: [] })).toMatchObject({ proved: true, faults: [] });
  });

  it('refuses another answer, and one whose lowest fits were not all asked about', () => {
    const other = { ...answer, mentorOf: Int32Array.from([0, 1]) };
    expect(judgeInOrder(problem, other, { begin: [] }).proved).toBe(false);
    const short = { ...answer, answered: answer.answered.filter((_, at) => at !== 1) };
    expect(judgeInOrder(problem, short, { begin: [] }).faults).toContain('a fit was not asked about');
  });
});
