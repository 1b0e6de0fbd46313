// Weights that make the groups alike at the start (overlap weights), for numbers as for yes and no, and what they leave apart.
import { completeRows, designColumns } from '../outcomes/design-columns.ts';
import { maskOf, mentorClusters, mentorLuck } from '../outcomes/mentor-clusters.ts';
import type { Covariate, Dataset } from '../outcomes/dataset.ts';
import type { StartField } from '../outcomes/start-differences.ts';
import { coxIndex } from '../statistics/cox-index.ts';
import { smallSampleFactor } from '../statistics/hedges.ts';
import { fitLogistic } from '../statistics/models/logistic.ts';
import { NotEstimable } from '../statistics/models/orthogonalize.ts';
import { propensityWeights, weightedDifference } from '../statistics/models/overlap-weights.ts';
import { withAtMost } from '../statistics/models/linear-model.ts';
import { detectableBeside } from '../statistics/power.ts';
import { moments } from '../statistics/summary.ts';
import { byMentorWords, type Comparison, type Estimated } from './comparison.ts';

export type Found = Pick<Comparison, 'adjusted' | 'allowedFor' | 'remarks'> &
  Partial<Pick<Comparison, 'detectable' | 'weights' | 'unallowed'>>;

interface Weighing {
  readonly data: Dataset;
  readonly counts: Uint8Array;
  readonly baselines: readonly Covariate[];
}

/** Those of a group and of the comparison of whom the outcome is known. */
export function peopleOf(
  { data, counts }: Pick<Weighing, 'data' | 'counts'>,
  one: Comparison,
  group: number,
): Int32Array {
  const { codes, mentored } = data.groups;
  const { values } = one.outcome;
  return Int32Array.from({ length: data.size }, (_, row) => row).filter(
    (row) =>
      counts[row] === 1 && (codes[row] === group || codes[row] === mentored) && !Number.isNaN(values[row] ?? NaN),
  );
}

/** What weights make of comparisons that may be shown; the others as they were. */
export function allowByWeights(compared: readonly Comparison[], weighing: Weighing): Comparison[] {
  return compared.map((one) => {
    if (one.hidden !== undefined || one.edge) return one;
    const found = weighted(one, weighing.data.groups.labels.indexOf(one.own.label), weighing);
    return found === undefined ? one : { ...one, ...found, remarks: [...one.remarks, ...found.remarks] };
  });
}

/** Undefined where nothing is known to weigh by. */
export function weighted(one: Comparison, group: number, weighing: Weighing): Found | undefined {
  const { baselines, data } = weighing;
  const rows = completeRows(peopleOf(weighing, one, group), baselines);
  const columns = designColumns(rows, baselines);
  if (columns.length === 0) return undefined;
  const treated = Float64Array.from(rows, (row) => (data.groups.codes[row] === group ? 1 : 0));
  try {
    const { fitted } = fitLogistic({ y: treated, columns });
    const weights = propensityWeights(fitted, treated);
    const y = Float64Array.from(rows, (row) => one.outcome.values[row] ?? NaN);
    const cluster = mentorClusters(rows, data);
    const mentors = cluster === undefined ? Infinity : mentorLuck(data, group, maskOf(rows, data.size)).effective;
    const found = withAtMost(
      weightedDifference(y, treated, weights, cluster === undefined ? {} : { errors: { cluster } }),
      mentors - 1,
    );
    const errors = cluster === undefined ? 'HC1 errors' : byMentorWords;
    const [first, second] = [Math.round(found.effectiveTreated), Math.round(found.effectiveComparison)];
    const names = [...new Set(columns.map(({ of }) => of))].join(', ');
    const what = one.outcome.kind === 'yes-no' ? 'rates' : 'means';
    const adjusted: Estimated = {
      value: found.estimate,
      low: found.low,
      high: found.high,
      p: found.p,
      se: found.se,
      df: found.df,
      method: `difference of ${what}, overlap weights (Li, Morgan and Zaslavsky 2018) from ${names}, ${errors}, 95 %`,
      testName: `t test, overlap weights, ${errors}, ${found.df.toFixed(0)} df`,
      n: rows.length,
    };
    const byRow = new Float64Array(data.size);
    rows.forEach((row, i) => (byRow[row] = weights[i] ?? 0));
    return {
      adjusted,
      allowedFor: names,
      detectable: detectableBeside(adjusted),
      weights: byRow,
      remarks: [
        `With the weights that make the groups alike the data say as much as ${first} and ${second} people would.`,
      ],
    };
  } catch (error) {
    if (!(error instanceof NotEstimable)) throw error;
    return {
      adjusted: undefined,
      allowedFor: undefined,
      unallowed: true,
      remarks: [`No allowance could be made: ${error.message}.`],
    };
  }
}

/** How far apart the groups are once weighted, in the measure of the table before it; `level`: the answer that speaks. */
export function weightedStart(
  field: StartField,
  level: number,
  { groups }: Dataset,
  group: number,
  weights: Float64Array,
): number | undefined {
  const side = (code: number): { readonly n: number; readonly mean: number; readonly squares: number } => {
    let [sum, total] = [0, 0];
    const values: number[] = [];
    weights.forEach((weight, row) => {
      if (groups.codes[row] !== code || !(weight > 0)) return;
      const value = valueAt(field, level, row);
      if (Number.isNaN(value)) return;
      values.push(value);
      sum += weight * value;
      total += weight;
    });
    return { n: values.length, mean: sum / total, squares: moments(values).squares };
  };
  const [own, other] = [side(group), side(groups.mentored)];
  if (own.n < 2 || other.n < 2) return undefined;
  if (field.kind !== 'number') return coxIndex(own.mean, own.n, other.mean, other.n);
  const spread = Math.sqrt((own.squares + other.squares) / (own.n + other.n - 2));
  return spread > 0 ? ((own.mean - other.mean) / spread) * smallSampleFactor(own.n + other.n) : undefined;
}

function valueAt(field: StartField, level: number, row: number): number {
  if (field.kind === 'number') return field.values[row] ?? NaN;
  if (field.kind === 'several') return field.has[level]?.[row] ?? NaN;
  const code = field.codes[row] ?? -1;
  return code < 0 ? NaN : code === level ? 1 : 0;
}
