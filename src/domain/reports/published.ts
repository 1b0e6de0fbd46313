// What may be published of a cohort, decided once: no report must give back by subtraction what another one hides.
import type { Dataset } from '../outcomes/dataset.ts';
import { sharesOf } from './compare-shares.ts';
import type { Outcome } from './comparison.ts';
import { hiddenRows, nearEdge } from './suppression.ts';

/** In the order of the table; what is only `left` was not said how. */
export const statusWords = [
  'stayed',
  'graduated',
  'transferred',
  'stopped out',
  'left by choice',
  'let go',
  'left',
] as const;
export type StatusWord = (typeof statusWords)[number];

/** By group: how many of those who count have each status at a checkpoint, in the order of `statusWords`. */
export function statusCounts(data: Dataset, checkpoint: string, counts: Uint8Array): readonly (readonly number[])[] {
  const status = data.statuses.find(({ measure, when }) => measure === 'retention' && when === checkpoint);
  const wordOf = (status?.levels ?? []).map((level) => statusWords.findIndex((word) => word === level));
  const found = data.groups.labels.map(() => statusWords.map(() => 0));
  status?.codes.forEach((code, row) => {
    const own = counts[row] === 1 ? found[data.groups.codes[row] ?? -1] : undefined;
    const at = wordOf[code] ?? -1;
    if (own !== undefined && at >= 0) own[at] = (own[at] ?? 0) + 1;
  });
  return found;
}

const few = (n: number, minCell: number): boolean => n > 0 && n < minCell;
const at = (tally: readonly number[], word: StatusWord): number => tally[statusWords.indexOf(word)] ?? 0;

/** Persistence less retention is the transfers: where those are few persistence is not shown, whichever report is asked for. */
export function persistenceHidden(tally: readonly number[], minCell: number): boolean {
  return few(at(tally, 'transferred'), minCell);
}

/** What is left of those gone, beside those who left by choice, with or without the transfers that persistence tells. */
export function choiceHidden(tally: readonly number[], minCell: number): boolean {
  const transferred = at(tally, 'transferred');
  const rest = at(tally, 'stopped out') + at(tally, 'let go') + at(tally, 'left');
  return few(rest + transferred, minCell) || few(rest, minCell);
}

/** Each cohort by itself, as its own report sees it; none where there are no several. */
export function eachCohort({ cohorts, ...data }: Dataset): readonly Dataset[] {
  if (cohorts === undefined) return [];
  const { groups } = data;
  return cohorts.levels.map((_, index) => ({
    ...data,
    groups: { ...groups, codes: groups.codes.map((code, row) => (cohorts.codes[row] === index ? code : -1)) },
  }));
}

/** What one cohort has in a cell, how many of them said yes, and whether its own report withholds that. */
export interface CohortCell {
  readonly n: number;
  readonly x?: number | undefined;
  readonly withheld: boolean;
}

/**
 * Whether cohorts together, less those that each show theirs, would give back what one of them hides. Two sets of cohorts that
 * differ in one give that one back, too: so hidden ones are taken together only where every cohort on file is.
 */
export function givenAway(cells: readonly CohortCell[], everyCohort: boolean, minCell: number): boolean {
  const there = cells.filter(({ n }) => n > 0);
  const hidden = there.filter(({ withheld }) => withheld);
  // One cohort alone is what its own report shows.
  if (hidden.length === 0 || there.length === 1) return false;
  if (!everyCohort || hidden.length === 1) return true;
  const n = hidden.reduce((sum, cell) => sum + cell.n, 0);
  const x = hidden.reduce((sum, cell) => sum + (cell.x ?? NaN), 0);
  return n < minCell || (!Number.isNaN(x) && nearEdge(x, n, minCell));
}

/** By group: whether what cohorts show together of a count would give away what one of them hides. `sizes`: by cohort, by group. */
export function sizesGivenAway(
  { groups, otherCohorts }: Dataset,
  sizes: readonly (readonly number[])[],
  minCell: number,
): readonly boolean[] {
  const hidden = sizes.map((own) => hiddenRows(own, minCell));
  return groups.labels.map((_, group) =>
    givenAway(
      sizes.map((own, cohort) => ({ n: own[group] ?? 0, withheld: hidden[cohort]?.[group] === true })),
      otherCohorts !== true,
      minCell,
    ),
  );
}

/** By group: whether an outcome of cohorts taken together would give back what a single cohort hides. */
export function cohortGivenAway(
  data: Dataset,
  outcome: Outcome,
  counts: Uint8Array,
  minCell: number,
): readonly boolean[] {
  const sides = eachCohort(data).map((own) => sharesOf(own, outcome, counts));
  const hidden = sides.map((own) =>
    hiddenRows(
      own.map(({ known }) => known),
      minCell,
    ),
  );
  const shares = outcome.kind === 'yes-no';
  return data.groups.labels.map((_, group) =>
    givenAway(
      sides.map((own, cohort) => {
        const { known: n, x } = own[group] ?? { known: 0, x: 0 };
        const edge = shares && nearEdge(x ?? 0, n, minCell);
        return { n, x: shares ? x : undefined, withheld: hidden[cohort]?.[group] === true || edge };
      }),
      data.otherCohorts !== true,
      minCell,
    ),
  );
}
