// One rematch, from people and standing pairs to who is placed, who moves and who is left: score, solve, certify, say why.
import { defined } from '../../defined.ts';
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { counted } from '../../count-words.ts';
import { nameAndId } from '../../find-named.ts';
import { BARRED } from '../assignment-types.ts';
import { beyondSoftCap, favoursOf } from '../scoring/bonuses.ts';
import { brokenTies } from '../scoring/broken-ties.ts';
import { tiersOf } from '../scoring/priority.ts';
import { sideRulesOf } from '../scoring/side-rules-of.ts';
import { columnsOf } from '../scoring/solve-table.ts';
import { tied, type Settled } from '../scoring/ties.ts';
import { noFavours, type ProposedPair } from '../run.ts';
import type { Candidate } from '../candidate.ts';
import { circlesOf, type Leaders } from '../circles.ts';
import { asOneCircle, average, leadersIn } from './co-mentored.ts';
import { canonical, evenAndSoft } from '../scoring/run-table.ts';
import { solveRematch } from './rematch-assignment.ts';
import { certifyRematch } from './rematch-certificate.ts';
import type { Move, Placed, RematchInput, RematchPlan } from './rematch-plan.ts';
import { rematchWithRules, type TiedAnswer } from './rematch-search.ts';
import type { Places, RematchAnswer, RematchTable } from './rematch-types.ts';
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
  const asked = togetherStays(asOneCircle(withPins(input, program), leaders), program);
  const plan = yield* withStandingCircles(asked, program, leaders, (some) => planWithin(some, program, leaders));
  const ends = new Set([...plan.moved.map(({ pair }) => pair.mentee.id), ...plan.lost.map(({ mentee }) => mentee.id)]);
  return {
    ...plan,
    against: standingAgainst(input, program).filter(({ mentee }) => !ends.has(mentee.id)),
    notHeeded: notHeeded(input, plan, ends, program),
  };
}

/** Rules about mentees among each other that do not hold when the plan is carried out. */
function notHeeded(
  { mentees, mentors, standing }: RematchInput,
  { placed, moved, leaders }: Omit<RematchPlan, 'against' | 'notHeeded'>,
  ends: ReadonlySet<string>,
  program: Program,
): readonly string[] {
  const people = new Map(mentees.map((one) => [one.id, one]));
  const stay = standing.flatMap(({ mentee, mentor }): Settled[] => {
    const one = people.get(mentee);
    return one === undefined || ends.has(mentee) ? [] : [{ mentee: one, mentors: leaders(mentor).map(({ id }) => id) }];
  });
  const come = [...placed, ...moved.map(({ pair }) => pair)].map(({ mentee, mentor }): Settled => {
    return { mentee, mentors: leaders(mentor.id).map(({ id }) => id) };
  });
  const names = new Map(mentors.map((mentor) => [mentor.id, nameAndId(mentor)]));
  return brokenTies([...stay, ...come], program.rules, (id) => names.get(id) ?? id).map(({ text }) => text);
}

/** Who is together stays together: such pairs are not moved, and draw others to their mentor; not where she has too few places. */
function togetherStays(input: RematchInput, { rules }: Program): RematchInput {
  const { mentees, mentors, standing } = input;
  const tiedTo = new Set(
    rules
      .filter(({ kind }) => kind === 'together')
      .flatMap((rule) => tied(mentees, rule).flatMap((group) => group.map((at) => mentees[at]!.id))),
  );
  if (tiedTo.size === 0) return input;
  const load = new Map<string, number>();
  for (const { mentor } of standing) load.set(mentor, (load.get(mentor) ?? 0) + 1);
  const over = new Set(mentors.flatMap(({ id, seats }) => ((load.get(id) ?? 0) > seats ? [id] : [])));
  return {
    ...input,
    standing: standing.map((pair) =>
      tiedTo.has(pair.mentee) && !over.has(pair.mentor) ? { ...pair, fixed: true } : pair,
    ),
  };
}

