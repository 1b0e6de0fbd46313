// The table of one run, from its people and rules: canonical order, scores, pins, spread and circles.
import { hashText } from '../../chance.ts';
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import { circlesOf } from '../circles.ts';
import { noFavours, type RunInput } from '../run.ts';
import { withRulePins } from './rule-pins.ts';
import { rowScoring } from './score-pairs.ts';
import { columnsOf, solveTable, type RunTable } from './solve-table.ts';
import { firstTierStep, tiersOf } from './priority.ts';
import { isAmongMentees, settledIn } from './ties.ts';

/** Neither the order of a file nor of the arrays matters: people are sorted by a seeded hash of their ids. */
export function* runTable(input: RunInput, program: Program, step = firstTierStep): Work<RunTable> {
  const { table, fill } = laidOut(input, program, step);
  yield* fill();
  return table;
}

/** The same table with no pair scored yet: for questions about a few people, whose rows are made when they are asked for. */
export function rowTable(input: RunInput, program: Program, step = firstTierStep): RunTable {
  return laidOut(input, program, step).table;
}

function laidOut(
  input: RunInput,
  program: Program,
  step: number,
): { readonly table: RunTable; readonly fill: () => Work<void> } {
  const mentees = canonical(input.mentees, input.seed);
  const mentors = canonical(input.mentors, input.seed);
  const pinned = pinnedPairs(withRulePins(input, program), mentees, mentors);
  const circles = circlesOf(mentors, program.circles);
  const pins = [...pinned].map(([i, j]) => ({ mentee: mentees[i]!, mentor: mentors[j]!.id }));
  const settled = program.rules.some(isAmongMentees) ? settledIn(input.standing ?? [], pins, { circles, mentors }) : [];
  const { scoring, fill } = rowScoring(mentees, mentors, program, input.blocks, input.stated, settled);
  const minimum = program.matching.objective === 'quality' ? program.matching.minScore : 0;
  const favours = input.favours ?? noFavours;
  const { method } = program.matching;
  const tiers = tiersOf(mentees, program.matching.priority);
  const made = solveTable(scoring, pinned, {
    minimum,
    ...evenAndSoft(mentors, program),
    favours,
    circles,
    ...(tiers === undefined || method === 'stable' ? {} : { priority: (i) => step * tiers[i]! }),
  });
  const table: RunTable = {
    ...made,
    scoring,
    pinned,
    settled,
    minimum,
    circles,
    ...(tiers === undefined || method === 'stable' ? {} : { tiers: { of: made.rows.map((i) => tiers[i]!), step } }),
  };
  return { table, fill };
}

/**
 * By mentor's id, what one place with her asks of a kept run, in score points, what it counts more for even loads taken off: the
 * same for each of her places. `prices`: of the columns of the run's table.
 */
export function netPrices(input: RunInput, program: Program, prices: readonly number[]): ReadonlyMap<string, number> {
  const mentors = canonical(input.mentors, input.seed);
  const pinned = pinnedPairs(withRulePins(input, program), input.mentees, mentors);
  const net = new Map<string, number>();
  columnsOf(mentors, pinned.values(), { ...evenAndSoft(mentors, program), circles: [] }).forEach(
    ({ mentors: [lead = 0], bonus, seats }, c) => {
      if (seats === 0) return;
      const { id } = mentors[lead]!;
      net.set(id, Math.min(net.get(id) ?? Infinity, (prices[c] ?? 0) - bonus));
    },
  );
  return net;
}

/** What counts in a run besides fits, by the program: even loads, and soft caps. Lists know of neither. */
export function evenAndSoft(
  mentors: readonly Candidate[],
  { matching: { spread, method, softCap } }: Program,
): { readonly spread: boolean; readonly softCap: ((mentor: number) => number) | undefined } {
  return {
    spread: spread && method !== 'stable',
    softCap: softCap === undefined || method === 'stable' ? undefined : (j) => softCapOf(mentors[j]!, softCap),
  };
}

/** A mentor who does not say how many she would rather not go beyond has no such number. */
function softCapOf(mentor: Candidate, softCap: number | string): number {
  if (typeof softCap === 'number') return softCap;
  const said = answerOf(mentor, softCap);
  return typeof said === 'number' ? said : Infinity;
}

/** Ids by code unit: the same everywhere. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In an order that no file decides: by a seeded hash of the id. */
export function canonical(people: readonly Candidate[], seed: number): Candidate[] {
  return people
    .map((person) => ({ person, hash: hashText(person.id, seed) }))
    .sort((a, b) => a.hash - b.hash || order(a.person.id, b.person.id))
    .map(({ person }) => person);
}

function pinnedPairs(
  { pins }: RunInput,
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
): Map<number, number> {
  const row = new Map(mentees.map((person, i) => [person.id, i]));
  const column = new Map(mentors.map((person, j) => [person.id, j]));
  return new Map(
    pins.flatMap(({ mentee, mentor }) => {
      const [i, j] = [row.get(mentee), column.get(mentor)];
      return i === undefined || j === undefined ? [] : [[i, j] as const];
    }),
  );
}
