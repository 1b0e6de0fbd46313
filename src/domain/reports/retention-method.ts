// How report retention was worked out, with its sources: the Method block.
import { covariateTerms } from './model-terms.ts';
import type { RetentionInput } from './retention-found.ts';

export function retentionMethod(input: RetentionInput, word: string): string[] {
  const { data, overlap, strata, baselines, technical, leaving, namedOn = [] } = input;
  const unit = leaving?.unit ?? 'day';
  const transfer = input.persistence
    ? 'Transfer to another institution counts as having stayed.'
    : 'Transfer to another institution counts as having left; --persistence counts it as having stayed.';
  const clock = data.groups.byPair && input.landmark !== undefined ? ` Mentored: paired by ${input.landmark}.` : '';
  const allowance = overlap
    ? ` With allowance: overlap weights (Li, Morgan and Zaslavsky 2018), HC1 errors.`
    : strata.length > 0
      ? ` With allowance: Mantel-Haenszel, variance of Sato (1989).`
      : '';
  return [
    `Groups as assigned.${clock} ${transfer}${
      input.checkpoints.length === 0
        ? ''
        : ` Rates with Wilson (1927) intervals, differences with Newcombe (1998) intervals, both 95 %, or CR2 errors by mentor (Satterthwaite) where mentees share one; ${word} counts among those known.${allowance} Several comparisons: Holm (1979); breakdowns: Benjamini and Hochberg (1995). Power: from the error that is printed, 80 %, two-sided 5 %. Zeros: nothing is added to an empty cell, and a ratio with one has no range.`
    }`,
    ...(leaving === undefined
      ? []
      : [
          `Curves: Kaplan and Meier (1958), Greenwood (1926), log-log limits; half gone: the first ${unit} at or below one half, or the middle of a flat stretch there. Ties: on one ${unit} leaving comes before the end of following.${technical ? ' Log-rank: hypergeometric variance.' : ''}`,
        ]),
    ...namedOn,
    ...(technical && input.checkpoints.length > 0
      ? [
          `Tests: chi-square without correction, Fisher's exact where a count expected is below 5. Start: Hedges g with pooled SD for numbers, Cox index ln(OR)/1.65 for answers.`,
          ...(overlap ? [`Terms of the weights: ${covariateTerms(baselines)}.`] : []),
          ...(strata.length === 0 ? [] : [`Strata: ${strata.map(({ name }) => name).join(', ')}.`]),
        ]
      : []),
  ];
}
