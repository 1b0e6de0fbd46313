// Runs that look at single people before the sum: the lowest fits as high as they can be one after another, or first choices first.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { BARRED, type Certificate, type Matching } from '../assignment-types.ts';
import type { Run } from '../run.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import { answerInOrder, lowestFirst, type InOrder, type Question } from '../solve/in-order.ts';
import { judgeInOrder } from '../solve/in-order-certificate.ts';
import { nothingStated, type Stated } from '../stated.ts';

/** Pairs times levels up to which every single fit is looked at; beyond it tenths of the scale. */
const mostLooks = 1e8;
/** Where a mentee did not choose somebody. */
const unchosen = BARRED - 1;
/** Fits of a tenth of the scale. */
const tenth = 100;

interface FairAnswer {
  readonly matching: { readonly mentorOf: Int32Array; readonly prices: ArrayLike<number> };
  readonly certificate: Certificate;
  readonly fair: NonNullable<Run['fair']>;
}

/** `first`: the best total, for the price. */
export function* fairAnswer(
  solve: RunTable,
  first: Matching,
  { matching: { firstChoices } }: Program,
  stated: Stated | undefined,
): Work<FairAnswer> {
  const { table, rows, columns, tiers, scoreOf } = solve;
  const exact = firstChoices === true || isQuick(solve);
  const levels = firstChoices === true ? choiceLevels(solve, stated) : fitLevels(solve, exact);
  const scores =
    tiers === undefined
      ? table.scores
      : table.scores.map((score, at) =>
          score === BARRED ? BARRED : score - tiers.step * tiers.of[Math.floor(at / table.mentors)]!,
        );
  const problem: InOrder = {
    table: { ...table, scores },
    levels,
    ...(tiers === undefined ? {} : { tierOf: tiers.of }),
  };
  const begin: readonly Question[] = tiers === undefined ? [] : [{ ask: 'tiers' }];
  const choices = [...new Set(levels)].filter((level) => level < unchosen).sort((a, b) => a - b);
  const set: readonly Question[] | undefined =
    firstChoices === true
      ? [...begin, ...choices.map((level) => ({ ask: 'many', level }) as const), { ask: 'best' }]
      : undefined;
  const answer = yield* answerInOrder(problem, set ?? { begin, lowest: lowestFirst(problem) });
  const certificate = judgeInOrder(problem, answer, set ?? { begin });
  const fits = (mentorOf: Int32Array): number[] =>
    [...mentorOf].flatMap((column, row) => (column < 0 ? [] : [scoreOf(rows[row]!, column)])).sort((a, b) => a - b);
  const [best, now] = [fits(first.mentorOf), fits(answer.mentorOf)];
  const at = now.findIndex((fit, nth) => fit !== best[nth]);
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  const chosen = (mentorOf: Int32Array): number[] =>
    choices.map(
      (level) => [...mentorOf].filter((c, row) => c >= 0 && levels[row * columns.length + c] === level).length,
    );
  return {
    matching: { mentorOf: answer.mentorOf, prices: new Float64Array(table.mentors) },
    certificate,
    fair: {
      by: firstChoices === true ? 'choices' : 'fits',
      exact,
      cost: sum(best) - sum(now),
      ...(firstChoices === true
        ? { choices: { now: chosen(answer.mentorOf), best: chosen(first.mentorOf) } }
        : {
            lowest: { now: now[0] ?? 0, best: best[0] ?? 0 },
            ...(at < 0 ? {} : { differs: { nth: at + 1, now: now[at]!, best: best[at]! } }),
          }),
    },
  };
}

function isQuick({ table, rows, scoreOf, columns }: RunTable): boolean {
  const seen = new Set<number>();
  const pairs = table.mentees * table.mentors;
  if (pairs > mostLooks) return false;
  for (const i of rows) for (const c of columns.keys()) seen.add(scoreOf(i, c));
  return pairs * Math.min(seen.size, table.mentees) <= mostLooks;
}

function fitLevels({ rows, columns, scoreOf }: RunTable, exact: boolean): Uint16Array {
  const levels = new Uint16Array(rows.length * columns.length).fill(unchosen);
  rows.forEach((i, row) => {
    columns.forEach((_, c) => {
      const score = scoreOf(i, c);
      if (score !== BARRED) levels[row * columns.length + c] = exact ? score : Math.floor(score / tenth);
    });
  });
  return levels;
}

/** What choice of the mentee's a mentor is; under a circle of several the best of them. */
function choiceLevels({ rows, columns, scoring }: RunTable, { choices }: Stated = nothingStated): Uint16Array {
  const levels = new Uint16Array(rows.length * columns.length).fill(unchosen);
  rows.forEach((i, row) => {
    const list = choices.get(scoring.mentees[i]!.id);
    if (list === undefined) return;
    columns.forEach(({ mentors: [lead = 0] }, c) => {
      levels[row * columns.length + c] = list.get(scoring.mentors[lead]!.id) ?? unchosen;
    });
  });
  return levels;
}
