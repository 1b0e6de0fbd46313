// What report retention works out before anything of it is said: who counts, what is compared, and what may be claimed.
import type { Category, Covariate, Dataset, Several } from '../outcomes/dataset.ts';
import { inCohort, statusColumn, stayedColumn } from '../outcomes/in-cohort.ts';
import { startDifferences, type StartDifference } from '../outcomes/start-differences.ts';
import type { Measure } from '../program/program.ts';
import type { Claim, Finding } from '../report/report.ts';
import { breakDown, hiddenIn, type Breakdown } from './breakdown.ts';
import { claimOf } from './claim.ts';
import { compareShares, sharesOf } from './compare-shares.ts';
import type { Comparison, Outcome, Side } from './comparison.ts';
import type { CohortFacts } from './cohort-lines.ts';
import type { Dose } from './dose-table.ts';
import type { Provenance } from './json-document.ts';
import { judge } from './judge.ts';
import { allowShares } from './retention-adjusted.ts';
import type { Leaving } from './retention-survival.ts';
import { hiddenRows } from './suppression.ts';

export interface RetentionInput {
  readonly cohort: string;
  readonly data: Dataset;
  /** The checkpoint everybody counted must have been there at; undefined when the file has none. */
  readonly start: string | undefined;
  readonly checkpoints: readonly string[];
  /** What a checkpoint is called where another cohort, compared with, had it on another day. */
  readonly words: ReadonlyMap<string, string>;
  /** Checkpoints the other cohort has nothing to set beside. */
  readonly alone: readonly string[];
  readonly measures: readonly Measure[];
  readonly baselines: readonly Covariate[];
  readonly strata: readonly Category[];
  readonly by: Category | Several | undefined;
  readonly overlap: boolean;
  readonly landmark: string | undefined;
  readonly pairDaysVary: boolean;
  readonly leaving: Leaving | undefined;
  readonly dose: Dose | undefined;
  readonly minCell: number;
  readonly persistence: boolean;
  readonly technical: boolean;
  /** Days named for the curve. */
  readonly at?: readonly number[];
  /** `never`: as assigned only; `primary`: for the outcome it is judged by; `all`: for every outcome. */
  readonly participation: 'never' | 'primary' | 'all';
  readonly provenance: Provenance;
  /** What several cohorts, or times told from a start, add; `trend`: a line a cohort. */
  readonly together?: CohortFacts & { readonly trend: boolean };
}

/** An outcome with each group's share of it, and which of them are too small to show. */
interface Row {
  readonly outcome: Outcome;
  readonly sides: readonly Side[];
  readonly hide: readonly boolean[];
}

export interface RetentionFound {
  readonly input: RetentionInput;
  readonly cohort: ReturnType<typeof inCohort>;
  readonly counts: Uint8Array;
  readonly starts: readonly StartDifference[];
  /** Being still here, a checkpoint each; `rows` has leaving by one's own choice, too. */
  readonly stays: readonly Outcome[];
  readonly here: readonly Row[];
  readonly rows: readonly Row[];
  readonly compared: readonly Comparison[];
  /** What was allowed for. */
  readonly adjusted: ReadonlySet<string>;
  /** Why the groups were not followed over the same time, if so. */
  readonly clock: string | undefined;
  readonly claim: Claim;
  readonly findings: readonly Finding[];
  readonly broken: Breakdown | undefined;
  readonly split: readonly Comparison[];
  readonly explored: readonly Finding[];
}

