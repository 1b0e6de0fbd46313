// One outcome, one mentored group against the comparison: what every report on outcomes compares, counts and judges.
import type { MeasureKind } from '../program/program.ts';
import type { MentorLuck } from '../outcomes/mentor-clusters.ts';
import { withAtMost, type Coefficient } from '../statistics/models/linear-model.ts';

export interface Outcome {
  /** Stands in finding ids. */
  readonly id: string;
  readonly label: string;
  readonly kind: Exclude<MeasureKind, 'retention'>;
  /** 1/0 for yes/no; NaN: unknown or not counted. */
  readonly values: Float64Array;
  readonly higherIs: 'better' | 'worse';
  readonly primary: boolean;
  /** The smallest difference called important: a share for yes/no, else the measure's own unit. */
  readonly meaningful: number | undefined;
}

export interface Side {
  readonly label: string;
  /** People who count, known or not. */
  readonly n: number;
  readonly known: number;
  /** Yes/no: how many. Numbers: undefined. */
  readonly x: number | undefined;
  /** Share or mean of those known. */
  readonly value: number | undefined;
  readonly sd: number | undefined;
}

export interface Estimated {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly se: number | undefined;
  readonly df: number | undefined;
  readonly method: string;
  readonly testName: string;
  /** People in the comparison, both groups (fewer than known where an allowance needs what is missing). */
  readonly n: number;
}

export interface Comparison {
  readonly outcome: Outcome;
  /** Which part of the people, e.g. `gender: F`. */
  readonly among: string | undefined;
  readonly own: Side;
  readonly other: Side;
  /** Why nothing may be shown, if so. */
  readonly hidden: string | undefined;
  /** True where a count would point at people: only bounds may be shown. */
  readonly edge: boolean;
  /** Without any allowance; undefined where it cannot be computed. */
  readonly plain: Estimated | undefined;
  /** Where `plain` allows for mentors whose mentees share their luck: as if nobody did, for the statistician's page. */
  readonly unclustered: Estimated | undefined;
  /** With allowance for what was known at the start. */
  readonly adjusted: Estimated | undefined;
  /** True where something that was to be allowed for leaves nobody alike to compare with: the plain difference is no answer then. */
  readonly unallowed?: boolean;
  /** How many mentors have the mentees, where they are too few to tell their luck from the program's. */
  readonly fewMentors?: number | undefined;
  /** What the allowance was for, in words. */
  readonly allowedFor: string | undefined;
  /** The smallest difference that these numbers could have shown. */
  readonly detectable: number | undefined;
  /** With people unknown: the plain difference if they all went against mentoring, or all for it (of numbers: where it would be told). */
  readonly bounds: { readonly against: number; readonly inFavour: number } | undefined;
  /** By person, where the allowance is made by weights; 0 for people not in it. */
  readonly weights?: Float64Array;
  /** Remarks from the computation, e.g. a covariate left out. */
  readonly remarks: readonly string[];
}

/** The estimate a comparison is judged by. */
export function headline({ adjusted, plain }: Comparison): Estimated | undefined {
  return adjusted ?? plain;
}

/** What the unknown could make of the estimate that counts: an allowance moves the ends as it moves the difference. */
export function boundsAround(one: Comparison): Comparison['bounds'] {
  const { bounds, plain } = one;
  if (bounds === undefined || plain === undefined) return bounds;
  const moved = (headline(one)?.value ?? plain.value) - plain.value;
  return { against: bounds.against + moved, inFavour: bounds.inFavour + moved };
}

/**
 * Whether a model turns round what was measured. Weights and strata compare like with like, and cohorts are compared within
 * themselves; a line is drawn on where nobody is.
 */
export function turnedRound({ outcome, adjusted, plain, weights, allowedFor = '' }: Comparison): boolean {
  if (outcome.kind === 'yes-no' || weights !== undefined || allowedFor.split(', ').includes('cohort')) return false;
  return adjusted !== undefined && plain !== undefined && adjusted.value * plain.value < 0;
}

/** How errors by mentor are reckoned. */
export const byMentorWords =
  'CR2 errors by mentor with Satterthwaite degrees of freedom, no more than mentors (as if of equal size) less one';

/** A difference of which errors go by mentor. `what`: e.g. `rates`. */
export function byMentor(found: Coefficient, { effective }: MentorLuck, n: number, what: string): Estimated {
  const { estimate, low, high, p, se, df } = withAtMost(found, effective - 1);
  return {
    value: estimate,
    low,
    high,
    p,
    se,
    df,
    method: `difference of ${what}, 95 %, ${byMentorWords}`,
    testName: `t test, CR2 errors by mentor, ${df.toFixed(1)} df`,
    n,
  };
}
