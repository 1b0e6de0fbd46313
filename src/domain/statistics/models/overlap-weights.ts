// Making a comparison group look like the mentored one by weights from a fitted probability of being mentored.
import { coefficient, fitLinear, type Coefficient, type ErrorKind } from './linear-model.ts';
import { moments } from '../summary.ts';

/** Whom the weighted difference is about: those who could have been in either group, everybody, or the treated. */
export type WeightTarget = 'overlap' | 'everybody' | 'treated';

/** Overlap weights (Li, Morgan and Zaslavsky 2018) unless said otherwise. `treated` is 1 or 0, `probability` of being 1. */
export function propensityWeights(
  probability: ArrayLike<number>,
  treated: ArrayLike<number>,
  target: WeightTarget = 'overlap',
): Float64Array {
  return Float64Array.from(probability, (p, i) => {
    const own = treated[i] === 1;
    switch (target) {
      case 'overlap':
        return own ? 1 - p : p;
      case 'everybody':
        return own ? 1 / p : 1 / (1 - p);
      case 'treated':
        return own ? 1 : p / (1 - p);
    }
  });
}

export interface WeightedDifference extends Coefficient {
  /** How many equally weighted people would say as much. */
  readonly effectiveTreated: number;
  readonly effectiveComparison: number;
}

/** Weighted mean of the treated minus that of the others, robust error, the weights taken as known. */
export function weightedDifference(
  y: ArrayLike<number>,
  treated: ArrayLike<number>,
  weights: ArrayLike<number>,
  { errors = 'HC1', level = 0.95 }: { readonly errors?: ErrorKind; readonly level?: number } = {},
): WeightedDifference {
  const fit = fitLinear({ y, columns: [{ name: 'treated', values: treated }], weights, errors, level });
  const effective = (group: number): number => {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < weights.length; i++) {
      if (treated[i] !== group) continue;
      sum += weights[i]!;
      squares += weights[i]! ** 2;
    }
    return sum ** 2 / squares;
  };
  return { ...coefficient(fit, 'treated'), effectiveTreated: effective(1), effectiveComparison: effective(0) };
}

/** Weighted difference of a covariate in SDs (root of the mean of the two unweighted variances); undefined without spread. */
export function weightedBalance(
  values: ArrayLike<number>,
  treated: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number | undefined {
  const side = (group: number): { readonly mean: number; readonly variance: number } => {
    const rows = Array.from(values, (_, i) => i).filter((i) => treated[i] === group);
    const { n, squares } = moments(rows.map((i) => values[i]!));
    const total = rows.reduce((sum, i) => sum + (weights?.[i] ?? 1), 0);
    const mean = rows.reduce((sum, i) => sum + (weights?.[i] ?? 1) * values[i]!, 0) / total;
    return { mean, variance: squares / (n - 1) };
  };
  const [a, b] = [side(1), side(0)];
  const sd = Math.sqrt((a.variance + b.variance) / 2);
  return sd > 0 ? (a.mean - b.mean) / sd : undefined;
}
