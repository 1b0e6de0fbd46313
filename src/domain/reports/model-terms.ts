// The terms of a model by name, as a statistician asks for them: what is a straight line, and which answer the others are set against.
import type { Covariate } from '../outcomes/dataset.ts';

/** `high school grade (linear); gender (M against F)`. */
export function covariateTerms(covariates: readonly Covariate[]): string {
  return covariates
    .map((one) => {
      if (one.kind === 'number') return `${one.name} (linear)`;
      const given = one.levels.filter((_, level) => one.codes.includes(level));
      return `${one.name} (${given.slice(1).join(', ')} against ${given[0] ?? 'none'})`;
    })
    .join('; ');
}
