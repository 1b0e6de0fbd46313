// Those a survey is about against others who answered it, with allowance for where each began.
import type { Covariate } from '../../outcomes/dataset.ts';
import { startDifferences } from '../../outcomes/start-differences.ts';
import { waveScores } from '../../surveys/survey-wave.ts';
import { claimOf } from '../claim.ts';
import { compareMeans } from '../compare-means.ts';
import type { Outcome } from '../comparison.ts';
import { startFigure } from '../figures.ts';
import { judge } from '../judge.ts';
import { meansTable, modelTable } from '../mean-tables.ts';
import type { Block, Claim } from '../../report/report.ts';
import { powerLine } from '../sentences.ts';
import { startTable } from '../start-table.ts';
import { noSection, type AnsweredTwice, type Section } from './survey-input.ts';
import { testsTable } from '../tests-table.ts';

/** Undefined where there is no comparison group. */
export function comparisonSection({
  input,
  resolved,
  before,
  after,
}: AnsweredTwice): (Section & { readonly claim: Claim }) | undefined {
  const { data, minCell, technical, title } = input;
  const { groups, size } = data;
  if (groups.labels.length === groups.mentored) return undefined;
  const { instrument } = resolved;
  const scores = waveScores(instrument, before, size);
  const start: Covariate = { kind: 'number', name: `${title.toLowerCase()} before`, values: scores };
  const outcome: Outcome = {
    id: input.name,
    label: `${title} afterwards`,
    kind: 'number',
    values: waveScores(instrument, after, size),
    higherIs: instrument.higherIs,
    primary: true,
    meaningful: undefined,
  };
  const counts = new Uint8Array(size).fill(1);
  const covariates = [start, ...input.baselines];
  const starts = startDifferences(data, counts, covariates, minCell);
  const { comparisons, model } = compareMeans({
    data,
    outcome,
    counts,
    minCell,
    hide: groups.labels.map(() => false),
    covariates,
    errors: undefined,
  });
  const adjusted = new Set((model?.allowedFor ?? '') === '' ? [] : covariates.map(({ name }) => name));
  const claim = claimOf({
    groups,
    starts,
    adjusted,
    change: true,
    ...(input.clock === undefined ? {} : { clock: input.clock }),
  });
  const findings = judge(comparisons, { claim, technical, family: 'holm', cautions: [] });
  const power = powerLine(comparisons);
  const hidden = comparisons.map((one) => one.hidden !== undefined);
  const blocks: Block[] = [
    { kind: 'table', table: meansTable(comparisons, findings, minCell, technical) },
    ...(starts.length === 0
      ? []
      : [
          { kind: 'table' as const, table: startTable(starts, adjusted, claim) },
          { kind: 'figure' as const, figure: startFigure(starts) },
        ]),
    ...(technical && model !== undefined
      ? [
          {
            kind: 'table' as const,
            table: modelTable([{ outcome, among: undefined, model, hidden }], groups, minCell),
          },
        ]
      : []),
    ...(technical ? [{ kind: 'table' as const, table: testsTable(comparisons, findings) }] : []),
  ];
  return {
    ...noSection,
    claim,
    told: findings,
    cautions: [...(power === undefined ? [] : [power]), ...new Set(findings.flatMap(({ cautions }) => cautions))],
    blocks,
    method: [
      'Against the comparison group: Welch (1947); with allowance for the score before and what else is known of the start by a linear model, HC2 errors (by mentor, CR2, where ten or more share mentees), in the interacted form of Lin (2013) where slopes differ. Effect size: Hedges g.',
    ],
  };
}
