// The sections of report performance in their order: each makes its blocks of what was found, or none.
import { counted } from '../count-words.ts';
import { lateLine } from '../outcomes/known-before.ts';
import { termDay } from '../outcomes/term.ts';
import type { Block } from '../report/report.ts';
import { amongLine } from './among-line.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import { clockLine } from './clock.ts';
import { cohortLines } from './cohort-lines.ts';
import { termsBlocks } from './terms.ts';
import { trendBlocks } from './trend.ts';
import { differenceInDifferencesBlocks } from './difference-in-differences.ts';
import { offerAndUseBlocks } from './offer-and-use.ts';
import { noAnswer } from './breakdown.ts';
import { changeSentences } from './change-within.ts';
import type { Outcome } from './comparison.ts';
import { fewMentorsLines } from './few-mentors.ts';
import { doseBlocks } from './dose-table.ts';
import { forestFigure } from './figures.ts';
import { flowBlocks } from './flow-table.ts';
import { flagTables } from './flag-tables.ts';
import { flagsBeforeBlocks } from './flags-before.ts';
import { lossLines } from './loss.ts';
import { describeTable, meansTable, modelTable } from './mean-tables.ts';
import { outcomesOf, type Measured } from './measure-outcomes.ts';
import { participationBlocks } from './participation.ts';
import { otherFormLines } from './other-form.ts';
import type { PerformanceFound, PerformanceInput } from './performance-found.ts';
import { sensitivityBlocks } from './sensitivity.ts';
import { powerLine, spoken } from './sentences.ts';
import { breakdownTable, differenceTable, ratesTable, ratiosTable } from './share-tables.ts';
import { openLines, tableOne } from './table-one.ts';
import { testsTable } from './tests-table.ts';

type Section = (found: PerformanceFound) => readonly Block[];

