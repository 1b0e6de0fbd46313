// What it would take to explain a difference away: how strong something unmeasured would have to be, beside the strongest thing measured.
import type { Covariate, Dataset } from '../outcomes/dataset.ts';
import { completeRows, designColumns } from '../outcomes/design-columns.ts';
import type { StartField } from '../outcomes/start-differences.ts';
import { coefficient, fitLinear, type LinearFit } from '../statistics/models/linear-model.ts';
import { NotEstimable, type Column } from '../statistics/models/orthogonalize.ts';
import {
  asStrongAs,
  biasFactor,
  eValue,
  eValueOfRange,
  partialR2,
  robustnessValue,
} from '../statistics/sensitivity.ts';
import type { Block, Cell, Claim } from '../report/report.ts';
import { groupColumn, numbers, outcomeColumn } from '../report/table-columns.ts';
import { missing, named, number, share, text } from './cells.ts';
import { headline, type Comparison } from './comparison.ts';
import { inWords } from './sentences.ts';
import { nearEdge } from './suppression.ts';
import { peopleOf } from './weighted.ts';

interface SensitivityInput {
  readonly data: Dataset;
  readonly counts: Uint8Array;
  readonly baselines: readonly Covariate[];
  readonly minCell: number;
  /** Everything known from before, whatever is allowed for: of it the strongest is set beside. */
  readonly onFile: readonly StartField[];
}

interface Needed {
  readonly one: Comparison;
  readonly value: number;
  /** For the nearer end of the range. */
  readonly end: number;
  readonly strongest: Strongest | undefined;
}

interface Strongest {
  readonly name: string;
  readonly words: string;
}

/** Of differences whose range leaves out 0, where no lottery says who was mentored. */
export function sensitivityBlocks(
  compared: readonly Comparison[],
  claimFor: (one: Comparison) => Claim,
  input: SensitivityInput,
): Block[] {
  const some = compared.filter((one) => {
    const estimate = headline(one);
    const level = claimFor(one).level;
    const apart = estimate !== undefined && (estimate.low > 0 || estimate.high < 0);
    return apart && one.hidden === undefined && !one.edge && one.unallowed !== true && level > 0 && level < 4;
  });
  const rates = some.flatMap((one) => (one.outcome.kind === 'yes-no' ? (ratesNeeded(one, input) ?? []) : []));
  const means = some.flatMap((one) => (one.outcome.kind === 'number' ? (meansNeeded(one, input) ?? []) : []));
  if (rates.length + means.length === 0) return [];
  const row = ({ one, value, end, strongest }: Needed, cell: (value: number) => Cell): Cell[] => [
    named(one.outcome.label),
    text(one.own.label),
    text(one.outcome.kind === 'yes-no' ? 'risk ratio (E-value)' : 'share explained (robustness value)'),
    cell(value),
    cell(end),
    strongest === undefined ? missing('nothing is measured') : text(`${strongest.name}: ${strongest.words}`),
  ];
  return [
    ...rates.map(({ one, value, end, strongest }): Block => ({
      kind: 'prose',
      text: `To explain the difference in ${inWords(one.outcome.label)} away, something unmeasured would have to go with being in "${one.own.label}" and with the outcome by a risk ratio of ${value.toFixed(2)} each (${end.toFixed(2)} to make the range hold 0).${beside(strongest)}`,
    })),
    ...means.map(({ one, value, end, strongest }): Block => ({
      kind: 'prose',
      text: `To explain the difference in ${inWords(one.outcome.label)} away, something unmeasured would have to explain ${percent(value)} of what is left of who is in "${one.own.label}" and of the outcome (${percent(end)} to make the range hold 0).${beside(strongest)}`,
    })),
    {
      kind: 'table',
      table: {
        id: 'sensitivity',
        title: 'What it would take to explain a difference away',
        columns: [
          outcomeColumn,
          groupColumn,
          { id: 'measure', title: 'told as', wrap: true },
          numbers('needed', 'to nothing'),
          numbers('needed-range', 'to hold 0'),
          { id: 'strongest', title: 'strongest thing measured', wrap: true },
        ],
        rows: [...rates.map((one) => row(one, (value) => number(value))), ...means.map((one) => row(one, share))],
        note: 'E-value: VanderWeele and Ding (2017). Robustness value: Cinelli and Hazlett (2020). What is already allowed for comes on top.',
      },
    },
  ];
}

