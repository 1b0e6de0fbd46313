// A cohort by the answers to a field: who stands in which part, and which parts must stay hidden so that none gives another away.
import type { Category, Dataset, Several } from '../outcomes/dataset.ts';
import { sharesOf } from './compare-shares.ts';
import type { Outcome } from './comparison.ts';
import { eachCohort, givenAway } from './published.ts';
import { hiddenParts, nearEdge } from './suppression.ts';

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
  /** By person: how many parts they stand in beyond the first; undefined where a field has one answer only. */
  readonly again: Uint8Array | undefined;
}

export function breakDown(by: Category | Several, counts: Uint8Array): Breakdown {
  const of = (level: number): Uint8Array =>
    counts.map((one, row) =>
      one === 1 && (by.kind === 'several' ? by.has[level]?.[row] === 1 : by.codes[row] === level) ? 1 : 0,
    );
  const parts = by.levels.map((level, index) => ({ among: `${by.name} ${level}`, counts: of(index) }));
  const times = counts.map((_, row) => parts.reduce((sum, part) => sum + (part.counts[row] ?? 0), 0));
  return {
    by: by.name,
    parts,
    rest: counts.map((one, row) => (one === 1 && times[row] === 0 ? 1 : 0)),
    again: by.kind === 'several' ? times.map((n) => Math.max(0, n - 1)) : undefined,
  };
}

/**
 * By part, by group: whether it must be hidden in this outcome. Answers and no answer together are one partition of a group. Where
 * people can give several answers the parts add up to more than the group: what is counted again is held to be a part like the
 * others, and a part that all but a few are in is hidden, since those few come out by leaving it out of the group.
 */
export function hiddenIn(
  data: Dataset,
  outcome: Outcome,
  { parts, rest, again }: Breakdown,
  minCell: number,
): readonly (readonly boolean[])[] {
  const shown = outcome.kind === 'yes-no';
  // Of several cohorts one part that an own report hides hides them all: parts add up to the group.
  const each = eachCohort(data).map((own) => ({
    own,
    hidden: hiddenIn(own, outcome, { by: '', parts, rest, again }, minCell),
  }));
  const given = data.groups.labels.map((_, group) =>
    parts.some(({ counts }, index) =>
      givenAway(
        each.map(({ own, hidden }) => {
          const side = sharesOf(own, outcome, counts)[group];
          const edge = shown && nearEdge(side?.x ?? 0, side?.known ?? 0, minCell);
          return {
            n: side?.known ?? 0,
            x: shown ? side?.x : undefined,
            withheld: edge || hidden[index]?.[group] === true,
          };
        }),
        data.otherCohorts !== true,
        minCell,
      ),
    ),
  );
  const sides = [...parts.map(({ counts }) => counts), rest].map((counts) => sharesOf(data, outcome, counts));
  const whole = again === undefined ? undefined : sharesOf(data, outcome, anybody(parts, rest));
  const byGroup = data.groups.labels.map((_, group) => {
    const own = sides.map((one) => ({ n: one[group]?.known ?? 0, x: shown ? one[group]?.x : undefined }));
    if (again === undefined || whole === undefined) return hiddenParts(own, minCell);
    const all = whole[group]?.known ?? 0;
    const few = ({ n }: { readonly n: number }): boolean => all - n > 0 && all - n < minCell;
    const twice = countedAgain(data, outcome, again, group);
    const hidden = hiddenParts([...own, { n: twice.n, x: shown ? twice.x : undefined }], minCell);
    return hidden.map((hide, index) => hide || (index < parts.length && few(own[index] ?? { n: 0 })));
  });
  return parts.map((_, index) => byGroup.map((hidden, group) => given[group] === true || (hidden[index] ?? false)));
}

function anybody(parts: readonly Part[], rest: Uint8Array): Uint8Array {
  return rest.map((one, row) => (one === 1 || parts.some(({ counts }) => counts[row] === 1) ? 1 : 0));
}

/** How often people whose outcome is known are counted again, and how often with a yes. */
function countedAgain(
  { groups }: Dataset,
  { values }: Outcome,
  again: Uint8Array,
  group: number,
): { readonly n: number; readonly x: number } {
  let [n, x] = [0, 0];
  again.forEach((times, row) => {
    const value = values[row] ?? NaN;
    if (times === 0 || groups.codes[row] !== group || Number.isNaN(value)) return;
    n += times;
    x += times * value;
  });
  return { n, x };
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
