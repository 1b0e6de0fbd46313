// One matching run, from people and rules to pairs with reasons: canonical order, pins, spread, solve, certify, explain.
import { hashText } from '../chance.ts';
import type { Work } from '../progress.ts';
import type { Program } from '../program/program.ts';
import { TOP_SCORE, type Certificate } from './assignment-types.ts';
import { solveAssignment } from './solve/assignment.ts';
import type { Stop } from './solve/best-so-far.ts';
import { blockingPairsByScore } from './stable/blocking-pairs.ts';
import { noFavours, type Favours } from './scoring/bonuses.ts';
import type { Candidate } from './candidate.ts';
import type { Stated } from './stated.ts';
import { circleReason, circlesSaid, withCircles, withOpenOnly, type CirclesOfRun } from './circles/circle-run.ts';
import { circlesOf } from './circles/circles.ts';
import { bestFloor, raised } from './solve/floor.ts';
import { withRulePins } from './scoring/rule-pins.ts';
import { solveTable, type RunTable } from './scoring/solve-table.ts';
import type { Already } from './second-mentor.ts';
import { stableAnswer, stableVerdict } from './stable/stable-run.ts';
import { runReasons } from './reasons/run-reasons.ts';
import type { Blocks } from './scoring/barred-by.ts';
import type { ScorePart } from './scoring/criterion-points.ts';
import { scorePairs } from './scoring/score-pairs.ts';
import { judgeStopped } from './solve/stopped-certificate.ts';
import type { RunReasons, UnmatchedReason } from './reasons/unmatched-reason.ts';

export interface ProposedPair {
  readonly mentor: Candidate;
  readonly mentee: Candidate;
  /** 0..1000; the sum of the parts. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly pinned: boolean;
}

export interface Run {
  readonly pairs: readonly ProposedPair[];
  readonly unmatched: readonly { readonly mentee: Candidate; readonly reason: UnmatchedReason }[];
  readonly objective: { readonly placed: number; readonly total: number; readonly floor: number | null };
  /** Of a run that was stopped: how much its certificate's bound leaves open, people and points of 1,000 of fit. */
  readonly open?: { readonly people: number; readonly points: number };
  readonly certificate: Certificate;
  readonly prices: readonly { readonly id: string; readonly price: number }[];
  readonly eligiblePairs: number;
  readonly mentorsUsed: number;
  /** Pairs who would both rather have each other than what they got: by fit, or by the lists under `stable`. */
  readonly blockingPairs?: number;
  /** Under `floor: best`: the lowest fit allowed, and what it costs in total fit against no floor. */
  readonly floorBest?: { readonly least: number; readonly cost: number };
  /** What a judge needs to check the answer again; not for runs with circles, by lists or stopped before they were proved. */
  readonly proof?: Proof;
  /** Only where the program has circles. */
  readonly circles?: CirclesOfRun;
  /** Not for a run that a coordinator arranged. */
  readonly reasons?: RunReasons;
}

/** `prices`: of the columns of the run's table, in their order. `least`: fits below it were not allowed. */
export interface Proof {
  readonly prices: readonly number[];
  readonly unmatchedCost: number;
  readonly least: number;
}

export interface RunInput {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  readonly pins: readonly { readonly mentee: string; readonly mentor: string }[];
  readonly blocks: Blocks;
  /** Choices and scores people stated; none where nothing is said. */
  readonly stated?: Stated;
  readonly seed: number;
  readonly favours?: Favours;
  /** In a run of second mentors: the mentors its mentees have. */
  readonly already?: Already;
}

/** Neither the order of a file nor of the arrays matters: people are sorted by a seeded hash of their ids. */
export function* runTable(input: RunInput, program: Program): Work<RunTable> {
  const mentees = canonical(input.mentees, input.seed);
  const mentors = canonical(input.mentors, input.seed);
  const scoring = yield* scorePairs(mentees, mentors, program, input.blocks, input.stated);
  const pinned = pinnedPairs(withRulePins(input, program), mentees, mentors);
  const minimum = program.matching.objective === 'quality' ? program.matching.minScore : 0;
  const circles = circlesOf(mentors, program.circles);
  const favours = input.favours ?? noFavours;
  return {
    ...solveTable(scoring, pinned, {
      minimum,
      spread: program.matching.spread && program.matching.method !== 'stable',
      favours,
      circles,
    }),
    scoring,
    pinned,
    minimum,
    circles,
  };
}

