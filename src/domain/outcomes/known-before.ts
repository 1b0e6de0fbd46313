// What is known from before an outcome: a baseline of a later day says nothing of the start.
import { dayNumber, formatDate } from '../civil-date.ts';
import type { Dataset } from './dataset.ts';
import { termRange } from './term.ts';

export interface Late {
  readonly name: string;
  /** When it was measured, as the file calls it. */
  readonly when: string;
  /** The start that it came too long after, where it came before the outcome. */
  readonly start?: string;
}

/** Beyond these days from the start, what is measured may be what mentoring did. */
const daysAtTheStart = 60;

/** Fields measured after `when` or long after the start, by name; those without a time of their own are taken at their word. */
export function measuredAfter(
  { observed, starts }: Pick<Dataset, 'observed' | 'starts'>,
  fields: readonly { readonly name: string }[],
  when: string,
): Late[] {
  const last = termRange(when)?.last ?? Infinity;
  const settled = starts === undefined ? Infinity : dayNumber(starts) + daysAtTheStart;
  return fields.flatMap(({ name }): Late[] => {
    const at = observed.find(({ measure }) => measure === name)?.when ?? '';
    const first = termRange(at)?.first ?? -Infinity;
    if (first > last) return [{ name, when: at }];
    return first > settled && starts !== undefined ? [{ name, when: at, start: formatDate(starts) }] : [];
  });
}

export function lateLine({ name, when, start }: Late, label: string): string {
  return start === undefined
    ? `"${name}" was measured at ${when}, after ${label}: it is not known from before, so it is neither compared nor allowed for there.`
    : `"${name}" was measured at ${when}, long after the start (${start}), when it could already be what mentoring did: it is not known from before, so it is neither compared nor allowed for.`;
}
