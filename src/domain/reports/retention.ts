// report retention: who stayed, mentored and others, over one clock and with the usual exclusions; never more than that shows.
import type { Category, Covariate, Dataset, Several } from '../outcomes/dataset.ts';
import { inCohort, statusColumn, stayedColumn } from '../outcomes/in-cohort.ts';
import { termDay } from '../outcomes/term.ts';
import { startDifferences, type StartDifference } from '../outcomes/start-differences.ts';
import type { Measure } from '../program/program.ts';
import { becameBlocks } from './became-table.ts';
import { amongLine } from './among-line.ts';
import { breakDown, hiddenIn, noAnswer, type Breakdown } from './breakdown.ts';
import { claimOf, opening } from './claim.ts';
import { compareShares, sharesOf } from './compare-shares.ts';
import type { Comparison, Outcome } from './comparison.ts';
import { ratesFigure, startFigure } from './figures.ts';
import { doseBlocks, type Dose } from './dose-table.ts';
import { flowTable } from './flow-table.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';
import { judge } from './judge.ts';
import { leftOutBlocks } from './left-out.ts';
import { lossLines } from './loss.ts';
import { participationBlocks } from './participation.ts';
import { covariateTerms } from './model-terms.ts';
import type { Block, Report } from '../report/report.ts';
import { allowShares, strataTable } from './retention-adjusted.ts';
import { survivalBlocks, type Leaving } from './retention-survival.ts';
import { powerLine, upper } from './sentences.ts';
import { breakdownTable, differenceTable, ratesTable, ratiosTable } from './share-tables.ts';
import { startTable } from './start-table.ts';
import { hiddenRows } from './suppression.ts';
import { testsTable } from './tests-table.ts';

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
}

