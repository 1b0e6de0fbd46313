// What report retention works out before anything of it is said: who counts, what is compared, and what may be claimed.
import type { Category, Covariate, Dataset, Several } from '../outcomes/dataset.ts';
import { leftOnDays, type Leaving } from '../outcomes/followed.ts';
import { inCohort, statusColumn, stayedColumn, type InCohort } from '../outcomes/in-cohort.ts';
import { ownStartName } from '../outcomes/on-clock.ts';
import { startMeasures, type StartField } from '../outcomes/start-differences.ts';
import type { CostPlan, Measure } from '../program/program.ts';
import type { Claim, Finding } from '../report/report.ts';
import { analysing, leastClaim, type Analysed } from './analysed.ts';
import { breakDown, hiddenIn, type Breakdown } from './breakdown.ts';
import { claimOf, type UnequalClock } from './claim.ts';
import { noLandmark, ownStartsDiffer } from './clock.ts';
import type { CohortFacts } from './cohort-lines.ts';
import { compareShares, sharesOf } from './compare-shares.ts';
import type { Comparison, Outcome, Side } from './comparison.ts';
import type { Dose } from './dose-table.ts';
import type { Provenance } from './json-document.ts';
import { judge } from './judge.ts';
import { choiceHidden, cohortGivenAway, eachCohort, persistenceHidden, statusCounts } from './published.ts';
import { allowShares } from './retention-adjusted.ts';
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
  /** Everything known of people from before, what is allowed for first. */
  readonly onFile: readonly StartField[];
  /** What is wrong with the times or groups on file, said first. */
  readonly notes: readonly string[];
  /** When outcomes were named beforehand. */
  readonly namedOn?: readonly string[];
  readonly strata: readonly Category[];
  readonly by: Category | Several | undefined;
  readonly overlap: boolean;
  readonly landmark: string | undefined;
  readonly pairDaysVary: boolean;
  /** A landmark to propose where there is none; '' without pairs. */
  readonly landmarkHint: string;
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
  readonly costs?: CostPlan | undefined;
  /** What several cohorts, or times told from a start, add; `trend`: a line a cohort. */
  readonly together?: CohortFacts & { readonly trend: boolean };
}

/** An outcome with each group's share of it, and which of them must not be shown. */
export interface RateRow {
  readonly outcome: Outcome;
  readonly sides: readonly Side[];
  readonly hide: readonly boolean[];
}

export interface RetentionFound {
  readonly input: RetentionInput;
  readonly cohort: InCohort;
  /** 1 for each person who counts: in the cohort, and with a landmark still there on it. */
  readonly counts: Uint8Array;
  /** 1 for those of them of whom it is known that they were there at the start. */
  readonly known: Uint8Array;
  /** Being still here, a checkpoint each; `rows` has leaving by one's own choice, too. */
  readonly stays: readonly Outcome[];
  readonly here: readonly RateRow[];
  readonly rows: readonly RateRow[];
  readonly compared: readonly Comparison[];
  /** Of the checkpoint that the program is judged by. */
  readonly main: Analysed | undefined;
  /** Why the groups were not followed over the same time, if so. */
  readonly clock: UnequalClock | undefined;
  readonly claim: Claim;
  readonly claimFor: (one: Comparison) => Claim;
  readonly findings: readonly Finding[];
  readonly broken: Breakdown | undefined;
  readonly split: readonly Comparison[];
  readonly explored: readonly Finding[];
}

/** What stands before the checkpoint in an outcome's id. */
const idHead = /^(persistence|retention|left-by-choice)-/;

export function retentionFound(input: RetentionInput): RetentionFound {
  const { data, minCell, technical } = input;
  const cohort = inCohort(data, input.start);
  const gone = goneByLandmark(input);
  const counts = cohort.counts.map((one, row) => (one === 1 && gone?.[row] !== 1 ? 1 : 0));
  const known = counts.map((one, row) => (one === 1 && cohort.startUnknown[row] === 0 ? 1 : 0));
  const stays = input.checkpoints.map((checkpoint): Outcome => outcomeOf(input, checkpoint, known));
  const outcomes = [...stays, ...input.checkpoints.flatMap((checkpoint) => byChoice(input, checkpoint, known))];
  const rows = outcomes.map((outcome) => rateRow(input, outcome, counts, known));
  const compared = rows.flatMap(({ outcome, sides, hide }) =>
    allowShares(compareShares({ data, outcome, counts, minCell, hide, sides }), { ...input, counts }),
  );
  const clock = unequalClock(input, counts);
  const about = { ...input, clock, eligible: cohort.eligible, change: false };
  const analysed = rows
    .map(({ outcome, sides }) => ({
      outcome,
      sides,
      allowed: allowedIn(compared, outcome, input),
      when: outcome.id.replace(idHead, ''),
    }))
    .map(analysing(about, counts));
  const told = analysed.filter(({ outcome }) => outcome.primary);
  const claim = leastClaim(told.length > 0 ? told : analysed) ?? unobserved(input, clock);
  const claimFor = (one: Comparison): Claim =>
    analysed.find(({ outcome }) => outcome.id === one.outcome.id)?.claim ?? claim;
  const judging = { claimFor, technical, family: 'holm' as const, cautions: [] };
  const broken = input.by === undefined ? undefined : breakDown(input.by, counts);
  const split = broken === undefined || claim.level === 0 ? [] : compareParts(input, broken, outcomes);
  return {
    input,
    cohort,
    counts,
    known,
    stays,
    here: rows.slice(0, stays.length),
    rows,
    compared,
    main: told.at(-1) ?? analysed[stays.length - 1],
    clock,
    claim,
    claimFor,
    findings: judge(compared, judging),
    broken,
    split,
    explored: judge(split, { ...judging, family: 'explore' }),
  };
}

