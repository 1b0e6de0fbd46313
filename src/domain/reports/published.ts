// What may be published of a cohort, decided once: no report must give back by subtraction what another one hides.
import type { Dataset } from '../outcomes/dataset.ts';
import type { Outcome } from './comparison.ts';
import { nearEdge } from './suppression.ts';

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

/** By group: cohorts together less those that each show their count would give back what a single cohort hides. */
export function cohortGivenAway(
  { groups, cohorts }: Dataset,
  { values, kind }: Outcome,
  counts: Uint8Array,
  minCell: number,
): readonly boolean[] {
  if (cohorts === undefined) return groups.labels.map(() => false);
  const cells = groups.labels.map(() => cohorts.levels.map(() => ({ known: 0, x: 0 })));
  values.forEach((value, row) => {
    const cell = counts[row] === 1 ? cells[groups.codes[row] ?? -1]?.[cohorts.codes[row] ?? -1] : undefined;
    if (cell === undefined || Number.isNaN(value)) return;
    cell.known++;
    cell.x += value;
  });
  return cells.map((own) => {
    const withheld = own.filter(
      ({ known, x }) => known > 0 && (known < minCell || (kind === 'yes-no' && nearEdge(x, known, minCell))),
    );
    return withheld.length === 1 && own.some((cell) => cell.known > 0 && !withheld.includes(cell));
  });
}