/** Proposes pairs. `stop`: for the plain best answer, not for a floor, circles or lists; see solveAssignment. */
export function* proposeRun(input: RunInput, program: Program, stop?: Stop): Work<Run> {
  const whole = yield* runTable(input, program);
  const floor = program.matching.floor === 'best' && whole.circles.length === 0 ? yield* bestFloor(whole) : undefined;
  const solve = floor === undefined ? whole : raised(whole, floor.least);
  const { scoring, pinned } = solve;
  const { mentees, mentors } = scoring;
  const byLists = program.matching.method === 'stable' && solve.circles.length === 0;
  const first = byLists ? stableAnswer(solve, input.stated) : yield* solveAssignment(solve.table, stop);
  const {
    matching,
    certificate: judged,
    circles,
  } = byLists
    ? { matching: first, certificate: stableVerdict(solve, first, input.stated) }
    : first.stopped === true
      ? { matching: first, certificate: judgeStopped(solve.table, first), circles: undefined }
      : yield* withCircles(solve, first);
  const certificate =
    floor?.proved === false ? { ...judged, proved: false, faults: ['the floor is not proved'] } : judged;

  const mentorsOf = mentees.map((_, i): readonly number[] => (pinned.has(i) ? [pinned.get(i)!] : []));
  let total = 0;
  solve.rows.forEach((i, row) => {
    const column = matching.mentorOf[row]!;
    if (column < 0) return;
    mentorsOf[i] = solve.columns[column]!.mentors;
    total += solve.scoreOf(i, column);
  });
  const pairs = mentees.flatMap((mentee, i) =>
    mentorsOf[i]!.map((j): ProposedPair => {
      const parts = scoring.parts(i, j);
      // Without criteria there are no parts, and every fit is full.
      const score = parts.length === 0 ? TOP_SCORE : parts.reduce((sum, part) => sum + part.points, 0);
      if (pinned.has(i)) total += score;
      return { mentor: mentors[j]!, mentee, score, parts, pinned: pinned.has(i) };
    }),
  );
  pairs.sort((a, b) => order(a.mentee.id, b.mentee.id));
  const mentorOf = Int32Array.from(mentorsOf, ([lead = -1]) => lead);
  const open = circles === undefined ? solve : withOpenOnly(solve, circles);
  const best = certificate.proved && !byLists;
  const priced = best && circles === undefined ? first : undefined;
  const { reasons, said } = yield* runReasons(open, matching.mentorOf, priced, { program, best });
  const unmatched = mentees
    .flatMap((mentee, i) => {
      if (mentorOf[i]! >= 0) return [];
      const reason = circleReason(i, solve, circles?.closed ?? [], () => reasons.get(i)!);
      return [{ mentee, reason }];
    })
    .sort((a, b) => order(a.mentee.id, b.mentee.id));
  const blocking = byLists ? 0 : blockingPairsByScore(solve.table, matching.mentorOf).pairs;
  const prices = new Map<string, number>();
  solve.columns.forEach(({ mentors: [lead = 0] }, column) => {
    const { id } = mentors[lead]!;
    prices.set(id, Math.max(prices.get(id) ?? -Infinity, matching.prices[column]!));
  });
  return {
    pairs,
    unmatched,
    objective: {
      placed: mentorOf.filter((j) => j >= 0).length,
      total,
      floor: pairs.length === 0 ? null : Math.min(...pairs.map((pair) => pair.score)),
    },
    certificate,
    ...(certificate.bound === undefined
      ? {}
      : {
          open: {
            people: certificate.bound.placed - first.placed,
            points: certificate.bound.total - first.total,
          },
        }),
    prices: [...prices].map(([id, price]) => ({ id, price })).sort((a, b) => order(a.id, b.id)),
    eligiblePairs: scoring.eligiblePairs,
    mentorsUsed: new Set(pairs.map((pair) => pair.mentor.id)).size,
    blockingPairs: blocking,
    ...(floor === undefined
      ? {}
      : { floorBest: { least: floor.least, cost: (yield* solveAssignment(whole.table)).total - first.total } }),
    ...(byLists || circles !== undefined || !certificate.proved
      ? {}
      : { proof: { prices: [...first.prices], unmatchedCost: first.unmatchedCost, least: floor?.least ?? 0 } }),
    ...(circles === undefined ? {} : { circles: circlesSaid(circles, solve) }),
    reasons: said,
  };
}

function order(a: string, b: string): number {
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
