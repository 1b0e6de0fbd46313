// Outcomes of the mentored, each group beside everybody else; and whether mentoring went with a different difference there.
import type { Dataset } from '../../outcomes/dataset.ts';
import type { Block, Cell } from '../../report/report.ts';
import { numbers, outcomeColumn, ranged } from '../../report/table-columns.ts';
import { normalQuantile } from '../../statistics/distributions/normal.ts';
import { holm } from '../../statistics/multiplicity.ts';
import { welch } from '../../statistics/welch.ts';
import { tableBlock } from '../blocks.ts';
import { breakDown, hiddenIn } from '../breakdown.ts';
import { count, detectableCell, missing, named, pValue, text } from '../cells.ts';
import { compareMeans } from '../compare-means.ts';
import { compareShares } from '../compare-shares.ts';
import { headline, type Outcome } from '../comparison.ts';
import type { EquityInput } from './equity-input.ts';

/** Cells below this say nothing of whether mentoring worked differently. */
const leastForInteraction = 30;

/** Outcomes of the mentored: each group against all others; and whether mentoring went with a different difference there. */
export function outcomeBlocks({ data, fields, outcomes, counts, minCell, by }: EquityInput): Block[] {
  if (data === undefined) return [];
  const { groups } = data;
  const lines = by.flatMap((field) => {
    const category = fields.get(field);
    if (category === undefined) return [];
    const inside = counts.map((one, row) => (one === 1 && isMentored(groups, row) ? 1 : 0));
    const broken = breakDown(category, inside);
    const alone: Dataset = {
      ...data,
      groups: {
        ...groups,
        labels: ['mentored'],
        mentored: 1,
        codes: groups.codes.map((_, row) => (isMentored(groups, row) ? 0 : -1)),
      },
    };
    const hidden = outcomes.map((outcome) => hiddenIn(alone, outcome, broken, minCell));
    return category.levels.flatMap((level, index) => {
      const has = (row: number): boolean =>
        category.kind === 'several' ? category.has[index]?.[row] === 1 : category.codes[row] === index;
      const answered = (row: number): boolean => category.kind === 'several' || (category.codes[row] ?? -1) >= 0;
      const split: Dataset = {
        ...data,
        groups: {
          ...groups,
          labels: [level, 'all others'],
          mentored: 1,
          codes: groups.codes.map((_, row) => (isMentored(groups, row) && answered(row) ? (has(row) ? 0 : 1) : -1)),
        },
      };
      return outcomes.flatMap((outcome, at) => {
        const shared = { data: split, outcome, counts, minCell, hide: [hidden[at]?.[index]?.[0] === true, false] };
        const [one] =
          outcome.kind === 'yes-no'
            ? compareShares(shared)
            : compareMeans({ ...shared, covariates: [], errors: undefined }).comparisons;
        if (one === undefined) return [];
        return [{ field, level, one, interaction: interactionOf(data, outcome, counts, has, answered) }];
      });
    });
  });
  const counted = lines.filter(({ one }) => one.hidden === undefined && !one.edge && headline(one) !== undefined);
  if (counted.length === 0) return [];
  const adjusted = holm(counted.map(({ one }) => headline(one)?.p ?? 1));
  const told = counted.some(({ interaction }) => interaction !== undefined);
  return [
    tableBlock({
      id: 'outcomes',
      title: 'Outcomes of the mentored, each group against all others',
      columns: [
        { id: 'field', title: 'field', once: true },
        { id: 'group', title: 'group', wrap: true },
        outcomeColumn,
        numbers('n', 'known'),
        ranged('gap', 'against all others'),
        numbers('detectable', 'would have shown'),
        numbers('p', 'p, Holm'),
        ...(told ? [ranged('interaction', 'mentoring went with this much more')] : []),
      ],
      rows: counted.map(({ field, level, one, interaction }, index): Cell[] => {
        const estimate = headline(one);
        const as = one.outcome.kind === 'yes-no' ? ('points' as const) : ('number' as const);
        const cell = (value: number, low: number, high: number): Cell => ({
          kind: 'estimate',
          value,
          low,
          high,
          as,
          ...(as === 'number' ? { digits: 2 } : {}),
        });
        return [
          text(field),
          text(level),
          named(one.outcome.label),
          count(one.own.known),
          estimate === undefined ? missing('cannot be computed') : cell(estimate.value, estimate.low, estimate.high),
          detectableCell(one, minCell),
          pValue(adjusted[index] ?? 1),
          ...(told
            ? [
                interaction === undefined
                  ? missing(`a cell has fewer than ${leastForInteraction}`)
                  : cell(interaction.value, interaction.low, interaction.high),
              ]
            : []),
        ];
      }),
      note: 'These are gaps between people, not what the program made; mentored people of a group beside mentored people of all others. Would have shown: where a range holds 0 these numbers cannot tell, and only a gap of this size or more would have shown.',
    }),
  ];
}

function isMentored({ codes, mentored }: Dataset['groups'], row: number): boolean {
  return (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored;
}

/** How much larger the difference between mentored and others was in this group than in the rest; undefined with small cells. */
function interactionOf(
  { groups }: Dataset,
  { values }: Outcome,
  counts: Uint8Array,
  has: (row: number) => boolean,
  answered: (row: number) => boolean,
): { readonly value: number; readonly low: number; readonly high: number } | undefined {
  if (groups.labels.length === groups.mentored) return undefined;
  const pick = (inGroup: boolean, inProgram: boolean): Float64Array =>
    values.filter((value, row) => {
      const code = groups.codes[row] ?? -1;
      return (
        counts[row] === 1 &&
        !Number.isNaN(value) &&
        answered(row) &&
        has(row) === inGroup &&
        code >= 0 &&
        code < groups.mentored === inProgram
      );
    });
  const cells = [pick(true, true), pick(true, false), pick(false, true), pick(false, false)] as const;
  if (cells.some(({ length }) => length < leastForInteraction)) return undefined;
  const [own, rest] = [welch(cells[0], cells[1]), welch(cells[2], cells[3])];
  if (own === undefined || rest === undefined) return undefined;
  const value = own.difference - rest.difference;
  const far = normalQuantile(0.975) * Math.hypot(own.se, rest.se);
  return { value, low: value - far, high: value + far };
}
