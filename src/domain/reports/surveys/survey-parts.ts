// The people of a survey by their answers to a field of the sign-up, and which answers must stay hidden so that none comes out.
import type { Category, Several } from '../../outcomes/dataset.ts';
import { breakDown } from '../breakdown.ts';
import { hiddenRows } from '../suppression.ts';

export interface ShownParts {
  /** `counts`: 1 for each person who counts and gave this answer. */
  readonly parts: readonly { readonly level: string; readonly counts: Uint8Array }[];
  readonly hide: readonly boolean[];
}

/**
 * `counts`: 1 for each person who has what is shown. Answers, no answer and (where people give several) what is counted again
 * are held to add up, as one partition; an answer that all but a few gave is hidden, since those few would come out.
 */
export function shownParts(by: Category | Several, counts: Uint8Array, minCell: number): ShownParts {
  const { parts, rest, again } = breakDown(by, counts);
  const total = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);
  const all = total(counts);
  const sizes = parts.map((part) => total(part.counts));
  const hide = hiddenRows([...sizes, total(rest), ...(again === undefined ? [] : [total(again)])], minCell);
  return {
    parts: parts.map((part, index) => ({ level: by.levels[index] ?? '', counts: part.counts })),
    hide: sizes.map((n, index) => hide[index] === true || (again !== undefined && all - n > 0 && all - n < minCell)),
  };
}
