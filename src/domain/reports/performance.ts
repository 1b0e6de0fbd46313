// report performance: grades, credits, ratings and thresholds, mentored and others; flags and how soon they were settled.
import type { Category, Covariate, Dataset, Several } from '../outcomes/dataset.ts';
import { inCohort } from '../outcomes/in-cohort.ts';
import { termDay } from '../outcomes/term.ts';
import { startDifferences } from '../outcomes/start-differences.ts';
import type { Measure } from '../program/program.ts';
import { amongLine } from './among-line.ts';
import { breakDown, noAnswer } from './breakdown.ts';
import { changeBlocks, changeSentences } from './change-within.ts';
import { claimOf, opening } from './claim.ts';
import type { Comparison, Outcome } from './comparison.ts';
import { doseBlocks, type Dose } from './dose-table.ts';
import { forestFigure, startFigure } from './figures.ts';
import { flagsBeforeBlocks } from './flags-before.ts';
import { flagTables, type FlagTimes } from './flag-tables.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';
import { judge } from './judge.ts';
import { lossLines } from './loss.ts';
import { measureOutcomes, outcomesOf, type Measured } from './measure-outcomes.ts';
import { describeTable, meansTable, modelTable } from './mean-tables.ts';
import { participationBlocks } from './participation.ts';
import type { Block, Claim, Finding, Report } from '../report/report.ts';
import { covariateTerms } from './model-terms.ts';
import { powerLine, spoken } from './sentences.ts';
import { breakdownTable, differenceTable, ratesTable, ratiosTable } from './share-tables.ts';
import { startTable } from './start-table.ts';
import { testsTable } from './tests-table.ts';

export interface PerformanceInput {
  readonly cohort: string;
  readonly data: Dataset;
  readonly start: string | undefined;
  readonly measures: readonly Measure[];
  readonly baselines: readonly Covariate[];
  readonly by: Category | Several | undefined;
  readonly errors: 'HC1' | 'HC2' | 'HC3' | undefined;
  /** Measures analysed on the people who have all of them. */
  readonly samePeople: readonly string[];
  readonly clock: string | undefined;
  readonly flags: FlagTimes | undefined;
  /** By person: day number of the first flag; NaN: none. */
  readonly firstFlag: Float64Array;
  readonly dose: Dose | undefined;
  readonly minCell: number;
  readonly technical: boolean;
  /** `never`: as assigned only; `primary`: for the primary outcome; `all`: for every outcome. */
  readonly participation: 'never' | 'primary' | 'all';
  readonly provenance: Provenance;
}

/** Sentences are for what was named beforehand; without that for the first few, and a table holds the rest. */
const mostSentences = 6;