export const performanceSections: readonly Section[] = [
  ({ told }) => told.map((finding): Block => ({ kind: 'finding', finding })),
  ({ claim, measured }) => (claim.level > 1 ? [] : proseBlocks(changeSentences(measured.changes))),
  ({ input, measured }) =>
    cautionBlocks([
      ...input.notes,
      ...new Set(
        measured.analysed.flatMap(({ late, outcome }) => late.map((one) => lateLine(one, spoken(outcome.label)))),
      ),
    ]),
  ({ toldOf, claimFor }) => {
    const power = powerLine(toldOf.filter((one) => claimFor(one).level > 0));
    return power === undefined ? [] : cautionBlocks([power]);
  },
  ({ findings, told, claim }) => {
    const rest = findings.filter((one) => !told.includes(one));
    return rest.length === 0 || claim.level === 0 ? [] : proseBlocks([restLine(rest)]);
  },
  ({ toldOf, claimFor, input, counts }) => sensitivityBlocks(toldOf, claimFor, { ...input, counts }),
  ({ input, measured, counts }) =>
    input.clock?.comparison === 'none'
      ? []
      : participationBlocks(
          input,
          shownOf(measured, outcomesOf({ ...input, samePeople: [] }, counts)),
          measured.whole.comparisons,
          counts,
        ),
  ({ input, measured, counts }) =>
    offerAndUseBlocks(input, shownOf(measured, outcomesOf({ ...input, samePeople: [] }, counts)), counts),
  ({ input, main, told, claim, counts }) =>
    cautionBlocks([
      ...(claim.level === 0 ? [] : fewMentorsLines(input.data, counts)),
      ...amongLine(input.data),
      ...(input.together === undefined ? [] : cohortLines(input.together, input.minCell)),
      ...(main === undefined ? [] : lossLines(input.data.groups, main.loss)),
      ...new Set(told.flatMap(({ cautions }) => cautions)),
      ...(main === undefined ? [] : openLines(main, weighing(input))),
      ...(input.clock === undefined ? [] : [clockLine(input.clock, input.landmarkHint)]),
    ]),
  ({ input, cohort, counts, main }) =>
    main === undefined
      ? []
      : flowBlocks({ ...input, cohort, counts, outcome: main.outcome, mask: main.mask, landmark: undefined }),
  ({ measured: { described }, input }) =>
    described.length === 0 ? [] : [tableBlock(describeTable(described, input.minCell))],
  ({ numeric, findingsOf, input: { minCell, technical } }) =>
    numeric.length === 0 ? [] : [tableBlock(meansTable(numeric, findingsOf(numeric), minCell, technical))],
  ({ measured: { rates }, input }) => (rates.length === 0 ? [] : [tableBlock(ratesTable(rates, input.minCell))]),
  ({ shares, claim, input }) =>
    shares.length === 0 ? [] : [tableBlock(differenceTable(shares, claim, input.minCell))],
  ({ measured: { whole }, claim }) =>
    whole.comparisons.length === 0 || claim.level === 0
      ? []
      : [figureBlock(forestFigure('forest', 'Differences in standard deviations of each outcome', whole.comparisons))],
  ({ main, measured: { whole }, claim, input }) =>
    main === undefined ? [] : tableOne({ ...input, analysed: main, compared: whole.comparisons, claim }),
  ({ input, measured, counts }) =>
    termsBlocks({ ...input, counts, books: measured.shares }, measured.whole.comparisons),
  ({ input, outcomes, counts, claim }) =>
    input.together?.trend === true && claim.level > 0
      ? trendBlocks(input, outcomes, counts, input.together.designs)
      : [],
  ({ input, counts }) =>
    input.before === undefined ? [] : differenceInDifferencesBlocks({ ...input, before: input.before }, counts),
  ({ change }) => change,
  ({ broken, measured: { split }, explored, counts, claim, input: { data, minCell } }) => {
    if (broken === undefined || split.comparisons.length === 0 || claim.level === 0) return [];
    const unknown = noAnswer(data, broken, counts, minCell);
    const again = broken.again !== undefined;
    return [tableBlock(breakdownTable(split.comparisons, explored, broken.by, unknown, again, minCell))];
  },
  ({ input, measured, outcomes, counts }) => doseBlocks(input, shownOf(measured, namedOrFirst(outcomes)), counts),
  ({ input, counts }) =>
    input.flags === undefined
      ? []
      : [...flagTables(input.flags, input.minCell), ...flagsBeforeBlocks({ ...input, dayOf: termDay }, counts)],
  ({ input: { technical, data, minCell }, measured: { whole, split }, claim }) => {
    const models = [...whole.models, ...split.models];
    return technical && models.length > 0 && claim.level > 0
      ? [tableBlock(modelTable(models, data.groups, minCell))]
      : [];
  },
  ({ input, toldOf, counts }) => (input.technical ? proseBlocks(otherFormLines(toldOf, { ...input, counts })) : []),
  ({ input, shares }) => (input.technical && shares.length > 0 ? [tableBlock(ratiosTable(shares))] : []),
  ({ input, measured: { whole }, findings, claim }) =>
    input.technical && whole.comparisons.length > 0 && claim.level > 0
      ? [tableBlock(testsTable(whole.comparisons, findings))]
      : [],
];

/** The flag that allows for what differed at the start, where there is something to weigh by and it is not in use. */
function weighing({ adjust, baselines }: PerformanceInput): string | undefined {
  return adjust === 'overlap' || baselines.length === 0 ? undefined : '--adjust overlap';
}

/** What is hidden of a group would come out of any other table of the same outcome. */
function shownOf({ rates, described }: Measured, outcomes: readonly Outcome[]): readonly Outcome[] {
  const hidden = [...rates, ...described].filter(({ hide }) => hide.includes(true)).map(({ outcome }) => outcome.id);
  return outcomes.filter(({ id }) => !hidden.includes(id));
}

/** Outcomes named beforehand; without any, the first few. */
function namedOrFirst(outcomes: readonly Outcome[]): readonly Outcome[] {
  const named = outcomes.filter(({ primary }) => primary);
  return named.length > 0 ? named : outcomes.slice(0, 3);
}

function restLine(rest: readonly { readonly verdict: string }[]): string {
  const clear = rest.filter(({ verdict }) => verdict.startsWith('clearly')).length;
  const open = rest.filter(({ verdict }) => verdict === 'cannot-tell').length;
  const many = rest.filter(({ verdict }) => verdict.endsWith('of-many')).length;
  const said = [
    ...(clear === 0 ? [] : [`${counted(clear, 'shows', 'show')} a clear difference`]),
    ...(many === 0 ? [] : [`${counted(many, 'stands', 'stand')} out but may be chance among so many`]),
    ...(open === 0 ? [] : [`${open} cannot tell`]),
  ];
  const none = clear === 0 ? `none shows a clear difference${said.length === 0 ? '' : ': '}` : '';
  return `Of ${rest.length} further comparisons ${none}${said.join(', ')}. The tables have them all.`;
}
