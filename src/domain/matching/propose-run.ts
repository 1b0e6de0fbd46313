// One matching run, from people and rules to pairs with reasons: canonical order, pins, spread, solve, certify, explain.
import { hashText } from '../chance.ts';
import type { Work } from '../progress.ts';
import type { Program } from '../program/program.ts';
import { BARRED, TOP_SCORE, type Certificate, type ScoreTable } from './assignment-types.ts';
import { solveAssignment } from './assignment.ts';
import type { Candidate } from './candidate.ts';
import { certify } from './certificate.ts';
import { scorePairs, type Blocks, type ScorePart, type Scoring } from './score-pairs.ts';

export interface ProposedPair {
  readonly mentor: Candidate;
  readonly mentee: Candidate;
  /** 0..1000; the sum of the parts. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly pinned: boolean;
}

/** Why somebody has no mentor. `rules`: how many mentors each rule bars, and how many it alone bars. */
export interface UnmatchedReason {
  readonly kind: 'no-mentors' | 'nobody-eligible' | 'too-few-seats' | 'too-many-moves' | 'below-minimum';
  readonly text: string;
  readonly rules: readonly { readonly rule: string; readonly bars: number; readonly aloneBars: number }[];
}

export interface Run {
  readonly pairs: readonly ProposedPair[];
  readonly unmatched: readonly { readonly mentee: Candidate; readonly reason: UnmatchedReason }[];
  readonly objective: { readonly placed: number; readonly total: number; readonly floor: number | null };
  readonly certificate: Certificate;
  readonly prices: readonly { readonly id: string; readonly price: number }[];
  readonly eligiblePairs: number;
  readonly mentorsUsed: number;
}

export interface RunInput {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  readonly pins: readonly { readonly mentee: string; readonly mentor: string }[];
  readonly blocks: Blocks;
  readonly seed: number;
}

/** A mentor's first mentee is worth this much more than her second, so that no willing mentor idles. In score points of 1000. */
export const spreadBonus = 10;

/** Proposes pairs. Neither the order of a file nor of the arrays matters: people are sorted by a seeded hash of their ids. */
export function* proposeRun(input: RunInput, program: Program): Work<Run> {
  const mentees = canonical(input.mentees, input.seed);
  const mentors = canonical(input.mentors, input.seed);
  const scoring = yield* scorePairs(mentees, mentors, program, input.blocks);
  const pinned = pinnedPairs(input, mentees, mentors);
  const minimum = program.matching.objective === 'quality' ? program.matching.minScore : 0;
  const solve = solvable(scoring, pinned, { minimum, spread: program.matching.spread });
  const matching = yield* solveAssignment(solve.table);
  const certificate = certify(solve.table, matching);

  const mentorOf = new Int32Array(mentees.length).fill(-1);
  for (const [i, j] of pinned) mentorOf[i] = j;
  solve.rows.forEach((i, row) => {
    const column = matching.mentorOf[row]!;
    if (column >= 0) mentorOf[i] = solve.columns[column]!;
  });
  const pairs = mentees.flatMap((mentee, i): ProposedPair[] => {
    const mentor = mentors[mentorOf[i]!];
    if (mentor === undefined) return [];
    const parts = scoring.parts(i, mentorOf[i]!);
    // Without criteria there are no parts, and every fit is full.
    const score = parts.length === 0 ? TOP_SCORE : parts.reduce((sum, part) => sum + part.points, 0);
    return [{ mentor, mentee, score, parts, pinned: pinned.has(i) }];
  });
  pairs.sort((a, b) => order(a.mentee.id, b.mentee.id));
  const unmatched = mentees
    .flatMap((mentee, i) => (mentorOf[i]! >= 0 ? [] : [{ mentee, reason: reasonFor(i, scoring, mentorOf, minimum) }]))
    .sort((a, b) => order(a.mentee.id, b.mentee.id));
  const scores = pairs.map((pair) => pair.score);
  const prices = new Map<string, number>();
  solve.columns.forEach((j, column) => {
    const { id } = mentors[j]!;
    prices.set(id, Math.max(prices.get(id) ?? 0, matching.prices[column]!));
  });
  return {
    pairs,
    unmatched,
    objective: {
      placed: pairs.length,
      total: scores.reduce((sum, score) => sum + score, 0),
      floor: scores.length === 0 ? null : Math.min(...scores),
    },
    certificate,
    prices: [...prices].map(([id, price]) => ({ id, price })).sort((a, b) => order(a.id, b.id)),
    eligiblePairs: scoring.eligiblePairs,
    mentorsUsed: new Set(pairs.map((pair) => pair.mentor.id)).size,
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

/**
 * The table the solver sees: without pinned mentees and their seats, without fits below the minimum, and, under spread,
 * with a mentor of several seats as two columns: the first seat with the bonus, the others without.
 */
function solvable(
  scoring: Scoring,
  pinned: ReadonlyMap<number, number>,
  { minimum, spread }: { readonly minimum: number; readonly spread: boolean },
): { readonly table: ScoreTable; readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const taken = new Int32Array(scoring.mentors.length);
  for (const j of pinned.values()) taken[j]!++;
  const rows = scoring.mentees.flatMap((_, i) => (pinned.has(i) ? [] : [i]));
  const columns: number[] = [];
  const seats: number[] = [];
  const bonus: number[] = [];
  scoring.mentors.forEach((mentor, j) => {
    const left = Math.max(0, mentor.seats - taken[j]!);
    const first = spread && taken[j] === 0 && left > 1;
    if (first) {
      columns.push(j);
      seats.push(1);
      bonus.push(spreadBonus);
    }
    columns.push(j);
    seats.push(first ? left - 1 : left);
    bonus.push(spread && !first && taken[j] === 0 ? spreadBonus : 0);
  });
  const scores = new Uint16Array(rows.length * columns.length);
  rows.forEach((i, row) => {
    columns.forEach((j, column) => {
      const score = scoring.scores[i * scoring.mentors.length + j]!;
      scores[row * columns.length + column] = score === BARRED || score < minimum ? BARRED : score + bonus[column]!;
    });
  });
  return {
    table: { mentees: rows.length, mentors: columns.length, scores, seats: Int32Array.from(seats) },
    rows,
    columns,
  };
}

/** Why mentee i has no mentor under this assignment. */
export function reasonFor(i: number, scoring: Scoring, mentorOf: Int32Array, minimum: number): UnmatchedReason {
  const { mentors, scores } = scoring;
  const row = i * mentors.length;
  if (mentors.length === 0) return { kind: 'no-mentors', text: 'there are no mentors in this cohort', rules: [] };
  const open = mentors.flatMap((mentor, j) => (scores[row + j] !== BARRED && mentor.seats > 0 ? [j] : []));
  if (open.length === 0) return nobodyEligible(i, scoring);
  if (open.every((j) => scores[row + j]! < minimum)) {
    const best = Math.max(...open.map((j) => scores[row + j]!));
    const text = `every fit is below the minimum of ${minimum / 10}; the best is ${Math.round(best / 10)}`;
    return { kind: 'below-minimum', text, rules: [] };
  }
  return { kind: 'too-few-seats', text: tooFewSeats(i, scoring, mentorOf, minimum), rules: [] };
}

function nobodyEligible(i: number, { mentors, barredBy }: Scoring): UnmatchedReason {
  const bars = new Map<string, { bars: number; aloneBars: number }>();
  mentors.forEach((_, j) => {
    const reasons = barredBy(i, j);
    for (const reason of reasons) {
      const entry = bars.get(reason) ?? { bars: 0, aloneBars: 0 };
      entry.bars++;
      if (reasons.length === 1) entry.aloneBars++;
      bars.set(reason, entry);
    }
  });
  const rules = [...bars]
    .map(([rule, counts]) => ({ rule, ...counts }))
    .sort((a, b) => b.aloneBars - a.aloneBars || b.bars - a.bars);
  const [key] = rules;
  const relax =
    key !== undefined && key.aloneBars > 0
      ? ` Without the rule "${key.rule}": ${key.aloneBars} mentor${key.aloneBars === 1 ? '' : 's'}.`
      : '';
  const barred = rules.slice(0, 3).map(({ rule, bars: count }) => `"${rule}" bars ${count} of ${mentors.length}`);
  const text =
    barred.length === 0 ? 'no mentor has a free seat' : `no mentor is eligible: ${barred.join(', ')}.${relax}`;
  return { kind: 'nobody-eligible', text, rules };
}

/** The Hall set around one person: mentees who can only go to the same mentors, whose seats are all taken. */
function tooFewSeats(i: number, { mentees, mentors, scores }: Scoring, mentorOf: Int32Array, minimum: number): string {
  const reached = new Set<number>();
  const queue = [i];
  const people = new Set(queue);
  for (const person of queue) {
    mentors.forEach((mentor, j) => {
      const score = scores[person * mentors.length + j]!;
      if (reached.has(j) || mentor.seats === 0 || score === BARRED || score < minimum) return;
      reached.add(j);
      mentees.forEach((_, other) => {
        if (mentorOf[other] === j && !people.has(other)) {
          people.add(other);
          queue.push(other);
        }
      });
    });
  }
  // Others left out who look only to these mentors belong to the same shortage.
  mentees.forEach((_, other) => {
    if (mentorOf[other]! >= 0 || people.has(other)) return;
    const open = mentors.flatMap((mentor, j) =>
      scores[other * mentors.length + j] !== BARRED && mentor.seats > 0 ? [j] : [],
    );
    if (open.length > 0 && open.every((j) => reached.has(j))) people.add(other);
  });
  const seats = [...reached].reduce((sum, j) => sum + mentors[j]!.seats, 0);
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `too few places: ${count(people.size, 'mentee')} can only go to ${count(reached.size, 'mentor')} with ${count(seats, 'place')}, so ${people.size - seats} cannot be placed`;
}
