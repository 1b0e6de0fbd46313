// One matching run, from people and rules to pairs with reasons: canonical order, pins, spread, solve, certify, explain.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import { solveAssignment } from '../solve/assignment.ts';
import type { Stop } from '../solve/best-so-far.ts';
import { blockingPairsByScore } from '../stable/blocking-pairs.ts';
import type { RunInput, Run, ProposedPair } from '../run.ts';
import { circleReason, circlesSaid, withCircles, withOpenOnly } from '../circles/circle-run.ts';
import { bestFloor, raised } from '../solve/floor.ts';
import { stableAnswer, stableVerdict } from '../stable/stable-run.ts';
import { runReasons } from '../reasons/run-reasons.ts';
import { judgeStopped } from '../solve/stopped-certificate.ts';
import { runTable, order } from '../scoring/run-table.ts';

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
