// Adjustment where the slopes may differ between groups: Lin (2013), covariates centred and crossed with each group.
import { coefficient, fitLinear, type Coefficient, type ErrorKind, type LinearFit } from './linear-model.ts';
import type { Column } from './orthogonalize.ts';
import { moments } from '../summary.ts';

export interface LinInput {
  readonly y: ArrayLike<number>;
  /** Each 1 in its group, 0 elsewhere; the comparison is in none. */
  readonly groups: readonly Column[];
  readonly covariates: readonly Column[];
  readonly errors?: ErrorKind;
  readonly level?: number;
}

/** Each group's difference at the average of the covariates over everybody. Throws NotEstimable as fitLinear does. */
export function fitInteracted({ y, groups, covariates, ...rest }: LinInput): {
  readonly effects: readonly Coefficient[];
  readonly fit: LinearFit;
} {
  const centred = covariates.map(({ name, values }) => {
    const { mean } = moments(values);
    return { name, values: Float64Array.from(values, (value) => value - mean) };
  });
  const crossed = groups.flatMap((group) =>
    centred.map(({ name, values }) => ({
      name: `${group.name}:${name}`,
      values: values.map((value, i) => value * group.values[i]!),
    })),
  );
  const fit = fitLinear({ y, columns: [...groups, ...centred, ...crossed], ...rest });
  return { effects: groups.map(({ name }) => coefficient(fit, name)), fit };
}
