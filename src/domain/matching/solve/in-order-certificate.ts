// The judge of an answer to several questions in their order: trusts nothing of the solver, builds each question's table by itself.
import { BARRED, TOP_SCORE, type Certificate, type ScoreTable } from '../assignment-types.ts';
import { certify } from './certificate.ts';
import { mostNeeded, type InOrder, type InOrderAnswer, type Question } from './in-order.ts';

/**
 * For every question in turn: the one final answer is the best of those that the questions before it left (certificate.ts,
 * by that question's prices), and those are the answers on its tight pairs that fill what its prices ask for.
 * `asks`: the questions there have to be, save that of the total; after `begin` those of the lowest fits: about every level
 * that the answer has, in rising order.
 */
export function judgeInOrder(
  problem: InOrder,
  { mentorOf, answered }: InOrderAnswer,
  asks: readonly Question[] | { readonly begin: readonly Question[] },
): Certificate {
  const { table, levels } = problem;
  const { mentees, mentors } = table;
  const faults: string[] = [];
  const pairs: number[] = [];
  mentorOf.forEach((column, row) => {
    if (column >= 0) pairs.push(row * mentors + column);
  });
  const said = answered.map(({ question }) => question);
  const begin = 'begin' in asks ? asks.begin : asks;
  if ('begin' in asks) faults.push(...lowestFaults(levels, pairs, said));
  const wanted = begin.filter(({ ask }) => ask !== 'best');
  if (wanted.some((question, at) => JSON.stringify(question) !== JSON.stringify(said[at])))
    faults.push('not the questions that were to be asked');

  let open: (at: number) => boolean = (at) => table.scores[at] !== BARRED;
  let [mustRow, mustColumn] = [new Uint8Array(mentees), new Uint8Array(mentors)];
  const settled = new Set<number>();
  let checkedPairs = 0;
  for (const { question, prices, unmatchedCost } of answered) {
    const needed = question.ask === 'best' ? mostNeeded : Math.min(mostNeeded, mentees + 1);
    const before = open;
    const below = (at: number): boolean =>
      question.ask === 'few' && levels[at]! < question.level && !settled.has(levels[at]!);
    const [rowsBefore, columnsBefore] = [mustRow, mustColumn];
    const scores = Uint16Array.from({ length: mentees * mentors }, (_, at) =>
      !before(at) || below(at)
        ? BARRED
        : worthOf(problem, question, at) +
          needed * (rowsBefore[Math.floor(at / mentors)]! + columnsBefore[at % mentors]!),
    );
    const asked: ScoreTable = { ...table, scores };
    const total = pairs.reduce((sum, at) => sum + scores[at]!, 0);
    const verdict = certify(asked, { mentorOf, placed: pairs.length, total, prices, unmatchedCost });
    faults.push(...verdict.faults, ...emptyFaults(asked, mentorOf, mustRow, mustColumn));
    checkedPairs ||= verdict.checkedPairs;
    const outside = TOP_SCORE - unmatchedCost;
    const best = Int32Array.from({ length: mentees }, () => outside);
    scores.forEach((score, at) => {
      const row = Math.floor(at / mentors);
      if (score !== BARRED && table.seats[at % mentors]! > 0)
        best[row] = Math.max(best[row]!, score - prices[at % mentors]!);
    });
    const tight = scores.map((score, at) =>
      Number(score !== BARRED && score - prices[at % mentors]! === best[Math.floor(at / mentors)]),
    );
    open = (at) => tight[at] === 1;
    mustRow = Uint8Array.from(best, (one) => Number(one > outside));
    mustColumn = Uint8Array.from(prices, (price, c) => Number(price > 0 && table.seats[c]! > 0));
    if ('level' in question) settled.add(question.level);
  }
  return { proved: faults.length === 0, checkedPairs, faults: faults.slice(0, 20) };
}

function worthOf({ table, levels, tierOf = [] }: InOrder, question: Question, at: number): number {
  switch (question.ask) {
    case 'tiers':
      return tierOf[Math.floor(at / table.mentors)]!;
    case 'best':
      return table.scores[at]!;
    case 'few':
      return levels[at] === question.level ? 0 : 1;
    case 'many':
      return levels[at] === question.level ? 1 : 0;
  }
}

/** Every level that the answer has is asked about, in rising order. */
function lowestFaults(levels: Uint16Array, pairs: readonly number[], said: readonly Question[]): string[] {
  const asked = said.flatMap((question) => (question.ask === 'few' ? [question.level] : []));
  const has = new Set(pairs.map((at) => levels[at]!));
  return [
    ...(asked.some((level, at) => at > 0 && level <= asked[at - 1]!)
      ? ['the lowest fits are not asked about in order']
      : []),
    ...([...has].some((level) => !asked.includes(level)) ? ['a fit was not asked about'] : []),
  ];
}

function emptyFaults({ seats }: ScoreTable, mentorOf: Int32Array, rows: Uint8Array, columns: Uint8Array): string[] {
  const free = Int32Array.from(seats);
  for (const column of mentorOf) if (column >= 0) free[column]!--;
  return [
    ...(rows.some((must, row) => must === 1 && mentorOf[row]! < 0)
      ? ['somebody whom the questions before need is left out']
      : []),
    ...(columns.some((must, c) => must === 1 && free[c]! > 0) ? ['a seat that the questions before need is free'] : []),
  ];
}
