// Rates compared within strata (Mantel-Haenszel), or with weights that make the groups alike at the start (overlap weights).
import { completeRows, designColumns } from '../outcomes/design-columns.ts';
import { maskOf, mentorClusters, mentorLuck } from '../outcomes/mentor-clusters.ts';
import { categoryOf, type Category, type Covariate, type Dataset } from '../outcomes/dataset.ts';
import { mantelHaenszel, type Stratum } from '../statistics/mantel-haenszel.ts';
import { coefficient, fitLinear } from '../statistics/models/linear-model.ts';
import { NotEstimable } from '../statistics/models/orthogonalize.ts';
import { detectableBeside } from '../statistics/power.ts';
import { named, text } from './cells.ts';
import { byMentor, type Comparison, type Estimated } from './comparison.ts';
import { peopleOf, weighted, type Found } from './weighted.ts';
import type { Block, Cell } from '../report/report.ts';
import { groupColumn, outcomeColumn, ranged } from '../report/table-columns.ts';

interface Allowance {
  readonly data: Dataset;
  readonly counts: Uint8Array;
  readonly strata: readonly Category[];
  readonly baselines: readonly Covariate[];
  readonly overlap: boolean;
}

/** Fills `adjusted` where strata are named or overlap weights are asked for. */
export function allowShares(compared: readonly Comparison[], allowance: Allowance): Comparison[] {
  return compared.map((one) => {
    if (one.hidden !== undefined || one.edge) return one;
    const group = allowance.data.groups.labels.indexOf(one.own.label);
    const found = allowance.overlap ? weighted(one, group, allowance) : withinStrata(one, group, allowance);
    return found === undefined ? one : { ...one, ...found };
  });
}

export function withinStrata(
  one: Comparison,
  group: number,
  allowance: Pick<Allowance, 'data' | 'counts' | 'strata'>,
): Found | undefined {
  const { strata, data } = allowance;
  if (strata.length === 0) return undefined;
  const tables = new Map<string, { x1: number; n1: number; x2: number; n2: number }>();
  const rows = completeRows(peopleOf(allowance, one, group), strata);
  const keyOf = (row: number): string => strata.map(({ codes }) => codes[row]).join(' ');
  for (const row of rows) {
    const key = keyOf(row);
    const table = tables.get(key) ?? { x1: 0, n1: 0, x2: 0, n2: 0 };
    const value = one.outcome.values[row] ?? 0;
    if (data.groups.codes[row] === group) {
      table.n1++;
      table.x1 += value;
    } else {
      table.n2++;
      table.x2 += value;
    }
    tables.set(key, table);
  }
  const mh = mantelHaenszel([...tables.values()] satisfies Stratum[]);
  const names = strata.map(({ name }) => name).join(', ');
  if (mh === undefined)
    return {
      adjusted: undefined,
      allowedFor: undefined,
      unallowed: true,
      remarks: [
        `No allowance could be made: nobody of "${one.own.label}" shares their ${names} with anybody compared.`,
      ],
    };
  const alone = mh.withoutComparison.first + mh.withoutComparison.second;
  const alike: Estimated = {
    value: mh.riskDifference,
    low: mh.low,
    high: mh.high,
    p: mh.p,
    se: mh.se,
    df: undefined,
    method: `difference of rates within ${names}, Mantel-Haenszel with Sato's (1989) variance, 95 %`,
    testName: 'z test, Mantel-Haenszel',
    n: rows.length - alone,
  };
  const told = rows.filter((row) => {
    const { n1, n2 } = tables.get(keyOf(row)) ?? { n1: 0, n2: 0 };
    return n1 > 0 && n2 > 0;
  });
  const adjusted = withinMentors(one, group, { data, strata }, told, names) ?? alike;
  return {
    adjusted,
    allowedFor: names,
    detectable: detectableBeside(adjusted),
    remarks:
      alone === 0
        ? []
        : [
            `${alone} people are in a part of ${names} where the other group has nobody: they say nothing in the comparison with allowance.`,
          ],
  };
}

/**
 * The same difference with errors by mentor: Mantel-Haenszel's is that of a line with a level of its own for each stratum. Undefined
 * where nobody shares a mentor.
 */
function withinMentors(
  { outcome }: Comparison,
  group: number,
  { data, strata }: Pick<Allowance, 'data' | 'strata'>,
  rows: Int32Array,
  names: string,
): Estimated | undefined {
  const cluster = mentorClusters(rows, data);
  if (cluster === undefined) return undefined;
  const words = Array.from(rows, (row) => strata.map(({ codes }) => codes[row]).join(' '));
  const within = categoryOf(names, words);
  const columns = [
    { name: 'group', values: Float64Array.from(rows, (row) => (data.groups.codes[row] === group ? 1 : 0)) },
    ...designColumns(
      Int32Array.from(rows, (_, i) => i),
      [within],
    ),
  ];
  const y = Float64Array.from(rows, (row) => outcome.values[row] ?? NaN);
  try {
    const luck = mentorLuck(data, group, maskOf(rows, data.size));
    return byMentor(
      coefficient(fitLinear({ y, columns, errors: { cluster } }), 'group'),
      luck,
      rows.length,
      `rates within ${names}`,
    );
  } catch (error) {
    if (error instanceof NotEstimable) return undefined;
    throw error;
  }
}

/** Beside the plain difference, what it is with the allowance. */
export function strataTable(compared: readonly Comparison[]): Block[] {
  const some = compared.filter((one) => one.adjusted !== undefined && one.hidden === undefined && !one.edge);
  if (some.length === 0) return [];
  const cell = (estimate: Estimated | undefined): Cell =>
    estimate === undefined
      ? { kind: 'missing', why: 'cannot be computed' }
      : { kind: 'estimate', value: estimate.value, low: estimate.low, high: estimate.high, as: 'points' };
  return [
    {
      kind: 'table',
      table: {
        id: 'adjusted',
        title: 'With allowance for how people began',
        columns: [
          outcomeColumn,
          groupColumn,
          ranged('plain', 'as counted'),
          ranged('adjusted', 'with allowance'),
          { id: 'for', title: 'for', wrap: true },
        ],
        rows: some.map((one) => [
          named(one.outcome.label),
          text(one.own.label),
          cell(one.plain),
          cell(one.adjusted),
          text(one.allowedFor ?? ''),
        ]),
      },
    },
  ];
}
