// What each rule costs: how many more would be placed, and how well, if it were dropped, alone and together with another.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import { solveAssignment } from '../solve/assignment.ts';
import { searched, type Searched } from '../circles/circle-run.ts';
import { sideRulesIn } from '../scoring/side-rules-of.ts';
import { certify } from '../solve/certificate.ts';
import { inColumns } from '../scoring/by-columns.ts';
import { runTable } from '../scoring/run-table.ts';
import type { RunInput } from '../run.ts';
import { ruleKind } from '../scoring/rule-kinds.ts';

/** `total`: of the fits, 0..1000 each, without what counts besides. */
export interface Outcome {
  readonly placed: number;
  readonly total: number;
}

/** `without`: the rules dropped, in words; one or two. `extra`: people that only dropping both would place. */
export interface RuleCost extends Outcome {
  readonly without: readonly string[];
  readonly more: number;
  readonly extra: number;
}

export interface RuleCosts {
  readonly mentees: number;
  readonly now: Outcome;
  readonly costs: readonly RuleCost[];
}

/** One thing that bars pairs, and the input and program without it. */
interface Barrier {
  readonly words: string;
  readonly drop: (input: RunInput, program: Program) => readonly [RunInput, Program];
}

/**
 * Every rule dropped, and every two, each solved anew and exactly: as many as possible, then the best fit, by the
 * program's own criteria. The lowest acceptable fit and the pairs that history or the coordinator keeps apart count as
 * rules; pins do not. Sorted by who would be placed, then by fit.
 */
export function* ruleCosts(input: RunInput, program: Program): Work<RuleCosts> {
  const barriers = barriersOf(input, program);
  const sets = [
    ...barriers.map((one) => [one]),
    ...barriers.flatMap((one, at) => barriers.slice(at + 1).map((other) => [one, other])),
  ];
  const now = yield* outcomeOf(input, program);
  const alone = new Map<string, number>();
  const costs: RuleCost[] = [];
  for (const [done, set] of sets.entries()) {
    yield { phase: 'dropping rules', done, total: sets.length };
    const [otherInput, otherProgram] = set.reduce<readonly [RunInput, Program]>(
      ([someInput, someProgram], { drop }) => drop(someInput, someProgram),
      [input, program],
    );
    const outcome = yield* outcomeOf(otherInput, otherProgram);
    const more = outcome.placed - now.placed;
    const [first, second] = set;
    if (first !== undefined && second === undefined) alone.set(first.words, more);
    const byThemselves = set.reduce((sum, { words }) => sum + (alone.get(words) ?? 0), 0);
    const extra = second === undefined ? 0 : Math.max(0, more - byThemselves);
    costs.push({ ...outcome, without: set.map(({ words }) => words), more, extra });
  }
  costs.sort((a, b) => b.more - a.more || b.total - a.total || a.without.length - b.without.length);
  return { mentees: input.mentees.length, now, costs };
}

function barriersOf(input: RunInput, program: Program): Barrier[] {
  const { objective, minScore } = program.matching;
  return [
    ...program.rules.flatMap((rule): Barrier[] =>
      ruleKind(rule.kind).effect === 'pairs'
        ? []
        : [
            {
              words: ruleKind(rule.kind).words(rule),
              drop: (some, by) => [some, { ...by, rules: by.rules.filter((other) => other !== rule) }],
            },
          ],
    ),
    ...(objective === 'quality' && minScore > 0
      ? [
          {
            words: `no fit below ${minScore / 10}`,
            drop: (some: RunInput, by: Program): readonly [RunInput, Program] => [
              some,
              { ...by, matching: { ...by.matching, objective: 'coverage' } },
            ],
          },
        ]
      : []),
    ...(input.blocks.size > 0
      ? [
          {
            words: 'pairs kept apart by history or by hand',
            drop: (some: RunInput, by: Program): readonly [RunInput, Program] => [{ ...some, blocks: new Map() }, by],
          },
        ]
      : []),
  ];
}

function* outcomeOf(input: RunInput, program: Program): Work<Outcome> {
  const solve = yield* runTable(input, program);
  const byMentor = yield* solveAssignment(solve.byMentor.table);
  const first = inColumns(solve, byMentor);
  const rules = sideRulesIn(solve, program.rules);
  const plain = solve.circles.length === 0 && rules.length === 0;
  const { matching, certificate, within }: Searched = plain
    ? { matching: first, certificate: certify(solve.byMentor.table, byMentor) }
    : yield* searched(solve, first, rules);
  if (!certificate.proved && within === undefined)
    throw new Error(`a what-if could not be proved best: ${certificate.faults[0] ?? ''}`);
  const { scoring, pinned, rows, scoreOf } = solve;
  let [placed, total] = [pinned.size, 0];
  for (const [i, j] of pinned) {
    const parts = scoring.parts(i, j);
    total += parts.length === 0 ? TOP_SCORE : parts.reduce((sum, { points }) => sum + points, 0);
  }
  matching.mentorOf.forEach((column: number, row: number) => {
    if (column < 0) return;
    placed++;
    total += scoreOf(rows[row]!, column);
  });
  return { placed, total };
}
