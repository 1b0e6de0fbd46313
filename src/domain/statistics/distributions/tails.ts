// Both tails of a distribution at once: a small tail got as 1 minus the other has no digits left.

/** Probabilities of the two sides, each computed on its own. For counts, `lower` is P(X <= k) and `upper` P(X > k). */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

export type Tail = 'lower' | 'upper';

/** An interval of any quantity; `low` <= `high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
