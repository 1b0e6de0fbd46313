// The best answer to several questions in their order: each is answered as well as can be among the answers that are best for all before it.
import type { Work } from '../../progress.ts';
import { BARRED, TOP_SCORE, type Matching, type ScoreTable } from '../assignment-types.ts';
import { solveAssignment } from './assignment.ts';

/**
 * tiers: as many of the higher tiers as can be; few, many: as few, as many pairs of a level as can be, where few leaves out
 * the pairs below that level; best: the highest total. Every answer places as many as can be placed.
 */
export type Question =
  { readonly ask: 'tiers' } | { readonly ask: 'best' } | { readonly ask: 'few' | 'many'; readonly level: number };

/** What is asked of: `levels` a pair each, as the table has them; `tierOf` a row each. */
export interface InOrder {
  readonly table: ScoreTable;
  readonly levels: Uint16Array;
  readonly tierOf?: readonly number[];
}

/** A question with the prices that prove its answer, on the table that the questions before it left. */
export interface Answered {
  readonly question: Question;
  readonly prices: Int32Array;
  readonly unmatchedCost: number;
}

export interface InOrderAnswer {
  readonly mentorOf: Int32Array;
  readonly answered: readonly Answered[];
}

/** What a row or column that every best answer so far needs counts more, where scores have two bytes. */
export const mostNeeded = 31_000;

/** The pairs that are left, and the rows and columns that no best answer leaves empty. Changed in place. */
interface Left {
  readonly scores: Uint16Array;
  readonly rows: Uint8Array;
  readonly columns: Uint8Array;
  readonly asked: Set<number>;
}

/**
 * Answers that are best for a question are those on tight pairs that fill every column with a price and every row that pays
 * more than being left out costs (complementary slackness); the next question is asked of these alone, and what has to be
 * filled counts more than all that it asks. `questions`: all of them, or what to begin with, then level after level, and the
 * total last. The total is not asked where it would outweigh what has to be filled, which takes a gain of 31,000 points.
 */
export function* answerInOrder(
  problem: InOrder,
  questions: readonly Question[] | { readonly begin: readonly Question[]; readonly lowest: Lowest },
): Work<InOrderAnswer> {
  const { table } = problem;
  const left: Left = {
    scores: Uint16Array.from(table.scores),
    rows: new Uint8Array(table.mentees),
    columns: new Uint8Array(table.mentors),
    asked: new Set(),
  };
  const answered: Answered[] = [];
  let mentorOf = (yield* solveAssignment({ ...table, scores: left.scores.map(flat) })).mentorOf;
  const plan = 'begin' in questions ? questions.begin : questions;
  const next = (at: number): Question | undefined => {
    if (at < plan.length || !('begin' in questions)) return plan[at];
    if (answered.at(-1)?.question.ask === 'best') return undefined;
    return questions.lowest(mentorOf, left.asked) ?? { ask: 'best' };
  };
  for (let question = next(0); question !== undefined; question = next(answered.length)) {
    const asked = stage(problem, left, question);
    const found = yield* solveAssignment(asked);
    if (!filled(asked, found, left)) {
      if (question.ask === 'best') break;
      throw new Error('too many people to look at one after another');
    }
    ({ mentorOf } = found);
    answered.push({ question, prices: found.prices, unmatchedCost: found.unmatchedCost });
    if (question.ask === 'few') {
      for (const [at, level] of problem.levels.entries())
        if (level < question.level && !left.asked.has(level)) left.scores[at] = BARRED;
    }
    if ('level' in question) left.asked.add(question.level);
    keepTight(asked, found, left);
  }
  return { mentorOf, answered };
}

const flat = (score: number): number => (score === BARRED ? BARRED : 0);

/** The table on which the question is one of the highest total. */
function stage({ table, levels, tierOf = [] }: InOrder, left: Left, question: Question): ScoreTable {
  const { mentees, mentors } = table;
  const scores = new Uint16Array(left.scores.length).fill(BARRED);
  const needed = question.ask === 'best' ? mostNeeded : Math.min(mostNeeded, mentees + 1);
  for (let row = 0, at = 0; row < mentees; row++)
    for (let column = 0; column < mentors; column++, at++) {
      if (left.scores[at] === BARRED) continue;
      const level = levels[at]!;
      if (question.ask === 'few' && level < question.level && !left.asked.has(level)) continue;
      const worth =
        question.ask === 'tiers'
          ? tierOf[row]!
          : question.ask === 'best'
            ? table.scores[at]!
            : Number((level === question.level) === (question.ask === 'many'));
      scores[at] = worth + needed * (left.rows[row]! + left.columns[column]!);
    }
  return { ...table, scores };
}

/** Whether all that has to be filled is. */
function filled({ seats }: ScoreTable, { mentorOf }: Matching, { rows, columns }: Left): boolean {
  const free = Int32Array.from(seats);
  for (const column of mentorOf) if (column >= 0) free[column]!--;
  return (
    rows.every((must, row) => must === 0 || mentorOf[row]! >= 0) &&
    columns.every((must, c) => must === 0 || free[c] === 0)
  );
}

function keepTight(
  { mentees, mentors, scores, seats }: ScoreTable,
  { prices, unmatchedCost }: Matching,
  left: Left,
): void {
  const outside = TOP_SCORE - unmatchedCost;
  for (let row = 0; row < mentees; row++) {
    let best = outside;
    for (let c = 0; c < mentors; c++)
      if (scores[row * mentors + c] !== BARRED && seats[c]! > 0)
        best = Math.max(best, scores[row * mentors + c]! - prices[c]!);
    left.rows[row] = best > outside ? 1 : 0;
    for (let c = 0; c < mentors; c++)
      if (scores[row * mentors + c] === BARRED || scores[row * mentors + c]! - prices[c]! < best)
        left.scores[row * mentors + c] = BARRED;
  }
  for (let c = 0; c < mentors; c++) left.columns[c] = prices[c]! > 0 && seats[c]! > 0 ? 1 : 0;
}

/** What to ask next of the lowest fits, after an answer and the levels asked about. */
type Lowest = (mentorOf: Int32Array, asked: ReadonlySet<number>) => Question | undefined;

/** The next level of the lowest fits: the lowest that a pair of the answer so far has and that was not asked about. */
export function lowestFirst({ table, levels }: InOrder): Lowest {
  return (mentorOf, asked) => {
    let lowest = Infinity;
    mentorOf.forEach((column, row) => {
      const level = column < 0 ? Infinity : levels[row * table.mentors + column]!;
      if (!asked.has(level)) lowest = Math.min(lowest, level);
    });
    return lowest === Infinity ? undefined : { ask: 'few', level: lowest };
  };
}
