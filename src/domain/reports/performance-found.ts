// What report performance works out before anything of it is said: what is compared, what may be claimed, what is told in a sentence.
import type { Category, Covariate, Dataset, Several } from '../outcomes/dataset.ts';
import { inCohort, type InCohort } from '../outcomes/in-cohort.ts';
import type { StartField } from '../outcomes/start-differences.ts';
import type { Measure } from '../program/program.ts';
import type { Block, Claim, Finding } from '../report/report.ts';
import { leastClaim, type Analysed } from './analysed.ts';
import { breakDown, type Breakdown } from './breakdown.ts';
import { changeBlocks } from './change-within.ts';
import { claimOf, type UnequalClock } from './claim.ts';
import type { CohortFacts } from './cohort-lines.ts';
import type { Comparison } from './comparison.ts';
import type { Dose } from './dose-table.ts';
import type { FlagTimes } from './flag-tables.ts';
import type { Provenance } from './json-document.ts';
import { judge } from './judge.ts';
import {
  measureOutcomes,
  outcomesOf,
  type Adjustment,
  type Measured,
  type ObservedOutcome,
} from './measure-outcomes.ts';

export interface PerformanceInput {
  readonly cohort: string;
  readonly data: Dataset;
  readonly start: string | undefined;
  readonly measures: readonly Measure[];
  readonly baselines: readonly Covariate[];
  /** Everything known of people from before, what is allowed for first. */
  readonly onFile: readonly StartField[];
  /** What is wrong with the times or groups on file, said first. */
  readonly notes: readonly string[];
  /** When outcomes were named beforehand. */
  readonly namedOn?: readonly string[];
  readonly adjust: Adjustment;
  readonly by: Category | Several | undefined;
  readonly errors: 'HC1' | 'HC2' | 'HC3' | undefined;
  /** Measures analysed on the people who have all of them. */
  readonly samePeople: readonly string[];
  readonly clock: UnequalClock | undefined;
  /** A landmark to propose where there is none; '' without pairs. */
  readonly landmarkHint: string;
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
  readonly cohort: InCohort;
  readonly counts: Uint8Array;
  readonly outcomes: readonly ObservedOutcome[];
  readonly broken: Breakdown | undefined;
  readonly measured: Measured;
  readonly change: readonly Block[];
  /** Of the first outcome named beforehand, or of the first there is. */
  readonly main: Analysed | undefined;
  readonly claim: Claim;
  readonly claimFor: (one: Comparison) => Claim;
  readonly findings: readonly Finding[];
  readonly explored: readonly Finding[];
  /** Findings told in a sentence each, and what they compare; the tables have the rest. */
  readonly told: readonly Finding[];
  readonly toldOf: readonly Comparison[];
  /** What may be compared; empty where the groups are no comparison. */
  readonly numeric: readonly Comparison[];
  readonly shares: readonly Comparison[];
  readonly findingsOf: (some: readonly Comparison[]) => readonly Finding[];
}

/** Sentences are for what was named beforehand; without that for the first few, and a table holds the rest. */
const mostSentences = 6;

export function performanceFound(input: PerformanceInput): PerformanceFound {
  const { data, technical } = input;
  const cohort = inCohort(data, input.start);
  const { counts, eligible } = cohort;
  const outcomes = outcomesOf(input, counts);
  const broken = input.by === undefined ? undefined : breakDown(input.by, counts);
  const measured = measureOutcomes({ ...input, eligible }, outcomes, counts, broken);
  const { analysed, whole, split } = measured;
  const named = analysed.filter(({ outcome }) => outcome.primary);
  const claim = claimOfAll(input, measured, named.length > 0 ? named : analysed);
  const own = new Map(analysed.map((one) => [one.outcome, one.claim]));
  const claimFor = (one: Comparison): Claim => own.get(one.outcome) ?? claim;
  const judging = { claimFor, technical, family: 'holm' as const, cautions: [] };
  const findings = judge(whole.comparisons, judging);
  const primary = findings.filter((_, index) => whole.comparisons[index]?.outcome.primary === true);
  const told = primary.length > 0 ? primary : findings.slice(0, mostSentences);
  const comparable = claim.level === 0 ? [] : whole.comparisons;
  return {
    input,
    cohort,
    counts,
    outcomes,
    broken,
    measured,
    change: changeBlocks(measured.changes),
    main: named[0] ?? analysed[0],
    claim,
    claimFor,
    findings,
    explored: judge(split.comparisons, { ...judging, family: 'explore' }),
    told,
    toldOf: whole.comparisons.filter((_, index) => findings[index] !== undefined && told.includes(findings[index])),
    numeric: comparable.filter(({ outcome }) => outcome.kind === 'number'),
    shares: comparable.filter(({ outcome }) => outcome.kind === 'yes-no'),
    findingsOf: (some) => some.flatMap((one) => findings[whole.comparisons.indexOf(one)] ?? []),
  };
}

/** With nobody to compare with, what the same people had before and after. */
function claimOfAll({ data, clock }: PerformanceInput, { changes }: Measured, some: readonly Analysed[]): Claim {
  const { groups } = data;
  const alone = groups.labels.length === groups.mentored;
  const least = alone ? undefined : leastClaim(some);
  return least ?? claimOf({ groups, starts: [], adjusted: new Set(), change: changes.length > 0, clock });
}