function beside(strongest: Strongest | undefined): string {
  return strongest === undefined
    ? ' Nothing is measured from the start to set beside it.'
    : ` The strongest thing measured, ${strongest.name}, has ${strongest.words}.`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

/** The ratio of the rates as the difference that is judged has it. */
function ratesNeeded(one: Comparison, input: SensitivityInput): Needed | undefined {
  const estimate = headline(one);
  const base = one.other.value ?? 0;
  if (estimate === undefined || !(base > 0)) return undefined;
  const ratio = (difference: number): number => Math.max(1e-6, (base + difference) / base);
  return {
    one,
    value: eValue(ratio(estimate.value)),
    end: eValueOfRange(ratio(estimate.low), ratio(estimate.high)),
    strongest: strongestOfRates(one, input),
  };
}

/** Each thing measured cut in two; the one that could move a risk ratio most. */
function strongestOfRates(one: Comparison, input: SensitivityInput): Strongest | undefined {
  const { data, onFile } = input;
  const group = data.groups.labels.indexOf(one.own.label);
  const people = peopleOf(input, one, group);
  const share = (rows: Int32Array, test: (row: number) => boolean): number =>
    rows.length === 0 ? NaN : rows.filter(test).length / rows.length;
  const found = onFile.flatMap((field) =>
    halves(field, people).flatMap(({ name, has }) => {
      const [own, other] = [true, false].map((inside) =>
        people.filter((row) => (data.groups.codes[row] === group) === inside && has(row) !== undefined),
      ) as [Int32Array, Int32Array];
      const withGroup = share(own, (row) => has(row) === true) / share(other, (row) => has(row) === true);
      // What few have jumps about, and its ratio would give them back.
      const few = [own, other].some((rows) => {
        const having = rows.filter((row) => has(row) === true).length;
        return Math.min(having, rows.length - having) < Math.max(input.minCell, 0.05 * rows.length);
      });
      if (few) return [];
      const yes = (row: number): boolean => one.outcome.values[row] === 1;
      const [those, rest] = [true, false].map((side) =>
        share(
          other.filter((row) => has(row) === side),
          yes,
        ),
      ) as [number, number];
      const edge = [true, false].some((side) => {
        const rows = other.filter((row) => has(row) === side);
        return nearEdge(rows.filter(yes).length, rows.length, input.minCell);
      });
      if (edge) return [];
      const withOutcome = those / rest;
      if (![withGroup, withOutcome].every((ratio) => Number.isFinite(ratio) && ratio > 0)) return [];
      const ratios = [withGroup, withOutcome].map((ratio) => Math.max(ratio, 1 / ratio)) as [number, number];
      return [{ name, ratios, moves: biasFactor(...ratios) }];
    }),
  );
  const [most] = found.sort((a, b) => b.moves - a.moves);
  if (most === undefined) return undefined;
  const [withGroup, withOutcome] = most.ratios;
  return {
    name: most.name,
    words: `${withGroup.toFixed(2)} with the group and ${withOutcome.toFixed(2)} with the outcome`,
  };
}

function halves(
  field: StartField,
  people: Int32Array,
): readonly { readonly name: string; readonly has: (row: number) => boolean | undefined }[] {
  if (field.kind === 'several')
    return field.levels.map((level, code) => ({
      name: `${field.name} ${level}`,
      has: (row) => field.has[code]?.[row] === 1,
    }));
  if (field.kind === 'category')
    return field.levels.map((level, code) => ({
      name: `${field.name} ${level}`,
      has: (row) => ((field.codes[row] ?? -1) < 0 ? undefined : field.codes[row] === code),
    }));
  const known = Float64Array.from(people, (row) => field.values[row] ?? NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const middle = known[Math.floor(known.length / 2)] ?? NaN;
  return [
    {
      name: `${field.name} (upper half)`,
      has: (row) => (Number.isNaN(field.values[row] ?? NaN) ? undefined : (field.values[row] ?? NaN) >= middle),
    },
  ];
}

function meansNeeded(one: Comparison, { data, counts, baselines, onFile }: SensitivityInput): Needed | undefined {
  const group = data.groups.labels.indexOf(one.own.label);
  const allowed = (one.allowedFor ?? '').split(', ');
  const covariates = baselines.filter(({ name }) => allowed.includes(name));
  const rows = completeRows(peopleOf({ data, counts }, one, group), covariates);
  const columns = designColumns(rows, covariates);
  const fits = modelsOf(one, group, data, rows, columns);
  if (fits === undefined) return undefined;
  const { t } = coefficient(fits.outcome, inGroup);
  // A stratum of the design is nothing that was measured of people.
  const isMeasured = (one: StartField): boolean => one.kind !== 'category' || one.design !== true;
  const measured = new Set(covariates.filter(isMeasured).map(({ name }) => name));
  const others = onFile.filter((one) => isMeasured(one) && !covariates.some((own) => own.name === one.name));
  const strengths = [
    ...columns.filter(({ of }) => measured.has(of)).flatMap((column) => strengthOf(column, fits)),
    // What is measured and not allowed for is set beside by a model that has it, too.
    ...others.flatMap((field) => {
      if (field.kind === 'several') return [];
      const some = completeRows(rows, [field]);
      const own = designColumns(some, [field]);
      const wider = modelsOf(one, group, data, some, [...designColumns(some, covariates), ...own]);
      return wider === undefined ? [] : own.flatMap((column) => strengthOf(column, wider));
    }),
  ];
  const [most] = strengths.sort((a, b) => b.group * b.outcome - a.group * a.outcome);
  return {
    one,
    value: robustnessValue(t, fits.outcome.residualDf),
    end: robustnessValue(t, fits.outcome.residualDf, 0.05),
    strongest:
      most === undefined
        ? undefined
        : { name: most.name, words: `${percent(most.group)} of the one and ${percent(most.outcome)} of the other` },
  };
}

const inGroup = 'in the group';

interface Models {
  /** The outcome by the group and the rest, and the group by the rest, with classic errors. */
  readonly outcome: LinearFit;
  readonly group: LinearFit | undefined;
}

function modelsOf(
  one: Comparison,
  group: number,
  { groups }: Dataset,
  rows: Int32Array,
  columns: readonly Column[],
): Models | undefined {
  const y = Float64Array.from(rows, (row) => one.outcome.values[row] ?? NaN);
  const inside = Float64Array.from(rows, (row) => (groups.codes[row] === group ? 1 : 0));
  try {
    return {
      outcome: fitLinear({ y, columns: [{ name: inGroup, values: inside }, ...columns], errors: 'classic' }),
      group: columns.length === 0 ? undefined : fitLinear({ y: inside, columns, errors: 'classic' }),
    };
  } catch (error) {
    if (error instanceof NotEstimable) return undefined;
    throw error;
  }
}

function strengthOf(
  { name }: Column,
  { outcome, group }: Models,
): { readonly name: string; readonly group: number; readonly outcome: number }[] {
  if (group === undefined) return [];
  const found = asStrongAs(
    partialR2(coefficient(group, name).t, group.residualDf),
    partialR2(coefficient(outcome, name).t, outcome.residualDf),
  );
  return found === undefined ? [] : [{ name, ...found }];
}
