// The values of one matching run: what goes into it and what comes out of it.
import type { Certificate } from './assignment-types.ts';
import type { Candidate } from './candidate.ts';
import type { Already } from './second-mentor.ts';
import type { Stated } from './stated.ts';
import type { RunReasons, UnmatchedReason } from './unmatched-reason.ts';

/** One criterion's share of a pair's score: `points` of at most `of`, and why in words. */
export interface ScorePart {
  readonly criterion: string;
  readonly points: number;
  readonly of: number;
  readonly why: string;
}

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
  /**
   * Under `fair` or `firstChoices`: what it costs in points of 1,000 of fit against the best total, and what is better for it:
   * the lowest fit, or how many have their first choice, second and so on. `exact`: fit by fit; else by tenths of the scale.
   */
  readonly fair?: {
    readonly by: 'fits' | 'choices';
    readonly exact: boolean;
    readonly cost: number;
    readonly lowest?: { readonly now: number; readonly best: number };
    /** The first of the fits in rising order, from 1, that is not that of the best total. */
    readonly differs?: { readonly nth: number; readonly now: number; readonly best: number };
    readonly choices?: { readonly now: readonly number[]; readonly best: readonly number[] };
  };
  /** Of a search among circles and rules that was too long to end: how much better any answer could be. */
  readonly within?: { readonly people: number; readonly points: number };
  /** What even loads cost in points of 1,000 of fit: exactly, or at most. */
  readonly evenCost?: { readonly points: number; readonly exact: boolean };
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
  /** What a tier that is placed first counts, in score points; only where there are tiers. */
  readonly step?: number;
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
  /** Pairs that stand in the cohort, where rules are about mentees among each other. */
  readonly standing?: readonly Stands[];
}

/** A pair that stands: a mentee with the answers such rules read, and her mentor's id. */
export interface Stands {
  readonly mentee: Candidate;
  readonly mentor: string;
}

/** Two people a coordinator keeps apart, or history does: mentee id -> mentor ids -> the words for it. */
export type Blocks = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What earlier cohorts and drafts say for people, by id. `previous`, `near`: mentee id -> mentor ids. */
export interface Favours {
  readonly leftOver: ReadonlySet<string>;
  readonly previous: ReadonlyMap<string, ReadonlySet<string>>;
  readonly near?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Pairs of other answers: whatever is none of them counts so many points of 1,000 more. */
  readonly away?: { readonly points: number; readonly pairs: ReadonlyMap<string, ReadonlySet<string>> };
}

export const noFavours: Favours = { leftOver: new Set(), previous: new Map() };

export interface CircleSaid {
  /** The first leads. */
  readonly mentors: readonly Candidate[];
  /** People who come, or who would have come without a minimum. */
  readonly people: number;
  readonly least: number;
  readonly places: number;
}

export interface CirclesOfRun {
  readonly opened: readonly CircleSaid[];
  readonly notOpened: readonly CircleSaid[];
}
