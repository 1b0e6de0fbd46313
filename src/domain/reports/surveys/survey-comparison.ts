// Those a survey is about against others who answered it, with allowance for where each began.
import type { Covariate } from '../../outcomes/dataset.ts';
import type { StartField } from '../../outcomes/start-differences.ts';
import { waveScores } from '../../surveys/survey-wave.ts';
import { analysing } from '../analysed.ts';
import { compareMeans } from '../compare-means.ts';
import { sharesOf } from '../compare-shares.ts';
import type { Outcome } from '../comparison.ts';
import { judge } from '../judge.ts';
import { meansTable, modelTable } from '../mean-tables.ts';
import type { Block, Claim } from '../../report/report.ts';
import { powerLine } from '../sentences.ts';
import { tableOne } from '../table-one.ts';
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
  const covariates: readonly Covariate[] = [start, ...input.baselines];
  const onFile: readonly StartField[] = [start, ...(input.onFile ?? input.baselines)];
  const { comparisons, model } = compareMeans({
    data,
    outcome,
    counts,
    minCell,
    hide: groups.labels.map(() => false),
    covariates,
    errors: undefined,
  });
  const eligible = groups.labels.map((_, group) => groups.codes.filter((code) => code === group).length);
  const about = { data, onFile, minCell, clock: input.clock, eligible, change: true };
  const analysed = analysing(
    about,
    counts,
  )({ outcome, sides: sharesOf(data, outcome, counts), allowed: model?.allowed ?? [], when: '' });
  const { claim } = analysed;
  const findings = judge(comparisons, { claimFor: () => claim, technical, family: 'holm', cautions: [] });
  const power = powerLine(comparisons);
  const hidden = comparisons.map((one) => one.hidden !== undefined);
  const blocks: Block[] = [
    { kind: 'table', table: meansTable(comparisons, findings, minCell, technical) },
    ...tableOne({ data, analysed, compared: comparisons, claim, minCell, technical }),
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
      'Against the comparison group: Welch (1947); with allowance for the score before and what else is known of the start by a linear model with one slope for all groups, HC2 errors (by mentor, CR2, where mentees share one). In SD: the estimate over the pooled SD.',
    ],
  };
}
