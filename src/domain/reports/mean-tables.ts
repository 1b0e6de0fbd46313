// Tables of outcomes that are numbers: what they were, how they differ, and the models behind that.
import type { GroupValues } from '../outcomes/by-group.ts';
import type { Dataset, Grouping } from '../outcomes/dataset.ts';
import { hedgesGFromMoments, standardized } from './effect-size.ts';
import { summarize, type Summary } from '../statistics/summary.ts';
import {
  count,
  differenceCell,
  hiddenReading,
  missing,
  named,
  number,
  pValue,
  share,
  suppressed,
  text,
} from './cells.ts';
import type { Comparison, Outcome } from './comparison.ts';
import type { OutcomeModel } from './compare-means.ts';
import type { Cell, Finding, Table } from '../report/report.ts';
import { digitsFor, spoken } from './sentences.ts';
import { reading } from './share-tables.ts';
import { groupColumn, intervalColumn, numbers, outcomeColumn, ranged, readingColumn } from '../report/table-columns.ts';

/** An outcome's values summed up, by group. */
export interface Described {
  readonly outcome: Outcome;
  /** Groups not to be shown. */
  readonly hide: readonly boolean[];
  readonly groups: readonly {
    readonly label: string;
    readonly n: number;
    readonly known: number;
    readonly summary: Summary | undefined;
  }[];
}

/** `apart`: its values by group. */
export function describe(
  { groups }: Dataset,
  outcome: Outcome,
  apart: readonly GroupValues[],
  hide: readonly boolean[],
): Described {
  return {
    outcome,
    hide,
    groups: apart.map(({ n, values }, group) => ({
      label: groups.labels[group] ?? '',
      n,
      known: values.length,
      summary: summarize(values),
    })),
  };
}

export function describeTable(described: readonly Described[], minCell: number): Table {
  return {
    id: 'values',
    title: 'What was measured',
    columns: [
      outcomeColumn,
      groupColumn,
      numbers('known', 'known'),
      numbers('unknown', 'unknown'),
      numbers('mean', 'mean'),
      numbers('sd', 'SD'),
      numbers('median', 'median'),
      { ...numbers('quartiles', 'middle half'), csv: ['q1', 'q3'] },
    ],
    rows: described.flatMap(({ outcome, groups, hide }) => {
      return groups.map(({ label, n, known, summary }, index): Cell[] => {
        const head = [named(outcome.label), text(label)];
        if (hide[index] === true) return [...head, ...Array.from({ length: 6 }, () => suppressed(minCell))];
        if (summary === undefined)
          return [
            ...head,
            count(0),
            n === 0 ? count(0) : share(1),
            ...Array.from({ length: 4 }, () => missing('nothing is known')),
          ];
        const digits = digitsFor(Math.abs(summary.mean), 'number');
        return [
          ...head,
          count(known),
          share((n - known) / n),
          number(summary.mean, digits),
          number(summary.sd, digits),
          number(summary.median, digits),
          { kind: 'interval', low: summary.q1, high: summary.q3, as: 'number', digits },
        ];
      });
    }),
  };
}

/** `technical`: the difference in standard deviations with its range. */
export function meansTable(
  compared: readonly Comparison[],
  findings: readonly Finding[],
  minCell: number,
  technical: boolean,
): Table {
  const allowed = compared.find(({ allowedFor }) => (allowedFor ?? '') !== '')?.allowedFor;
  return {
    id: 'differences-in-means',
    title: 'Differences from the comparison group',
    columns: [
      outcomeColumn,
      groupColumn,
      ranged('plain', 'as measured (95 % interval)'),
      ranged('adjusted', 'with allowance'),
      technical ? ranged('g', 'in SD (95 % interval)') : numbers('g', 'in SD'),
      readingColumn,
    ],
    rows: compared.map((one, index): Cell[] => [
      named(one.outcome.label),
      text(one.own.label),
      differenceCell(one.plain, one, minCell),
      one.adjusted === undefined && one.hidden === undefined
        ? missing(one.unallowed === true ? 'no allowance can be made' : 'nothing to allow for')
        : differenceCell(one.adjusted, one, minCell),
      one.hidden === undefined ? inSd(one, technical) : suppressed(minCell),
      one.hidden === undefined ? text(reading(findings[index]?.verdict)) : hiddenReading(minCell),
    ]),
    note: `${
      allowed === undefined
        ? ''
        : allowed === 'cohort'
          ? 'With allowance: everybody is compared within their own cohort. '
          : `With allowance: as if the groups had begun alike in ${spoken(allowed)}. `
    }In SD: as a share of the usual spread between people.`,
  };
}

/** The estimate that stands beside it, with allowance where it has one, over the SD. */
function inSd(one: Comparison, technical: boolean): Cell {
  const { own, other, adjusted } = one;
  const found = adjusted === undefined ? hedgesGFromMoments(own, other) : standardized(adjusted, own, other);
  if (found === undefined || !technical) return number(found?.g);
  return { kind: 'estimate', value: found.g, low: found.low, high: found.high, as: 'number', digits: 2 };
}

/** The models whole, as published tables print them: comparison mean and SD among the model's people, then each group's coefficient. */
export function modelTable(models: readonly OutcomeModel[], { labels, mentored }: Grouping, minCell: number): Table {
  const small = ({ model, hidden }: OutcomeModel, group: number): boolean =>
    hidden[group] === true ||
    (model.sides[group]?.known ?? 0) < minCell ||
    (model.sides[mentored]?.known ?? 0) < minCell;
  return {
    id: 'models',
    title: 'Models',
    columns: [
      outcomeColumn,
      { id: 'among', title: 'among', once: true },
      groupColumn,
      numbers('n', 'n'),
      numbers('comparison-mean', 'comparison mean'),
      numbers('comparison-sd', 'comparison SD'),
      numbers('estimate', 'estimate'),
      numbers('se', 'se'),
      intervalColumn,
      numbers('df', 'df'),
      numbers('p', 'p'),
    ],
    rows: models.flatMap((one) =>
      labels.slice(0, mentored).map((label, group): Cell[] => {
        const head = [named(one.outcome.label), text(one.among ?? 'all'), text(label)];
        if (small(one, group)) return [...head, ...Array.from({ length: 8 }, () => suppressed(minCell))];
        const estimate = one.model.estimates[group];
        const other = one.model.sides[mentored];
        return [
          ...head,
          // Of all groups together, which would give a hidden one away.
          one.hidden.includes(true) ? suppressed(minCell) : count(one.model.n),
          number(other?.value, 3),
          number(other?.sd, 3),
          number(estimate?.value, 3),
          number(estimate?.se, 3),
          estimate === undefined
            ? missing('cannot be computed')
            : { kind: 'interval', low: estimate.low, high: estimate.high, as: 'number', digits: 3 },
          number(estimate?.df, 1),
          estimate === undefined ? missing('cannot be computed') : pValue(estimate.p),
        ];
      }),
    ),
    note: models[0] === undefined ? '' : (models[0].model.estimates.find((one) => one !== undefined)?.method ?? ''),
  };
}
