// The sections of report performance in their order: each makes its blocks of what was found, or none.
import { termDay } from '../outcomes/term.ts';
import type { Block, Claim } from '../report/report.ts';
import { amongLine } from './among-line.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import { cohortLines } from './cohort-lines.ts';
import { termsBlocks } from './terms.ts';
import { trendBlocks } from './trend.ts';
import { differenceInDifferencesBlocks } from './difference-in-differences.ts';
import { offerAndUseBlocks } from './offer-and-use.ts';
import { noAnswer } from './breakdown.ts';
import { changeSentences } from './change-within.ts';
import type { Outcome } from './comparison.ts';
import { doseBlocks } from './dose-table.ts';
import { forestFigure, startFigure } from './figures.ts';
import { flagTables } from './flag-tables.ts';
import { flagsBeforeBlocks } from './flags-before.ts';
import { lossLines } from './loss.ts';
import { describeTable, meansTable, modelTable } from './mean-tables.ts';
import { outcomesOf, type Measured } from './measure-outcomes.ts';
import { participationBlocks } from './participation.ts';
import type { PerformanceFound } from './performance-found.ts';
import { powerLine, spoken } from './sentences.ts';
import { breakdownTable, differenceTable, ratesTable, ratiosTable } from './share-tables.ts';
import { startTable } from './start-table.ts';
import { testsTable } from './tests-table.ts';

type Section = (found: PerformanceFound) => readonly Block[];

export const performanceSections: readonly Section[] = [
  ({ told }) => told.map((finding): Block => ({ kind: 'finding', finding })),
  ({ claim, measured }) => (claim.level > 1 ? [] : proseBlocks(changeSentences(measured.changes))),
  ({ measured: { whole }, findings, told }) => {
    const power = powerLine(
      whole.comparisons.filter((_, index) => findings[index] !== undefined && told.includes(findings[index])),
    );
    return power === undefined ? [] : cautionBlocks([power]);
  },
  ({ findings, told }) => {
    const rest = findings.filter((one) => !told.includes(one));
    return rest.length === 0 ? [] : proseBlocks([restLine(rest)]);
  },
  ({ input, measured, counts }) =>
    participationBlocks(input, outcomesOf({ ...input, samePeople: [] }, counts), measured.whole.comparisons, counts),
  ({ input, counts }) => offerAndUseBlocks(input, outcomesOf({ ...input, samePeople: [] }, counts), counts),
  ({ input, claim, measured, cohort }) =>
    cautionBlocks([
      ...amongLine(input.data),
      ...(input.together === undefined ? [] : cohortLines(input.together, input.minCell)),
      ...lossOf(claim, measured, cohort.eligible),
    ]),
  ({ told }) => cautionBlocks([...new Set(told.flatMap(({ cautions }) => cautions))]),
  ({ measured: { described }, input }) =>
    described.length === 0 ? [] : [tableBlock(describeTable(described, input.minCell))],
  ({ numeric, findingsOf, input: { minCell, technical } }) =>
    numeric.length === 0 ? [] : [tableBlock(meansTable(numeric, findingsOf(numeric), minCell, technical))],
  ({ measured: { rates }, input }) => (rates.length === 0 ? [] : [tableBlock(ratesTable(rates, input.minCell))]),
  ({ shares, claim, input }) =>
    shares.length === 0 ? [] : [tableBlock(differenceTable(shares, claim, input.minCell))],
  ({ measured: { whole } }) =>
    whole.comparisons.length === 0
      ? []
      : [figureBlock(forestFigure('forest', 'Differences in standard deviations of each outcome', whole.comparisons))],
  ({ starts, adjusted, claim }) =>
    starts.length === 0 ? [] : [tableBlock(startTable(starts, adjusted, claim)), figureBlock(startFigure(starts))],
  ({ input, measured, counts }) => termsBlocks({ ...input, counts }, measured.whole.comparisons),
  ({ input, outcomes, counts }) =>
    input.together?.trend === true ? trendBlocks(input, outcomes, counts, input.together.designs) : [],
  ({ input, counts }) =>
    input.before === undefined ? [] : differenceInDifferencesBlocks({ ...input, before: input.before }, counts),
  ({ change }) => change,
  ({ broken, measured: { split }, explored, counts, input: { data, minCell } }) => {
    if (broken === undefined || split.comparisons.length === 0) return [];
    const unknown = noAnswer(data, broken, counts, minCell);
    const again = broken.again !== undefined;
    return [tableBlock(breakdownTable(split.comparisons, explored, broken.by, unknown, again, minCell))];
  },
  ({ input, outcomes, counts }) => doseBlocks(input, namedOrFirst(outcomes), counts),
  ({ input, counts }) =>
    input.flags === undefined
      ? []
      : [...flagTables(input.flags, input.minCell), ...flagsBeforeBlocks({ ...input, dayOf: termDay }, counts)],
  ({ input: { technical, data, minCell }, measured: { whole, split } }) => {
    const models = [...whole.models, ...split.models];
    return technical && models.length > 0 ? [tableBlock(modelTable(models, data.groups, minCell))] : [];
  },
  ({ input, shares }) => (input.technical && shares.length > 0 ? [tableBlock(ratiosTable(shares))] : []),
  ({ input, measured: { whole }, findings }) =>
    input.technical && whole.comparisons.length > 0 ? [tableBlock(testsTable(whole.comparisons, findings))] : [],
];

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
