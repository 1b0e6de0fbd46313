// Why somebody has no mentor, and what would help, as a run keeps and says it.
import type { FieldValue } from '../program/program.ts';

/**
 * `rules`: how many mentors with places each rule bars, and how many it alone bars. `group`: of `RunReasons.groups`, for
 * whom places are too few. `best`: under a least fit the best there is for her, 0..1000.
 */
export interface UnmatchedReason {
  readonly kind:
    | 'no-mentors'
    | 'nobody-eligible'
    | 'no-answer'
    | 'too-few-seats'
    | 'too-many-moves'
    | 'below-minimum'
    | 'circle-not-opened'
    | 'arranged';
  readonly text: string;
  readonly rules: readonly { readonly rule: string; readonly bars: number; readonly aloneBars: number }[];
  readonly group?: number;
  readonly best?: number;
}

/** People who share too few places. `mentees` of them there are in all, `left` (ids) have none; ids of the mentors they share. */
export interface Rivals {
  readonly mentees: number;
  readonly places: number;
  readonly mentors: readonly string[];
  readonly left: readonly string[];
}

/**
 * One rule set aside for nobody but those left out: how many of those who have nobody would then have somebody (`leaves`),
 * and how many more could be placed (`places`), exactly.
 */
export interface Relaxed {
  readonly rule: string;
  readonly leaves: number;
  readonly places: number;
}

/**
 * Places of one kind that are short. `kind`: mentor's field -> what it has to be or hold. `alone`: how many more could be
 * placed if there were that many such places and nothing else; `more`: how many more beside all kinds listed before.
 */
export interface ShortPlaces {
  readonly kind: Readonly<Record<string, FieldValue>>;
  readonly text: string;
  readonly alone: number;
  readonly more: number;
}

/** A mentor for whom more asked than she has places: what one more there would add at least, in score points of 1000. */
export interface InDemand {
  readonly id: string;
  readonly name: string;
  readonly places: number;
  readonly points: number;
}

/** `groups` smallest first. `bottlenecks`: mentors with whom one more place would place one more, each by itself (ids). */
export interface RunReasons {
  readonly groups: readonly Rivals[];
  readonly relaxed: readonly Relaxed[];
  readonly shortage: readonly ShortPlaces[];
  readonly inDemand: readonly InDemand[];
  readonly bottlenecks: readonly string[];
}
