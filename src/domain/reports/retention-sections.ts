// The sections of report retention in their order: each makes its blocks of what was found, or none.
import { lateLine } from '../outcomes/known-before.ts';
import { termDay } from '../outcomes/term.ts';
import type { Block } from '../report/report.ts';
import { amongLine } from './among-line.ts';
import { becameBlocks } from './became-table.ts';
import { clockLine } from './clock.ts';
import { costBlocks } from './costs.ts';
import { cohortLines } from './cohort-lines.ts';
import { trendBlocks } from './trend.ts';
import { offerAndUseBlocks } from './offer-and-use.ts';
import { breakDown, noAnswer } from './breakdown.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import type { Outcome } from './comparison.ts';
import { fewMentorsLines } from './few-mentors.ts';
import { doseBlocks } from './dose-table.ts';
import { ratesFigure } from './figures.ts';
import { countsIn, flowBlocks, type FlowInput } from './flow-table.ts';
import { leftOutBlocks } from './left-out.ts';
import { lossLines } from './loss.ts';
import { participationBlocks } from './participation.ts';
import { strataTable } from './retention-adjusted.ts';
import {
  goneByLandmark,
  transfersShow,
  type RateRow,
  type RetentionFound,
  type RetentionInput,
} from './retention-found.ts';
import { survivalBlocks } from './retention-survival.ts';
import { sensitivityBlocks } from './sensitivity.ts';
import { powerLine, upper } from './sentences.ts';
import { breakdownTable, differenceTable, ratesTable, ratiosTable } from './share-tables.ts';
import { fewerThan, nearEdge } from './suppression.ts';
import { openLines, tableOne } from './table-one.ts';
import { testsTable } from './tests-table.ts';

type Section = (found: RetentionFound) => readonly Block[];

export const retentionSections: readonly Section[] = [
  ({ findings }) => findings.map((finding): Block => ({ kind: 'finding', finding })),
  ({ findings, rows, input }) => (findings.length === 0 ? proseBlocks(describe(rows, input.minCell)) : []),
  (found) => cautionBlocks(cautionsOf(found)),
  ({ compared, claimFor, input, counts }) =>
    sensitivityBlocks(
      compared.filter(({ outcome }) => outcome.primary),
      claimFor,
      { ...input, counts },
    ),
  ({ input, here, compared, counts, clock }) =>
    clock?.comparison === 'none' ? [] : participationBlocks(input, shownOf(here), compared, counts),
  ({ input, here, counts }) => offerAndUseBlocks(input, shownOf(here), counts),
  ({ input, cohort, counts, stays, main }) =>
    flowBlocks({
      ...input,
      cohort,
      counts,
      outcome: main?.outcome ?? stays.at(-1),
      mask: main?.mask,
      landmark: landmarkOf(input),
    }),
  ({ input, input: { data, minCell }, cohort, counts }) =>
    leftOutBlocks(data, input.start, cohort, countsIn(data.groups, counts), minCell),
  ({ rows, input }) => (rows.length === 0 ? [] : [tableBlock(ratesTable(rows, input.minCell))]),
  ({ here, input: { minCell } }) =>
    here
      .slice(-1)
      .map(({ outcome, sides, hide }) =>
        figureBlock(ratesFigure('rates', `${upper(outcome.label)}: rates and their ranges`, sides, hide, minCell)),
      ),
  ({ input: { data, checkpoints, persistence, minCell }, here, known }) => {
    const named = here.map(({ outcome }, index) => ({ name: checkpoints[index] ?? '', label: outcome.label }));
    return becameBlocks(data, named, known, persistence, minCell);
  },
  ({ compared, claim, input }) =>
    compared.length === 0 || claim.level === 0 ? [] : [tableBlock(differenceTable(compared, claim, input.minCell))],
  ({ compared, claim }) => (claim.level === 0 ? [] : strataTable(compared)),
  ({ input, compared, claim }) => costBlocks(input.costs, compared, claim),
  ({ input, stays, counts, claim }) =>
    input.together?.trend === true && claim.level > 0
      ? trendBlocks(
          input,
          stays.filter((one) => !transfersTold(input, one, counts)),
          counts,
          input.together.designs,
        )
      : [],
  ({ main, compared, claim, input }) =>
    main === undefined ? [] : tableOne({ ...input, analysed: main, compared, claim }),
  ({ broken, split, explored, counts, input: { data, minCell } }) => {
    if (broken === undefined || split.length === 0) return [];
    const unknown = noAnswer(data, broken, counts, minCell);
    return [tableBlock(breakdownTable(split, explored, broken.by, unknown, broken.again !== undefined, minCell))];
  },
  ({ input, counts, here }) =>
    survivalBlocks(
      input,
      counts,
      here.map((row, index) => ({ name: input.checkpoints[index] ?? '', ...row })),
    ),
  ({ input, here, counts }) => doseBlocks(input, afterWindow(input, shownOf(here)), counts),
  ({ input, compared, findings, claim }) =>
    input.technical && compared.length > 0 && claim.level > 0
      ? [tableBlock(ratiosTable(compared)), tableBlock(testsTable(compared, findings))]
      : [],
];

