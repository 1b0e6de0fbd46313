// What report performance works out before anything of it is said: what is compared, what may be claimed, what is told in a sentence.
import type { Category, Covariate, Dataset, Several } from '../outcomes/dataset.ts';
import { inCohort } from '../outcomes/in-cohort.ts';
import { startDifferences, type StartDifference } from '../outcomes/start-differences.ts';
import type { Measure } from '../program/program.ts';
import type { Block, Claim, Finding } from '../report/report.ts';
import { breakDown, type Breakdown } from './breakdown.ts';
import { changeBlocks } from './change-within.ts';
import { claimOf } from './claim.ts';
import type { Comparison, Outcome } from './comparison.ts';
import type { CohortFacts } from './cohort-lines.ts';
import type { Dose } from './dose-table.ts';
import type { FlagTimes } from './flag-tables.ts';
import type { Provenance } from './json-document.ts';
import { judge } from './judge.ts';
import { measureOutcomes, outcomesOf, type Measured } from './measure-outcomes.ts';

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
  /** Whether a time is before the start; undefined where that cannot be told. */
  readonly before?: (when: string) => boolean | undefined;
  /** What several cohorts, or times told from a start, add; `trend`: a line a cohort. */
  readonly together?: CohortFacts & { readonly trend: boolean };
}

export interface PerformanceFound {
  readonly input: PerformanceInput;
  readonly cohort: ReturnType<typeof inCohort>;
  readonly counts: Uint8Array;
  readonly starts: readonly StartDifference[];
  readonly outcomes: readonly Outcome[];
  readonly broken: Breakdown | undefined;
  readonly measured: Measured;
  readonly change: readonly Block[];
  /** What was allowed for. */
  readonly adjusted: ReadonlySet<string>;
  readonly claim: Claim;
  readonly findings: readonly Finding[];
  readonly explored: readonly Finding[];
  /** Findings told in a sentence each; the tables have the rest. */
  readonly told: readonly Finding[];
  readonly numeric: readonly Comparison[];
  readonly shares: readonly Comparison[];
  readonly findingsOf: (some: readonly Comparison[]) => readonly Finding[];
}

/** Sentences are for what was named beforehand; without that for the first few, and a table holds the rest. */
const mostSentences = 6;

export function performanceFound(input: PerformanceInput): PerformanceFound {
  const { data, minCell, technical } = input;
  const cohort = inCohort(data, input.start);
  const { counts } = cohort;
  const starts = startDifferences(data, counts, input.baselines, minCell);
  const outcomes = outcomesOf(input, counts);
  const broken = input.by === undefined ? undefined : breakDown(input.by, counts);
  const measured = measureOutcomes(input, outcomes, counts, broken);
  const { whole, split } = measured;
  const numbersAllow = whole.models.some(({ model }) => model.allowedFor !== '');
  const adjusted = new Set(numbersAllow ? input.baselines.map(({ name }) => name) : []);
  const change = changeBlocks(measured.changes);
  const claim = claimOf({
    groups: data.groups,
    starts,
    adjusted,
    change: change.some(({ kind }) => kind === 'table'),
    ...(input.clock === undefined ? {} : { clock: input.clock }),
  });
  const judging = { claim, technical, family: 'holm' as const, cautions: [] };
  const findings = judge(whole.comparisons, judging);
  const primary = findings.filter((_, index) => whole.comparisons[index]?.outcome.primary === true);
  return {
    input,
    cohort,
    counts,
    starts,
    outcomes,
    broken,
    measured,
    change,
    adjusted,
    claim,
    findings,
    explored: judge(split.comparisons, { ...judging, family: 'explore' }),
    told: primary.length > 0 ? primary : findings.slice(0, mostSentences),
    numeric: whole.comparisons.filter(({ outcome }) => outcome.kind === 'number'),
    shares: whole.comparisons.filter(({ outcome }) => outcome.kind === 'yes-no'),
    findingsOf: (some) => some.flatMap((one) => findings[whole.comparisons.indexOf(one)] ?? []),
  };
}
