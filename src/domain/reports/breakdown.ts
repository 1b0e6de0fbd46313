// A cohort by the answers to a field: who stands in which part, and which parts must stay hidden so that none gives another away.
import type { Category, Dataset } from '../outcomes/dataset.ts';
import { sharesOf } from './compare-shares.ts';
import type { Outcome } from './comparison.ts';
import { hiddenParts } from './suppression.ts';

export interface Part {
  /** `gender F`. */
  readonly among: string;
  /** 1 for each person who counts and gave this answer. */
  readonly counts: Uint8Array;
}

export interface Breakdown {
  readonly by: string;
  readonly parts: readonly Part[];
  /** Who gave no answer: shown nowhere, but what is hidden of the others must not come out by leaving these out. */
  readonly rest: Uint8Array;
}

export function breakDown(by: Category, counts: Uint8Array): Breakdown {
  const of = (code: number): Uint8Array => counts.map((one, row) => (one === 1 && by.codes[row] === code ? 1 : 0));
  return {
    by: by.name,
    parts: by.levels.map((level, code) => ({ among: `${by.name} ${level}`, counts: of(code) })),
    rest: counts.map((one, row) => (one === 1 && (by.codes[row] ?? -1) < 0 ? 1 : 0)),
  };
}

/** By part, by group: whether it must be hidden in this outcome. Answers and no answer together are one partition of a group. */
export function hiddenIn(
  data: Dataset,
  outcome: Outcome,
  { parts, rest }: Breakdown,
  minCell: number,
): readonly (readonly boolean[])[] {
  const sides = [...parts.map(({ counts }) => counts), rest].map((counts) => sharesOf(data, outcome, counts));
  const byGroup = data.groups.labels.map((_, group) =>
    hiddenParts(
      sides.map((one) => ({
        n: one[group]?.known ?? 0,
        x: outcome.kind === 'yes-no' ? one[group]?.x : undefined,
      })),
      minCell,
    ),
  );
  return parts.map((_, index) => byGroup.map((hidden) => hidden[index] ?? false));
}

/** Who could not be placed, where they are many enough to be named; '' otherwise. */
export function noAnswer(data: Dataset, { by, rest }: Breakdown, counts: Uint8Array, minCell: number): string {
  const told = data.groups.labels.flatMap((label, group) => {
    const of = (some: Uint8Array): number =>
      some.reduce((sum, one, row) => sum + (one === 1 && data.groups.codes[row] === group ? 1 : 0), 0);
    const [missing, all] = [of(rest), of(counts)];
    return missing >= minCell && (all === missing || all - missing >= minCell)
      ? [`${missing} of ${all} in "${label}"`]
      : [];
  });
  return told.length === 0 ? '' : `No answer to "${by}": ${told.join(', ')}.`;
}
