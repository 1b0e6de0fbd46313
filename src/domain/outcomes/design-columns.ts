// Covariates as the columns of a model, over some of the people: categories by indicators, the first level left out.
import type { Column } from '../statistics/models/orthogonalize.ts';
import type { Covariate } from './dataset.ts';

/** A column of a model, and the covariate it stands for. */
export interface DesignColumn extends Column {
  readonly of: string;
}

/** People of `rows` of whom every covariate is known. */
export function completeRows(rows: Int32Array, covariates: readonly Covariate[]): Int32Array {
  return covariates.reduce((some, one) => {
    if (one.kind === 'number') return some.filter((row) => !Number.isNaN(one.values[row]));
    return some.filter((row) => (one.codes[row] ?? -1) >= 0);
  }, rows);
}

/** Levels nobody of `rows` has, and covariates on which all agree, make no column. */
export function designColumns(rows: Int32Array, covariates: readonly Covariate[]): DesignColumn[] {
  return covariates.flatMap((one): DesignColumn[] => {
    if (one.kind === 'number') {
      const values = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) values[i] = one.values[rows[i] ?? -1] ?? NaN;
      return values.every((value) => value === values[0]) ? [] : [{ name: one.name, of: one.name, values }];
    }
    const codes = rows.map((row) => one.codes[row] ?? -1);
    const seen = [...new Set(codes)].sort((a, b) => a - b);
    return seen.slice(1).map((code) => {
      const values = new Float64Array(codes.length);
      for (let i = 0; i < codes.length; i++) values[i] = codes[i] === code ? 1 : 0;
      return { name: `${one.name}: ${one.levels[code] ?? ''}`, of: one.name, values };
    });
  });
}
