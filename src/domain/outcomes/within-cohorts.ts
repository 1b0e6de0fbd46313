// What was known at the start, told within each cohort: cohorts that began higher must not make the groups look unlike.
import type { Category, Covariate } from './dataset.ts';

/** Numbers less their cohort's mean, plus the mean of all. Categories stay as they are. */
export function withinCohorts(covariate: Covariate, cohorts: Category | undefined): Covariate {
  if (cohorts === undefined || covariate.kind !== 'number') return covariate;
  const { values } = covariate;
  const sums = cohorts.levels.map(() => ({ n: 0, sum: 0 }));
  let [n, sum] = [0, 0];
  values.forEach((value, row) => {
    const own = sums[cohorts.codes[row] ?? -1];
    if (own === undefined || Number.isNaN(value)) return;
    own.n++;
    own.sum += value;
    n++;
    sum += value;
  });
  const shifts = sums.map((own) => (own.n === 0 ? 0 : sum / n - own.sum / own.n));
  return { ...covariate, values: values.map((value, row) => value + (shifts[cohorts.codes[row] ?? -1] ?? 0)) };
}
