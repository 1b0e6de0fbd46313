// One rematch, from people and standing pairs to who is placed, who moves and who is left: score, solve, certify, say why.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { BARRED } from '../assignment-types.ts';
import { favoursOf } from '../scoring/bonuses.ts';
import { noFavours, type ProposedPair } from '../run.ts';
import type { Candidate } from '../candidate.ts';
import { circlesOf, type Leaders } from '../circles.ts';
import { asOneCircle, average, leadersIn } from './co-mentored.ts';
import { canonical } from '../scoring/run-table.ts';
import { solveRematch } from './rematch-assignment.ts';
import { certifyRematch } from './rematch-certificate.ts';
import type { Move, Placed, RematchInput, RematchPlan } from './rematch-plan.ts';
import type { RematchTable } from './rematch-types.ts';
import { standingAgainst } from './standing-against.ts';
import { withRulePins } from '../scoring/rule-pins.ts';
import { scoreRoom } from '../../vectors/score-room.ts';
import { scorePairs, type Scoring } from '../scoring/score-pairs.ts';
import { withStandingCircles } from './standing-circles.ts';
import type { UnmatchedReason } from '../unmatched-reason.ts';
import { whyUnmatched } from '../reasons/why-unmatched.ts';

/** Why a pair that was moved has ended. Such a pair did not fail, so it may be made again. */
export const movedByRematch = 'moved by rematch';

export function* planRematch(input: RematchInput, program: Program): Work<RematchPlan> {
  const leaders = leadersIn(input.mentors, program);
  const asked = asOneCircle(withPins(input, program), leaders);
  const plan = yield* withStandingCircles(asked, program, leaders, (some) => planWithin(some, program, leaders));
  const ends = new Set([...plan.moved.map(({ pair }) => pair.mentee.id), ...plan.lost.map(({ mentee }) => mentee.id)]);
  return { ...plan, against: standingAgainst(input, program).filter(({ mentee }) => !ends.has(mentee.id)) };
}