/** What is hidden of a group would come out of any other table of the same outcome. */
function shownOf(rows: readonly RateRow[]): Outcome[] {
  return rows.filter(({ hide }) => !hide.includes(true)).map(({ outcome }) => outcome);
}

/** Cohort by cohort persistence would give few transfers away. */
function transfersTold(input: RetentionInput, outcome: Outcome, counts: Uint8Array): boolean {
  const { cohorts } = input.data;
  const parts = cohorts === undefined ? [] : breakDown(cohorts, counts).parts.map((part) => part.counts);
  return transfersShow(input, outcome, parts).includes(true);
}

function landmarkOf(input: RetentionInput): FlowInput['landmark'] {
  const gone = goneByLandmark(input);
  return gone === undefined || input.landmark === undefined ? undefined : { day: input.landmark, gone };
}

function cautionsOf({
  input,
  cohort,
  compared,
  main,
  clock,
  claim,
  claimFor,
  counts,
  findings,
}: RetentionFound): string[] {
  const { data, minCell } = input;
  const power = powerLine(compared.filter((one) => claimFor(one).level > 0));
  return [
    ...input.notes,
    ...(main === undefined ? [] : main.late.map((late) => lateLine(late, main.outcome.label))),
    ...(power === undefined ? [] : [power]),
    ...(main === undefined ? [] : lossLines(data.groups, main.loss)),
    ...new Set(findings.flatMap((finding) => finding.cautions)),
    ...(main === undefined ? [] : openLines(main, input.overlap ? undefined : '--adjust overlap')),
    ...(claim.level === 0 ? [] : fewMentorsLines(data, counts)),
    ...amongLine(data),
    ...(input.together === undefined ? [] : cohortLines(input.together, minCell)),
    ...(clock === undefined ? [] : [clockLine(clock, input.landmarkHint)]),
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
}

/** The checkpoint to judge by, where it lies after the early window: the first day its name can mean decides. */
function afterWindow({ dose }: RetentionInput, outcomes: readonly Outcome[]): Outcome[] {
  // Who left in the window met little: without days of leaving that cannot be told from meetings that kept nobody.
  if (dose?.leavingKnown !== true) return [];
  const dated = outcomes.filter(({ label }) => (termDay(label) ?? Infinity) >= dose.over);
  const named = dated.filter(({ primary }) => primary);
  return named.length > 0 ? named : dated.slice(-1);
}

function describe(rows: readonly RateRow[], minCell: number): string[] {
  return rows.flatMap(({ outcome, sides, hide }) =>
    sides.map((side, index) => {
      const label = upper(outcome.label);
      if (hide[index] === true || side.known < minCell)
        return `${label}: too few people in "${side.label}" (${fewerThan(minCell)}) to show.`;
      const x = side.x ?? 0;
      if (nearEdge(x, side.known, minCell)) return `${label}: ${side.label} ${x < 3 ? 'very few' : 'nearly all'}.`;
      return `${label}: ${side.label} ${x} of ${side.known} (${Math.round((100 * x) / side.known)} %).`;
    }),
  );
}
