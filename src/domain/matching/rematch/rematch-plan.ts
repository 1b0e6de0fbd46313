// What a rematch is asked and what it answers: people and standing pairs -> who is placed, who moves, who is left.
import type { Certificate } from '../assignment-types.ts';
import type { Favours, ProposedPair, Blocks } from '../run.ts';
import type { Candidate } from '../candidate.ts';
import type { Leaders } from '../circles.ts';
import type { Stated } from '../stated.ts';
import type { RunReasons, UnmatchedReason } from '../unmatched-reason.ts';

/** `people`: who was in it; their pairs in it end, and everybody has another mentor. */
export interface ClosedCircle {
  readonly mentors: readonly Candidate[];
  readonly least: number;
  readonly people: readonly Candidate[];
}

/** A circle that goes on with fewer people than it needs, since closing it would leave somebody without a mentor. */
export interface ShortCircle {
  readonly mentors: readonly Candidate[];
  readonly least: number;
  readonly people: number;
  readonly why: 'nobody-else-has-room' | 'pinned' | 'too-many-moves';
}

export interface StandingPair {
  readonly mentee: string;
  readonly mentor: string;
  /** The score it was made with, for a pair that today's rules would bar; null for one made by hand. */
  readonly score: number | null;
  /** It takes its seat and is not moved. */
  readonly fixed: boolean;
  /** Fixed by a pin: its circle is not closed. */
  readonly pinned?: boolean;
}

/** `mentees`: those who wait and those who stand; `mentors` with all their seats, those that standing pairs hold included. */
export interface RematchInput {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  readonly standing: readonly StandingPair[];
  readonly pins: readonly { readonly mentee: string; readonly mentor: string }[];
  readonly blocks: Blocks;
  readonly stated?: Stated;
  /** What history adds for those who wait. */
  readonly favours?: Favours;
  readonly seed: number;
  readonly maxMoves: number;
}

/** One place: a pair, and under co-mentors one `with` each of the others. `mentor` is the circle's first. */
export interface Placed extends ProposedPair {
  readonly with?: readonly ProposedPair[];
}

/** Whoever leaves a circle leaves all who lead it. */
export interface Move {
  readonly pair: Placed;
  readonly from: { readonly mentor: Candidate; readonly score: number };
}

/** Every pair that is to be made. */
export function pairsToMake({ placed, moved }: Pick<RematchPlan, 'placed' | 'moved'>): readonly ProposedPair[] {
  return [...placed, ...moved.map(({ pair }) => pair)].flatMap(({ with: others = [], ...pair }) => [pair, ...others]);
}

export interface StandingAgainst {
  readonly mentee: Candidate;
  readonly mentor: Candidate;
  /** The rules in a few words. */
  readonly rules: readonly string[];
}

/** `moved` and `lost` are standing pairs that end: with another mentor, or with none because the mentor is over her seats. */
export interface RematchPlan {
  readonly placed: readonly Placed[];
  readonly moved: readonly Move[];
  readonly lost: readonly { readonly mentee: Candidate; readonly from: Candidate }[];
  readonly unmatched: readonly { readonly mentee: Candidate; readonly reason: UnmatchedReason }[];
  /** Who of them competes with whom, the smallest group first. */
  readonly groups: RunReasons['groups'];
  /** Who leads with whom. */
  readonly leaders: Leaders;
  /** Standing pairs before, the fixed ones included; a circle of several mentors is one pair. */
  readonly standing: number;
  /** Of everybody who has a mentor afterwards, save fixed pairs. */
  readonly total: number;
  readonly certificate: Certificate;
  /** Where a search among rules was too long to end: how much better any answer could be, in people, else pairs moved, else points of 1,000 of fit. */
  readonly within?: { readonly people: number; readonly moves: number; readonly points: number };
  readonly prices: readonly { readonly id: string; readonly price: number }[];
  /** How a mentee and a mentor fit, by ids, 0..1000; undefined where they may not be paired. */
  readonly fitOf: (mentee: string, mentor: string) => number | undefined;
  /** Circles that fell below their minimum: closed, their people moved; or going on all the same. */
  readonly closed: readonly ClosedCircle[];
  readonly short: readonly ShortCircle[];
  /** Pairs that stand before and after though the rules of today would bar them. */
  readonly against: readonly StandingAgainst[];
  /** Rules about mentees among each other that the pairs which stand then break, in words: they broke them before. */
  readonly notHeeded: readonly string[];
}
