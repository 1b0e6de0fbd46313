// report retention: who stayed, mentored and others, over one clock and with the usual exclusions; never more than that shows.
import type { Category, Covariate, Dataset } from '../outcomes/dataset.ts';
import { inCohort, stayedColumn } from '../outcomes/in-cohort.ts';
import { termDay } from '../outcomes/term.ts';
import { startDifferences } from '../outcomes/start-differences.ts';
import type { Measure } from '../program/program.ts';
import { breakDown, hiddenIn, noAnswer, type Breakdown } from './breakdown.ts';
import { claimOf, whatItCanShow } from './claim.ts';
import { compareShares, sharesOf } from './compare-shares.ts';
import type { Comparison, Outcome } from './comparison.ts';
import { ratesFigure, startFigure } from './figures.ts';
import { doseBlocks, type Dose } from './dose-table.ts';
import { groupReasons } from './flow-table.ts';
import { flowTable } from './flow-table.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';
import { judge } from './judge.ts';
import { lossLines } from './loss.ts';
import type { Block, Report } from './report.ts';
import { allowShares, strataTable } from './retention-adjusted.ts';
import { survivalBlocks, type Leaving } from './retention-survival.ts';
import { powerLine } from './sentences.ts';
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
  readonly by: Category | undefined;
  readonly overlap: boolean;
  readonly landmark: string | undefined;
  readonly pairDaysVary: boolean;
  readonly leaving: Leaving | undefined;
  readonly dose: Dose | undefined;
  readonly minCell: number;
  readonly persistence: boolean;
  readonly technical: boolean;
  readonly provenance: Provenance;
}

export function retentionReport(input: RetentionInput): Report {
  const { data, minCell, technical, persistence } = input;
  const { groups } = data;
  const word = persistence ? 'persistence' : 'retention';
  const cohort = inCohort(data, input.start);
  const counts = atRiskAtLandmark(input, cohort.counts);
  const starts = startDifferences(data, counts, input.baselines, minCell);
  const outcomes = input.checkpoints.map((checkpoint): Outcome => outcomeOf(input, checkpoint, counts));
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
  const survival = survivalBlocks(input, counts);
  const power = powerLine(compared);
  const cautions = [
    ...(power === undefined ? [] : [power]),
    ...rows
      .filter(({ outcome }, index) => outcome.primary || index === rows.length - 1)
      .slice(-1)
      .flatMap(({ outcome, sides }) => lossLines(claim, sides, `being ${outcome.label}`)),
    ...new Set(findings.flatMap((finding) => finding.cautions)),
    ...(clock === undefined ? [] : [`${clock}; people who stayed longer had more time to be paired.`]),
    ...(input.alone.length === 0
      ? []
      : [`Nothing in the other cohort stands as long after its start as ${input.alone.join(', ')} does here.`]),
    ...(input.start === undefined ? ['No record says who was there at the start, so everybody on file counts.'] : []),
    ...(cohort.notAllowed === 0
      ? []
      : [`${cohort.notAllowed} people have an exclusion reason that the usual rules do not allow; they are counted.`]),
  ];
  const reasons = groupReasons(cohort);
  const method = methodOf(input, word);
  const described = findings.length === 0 ? describe(rows, minCell) : [];
  const body: Block[] = [
    ...findings.map((finding): Block => ({ kind: 'finding', finding })),
    ...described.map((text): Block => ({ kind: 'prose', text })),
    ...cautions.map((text): Block => ({ kind: 'caution', text })),
    { kind: 'table', table: flowTable(data, cohort, counts, outcomes, minCell) },
    { kind: 'table', table: ratesTable(rows, minCell) },
    ...rows.slice(0, 1).map(({ outcome, sides, hide }): Block => ({
      kind: 'figure',
      figure: ratesFigure('rates', `${outcome.label}: rates and their ranges`, sides, hide),
    })),
    ...(compared.length === 0 ? [] : [{ kind: 'table' as const, table: differenceTable(compared, claim, minCell) }]),
    ...strataTable(compared),
    ...(starts.length === 0 ? [] : [{ kind: 'table' as const, table: startTable(starts, adjusted) }]),
    ...(starts.length === 0 ? [] : [{ kind: 'figure' as const, figure: startFigure(starts) }]),
    ...(broken === undefined || split.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: breakdownTable(split, explored, broken.by, noAnswer(data, broken, counts, minCell), minCell),
          },
        ]),
    ...survival,
    ...doseBlocks(input, afterWindow(input, outcomes), counts),
    ...(technical && compared.length > 0
      ? [
          { kind: 'table' as const, table: ratiosTable(compared) },
          { kind: 'table' as const, table: testsTable(compared, findings) },
        ]
      : []),
    ...(reasons === '' ? [] : [{ kind: 'prose' as const, text: `Left out by the usual rules (IPEDS): ${reasons}.` }]),
    { kind: 'heading', text: 'Method' },
    ...method.map((text): Block => ({ kind: 'prose', text })),
    { kind: 'prose', text: provenanceLine(claim, input.provenance, technical) },
  ];
  return {
    schema: 'mentorctl/report-retention@1',
    title: `${persistence ? 'Persistence' : 'Retention'}, ${input.cohort}${input.checkpoints.length === 1 ? `, to ${input.checkpoints[0] ?? ''}` : ''}`,
    blocks: [
      { kind: 'prose', text: `What this can show: ${whatItCanShow(claim, groups, 'how many stayed')}` },
      ...body,
    ],
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
      const label = `${outcome.label.charAt(0).toUpperCase()}${outcome.label.slice(1)}`;
      if (hide[index] === true || side.known < minCell)
        return `${label}: too few people in "${side.label}" (fewer than ${minCell}) to show.`;
      const x = side.x ?? 0;
      if (x < 3 || side.known - x < 3) return `${label}: ${side.label} ${x < 3 ? 'very few' : 'nearly all'}.`;
      return `${label}: ${side.label} ${x} of ${side.known} (${Math.round((100 * x) / side.known)} %).`;
    }),
  );
}

function methodOf(input: RetentionInput, word: string): string[] {
  const transfer = input.persistence
    ? 'Transfer to another institution counts as having stayed.'
    : 'Transfer to another institution counts as having left; --persistence counts it as having stayed.';
  const clock =
    input.data.groups.byPair && input.landmark !== undefined ? ` Mentored: paired by ${input.landmark}.` : '';
  return [
    `Groups as assigned.${clock} ${transfer} Rates with Wilson (1927) intervals, differences with Newcombe (1998) intervals, both 95 %; ${word} counts among those known. Several comparisons: Holm (1979); breakdowns: Benjamini and Hochberg (1995).`,
  ];
}
