// What is known from before an outcome: a baseline of a later day says nothing of the start.
import type { Dataset } from './dataset.ts';
import { termRange } from './term.ts';

export interface Late {
  readonly name: string;
  /** When it was measured, as the file calls it. */
  readonly when: string;
}

/** Fields measured after `when`, by name; where either has no time of its own, they are taken at their word. */
export function measuredAfter(
  { observed }: Pick<Dataset, 'observed'>,
  fields: readonly { readonly name: string }[],
  when: string,
): Late[] {
  const outcome = termRange(when);
  if (outcome === undefined) return [];
  return fields.flatMap(({ name }) => {
    const at = observed.find(({ measure }) => measure === name)?.when ?? '';
    const own = termRange(at);
    return own !== undefined && own.first > outcome.last ? [{ name, when: at }] : [];
  });
}

export function lateLine({ name, when }: Late, label: string): string {
  return `"${name}" was measured at ${when}, after ${label}: it is not known from before, so it is neither compared nor allowed for there.`;
}