function* planWithin(
  input: RematchInput,
  program: Program,
  leaders: Leaders,
): Work<Omit<RematchPlan, 'closed' | 'short' | 'against' | 'notHeeded'>> {
  const fixed = new Set(input.standing.filter((pair) => pair.fixed).map(({ mentee }) => mentee));
  const people = new Map(input.mentees.map((one) => [one.id, one]));
  const settledWith = (mentee: string, mentor: string): Settled[] => {
    const person = people.get(mentee);
    return person === undefined ? [] : [{ mentee: person, mentors: leaders(mentor).map(({ id }) => id) }];
  };
  const stay = input.standing.flatMap(({ mentee, mentor, fixed: is }) => (is ? settledWith(mentee, mentor) : []));
  const already = new Set(input.standing.map(({ mentee }) => mentee));
  const pinned = input.pins.flatMap(({ mentee, mentor }) => (already.has(mentee) ? [] : settledWith(mentee, mentor)));
  const settled = [...stay, ...pinned.map((one): Settled => ({ ...one, pinned: true }))];
  const mentees = canonical(
    input.mentees.filter(({ id }) => !fixed.has(id)),
    input.seed,
  );
  const mentors = canonical(withoutUnopened(withoutFixed(input, program), input, program), input.seed);
  const scoring = yield* scorePairs(mentees, mentors, program, input.blocks, input.stated, settled);
  const minimum = program.matching.objective === 'quality' ? program.matching.minScore : 0;
  const { table, held, fitOf } = rematchTable(input, scoring, { minimum, leaders, program });
  const index = new Map(mentors.map(({ id }, j) => [id, j]));
  const rules = sideRulesOf(mentees, program.rules, stay, (id) => index.get(leaders(id)[0]?.id ?? id), pinned);
  const { answer, prices, certificate, within } =
    rules.length > 0
      ? yield* rematchWithRules({ table, rules, held }, input.maxMoves)
      : judged(table, yield* solveRematch(table, input.maxMoves), input.maxMoves);

  const solved = {
    table,
    rows: mentees.map((_, i) => i),
    columns: mentors.map((_, j) => ({ mentors: [j] })),
    scoring,
    minimum,
  };
  const left = rules.length > 0 ? againstRules(rules, input.maxMoves) : tooManyMoves(input.maxMoves);
  const { reasons, groups } = whyUnmatched(solved, answer.mentorOf, left);
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
    ...defined({ within }),
    prices: mentors
      .map(({ id }, j) => ({ id, price: prices[j]! }))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

function judged(table: RematchTable, answer: RematchAnswer, maxMoves: number): TiedAnswer {
  return { answer, prices: answer.prices, certificate: certifyRematch(table, answer, maxMoves) };
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
  { minimum, leaders, program }: { readonly minimum: number; readonly leaders: Leaders; readonly program: Program },
): {
  readonly table: RematchTable;
  /** By row the mentor she stands with or is pinned to, or -1. */
  readonly held: Int32Array;
  readonly fitOf: (mentee: number, mentor: number) => number;
} {
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
  const held = Int32Array.from(stands);
  for (const { mentee, mentor } of pins) {
    const [i, j] = [row.get(mentee), column.get(mentor)];
    if (i === undefined || j === undefined || stands[i]! >= 0) continue;
    held[i] = j;
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
  const tiers = program.matching.method === 'stable' ? undefined : tiersOf(mentees, program.matching.priority);
  const top = Math.max(0, ...(tiers ?? [])) + 1;
  const table: RematchTable = {
    mentees: mentees.length,
    mentors: mentors.length,
    scores,
    seats,
    standing: stands,
    places: placesIn(mentors, standing, program),
    ...(tiers === undefined ? {} : { tierOf: tiers.map((tier, i) => (stands[i]! >= 0 ? top : tier)) }),
  };
  return { table, held, fitOf };
}

/** Each mentor's places, those that count alike as one; a circle's are one. */
function placesIn(mentors: readonly Candidate[], standing: RematchInput['standing'], program: Program): Places {
  const load = new Map<string, number>();
  for (const { mentor, fixed } of standing) if (fixed) load.set(mentor, (load.get(mentor) ?? 0) + 1);
  const inCircle = new Set(circlesOf(mentors, program.circles).flatMap((circle) => circle.mentors));
  const taken = mentors.map((mentor) => ({ ...mentor, taken: load.get(mentor.id) ?? 0 }));
  const columns = columnsOf(taken, [], { ...evenAndSoft(mentors, program), circles: [] });
  const led = columns.filter(({ mentors: [j = 0] }) => !inCircle.has(j));
  const ownerOf = [...led.map(({ mentors: [j = 0] }) => j), ...inCircle];
  return {
    ownerOf: Int32Array.from(ownerOf),
    seats: Int32Array.from([...led.map(({ seats }) => seats), ...[...inCircle].map((j) => mentors[j]!.seats)]),
    bonus: Int32Array.from([
      ...led.map(({ bonus }) => bonus),
      ...[...inCircle].map(() => (program.matching.softCap === undefined ? 0 : beyondSoftCap)),
    ]),
  };
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

/** A place could be had only where a rule about mentees among each other would be broken, others left out, or too many moved. */
function againstRules(rules: readonly { readonly words: string }[], maxMoves: number): UnmatchedReason {
  const words = [...new Set(rules.map((rule) => `"${rule.words}"`))].join(', ');
  const moves = maxMoves === Infinity ? '' : `, by moving more than ${counted(maxMoves, 'standing pair')}`;
  return {
    kind: 'arranged',
    text: `a place is there only against ${words}${moves}, or by leaving out others`,
    rules: [],
  };
}

/** Only a limit on moves leaves somebody out whose chain would end at a free seat. */
function tooManyMoves(maxMoves: number): UnmatchedReason {
  const text = `a place could be made, but only by moving more than ${maxMoves} standing ${maxMoves === 1 ? 'pair' : 'pairs'}`;
  return { kind: 'too-many-moves', text, rules: [] };
}
