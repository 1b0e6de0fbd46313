// The table of a run and the plain best answer on it: with a floor, and with a tier's worth high enough to put it first.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import type { Matching } from '../assignment-types.ts';
import type { RunInput } from '../run.ts';
import { byMentors, inColumns } from '../scoring/by-columns.ts';
import { firstTierStep } from '../scoring/priority.ts';
import { runTable } from '../scoring/run-table.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import { solveAssignment } from '../solve/assignment.ts';
import type { Stop } from '../solve/best-so-far.ts';
import { bestFloor, raised } from '../solve/floor.ts';
import { tierFaults } from '../solve/tier-closure.ts';
import { stableAnswer } from '../stable/stable-run.ts';

interface SolvedRun {
  /** Without the floor. */
  readonly whole: RunTable;
  readonly solve: RunTable;
  readonly floor: { readonly least: number; readonly proved: boolean } | undefined;
  readonly first: Matching;
  /** The same by mentors. */
  readonly firstByMentor: Matching;
}

/** The most that a tier may count, so that scores stay in two bytes. */
const mostOfTiers = 60_000;

export function* solvedFor(input: RunInput, program: Program, stop: Stop | undefined): Work<SolvedRun> {
  for (let step = firstTierStep; ; step *= 4) {
    const whole = yield* runTable(input, program, step);
    const plain = whole.circles.length === 0;
    const floor =
      program.matching.floor === 'best' && program.matching.fair !== true && plain
        ? yield* bestFloor(whole)
        : undefined;
    const solve = floor === undefined ? whole : raised(whole, floor.least);
    const byLists = program.matching.method === 'stable' && plain;
    const { table } = solve.byMentor;
    const firstByMentor = byLists
      ? byMentors(solve, stableAnswer(solve, input.stated, program))
      : yield* solveAssignment(table, stop);
    const { tiers } = solve;
    const enough =
      tiers === undefined ||
      firstByMentor.stopped === true ||
      tierFaults(table, firstByMentor.mentorOf, tiers.of).length === 0;
    if (enough || 4 * step * Math.max(...tiers.of) > mostOfTiers)
      return { whole, solve, floor, first: inColumns(solve, firstByMentor), firstByMentor };
  }
}
