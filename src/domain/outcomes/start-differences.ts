// How the groups compared at the start: standardized differences, and what the What Works Clearinghouse makes of them.
import { baselineBand, coxIndex, type BaselineBand } from '../statistics/cox-index.ts';
import { hedgesG } from '../statistics/hedges.ts';
import type { Covariate, Dataset } from './dataset.ts';

export interface StartDifference {
  readonly measure: string;
  readonly group: string;
  readonly g: number;
  readonly band: BaselineBand;
}

/**
 * Each mentored group against the comparison, among those who count. Numbers by Hedges g, answers by the Cox index; of a
 * category the answer furthest apart speaks for it. Groups below `least` known are passed over: their start is hidden.
 */
export function startDifferences(
  { groups, size }: Dataset,
  counts: Uint8Array,
  covariates: readonly Covariate[],
  least: number,
): StartDifference[] {
  const other = groups.labels.length > groups.mentored ? groups.mentored : -1;
  if (other < 0) return [];
  const rowsOf = (group: number): number[] =>
    Array.from({ length: size }, (_, row) => row).filter((row) => counts[row] === 1 && groups.codes[row] === group);
  const others = rowsOf(other);
  return groups.labels.slice(0, groups.mentored).flatMap((label, group) => {
    const own = rowsOf(group);
    return covariates.flatMap((covariate): StartDifference[] => {
      if (covariate.kind === 'category' && covariate.design === true) return [];
      const [a, b] = [known(covariate, own), known(covariate, others)];
      if (a.length < least || b.length < least) return [];
      const g = covariate.kind === 'number' ? hedgesG(a, b)?.g : furthest(covariate.levels.length, a, b);
      return g === undefined ? [] : [{ measure: covariate.name, group: label, g, band: baselineBand(g) }];
    });
  });
}

function known(covariate: Covariate, rows: readonly number[]): Float64Array {
  const values = rows.map((row) =>
    covariate.kind === 'number' ? (covariate.values[row] ?? NaN) : (covariate.codes[row] ?? -1),
  );
  return Float64Array.from(
    values.filter((value) => !Number.isNaN(value) && (covariate.kind === 'number' || value >= 0)),
  );
}

function furthest(levels: number, a: Float64Array, b: Float64Array): number | undefined {
  const share = (values: Float64Array, level: number): number =>
    values.filter((value) => value === level).length / values.length;
  const indices = Array.from({ length: levels }, (_, level) => {
    // Answers that few gave jump about; they do not speak for how a group began.
    const all = (share(a, level) * a.length + share(b, level) * b.length) / (a.length + b.length);
    return all < 0.05 ? undefined : coxIndex(share(a, level), a.length, share(b, level), b.length);
  }).filter((index) => index !== undefined);
  return indices.sort((x, y) => Math.abs(y) - Math.abs(x))[0];
}
