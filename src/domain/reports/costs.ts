// What mentoring costs a person, and a person kept who else had left: only where the design lets the difference be called its own.
import type { CostPlan } from '../program/program.ts';
import type { Block, Cell, Claim } from '../report/report.ts';
import { groupColumn, numbers, outcomeColumn, ranged } from '../report/table-columns.ts';
import { proseBlocks, tableBlock } from './blocks.ts';
import { missing, named, number, text } from './cells.ts';
import { headline, type Comparison } from './comparison.ts';
import { upper } from './sentences.ts';

/** Nothing without costs in the program file. Below level 3, or where the range holds 0, nothing is said of an extra person. */
export function costBlocks(costs: CostPlan | undefined, compared: readonly Comparison[], claim: Claim): Block[] {
  if (costs === undefined) return [];
  const { money, hours, currency } = costs;
  const units = [
    ...(money === undefined ? [] : [{ id: 'money', each: money, words: currency ?? 'money', digits: 0 }]),
    ...(hours === undefined ? [] : [{ id: 'hours', each: hours, words: 'hours', digits: 0 }]),
  ];
  const each = units.map(({ each: amount, words }) => `${amount.toLocaleString('en-US')} ${words}`).join(' and ');
  const shown = compared.filter((one) => one.hidden === undefined && !one.edge && one.outcome.higherIs === 'better');
  if (units.length === 0 || shown.length === 0) return [];
  const lines = claim.level < 3 ? [] : shown.filter((one) => (headline(one)?.low ?? 0) > 0);
  if (lines.length === 0)
    return proseBlocks([
      `Mentoring one person costs ${each}. What one more person kept costs is not said: ${claim.level < 3 ? 'the groups are not known to have been alike, so the difference is not known to be the work of mentoring' : 'the range of the difference holds none at all'}.`,
    ]);
  const [first] = lines;
  const [unit] = units;
  const estimate = first === undefined ? undefined : headline(first);
  const told =
    first === undefined || estimate === undefined || unit === undefined
      ? []
      : [
          `Mentoring one person costs ${each}. For one more person ${upper(first.outcome.label).toLowerCase()} that is ${Math.round(unit.each / estimate.value).toLocaleString('en-US')} ${unit.words}, from ${Math.round(unit.each / estimate.high).toLocaleString('en-US')} to ${Math.round(unit.each / estimate.low).toLocaleString('en-US')}${claim.level === 3 ? ', if the whole difference is the work of mentoring' : ''}.`,
        ];
  return [
    ...proseBlocks(told),
    tableBlock({
      id: 'costs',
      title: 'Costs',
      columns: [
        outcomeColumn,
        groupColumn,
        ...units.flatMap(({ id, words }) => [
          numbers(`${id}-each`, `${words} a person`),
          ranged(`${id}-extra`, `${words} for one more (95 % interval)`),
        ]),
      ],
      rows: lines.map((one): Cell[] => {
        const found = headline(one);
        return [
          named(one.outcome.label),
          text(one.own.label),
          ...units.flatMap(({ each: amount, digits }): Cell[] => [
            number(amount, digits),
            found === undefined
              ? missing('cannot be computed')
              : {
                  kind: 'estimate',
                  value: amount / found.value,
                  low: amount / found.high,
                  high: amount / found.low,
                  as: 'number',
                  digits,
                },
          ]),
        ];
      }),
    }),
  ];
}