function* planWithin(
  input: RematchInput,
  program: Program,
  leaders: Leaders,
): Work<Omit<RematchPlan, 'closed' | 'short' | 'against'>> {
  const fixed = new Set(input.standing.filter((pair) => pair.fixed).map(({ mentee }) => mentee));
  const mentees = canonical(
    input.mentees.filter(({ id }) => !fixed.has(id)),
    input.seed,
  );
  const mentors = canonical(withoutUnopened(withoutFixed(input, program), input, program), input.seed);
  const scoring = yield* scorePairs(mentees, mentors, program, input.blocks, input.stated);
  const minimum = program.matching.objective === 'quality' ? program.matching.minScore : 0;
  const { table, fitOf } = rematchTable(input, scoring, { minimum, leaders });
  const answer = yield* solveRematch(table, input.maxMoves);
  const certificate = certifyRematch(table, answer, input.maxMoves);

  const solved = {
    table,
    rows: mentees.map((_, i) => i),
    columns: mentors.map((_, j) => ({ mentors: [j] })),
    scoring,
    minimum,
  };
  const { reasons, groups } = whyUnmatched(solved, answer.mentorOf, tooManyMoves(input.maxMoves));
  const columnOf = new Map(mentors.map(({ id }, j) => [id, j]));
  const one = (i: number, j: number, score: number): ProposedPair => ({
    mentor: mentors[j]!,
    mentee: mentees[i]!,
    score,
    parts: scoring.parts(i, j),
    pinned: false,
  });
  const pairOf = (i: number, j: number): Placed => {
    const others = leaders(mentors[j]!.id)
      .flatMap(({ id }) => columnOf.get(id) ?? [])
      .filter((other) => other !== j);
    const own = (other: number): number => scoring.scores[i * mentors.length + other]!;
    if (others.length === 0) return one(i, j, fitOf(i, j));
    const fit = (other: number): number => (own(other) === BARRED ? 0 : own(other));
    return { ...one(i, j, fit(j)), with: others.map((other) => one(i, other, fit(other))) };
  };
  const byId = mentees.map((_, i) => i).sort((a, b) => (mentees[a]!.id < mentees[b]!.id ? -1 : 1));
  const stood = (i: number): boolean => table.standing[i]! >= 0;
  const now = (i: number): number => answer.mentorOf[i]!;
  const from = (i: number): Move['from'] => {
    const j = table.standing[i]!;
    return { mentor: mentors[j]!, score: fitOf(i, j) };
  };
  return {
    placed: byId.filter((i) => !stood(i) && now(i) >= 0).map((i) => pairOf(i, now(i))),
    moved: byId
      .filter((i) => stood(i) && now(i) >= 0 && now(i) !== table.standing[i])
      .map((i) => ({ pair: pairOf(i, now(i)), from: from(i) })),
    lost: byId.filter((i) => stood(i) && now(i) < 0).map((i) => ({ mentee: mentees[i]!, from: from(i).mentor })),
    unmatched: byId.filter((i) => now(i) < 0).map((i) => ({ mentee: mentees[i]!, reason: reasons.get(i)! })),
    groups,
    standing: input.standing.length,
    total: answer.mentorOf.reduce((sum, j, i) => sum + (j < 0 ? 0 : fitOf(i, j)), 0),
    fitOf: (mentee, mentor) => {
      const [i, j] = [mentees.findIndex(({ id }) => id === mentee), mentors.findIndex(({ id }) => id === mentor)];
      const fit = i < 0 || j < 0 ? BARRED : fitOf(i, j);
      return fit === BARRED ? undefined : fit;
    },
    leaders,
    certificate,
    prices: mentors
      .map(({ id }, j) => ({ id, price: answer.prices[j]! }))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

/** With the program file's pins, which hold the pairs that stand as the coordinator's do. */
function withPins(input: RematchInput, program: Program): RematchInput {
  const { pins, standing, ...rest } = withRulePins(input, program);
  const held = new Set(pins.map(({ mentee, mentor }) => `${mentee}\t${mentor}`));
  return {
    ...rest,
    pins,
    standing: standing.map((pair) =>
      held.has(`${pair.mentee}\t${pair.mentor}`) ? { ...pair, fixed: true, pinned: true } : pair,
    ),
  };
}

/** Mentors with the seats that are left when fixed pairs have theirs; a circle has no more than it may, or has already. */
function withoutFixed({ mentors, standing }: RematchInput, program: Program): Candidate[] {
  const most = new Map(
    circlesOf(mentors, program.circles).flatMap((circle) => circle.mentors.map((j) => [mentors[j]!.id, circle.most])),
  );
  const load = new Map<string, number>();
  for (const { mentor } of standing) load.set(mentor, (load.get(mentor) ?? 0) + 1);
  const seatsOf = ({ id, seats }: Candidate): number =>
    Math.min(seats, Math.max(most.get(id) ?? seats, load.get(id) ?? 0));
  const taken = new Map<string, number>();
  for (const { mentor, fixed } of standing) if (fixed) taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  return mentors.map((mentor) => ({ ...mentor, seats: Math.max(0, seatsOf(mentor) - (taken.get(mentor.id) ?? 0)) }));
}

/** A circle that has nobody is not opened by a rematch, which would put one person there; those that stand take more. */
function withoutUnopened(mentors: readonly Candidate[], { standing }: RematchInput, program: Program): Candidate[] {
  const led = new Set(standing.map(({ mentor }) => mentor));
  const unopened = new Set(
    circlesOf(mentors, program.circles)
      .filter((circle) => !circle.mentors.some((j) => led.has(mentors[j]!.id)))
      .flatMap((circle) => circle.mentors),
  );
  return mentors.map((mentor, j) => (unopened.has(j) ? { ...mentor, seats: 0 } : mentor));
}

/**
 * Fits as the solver sees them: none below the minimum, a pin nothing but its pair, a standing pair never barred; in the
 * table with what history adds for those who wait, which `fitOf` takes off again. One copy of the scores, whatever is asked.
 */
function rematchTable(
  { standing, pins, favours = noFavours }: RematchInput,
  scoring: Scoring,
  { minimum, leaders }: { readonly minimum: number; readonly leaders: Leaders },
): { readonly table: RematchTable; readonly fitOf: (mentee: number, mentor: number) => number } {
  const { mentees, mentors } = scoring;
  const column = new Map(mentors.map(({ id }, j) => [id, j]));
  const scores = withCircleFits(scoring, leaders);
  if (minimum > 0) for (let cell = 0; cell < scores.length; cell++) if (scores[cell]! < minimum) scores[cell] = BARRED;
  const row = new Map(mentees.map(({ id }, i) => [id, i]));
  const today = (i: number, j: number): number => circleFit(scoring, leaders, column, i, j);
  const stands = new Int32Array(mentees.length).fill(-1);
  for (const { mentee, mentor, score } of standing) {
    const [i, j] = [row.get(mentee), column.get(mentor)];
    if (i === undefined || j === undefined) continue;
    stands[i] = j;
    const fit = today(i, j);
    scores[i * mentors.length + j] = fit === BARRED ? (score ?? 0) : fit;
  }
  for (const { mentee, mentor } of pins) {
    const [i, j] = [row.get(mentee), column.get(mentor)];
    if (i === undefined || j === undefined || stands[i]! >= 0) continue;
    const fit = today(i, j);
    scores.fill(BARRED, i * mentors.length, (i + 1) * mentors.length);
    scores[i * mentors.length + j] = fit === BARRED ? 0 : fit;
  }
  const added = new Map<number, ReturnType<typeof favoursOf>>();
  mentees.forEach((mentee, i) => {
    if (stands[i]! >= 0) return;
    const favour = favoursOf(favours, mentee);
    if (favour.always === 0 && favour.more === undefined) return;
    added.set(i, favour);
    mentors.forEach(({ id }, j) => {
      const cell = i * mentors.length + j;
      if (scores[cell] !== BARRED) scores[cell]! += favour.always + (favour.more?.get(id) ?? 0);
    });
  });
  const seats = Int32Array.from(mentors, (mentor) => mentor.seats);
  const fitOf = (i: number, j: number): number => {
    const score = scores[i * mentors.length + j]!;
    const favour = added.get(i);
    if (favour === undefined || score === BARRED) return score;
    return score - favour.always - (favour.more?.get(mentors[j]!.id) ?? 0);
  };
  return { table: { mentees: mentees.length, mentors: mentors.length, scores, seats, standing: stands }, fitOf };
}

/** A copy of the scores with that of a circle in the column of its first mentor. */
function withCircleFits(scoring: Scoring, leaders: Leaders): Uint16Array {
  const { scores, mentees, mentors } = scoring;
  const column = new Map(mentors.map(({ id }, j) => [id, j]));
  const fits = scoreRoom(mentees.length, mentors.length);
  fits.set(scores);
  mentors.forEach(({ id }, j) => {
    const [lead, ...others] = leaders(id);
    if (others.length === 0 || lead?.id !== id) return;
    mentees.forEach((_, i) => {
      fits[i * mentors.length + j] = circleFit(scoring, leaders, column, i, j);
    });
  });
  return fits;
}

/** What the mentors of a circle have on average with somebody, in the name of the first; barred where one is. */
function circleFit(
  { scores, mentors }: Scoring,
  leaders: Leaders,
  column: ReadonlyMap<string, number>,
  i: number,
  j: number,
): number {
  const together = leaders(mentors[j]!.id).flatMap((one) => column.get(one.id) ?? []);
  if (together.length < 2 || together[0] !== j) return scores[i * mentors.length + j]!;
  const own = together.map((other) => scores[i * mentors.length + other]!);
  return own.includes(BARRED) ? BARRED : average(own);
}

/** Only a limit on moves leaves somebody out whose chain would end at a free seat. */
function tooManyMoves(maxMoves: number): UnmatchedReason {
  const text = `a place could be made, but only by moving more than ${maxMoves} standing ${maxMoves === 1 ? 'pair' : 'pairs'}`;
  return { kind: 'too-many-moves', text, rules: [] };
}
