// Adjustment where the slopes may differ between groups: Lin (2013), covariates centred and crossed with the group.
import { coefficient, fitLinear, type Coefficient, type ErrorKind, type LinearFit } from './linear-model.ts';
import type { Column } from './orthogonalize.ts';
import { moments } from '../summary.ts';

export interface LinInput {
  readonly y: ArrayLike<number>;
  /** 1 in the group, 0 in the comparison. */
  readonly group: Column;
  readonly covariates: readonly Column[];
  readonly errors?: ErrorKind;
  readonly level?: number;
}

/** The difference at the average of the covariates over both groups. Throws NotEstimable as fitLinear does. */
export function fitInteracted({ y, group, covariates, ...rest }: LinInput): {
  readonly effect: Coefficient;
  readonly fit: LinearFit;
} {
  const centred = covariates.map(({ name, values }) => {
    const { mean } = moments(values);
    return { name, values: Float64Array.from(values, (value) => value - mean) };
  });
  const crossed = centred.map(({ name, values }) => ({
    name: `${group.name}:${name}`,
    values: values.map((value, i) => value * group.values[i]!),
  }));
  const fit = fitLinear({ y, columns: [group, ...centred, ...crossed], ...rest });
  return { effect: coefficient(fit, group.name), fit };
}
