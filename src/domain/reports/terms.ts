// Term by term: what was measured at several times, and who was still there then, in one table and one figure.
import type { Dataset } from '../outcomes/dataset.ts';
import { isBeforeStart, theStart } from '../outcomes/own-terms.ts';
import { stayedColumn } from '../outcomes/in-cohort.ts';
import type { Block, Cell } from '../report/report.ts';
import { groupColumn, numbers, ranged } from '../report/table-columns.ts';
import { figureBlock, tableBlock } from './blocks.ts';
import { count, differenceCell, few, missing, named, number, suppressed, text } from './cells.ts';
import { compareShares, sharesOf } from './compare-shares.ts';
import { headline, type Comparison, type Outcome, type Side } from './comparison.ts';
import { forestFigure } from './figures.ts';
import type { ModelBook } from './model-book.ts';
import { cohortGivenAway } from './published.ts';
import { digitsFor } from './sentences.ts';
import { hiddenRows, nearEdge } from './suppression.ts';

interface TermsInput {
  readonly data: Dataset;
  readonly counts: Uint8Array;
  readonly minCell: number;
  /** By mentored group: models of what is yes or no. */
  readonly books: readonly ModelBook[];
}

interface Line {
  readonly measure: string;
  readonly when: string;
  readonly one: Comparison;
}

/** Nothing where no measure has two times, or nobody is compared with. */
export function termsBlocks(input: TermsInput, compared: readonly Comparison[]): Block[] {
  const { minCell } = input;
  const lines = [...compared.flatMap(lineOf), ...stays(input)];
  const times = new Map<string, Set<string>>();
  for (const { measure, when } of lines) times.set(measure, (times.get(measure) ?? new Set()).add(when));
  const several = lines.filter(({ measure }) => (times.get(measure)?.size ?? 0) > 1);
  if (several.length === 0) return [];
  return [
    tableBlock({
      id: 'terms',
      title: 'Term by term',
      columns: [
        { id: 'measure', title: 'measure', wrap: true, once: true },
        { id: 'when', title: 'when' },
        groupColumn,
        numbers('n', 'known'),
        numbers('value', 'mentored'),
        numbers('against', 'others'),
        ranged('difference', 'difference (95 % interval)'),
      ],
      rows: several.map(({ measure, when, one }): Cell[] => [
        named(measure),
        text(when),
        text(one.own.label),
        one.hidden === undefined ? count(one.own.known + one.other.known) : suppressed(minCell),
        valueCell(one, one.own, minCell),
        valueCell(one, one.other, minCell),
        differenceCell(headline(one), one, minCell),
      ]),
      note: 'Each term has the people who are known in it: who left early is not in the later ones.',
    }),
    figureBlock(
      forestFigure(
        'terms',
        'Term by term: differences in standard deviations',
        several.map(({ one }) => one),
      ),
    ),
  ];
}

function lineOf(one: Comparison): Line[] {
  const { column } = one.outcome as Outcome & { readonly column?: { readonly measure: string; readonly when: string } };
  return column === undefined || column.when === '' ? [] : [{ measure: column.measure, when: column.when, one }];
}

/** Still here, checkpoint by checkpoint. */
function stays({ data, counts, minCell, books }: TermsInput): Line[] {
  const checkpoints = data.statuses.filter(
    ({ measure, when }) => measure === 'retention' && when !== theStart && !isBeforeStart(when),
  );
  // One checkpoint is no term by term, and its model would be fitted for nothing.
  if (checkpoints.length < 2) return [];
  return checkpoints.flatMap(({ when }) => {
    const outcome: Outcome = {
      id: `retention-${when}`,
      label: `still here, ${when}`,
      kind: 'yes-no',
      values: stayedColumn(data, when, counts, false),
      higherIs: 'better',
      primary: false,
      meaningful: undefined,
    };
    const sides = sharesOf(data, outcome, counts);
    const given = cohortGivenAway(data, outcome, counts, minCell);
    const hide = hiddenRows(
      sides.map(({ known }) => known),
      minCell,
    ).map((own, group) => own || given[group] === true);
    return compareShares({ data, outcome, counts, minCell, hide, sides, books }).map((one) => ({
      measure: 'still here',
      when,
      one,
    }));
  });
}

function valueCell(one: Comparison, side: Side, minCell: number): Cell {
  if (one.hidden !== undefined) return suppressed(minCell);
  if (side.value === undefined) return missing('nobody is known');
  if (one.outcome.kind !== 'yes-no') return number(side.value, digitsFor(Math.abs(side.value), 'number'));
  return nearEdge(side.x ?? 0, side.known, minCell) ? few : { kind: 'share', value: side.value };
}