function unobserved({ data: { groups } }: RetentionInput, clock: UnequalClock | undefined): Claim {
  return claimOf({ groups, starts: [], adjusted: new Set(), change: false, clock });
}

/** What is hidden is decided by everything that is published of the cohort, whichever report is asked for. */
function rateRow(
  { data, minCell, persistence }: RetentionInput,
  outcome: Outcome,
  counts: Uint8Array,
  known: Uint8Array,
): RateRow {
  const sides = sharesOf(data, outcome, counts);
  const small = hiddenRows(
    sides.map((side) => side.known),
    minCell,
  );
  const checkpoint = outcome.id.replace(idHead, '');
  const tallies = [data, ...eachCohort(data)].map((one) => statusCounts(one, checkpoint, known));
  const choice = outcome.id.startsWith('left-by-choice-');
  const given = cohortGivenAway(data, outcome, counts, minCell);
  const hide = small.map((own, group) => {
    // Of several cohorts one that hides it hides all: its own report has the other number.
    return (
      own ||
      given[group] === true ||
      tallies.some((groups) => {
        const tally = groups[group] ?? [];
        return choice ? choiceHidden(tally, minCell) : persistence && persistenceHidden(tally, minCell);
      })
    );
  });
  return { outcome, sides, hide };
}

/** Names of what the comparison of an outcome allows for. */
function allowedIn(
  compared: readonly Comparison[],
  outcome: Outcome,
  { overlap, baselines, strata }: RetentionInput,
): string[] {
  const made = compared.some((one) => one.outcome === outcome && one.adjusted !== undefined);
  return made ? (overlap ? baselines : strata).map(({ name }) => name) : [];
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

/** 1 for each person who had left by the landmark; undefined where none is in force or days of leaving are not on file. */
export function goneByLandmark({ data, leaving, landmark, persistence }: RetentionInput): Uint8Array | undefined {
  if (!data.groups.byPair || landmark === undefined || leaving?.landmarkDay === undefined) return undefined;
  const { landmarkDay } = leaving;
  return Uint8Array.from(leftOnDays(data, leaving, persistence), (day) => (day <= landmarkDay ? 1 : 0));
}

/** Why the groups were not followed over the same time, if so. */
function unequalClock(
  { data, landmark, pairDaysVary, leaving, onFile }: RetentionInput,
  counts: Uint8Array,
): UnequalClock | undefined {
  const began = onFile.filter(({ name }) => name === ownStartName);
  const [start] = startMeasures(data.groups, counts, began, 2);
  if (start?.differences.some(({ band }) => band === 'apart') === true) return ownStartsDiffer;
  if (!data.groups.byPair || !pairDaysVary) return undefined;
  if (landmark === undefined) return noLandmark;
  return leaving === undefined
    ? {
        why: 'it is not recorded when people left, so those who left before the landmark count as not mentored',
        comparison: 'weak',
      }
    : undefined;
}

/**
 * Of everybody and of each part, by group: whether persistence beside retention would give few transfers away. One part that does
 * hides all, since they add up.
 */
export function transfersShow(
  { data, minCell, persistence }: RetentionInput,
  outcome: Outcome,
  parts: readonly Uint8Array[],
): boolean[] {
  const checkpoint = outcome.id.replace(idHead, '');
  const tallies = persistence ? parts.map((counts) => statusCounts(data, checkpoint, counts)) : [];
  return data.groups.labels.map((_, group) =>
    tallies.some((groups) => persistenceHidden(groups[group] ?? [], minCell)),
  );
}

function compareParts(input: RetentionInput, broken: Breakdown, outcomes: readonly Outcome[]): Comparison[] {
  const { data, minCell } = input;
  return outcomes.flatMap((outcome) => {
    const hidden = hiddenIn(data, outcome, broken, minCell);
    const show = transfersShow(
      input,
      outcome,
      broken.parts.map(({ counts }) => counts),
    );
    return broken.parts.flatMap(({ among, counts }, index) => {
      const hide = show.map((few, group) => few || hidden[index]?.[group] === true);
      return compareShares({ data, outcome, counts, among, minCell, hide });
    });
  });
}