export function performanceReport(input: PerformanceInput): Report {
  const { data, minCell, technical } = input;
  const { groups } = data;
  const cohort = inCohort(data, input.start);
  const { counts } = cohort;
  const starts = startDifferences(data, counts, input.baselines, minCell);
  const outcomes = outcomesOf(input, counts);
  const broken = input.by === undefined ? undefined : breakDown(input.by, counts);
  const measured = measureOutcomes(input, outcomes, counts, broken);
  const { whole, split, described, rates } = measured;
  const numbersAllow = whole.models.some(({ model }) => model.allowedFor !== '');
  const adjusted = new Set(numbersAllow ? input.baselines.map(({ name }) => name) : []);
  const change = changeBlocks(measured.changes);
  const claim = claimOf({
    groups,
    starts,
    adjusted,
    change: change.some(({ kind }) => kind === 'table'),
    ...(input.clock === undefined ? {} : { clock: input.clock }),
  });
  const judging = { claim, technical, family: 'holm' as const, cautions: [] };
  const findings = judge(whole.comparisons, judging);
  const explored = judge(split.comparisons, { ...judging, family: 'explore' });
  const primary = findings.filter((_, index) => whole.comparisons[index]?.outcome.primary === true);
  const told: readonly Finding[] = primary.length > 0 ? primary : findings.slice(0, mostSentences);
  const power = powerLine(
    whole.comparisons.filter((_, index) => (findings[index] === undefined ? false : told.includes(findings[index]))),
  );
  const rest = findings.filter((one) => !told.includes(one));
  const numeric = whole.comparisons.filter(({ outcome }) => outcome.kind === 'number');
  const shares = whole.comparisons.filter(({ outcome }) => outcome.kind === 'yes-no');
  const of = (some: readonly Comparison[]): typeof findings =>
    some.flatMap((one) => findings[whole.comparisons.indexOf(one)] ?? []);
  const method = methodOf(input);
  const models = [...whole.models, ...split.models];
  const body: Block[] = [
    ...told.map((finding): Block => ({ kind: 'finding', finding })),
    ...(claim.level > 1 ? [] : changeSentences(measured.changes).map((text): Block => ({ kind: 'prose', text }))),
    ...(power === undefined ? [] : [{ kind: 'caution' as const, text: power }]),
    ...(rest.length === 0 ? [] : [{ kind: 'prose' as const, text: restLine(rest) }]),
    ...participationBlocks(input, outcomesOf({ ...input, samePeople: [] }, counts), whole.comparisons, counts),
    ...[...amongLine(data), ...lossOf(claim, measured, cohort.eligible)].map((text): Block => ({
      kind: 'caution',
      text,
    })),
    ...[...new Set(told.flatMap(({ cautions }) => cautions))].map((text): Block => ({ kind: 'caution', text })),
    ...(described.length === 0 ? [] : [{ kind: 'table' as const, table: describeTable(described, minCell) }]),
    ...(numeric.length === 0
      ? []
      : [{ kind: 'table' as const, table: meansTable(numeric, of(numeric), minCell, technical) }]),
    ...(rates.length === 0 ? [] : [{ kind: 'table' as const, table: ratesTable(rates, minCell) }]),
    ...(shares.length === 0 ? [] : [{ kind: 'table' as const, table: differenceTable(shares, claim, minCell) }]),
    ...(whole.comparisons.length === 0
      ? []
      : [
          {
            kind: 'figure' as const,
            figure: forestFigure('forest', 'Differences in standard deviations of each outcome', whole.comparisons),
          },
        ]),
    ...(starts.length === 0
      ? []
      : [
          { kind: 'table' as const, table: startTable(starts, adjusted, claim) },
          { kind: 'figure' as const, figure: startFigure(starts) },
        ]),
    ...change,
    ...(broken === undefined || split.comparisons.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: breakdownTable(
              split.comparisons,
              explored,
              broken.by,
              noAnswer(data, broken, counts, minCell),
              broken.again !== undefined,
              minCell,
            ),
          },
        ]),
    ...doseBlocks(input, namedOrFirst(outcomes), counts),
    ...(input.flags === undefined
      ? []
      : [...flagTables(input.flags, minCell), ...flagsBeforeBlocks({ ...input, dayOf: termDay }, counts)]),
    ...(technical && models.length > 0 ? [{ kind: 'table' as const, table: modelTable(models, groups, minCell) }] : []),
    ...(technical && shares.length > 0 ? [{ kind: 'table' as const, table: ratiosTable(shares) }] : []),
    ...(technical && whole.comparisons.length > 0
      ? [{ kind: 'table' as const, table: testsTable(whole.comparisons, findings) }]
      : []),
    { kind: 'heading', text: 'Method' },
    ...method.map((text): Block => ({ kind: 'prose', text })),
    { kind: 'prose', text: provenanceLine(claim, input.provenance, technical) },
  ];
  return {
    schema: 'mentorctl/report-performance@1',
    title: `Performance, ${input.cohort}`,
    blocks: [{ kind: 'prose', text: opening(claim, groups, 'how people did') }, ...body],
    json: reportDocument({ cohort: input.cohort }, input.provenance, claim, [...findings, ...explored], body, method),
    csvTable: numeric.length > 0 ? 'differences-in-means' : 'rates',
  };
}

/** Outcomes named beforehand; without any, the first few. */
function namedOrFirst(outcomes: readonly Outcome[]): readonly Outcome[] {
  const named = outcomes.filter(({ primary }) => primary);
  return named.length > 0 ? named : outcomes.slice(0, 3);
}

/** Of the first outcome named beforehand, or of the first there is. */
function lossOf(claim: Claim, { known }: Measured, drawn: readonly number[]): string[] {
  const first = known.find(({ outcome }) => outcome.primary) ?? known[0];
  return first === undefined ? [] : lossLines(claim, first.sides, drawn, spoken(first.outcome.label));
}

function restLine(rest: readonly { readonly verdict: string }[]): string {
  const clear = rest.filter(({ verdict }) => verdict.startsWith('clearly')).length;
  const open = rest.filter(({ verdict }) => verdict === 'cannot-tell').length;
  const many = rest.filter(({ verdict }) => verdict.endsWith('of-many')).length;
  const said = [
    ...(clear === 0 ? [] : [`${clear} ${clear === 1 ? 'shows' : 'show'} a clear difference`]),
    ...(many === 0 ? [] : [`${many} ${many === 1 ? 'stands' : 'stand'} out but may be chance among so many`]),
    ...(open === 0 ? [] : [`${open} cannot tell`]),
  ];
  const none = clear === 0 ? 'none shows a clear difference: ' : '';
  return `Of ${rest.length} further comparisons ${none}${said.join(', ')}. The tables have them all.`;
}

function methodOf({ errors, samePeople, measures, data, technical, baselines, flags }: PerformanceInput): string[] {
  const model =
    errors === undefined
      ? 'HC2 errors, by mentor (CR2, Satterthwaite) where ten mentors or more share mentees; where slopes differ, the interacted form of Lin (2013)'
      : `${errors} errors`;
  return [
    `Groups as assigned. Means differ by Welch (1947); with allowance by one linear model with all groups, ${model}. Effect sizes: Hedges g. Quartiles: type 7. Rates: Wilson (1927), Newcombe (1998). Outcomes named beforehand are one family by Holm (1979); the others are another, called clear only where a named one is; breakdowns by Benjamini and Hochberg (1995). The smallest difference that would have shown: 80 % power, two-sided 5 %. Zeros: nothing is added to an empty cell, and a ratio with one has no range.${
      flags === undefined
        ? ''
        : ' Flags: exact Poisson, Kaplan and Meier (1958); ties: on one day settling comes before the end of following.'
    }`,
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
