// How report performance was worked out, with its sources: the Method block.
import { covariateTerms } from './model-terms.ts';
import type { PerformanceInput } from './performance-found.ts';
import { spoken } from './sentences.ts';

export function performanceMethod({
  errors,
  samePeople,
  measures,
  data,
  technical,
  baselines,
  flags,
  adjust,
  namedOn = [],
}: PerformanceInput): string[] {
  const form = {
    common: 'by one linear model with all groups and one slope for all',
    interacted: 'by the interacted form of Lin (2013), slopes of its own for each group, as asked',
    overlap: 'by overlap weights (Li, Morgan and Zaslavsky 2018), as asked',
  }[adjust];
  const kind =
    errors === undefined ? 'HC2 errors, by mentor (CR2, Satterthwaite) where mentees share one' : `${errors} errors`;
  const model = adjust === 'overlap' ? `${form}, HC1 errors` : `${form}, ${kind}`;
  return [
    `Groups as assigned. Means differ by Welch (1947); with allowance ${model}. In SD: the estimate over the pooled SD (Hedges g without allowance). Quartiles: type 7. Rates: Wilson (1927), Newcombe (1998). Outcomes named beforehand are one family by Holm (1979); the others are another, called clear only where a named one is; breakdowns by Benjamini and Hochberg (1995). Unknown: at the ends of what was measured (Manski 1990); where that turns a difference round it is not told. Power: from the error that is printed, 80 %, two-sided 5 %. Zeros: nothing is added to an empty cell, and a ratio with one has no range.${
      flags === undefined
        ? ''
        : ' Flags: exact Poisson, Kaplan and Meier (1958); ties: on one day settling comes before the end of following.'
    }`,
    ...namedOn,
    ...(technical
      ? [
          `Terms of the models: each group against "${data.groups.labels[data.groups.mentored] ?? 'none'}"${
            baselines.length === 0 ? '' : `; ${covariateTerms(baselines)}`
          }. Effect sizes and the start: pooled SD, small-sample factor 1 - 3/(4N - 9); answers: Cox index ln(OR)/1.65.`,
        ]
      : []),
    ...(measures.some(({ of }) => of !== undefined)
      ? ['A part of a whole (credits earned of those attempted) is taken person by person, in 100.']
      : []),
    ...(samePeople.length === 0 ? [] : [`On the people who have all of: ${samePeople.map(spoken).join(', ')}.`]),
    ...(data.groups.cameBy === 'lottery' ? ['Everybody counts as drawn; nobody who is lost is filled in.'] : []),
  ];
}