export function retentionFound(input: RetentionInput): RetentionFound {
  const { data, minCell, technical } = input;
  const cohort = inCohort(data, input.start);
  const counts = atRiskAtLandmark(input, cohort.counts);
  const starts = startDifferences(data, counts, input.baselines, minCell);
  const stays = input.checkpoints.map((checkpoint): Outcome => outcomeOf(input, checkpoint, counts));
  const outcomes = [...stays, ...input.checkpoints.flatMap((checkpoint) => byChoice(input, checkpoint, counts))];
  const rows = outcomes.map((outcome): Row => {
    const sides = sharesOf(data, outcome, counts);
    const known = sides.map((side) => side.known);
    return { outcome, sides, hide: hiddenRows(known, minCell) };
  });
  const compared = rows.flatMap(({ outcome, hide }) =>
    allowShares(compareShares({ data, outcome, counts, minCell, hide }), { ...input, counts }),
  );
  const allowed = input.overlap && compared.some((one) => one.adjusted !== undefined);
  const adjusted = new Set(allowed ? input.baselines.map(({ name }) => name) : []);
  const clock = unequalClock(input);
  const claim = claimOf({
    groups: data.groups,
    starts,
    adjusted,
    change: false,
    ...(clock === undefined ? {} : { clock }),
  });
  const judging = { claim, technical, family: 'holm' as const, cautions: [] };
  const broken = input.by === undefined ? undefined : breakDown(input.by, counts);
  const split = broken === undefined ? [] : compareParts(input, broken, outcomes);
  return {
    input,
    cohort,
    counts,
    starts,
    stays,
    here: rows.slice(0, stays.length),
    rows,
    compared,
    adjusted,
    clock,
    claim,
    findings: judge(compared, judging),
    broken,
    split,
    explored: judge(split, { ...judging, family: 'explore' }),
  };
}

function outcomeOf(input: RetentionInput, checkpoint: string, counts: Uint8Array): Outcome {
  const measure = input.measures.find(({ kind, when, name }) => kind === 'retention' && (when ?? name) === checkpoint);
  return {
    id: `${input.persistence ? 'persistence' : 'retention'}-${checkpoint}`,
    label: `still here ${input.words.get(checkpoint) ?? `at ${checkpoint}`}`,
    kind: 'yes-no',
    values: stayedColumn(input.data, checkpoint, counts, input.persistence),
    higherIs: 'better',
    // The last checkpoint is what a program is judged by, unless the file names another.
    primary: measure?.primary ?? input.checkpoints.at(-1) === checkpoint,
    meaningful: measure?.meaningful === undefined ? undefined : measure.meaningful / 100,
  };
}

/** Leaving by one's own choice, kept apart from being let go where the file tells them apart (workplaces). */
function byChoice({ data, words }: RetentionInput, checkpoint: string, counts: Uint8Array): Outcome[] {
  const status = data.statuses.find(({ measure, when }) => measure === 'retention' && when === checkpoint);
  if (status?.levels.some((word) => word === 'left by choice' || word === 'let go') !== true) return [];
  return [
    {
      id: `left-by-choice-${checkpoint}`,
      label: `left by choice ${words.get(checkpoint) ?? `by ${checkpoint}`}`,
      kind: 'yes-no',
      values: statusColumn(data, checkpoint, counts, (word) => word === 'left by choice'),
      higherIs: 'worse',
      primary: false,
      meaningful: undefined,
    },
  ];
}

/** With a landmark and pairs, only people still there on that day count, in both groups. */
function atRiskAtLandmark({ data, leaving, landmark }: RetentionInput, counts: Uint8Array): Uint8Array {
  if (!data.groups.byPair || landmark === undefined || leaving?.landmarkDay === undefined) return counts;
  const { landmarkDay, days } = leaving;
  return counts.map((one, row) => {
    const left = days[row] ?? NaN;
    return one === 1 && (Number.isNaN(left) || left > landmarkDay) ? 1 : 0;
  });
}

/** Why the groups were not followed over the same time, if so. */
function unequalClock({ data, landmark, pairDaysVary, leaving }: RetentionInput): string | undefined {
  if (!data.groups.byPair || !pairDaysVary) return undefined;
  if (landmark === undefined)
    return 'having a pair at any time made people count as mentored, and there is no landmark (--landmark DAY)';
  return leaving === undefined
    ? 'it is not recorded when people left, so those who left before the landmark count as not mentored'
    : undefined;
}

function compareParts(
  { data, minCell }: RetentionInput,
  broken: Breakdown,
  outcomes: readonly Outcome[],
): Comparison[] {
  return outcomes.flatMap((outcome) => {
    const hidden = hiddenIn(data, outcome, broken, minCell);
    return broken.parts.flatMap(({ among, counts }, index) =>
      compareShares({ data, outcome, counts, among, minCell, hide: hidden[index] ?? [] }),
    );
  });
}
