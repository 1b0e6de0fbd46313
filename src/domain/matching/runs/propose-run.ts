// One matching run, from people and rules to pairs with reasons: canonical order, pins, spread, solve, certify, explain.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import type { Matching } from '../assignment-types.ts';
import { solveAssignment } from '../solve/assignment.ts';
import type { Stop } from '../solve/best-so-far.ts';
import type { RunInput, Run, ProposedPair } from '../run.ts';
import { circleReason, circlesSaid, searched, withOpenOnly, type Searched } from '../circles/circle-run.ts';
import { fairAnswer } from './fair-run.ts';
import { evenCost } from './even-cost.ts';
import { blockingByFit } from './blocking-by-fit.ts';
import { solvedFor } from './solved-for.ts';
import { sideRulesIn } from '../scoring/side-rules-of.ts';
import type { SideRule } from '../side-rule.ts';
import { certify } from '../solve/certificate.ts';
import { tierFaults } from '../solve/tier-closure.ts';
import { leadersOf } from '../scoring/by-columns.ts';
import { perMentor, type RunTable } from '../scoring/solve-table.ts';
import type { Stated } from '../stated.ts';
import { stableVerdict } from '../stable/stable-run.ts';
import { runReasons } from '../reasons/run-reasons.ts';
import { judgeStopped } from '../solve/stopped-certificate.ts';
import { order } from '../scoring/run-table.ts';

/** Proposes pairs. `stop`: for the plain best answer, not for a floor, circles or lists; see solveAssignment. */
export function* proposeRun(input: RunInput, program: Program, stop?: Stop): Work<Run> {
  const { whole, solve, floor, first, firstByMentor } = yield* solvedFor(input, program, stop);
  const { scoring, pinned } = solve;
  const { mentees, mentors } = scoring;
  const byLists = program.matching.method === 'stable' && solve.circles.length === 0;
  const rules = byLists ? [] : sideRulesIn(solve, program.rules);
  const fairly = looksAtSingles(solve, program, rules)
    ? yield* fairAnswer(solve, first, program, input.stated)
    : undefined;
  const found =
    fairly ?? judgedAnswer(solve, { first, firstByMentor }, { byLists, rules, stated: input.stated, program });
  const { matching, certificate: judged, circles, within }: Searched = found ?? (yield* searched(solve, first, rules));
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
  const open = circles === undefined ? perMentor(solve) : withOpenOnly(solve, circles);
  const inOpen = circles === undefined ? leadersOf(solve, matching.mentorOf) : matching.mentorOf;
  const best = certificate.proved && !byLists && rules.length === 0;
  const priced = best && circles === undefined && fairly === undefined ? firstByMentor : undefined;
  const { reasons, said } = yield* runReasons(open, inOpen, priced, { program, best, among: rules });
  const unmatched = mentees
    .flatMap((mentee, i) => {
      if (mentorOf[i]! >= 0) return [];
      const reason = circleReason(i, solve, circles?.closed ?? [], () => reasons.get(i)!);
      return [{ mentee, reason }];
    })
    .sort((a, b) => order(a.mentee.id, b.mentee.id));
  const blocking = byLists ? 0 : blockingByFit(solve, matching.mentorOf);
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
    ...(fairly === undefined ? {} : { fair: fairly.fair }),
    ...(floor === undefined
      ? {}
      : {
          floorBest: { least: floor.least, cost: (yield* solveAssignment(whole.byMentor.table)).total - first.total },
        }),
    ...(byLists || fairly !== undefined || circles !== undefined || rules.length > 0 || !certificate.proved
      ? {}
      : {
          proof: {
            prices: [...first.prices],
            unmatchedCost: first.unmatchedCost,
            least: floor?.least ?? 0,
            ...(solve.tiers === undefined ? {} : { step: solve.tiers.step }),
          },
        }),
    ...(within === undefined ? {} : { within }),
    ...(priced === undefined || first.stopped === true ? {} : yield* evenCost(solve, first.mentorOf, program)),
    ...(circles === undefined ? {} : { circles: circlesSaid(circles, solve) }),
    reasons: said,
  };
}

/** Fit by fit, or choice by choice; not by lists, in circles or where mentees must be apart, together or mixed. */
function looksAtSingles(
  { circles }: RunTable,
  { matching: { fair, firstChoices, method } }: Program,
  rules: readonly SideRule[],
): boolean {
  return (fair === true || firstChoices === true) && method !== 'stable' && circles.length === 0 && rules.length === 0;
}

/** The plain answer, or the one by lists, with its judge's verdict; undefined where circles or rules among mentees are searched. */
function judgedAnswer(
  solve: RunTable,
  { first, firstByMentor }: { readonly first: Matching; readonly firstByMentor: Matching },
  {
    byLists,
    rules,
    stated,
    program,
  }: {
    readonly byLists: boolean;
    readonly rules: readonly SideRule[];
    readonly stated: Stated | undefined;
    readonly program: Program;
  },
): Searched | undefined {
  const { table } = solve.byMentor;
  if (byLists) return { matching: first, certificate: stableVerdict(solve, first, stated, program) };
  if (first.stopped === true) return { matching: first, certificate: judgeStopped(table, firstByMentor) };
  if (solve.circles.length > 0 || rules.length > 0) return undefined;
  const certificate = certify(table, firstByMentor);
  const tiers = solve.tiers === undefined ? [] : tierFaults(table, firstByMentor.mentorOf, solve.tiers.of);
  return {
    matching: first,
    certificate:
      tiers.length === 0 ? certificate : { ...certificate, proved: false, faults: [...certificate.faults, ...tiers] },
  };
}
