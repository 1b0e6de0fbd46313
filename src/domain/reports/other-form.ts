// The model that was not chosen, beside the one named beforehand: a reader sees whether the choice matters.
import type { Covariate, Dataset } from '../outcomes/dataset.ts';
import { coefficient, compareNested, fitLinear } from '../statistics/models/linear-model.ts';
import { fitInteracted } from '../statistics/models/lin-interacted.ts';
import { NotEstimable } from '../statistics/models/orthogonalize.ts';
import type { Comparison } from './comparison.ts';
import { ownDesign } from './fit-means.ts';
import type { Adjustment } from './measure-outcomes.ts';
import { spoken } from './sentences.ts';

interface OtherFormInput {
  readonly data: Dataset;
  readonly counts: Uint8Array;
  readonly baselines: readonly Covariate[];
  readonly errors: 'HC1' | 'HC2' | 'HC3' | undefined;
  readonly adjust: Adjustment;
}

/** From this share of an error on the two differ so much that both are shown. */
const apartFrom = 0.25;

/** A line a comparison of numbers whose two forms differ by more than a quarter of an error. */
export function otherFormLines(compared: readonly Comparison[], input: OtherFormInput): string[] {
  if (input.adjust === 'overlap') return [];
  return compared.flatMap((one) => {
    const { adjusted } = one;
    if (one.outcome.kind !== 'number' || one.hidden !== undefined || adjusted === undefined) return [];
    const other = bothForms(one, input);
    if (other === undefined) return [];
    const [here, there] =
      input.adjust === 'interacted' ? [other.interacted, other.common] : [other.common, other.interacted];
    if (Math.abs(here.estimate - there.estimate) <= apartFrom * here.se) return [];
    const name =
      input.adjust === 'interacted' ? 'With one slope for all groups' : 'With slopes of their own (Lin 2013)';
    const p = other.slopes < 0.0001 ? '< 0.0001' : `= ${other.slopes.toFixed(4)}`;
    return [
      `${spoken(one.outcome.label)}, "${one.own.label}": ${there.estimate.toFixed(4)} (${there.low.toFixed(4)} to ${there.high.toFixed(4)}) beside ${here.estimate.toFixed(4)} (${here.low.toFixed(4)} to ${here.high.toFixed(4)}). ${name} the estimate is the first; the second was named beforehand and is the one that counts. F test that slopes are alike: p ${p}.`,
    ];
  });
}

function bothForms(
  one: Comparison,
  { data, counts, baselines, errors }: OtherFormInput,
):
  | {
      readonly common: ReturnType<typeof coefficient>;
      readonly interacted: ReturnType<typeof coefficient>;
      readonly slopes: number;
    }
  | undefined {
  const design = ownDesign({ data, outcome: one.outcome, counts, minCell: 1, hide: [], covariates: baselines, errors });
  if (design === undefined || design.columns.length === 0) return undefined;
  const { y, present, columns } = design;
  const name = `in ${one.own.label}`;
  try {
    const common = fitLinear({ y, columns: [...present, ...columns], errors: design.errors });
    const { effects, fit } = fitInteracted({ y, groups: present, covariates: columns, errors: design.errors });
    const interacted = effects.find((effect) => effect.name === name);
    return interacted === undefined
      ? undefined
      : { common: coefficient(common, name), interacted, slopes: compareNested(fit, common).p };
  } catch (error) {
    if (error instanceof NotEstimable) return undefined;
    throw error;
  }
}
