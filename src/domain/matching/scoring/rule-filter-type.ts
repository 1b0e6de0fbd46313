// What a hard rule is once it is made ready for many people.
import type { Rule } from '../../program/program.ts';

export interface RuleFilter {
  readonly rule: Rule;
  readonly words: string;
  /** Leaves in `mentors` only those whom this mentee may have. */
  readonly narrow: (mentee: number, mentors: Uint32Array) => void;
  readonly allows: (mentee: number, mentor: number) => boolean;
  /** Of a pair that it bars: why, where `words` alone do not say it. */
  readonly why?: (mentee: number, mentor: number) => string;
}
