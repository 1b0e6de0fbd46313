// The sections of report retention in their order: each makes its blocks of what was found, or none.
import type { Dataset } from '../outcomes/dataset.ts';
import type { StartDifference } from '../outcomes/start-differences.ts';
import { termDay } from '../outcomes/term.ts';
import type { Block } from '../report/report.ts';
import { amongLine } from './among-line.ts';
import { becameBlocks } from './became-table.ts';
import { cohortLines } from './cohort-lines.ts';
import { trendBlocks } from './trend.ts';
import { offerAndUseBlocks } from './offer-and-use.ts';
import { noAnswer } from './breakdown.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import type { Outcome } from './comparison.ts';
import { doseBlocks } from './dose-table.ts';
import { ratesFigure, startFigure } from './figures.ts';
import { flowTable } from './flow-table.ts';
import { leftOutBlocks } from './left-out.ts';
import { lossLines } from './loss.ts';
import { participationBlocks } from './participation.ts';
import { strataTable } from './retention-adjusted.ts';
import type { RetentionFound, RetentionInput } from './retention-found.ts';
import { survivalBlocks } from './retention-survival.ts';
import { powerLine, upper } from './sentences.ts';
import { breakdownTable, differenceTable, ratesTable, ratiosTable } from './share-tables.ts';
import { startTable } from './start-table.ts';
import { testsTable } from './tests-table.ts';

type Section = (found: RetentionFound) => readonly Block[];

export const retentionSections: readonly Section[] = [
  ({ findings }) => findings.map((finding): Block => ({ kind: 'finding', finding })),
  ({ findings, rows, input }) => (findings.length === 0 ? proseBlocks(describe(rows, input.minCell)) : []),
  (found) => cautionBlocks(cautionsOf(found)),
  ({ input, stays, compared, counts }) => participationBlocks(input, stays, compared, counts),
  ({ input, stays, counts }) => offerAndUseBlocks(input, stays, counts),
  ({ input, cohort, counts, stays }) => [tableBlock(flowTable(input.data, cohort, counts, stays, input.minCell))],
  ({ input: { data, minCell }, cohort, counts }) =>
    leftOutBlocks(data.groups.labels, cohort, countedIn(data, counts), minCell),
  ({ rows, input }) => [tableBlock(ratesTable(rows, input.minCell))],
  ({ here }) =>
    here
      .slice(-1)
      .map(({ outcome, sides, hide }) =>
        figureBlock(ratesFigure('rates', `${upper(outcome.label)}: rates and their ranges`, sides, hide)),
      ),
  ({ input: { data, checkpoints, persistence, minCell }, here, counts }) => {
    const named = here.map((row, index) => ({ name: checkpoints[index] ?? '', ...row }));
    return becameBlocks(data, named, counts, persistence, minCell);
  },
  ({ compared, claim, input }) =>
    compared.length === 0 ? [] : [tableBlock(differenceTable(compared, claim, input.minCell))],
  ({ compared }) => strataTable(compared),
  ({ input, stays, counts }) =>
    input.together?.trend === true ? trendBlocks(input, stays, counts, input.together.designs) : [],
  ({ starts, adjusted, claim }) =>
    starts.length === 0 ? [] : [tableBlock(startTable(starts, adjusted, claim)), figureBlock(startFigure(starts))],
  ({ broken, split, explored, counts, input: { data, minCell } }) => {
    if (broken === undefined || split.length === 0) return [];
    const unknown = noAnswer(data, broken, counts, minCell);
    return [tableBlock(breakdownTable(split, explored, broken.by, unknown, broken.again !== undefined, minCell))];
  },
  ({ input, counts }) => survivalBlocks(input, counts),
  ({ input, stays, counts }) => doseBlocks(input, afterWindow(input, stays), counts),
  ({ input, compared, findings }) =>
    input.technical && compared.length > 0
      ? [tableBlock(ratiosTable(compared)), tableBlock(testsTable(compared, findings))]
      : [],
];

function cautionsOf({
  input,
  cohort,
  starts,
  here,
  compared,
  adjusted,
  clock,
  claim,
  findings,
}: RetentionFound): string[] {
  const { data, minCell } = input;
  const power = powerLine(compared);
  const judged = here.filter(({ outcome }, index) => outcome.primary || index === here.length - 1).slice(-1);
  return [
    ...(power === undefined ? [] : [power]),
    ...judged.flatMap(({ outcome, sides }) => lossLines(claim, sides, cohort.eligible, `being ${outcome.label}`)),
    ...new Set(findings.flatMap((finding) => finding.cautions)),
    ...(!input.overlap && openAtStart(starts, adjusted)
      ? ['What differed at the start can be allowed for: --adjust overlap.']
      : []),
    ...amongLine(data),
    ...(input.together === undefined ? [] : cohortLines(input.together, minCell)),
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
}

/** Something differed little enough to be allowed for and was not; where a thing is too far apart no allowance mends it. */
function openAtStart(starts: readonly StartDifference[], adjusted: ReadonlySet<string>): boolean {
  return (
    starts.some(({ band, measure }) => band === 'adjust' && !adjusted.has(measure)) &&
    starts.every(({ band }) => band !== 'apart')
  );
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