export function retentionReport(input: RetentionInput): Report {
  const { data, minCell, technical, persistence } = input;
  const { groups } = data;
  const word = persistence ? 'persistence' : 'retention';
  const cohort = inCohort(data, input.start);
  const counts = atRiskAtLandmark(input, cohort.counts);
  const starts = startDifferences(data, counts, input.baselines, minCell);
  const stays = input.checkpoints.map((checkpoint): Outcome => outcomeOf(input, checkpoint, counts));
  const outcomes = [...stays, ...input.checkpoints.flatMap((checkpoint) => byChoice(input, checkpoint, counts))];
  const hideOf = (outcome: Outcome): boolean[] =>
    hiddenRows(
      sharesOf(data, outcome, counts).map(({ known }) => known),
      minCell,
    );
  const compared = outcomes.flatMap((outcome) =>
    allowShares(compareShares({ data, outcome, counts, minCell, hide: hideOf(outcome) }), { ...input, counts }),
  );
  const adjusted = new Set(
    input.overlap && compared.some((one) => one.adjusted !== undefined) ? input.baselines.map(({ name }) => name) : [],
  );
  const clock = unequalClock(input);
  const claim = claimOf({ groups, starts, adjusted, change: false, ...(clock === undefined ? {} : { clock }) });
  const judging = { claim, technical, family: 'holm' as const, cautions: [] };
  const findings = judge(compared, judging);
  const broken = input.by === undefined ? undefined : breakDown(input.by, counts);
  const split = broken === undefined ? [] : compareParts(input, broken, outcomes);
  const explored = judge(split, { ...judging, family: 'explore' });
  const rows = outcomes.map((outcome) => ({ outcome, sides: sharesOf(data, outcome, counts), hide: hideOf(outcome) }));
  const here = rows.slice(0, stays.length);
  const checkpoints = here.map((row, index) => ({ name: input.checkpoints[index] ?? '', ...row }));
  const survival = survivalBlocks(input, counts);
  const power = powerLine(compared);
  const cautions = [
    ...(power === undefined ? [] : [power]),
    ...here
      .filter(({ outcome }, index) => outcome.primary || index === here.length - 1)
      .slice(-1)
      .flatMap(({ outcome, sides }) => lossLines(claim, sides, cohort.eligible, `being ${outcome.label}`)),
    ...new Set(findings.flatMap((finding) => finding.cautions)),
    ...(!input.overlap && openAtStart(starts, adjusted)
      ? ['What differed at the start can be allowed for: --adjust overlap.']
      : []),
    ...amongLine(data),
    ...(clock === undefined ? [] : [`${clock}; people who stayed longer had more time to be paired.`]),
    ...(input.alone.length === 0
      ? []
      : [`Nothing in the other cohort stands as long after its start as ${input.alone.join(', ')} does here.`]),
    ...(input.start === undefined ? ['No record says who was there at the start, so everybody on file counts.'] : []),
    ...(cohort.notAllowed === 0
      ? []
      : [
          `${cohort.notAllowed < minCell ? 'Some' : cohort.notAllowed} people have an exclusion reason that the usual rules do not allow; they are counted.`,
        ]),
  ];
  const method = methodOf(input, word);
  const described = findings.length === 0 ? describe(rows, minCell) : [];
  const body: Block[] = [
    ...findings.map((finding): Block => ({ kind: 'finding', finding })),
    ...described.map((text): Block => ({ kind: 'prose', text })),
    ...cautions.map((text): Block => ({ kind: 'caution', text })),
    ...participationBlocks(input, stays, compared, counts),
    { kind: 'table', table: flowTable(data, cohort, counts, stays, minCell) },
    ...leftOutBlocks(groups.labels, cohort, countedIn(data, counts), minCell),
    { kind: 'table', table: ratesTable(rows, minCell) },
    ...here.slice(-1).map(({ outcome, sides, hide }): Block => ({
      kind: 'figure',
      figure: ratesFigure('rates', `${upper(outcome.label)}: rates and their ranges`, sides, hide),
    })),
    ...becameBlocks(data, checkpoints, counts, persistence, minCell),
    ...(compared.length === 0 ? [] : [{ kind: 'table' as const, table: differenceTable(compared, claim, minCell) }]),
    ...strataTable(compared),
    ...(starts.length === 0 ? [] : [{ kind: 'table' as const, table: startTable(starts, adjusted, claim) }]),
    ...(starts.length === 0 ? [] : [{ kind: 'figure' as const, figure: startFigure(starts) }]),
    ...(broken === undefined || split.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: breakdownTable(
              split,
              explored,
              broken.by,
              noAnswer(data, broken, counts, minCell),
              broken.again !== undefined,
              minCell,
            ),
          },
        ]),
    ...survival,
    ...doseBlocks(input, afterWindow(input, stays), counts),
    ...(technical && compared.length > 0
      ? [
          { kind: 'table' as const, table: ratiosTable(compared) },
          { kind: 'table' as const, table: testsTable(compared, findings) },
        ]
      : []),
    { kind: 'heading', text: 'Method' },
    ...method.map((text): Block => ({ kind: 'prose', text })),
    { kind: 'prose', text: provenanceLine(claim, input.provenance, technical) },
  ];
  return {
    schema: 'mentorctl/report-retention@1',
    title: `${persistence ? 'Persistence' : 'Retention'}, ${input.cohort}${input.checkpoints.length === 1 ? `, to ${input.checkpoints[0] ?? ''}` : ''}`,
    blocks: [{ kind: 'prose', text: opening(claim, groups, 'how many stayed') }, ...body],
    json: reportDocument(
      { cohort: input.cohort, measure: word },
      input.provenance,
      claim,
      [...findings, ...explored],
      body,
      method,
    ),
    csvTable: 'rates',
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

/** Something differed little enough to be allowed for and was not; where a thing is too far apart no allowance mends it. */
function openAtStart(starts: readonly StartDifference[], adjusted: ReadonlySet<string>): boolean {
  return (
    starts.some(({ band, measure }) => band === 'adjust' && !adjusted.has(measure)) &&
    starts.every(({ band }) => band !== 'apart')
  );
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

/** By group: people who count. */
function countedIn({ groups }: Dataset, counts: Uint8Array): number[] {
  return groups.labels.map((_, group) =>
    groups.codes.reduce((sum, code, row) => sum + (code === group && counts[row] === 1 ? 1 : 0), 0),
  );
}

/** The checkpoint to judge by, where it lies after the early window: the first day its name can mean decides. */
function afterWindow({ dose }: RetentionInput, outcomes: readonly Outcome[]): Outcome[] {
  // Who left in the window met little: without days of leaving that cannot be told from meetings that kept nobody.
  if (dose?.leavingKnown !== true) return [];
  const dated = outcomes.filter(({ label }) => (termDay(label) ?? Infinity) >= dose.over);
  const named = dated.filter(({ primary }) => primary);
  return named.length > 0 ? named : dated.slice(-1);
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

function describe(rows: Parameters<typeof ratesTable>[0], minCell: number): string[] {
  return rows.flatMap(({ outcome, sides, hide }) =>
    sides.map((side, index) => {
      const label = upper(outcome.label);
      if (hide[index] === true || side.known < minCell)
        return `${label}: too few people in "${side.label}" (fewer than ${minCell}) to show.`;
      const x = side.x ?? 0;
      if (x < 3 || side.known - x < 3) return `${label}: ${side.label} ${x < 3 ? 'very few' : 'nearly all'}.`;
      return `${label}: ${side.label} ${x} of ${side.known} (${Math.round((100 * x) / side.known)} %).`;
    }),
  );
}

function methodOf(input: RetentionInput, word: string): string[] {
  const { data, overlap, strata, baselines, technical, leaving } = input;
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
    `Groups as assigned.${clock} ${transfer} Rates with Wilson (1927) intervals, differences with Newcombe (1998) intervals, both 95 %, or CR2 errors by mentor (Satterthwaite) where ten mentors or more share mentees; ${word} counts among those known.${allowance} Several comparisons: Holm (1979); breakdowns: Benjamini and Hochberg (1995). The smallest difference that would have shown: 80 % power, two-sided 5 %. Zeros: nothing is added to an empty cell, and a ratio with one has no range.`,
    ...(leaving === undefined
      ? []
      : [
          `Curves: Kaplan and Meier (1958), Greenwood (1926), log-log limits; half gone: the first ${unit} at or below one half, or the middle of a flat stretch there. Ties: on one ${unit} leaving comes before the end of following.${technical ? ' Log-rank: hypergeometric variance.' : ''}`,
        ]),
    ...(technical
      ? [
          `Tests: chi-square without correction, Fisher's exact where a count expected is below 5. Start: Hedges g with pooled SD for numbers, Cox index ln(OR)/1.65 for answers.`,
          ...(overlap ? [`Terms of the weights: ${covariateTerms(baselines)}.`] : []),
          ...(strata.length === 0 ? [] : [`Strata: ${strata.map(({ name }) => name).join(', ')}.`]),
        ]
      : []),
  ];
}
