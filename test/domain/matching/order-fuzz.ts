// Small random problems that look at single people before the sum (lowest fits, first choices), against every answer there is.
import { BARRED, type ScoreTable } from '../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../src/domain/matching/solve/assignment.ts';
import {
  answerInOrder,
  lowestFirst,
  type InOrder,
  type Question,
} from '../../../src/domain/matching/solve/in-order.ts';
import { judgeInOrder } from '../../../src/domain/matching/solve/in-order-certificate.ts';
import { finish } from '../../../src/domain/progress.ts';

export const orderKinds = ['fair', 'fair with tiers', 'fair by tenths', 'first choices'] as const;
export type OrderKind = (typeof orderKinds)[number];

interface Drawn {
  readonly chance: () => number;
  readonly table: ScoreTable;
  readonly answers: Iterable<Int32Array>;
}

/** What differs from the best of all answers, or undefined; `changed`: whether it is another answer than the plain one. */
export function oneInOrder(kind: OrderKind, { chance, table, answers }: Drawn): { fault?: string; changed: boolean } {
  const { mentees, mentors, scores } = table;
  const tierOf =
    kind === 'fair with tiers' ? Array.from({ length: mentees }, () => Math.floor(3 * chance())) : undefined;
  const levels =
    kind === 'first choices'
      ? Uint16Array.from(scores, () => (chance() < 0.5 ? BARRED - 1 : 1 + Math.floor(3 * chance())))
      : kind === 'fair by tenths'
        ? scores.map((score) => (score === BARRED ? BARRED - 1 : Math.floor(score / 100)))
        : scores;
  const problem: InOrder = { table, levels, ...(tierOf === undefined ? {} : { tierOf }) };
  const begin: Question[] = tierOf === undefined ? [] : [{ ask: 'tiers' }];
  const set: Question[] | undefined =
    kind === 'first choices'
      ? [...[1, 2, 3].map((level) => ({ ask: 'many', level }) as const), { ask: 'best' }]
      : undefined;

  /** Larger is better, entry by entry. */
  const worth = (of: Int32Array): number[] => {
    const pairs = [...of].flatMap((c, row) => (c < 0 ? [] : [row * mentors + c]));
    const total = pairs.reduce((sum, at) => sum + scores[at]!, 0);
    const inTier = (tierOf === undefined ? [] : [2, 1, 0]).map(
      (tier) => [...of].filter((c, row) => c >= 0 && tierOf![row] === tier).length,
    );
    const own = pairs.map((at) => levels[at]!).sort((a, b) => a - b);
    const order = kind === 'first choices' ? [1, 2, 3].map((level) => own.filter((one) => one === level).length) : own;
    return [pairs.length, ...inTier, ...order, total];
  };
  let best: number[] = [-1];
  for (const of of answers) {
    const mine = worth(of);
    const at = mine.findIndex((value, k) => value !== best[k]);
    if (at >= 0 && mine[at]! > (best[at] ?? -1)) best = mine;
  }
  const answer = finish(answerInOrder(problem, set ?? { begin, lowest: lowestFirst(problem) }));
  const found = worth(answer.mentorOf);
  const changed = worth(finish(solveAssignment(table)).mentorOf).join() !== found.join();
  if (found.join() !== best.join()) return { changed, fault: `found ${found.join()}, the best is ${best.join()}` };
  const { proved, faults } = judgeInOrder(problem, answer, set ?? { begin });
  return proved ? { changed } : { changed, fault: `not proved: ${faults.join()}` };
}
