// A number in two or more groups: means, the plain difference (Welch), and the difference with what was known at the start allowed for.
import { completeRows, designColumns, mentorClusters } from '../outcomes/design-columns.ts';
import { valuesByGroup, type GroupValues } from '../outcomes/by-group.ts';
import type { Covariate, Dataset } from '../outcomes/dataset.ts';
import { fitInteracted } from '../statistics/models/lin-interacted.ts';
import {
  coefficient,
  compareNested,
  fitLinear,
  type Coefficient,
  type ErrorKind,
  type LinearFit,
} from '../statistics/models/linear-model.ts';
import { NotEstimable, type Column } from '../statistics/models/orthogonalize.ts';
import { detectableMeanDifference } from '../statistics/power.ts';
import { moments } from '../statistics/summary.ts';
import { welch } from '../statistics/welch.ts';
import type { Comparison, Estimated, Outcome, Side } from './comparison.ts';
import type { ModelBook } from './model-book.ts';
import { grouped } from './sentences.ts';
import { notShownWhy } from './suppression.ts';

export interface MeansInput {
  readonly data: Dataset;
  readonly outcome: Outcome;
  readonly counts: Uint8Array;
  readonly among?: string;
  readonly minCell: number;
  readonly hide: readonly boolean[];
  readonly covariates: readonly Covariate[];
  /** Stated errors hold as they are; unstated: HC2, by mentor where mentees share one, and slopes may differ. */
  readonly errors: 'HC1' | 'HC2' | 'HC3' | undefined;
  /** The outcome's values by group, where they are at hand. */
  readonly apart?: readonly GroupValues[];
  /** What the models of all outcomes have in common, worked out once. Each stands for itself without. */
  readonly book?: ModelBook;
}

/** What the model of one outcome said; all mentored groups stand in one model. */
export interface Model {
  readonly n: number;
  readonly sides: readonly Side[];
  readonly estimates: readonly (Estimated | undefined)[];
  readonly allowedFor: string;
  readonly remarks: readonly string[];
  /** Residual SD. */
  readonly sigma: number;
}

/** A model with what it is of. */
export interface OutcomeModel {
  readonly outcome: Outcome;
  readonly among: string | undefined;
  readonly model: Model;
  /** By mentored group: not to be shown. */
  readonly hidden: readonly boolean[];
}

export function compareMeans(input: MeansInput): {
  readonly comparisons: Comparison[];
  readonly model: Model | undefined;
} {
  const { data, outcome, counts, among, minCell, hide } = input;
  const { labels, mentored } = data.groups;
  if (labels.length === mentored) return { comparisons: [], model: undefined };
  const apart = input.apart ?? valuesByGroup(data.groups, outcome.values, counts);
  const values = apart.map((own) => own.values);
  const sides = apart.map(({ n, values }, group) => sideOf(labels[group] ?? '', n, values));
  const small = (group: number): boolean =>
    (sides[group]?.known ?? 0) < minCell || (sides[mentored]?.known ?? 0) < minCell;
  const model = values.filter(({ length }) => length >= 3).length < 2 ? undefined : fitModel(input, sides);
  const other = sides[mentored];
  if (other === undefined) return { comparisons: [], model };
  const comparisons = sides.slice(0, mentored).map((own, group): Comparison => {
    const w = welch(values[group] ?? [], values[mentored] ?? []);
    const plain: Estimated | undefined =
      w === undefined
        ? undefined
        : {
            value: w.difference,
            low: w.low,
            high: w.high,
            p: w.p,
            se: w.se,
            df: w.df,
            method: 'difference of means, Welch (1947) interval, 95 %',
            testName: `Welch's t test, ${w.df.toFixed(1)} df`,
            n: own.known + other.known,
          };
    const adjusted = model?.estimates[group];
    const spread = adjusted === undefined ? pooled(own, other) : model?.sigma;
    return {
      outcome,
      among,
      own,
      other,
      hidden:
        small(group) || hide[group] === true || hide[mentored] === true
          ? notShownWhy(small(group), minCell)
          : undefined,
      edge: false,
      plain,
      unclustered: undefined,
      adjusted,
      allowedFor: adjusted === undefined ? undefined : model?.allowedFor,
      detectable: spread === undefined ? undefined : detectableMeanDifference(spread, own.known, other.known),
      bounds: undefined,
      remarks: model?.remarks ?? [],
    };
  });
  return { comparisons, model };
}

function sideOf(label: string, n: number, values: Float64Array): Side {
  const { mean, squares } = moments(values);
  const known = values.length;
  return {
    label,
    n,
    known,
    x: undefined,
    value: known === 0 ? undefined : mean,
    sd: known < 2 ? undefined : Math.sqrt(squares / (known - 1)),
  };
}

function pooled(a: Side, b: Side): number | undefined {
  if (a.sd === undefined || b.sd === undefined) return undefined;
  return Math.sqrt(((a.known - 1) * a.sd ** 2 + (b.known - 1) * b.sd ** 2) / (a.known + b.known - 2));
}

/** One linear model with an indicator for every mentored group; undefined where there is nothing to allow for. */
function fitModel(input: MeansInput, sides: readonly Side[]): Model | undefined {
  const { data, outcome, counts, book, errors } = input;
  if (book?.empty === true) return undefined;
  const { labels, mentored } = data.groups;
  const known = sides.reduce((sum, side) => sum + side.known, 0);
  const shared = book?.fit(outcome.values);
  if (book !== undefined && shared !== undefined) {
    const lost = known - shared.n;
    const own = lost === 0 ? undefined : valuesByGroup(data.groups, outcome.values, both(book.complete, counts));
    return modelOf(input, known, {
      n: shared.n,
      sigma: shared.sigma,
      words: wordsOf(book.clustered ? undefined : (errors ?? 'HC2')),
      remarks: [],
      sides: own?.map(({ n, values }, group) => sideOf(labels[group] ?? '', n, values)) ?? sides,
      interacted: shared.interacted !== undefined,
      estimates: labels
        .slice(0, mentored)
        .map((_, group) => (group === 0 ? shared.interacted : undefined) ?? shared.coefficients[group]),
    });
  }
  const found = fitAlone(input);
  return found === undefined ? undefined : modelOf(input, known, found);
}

interface Fitted {
  readonly n: number;
  readonly sigma: number;
  readonly words: string;
  readonly remarks: readonly string[];
  readonly sides: readonly Side[];
  readonly interacted: boolean;
  /** By mentored group; undefined where nobody is in it. */
  readonly estimates: readonly (Coefficient | undefined)[];
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((one, row) => (one === 1 && b[row] === 1 ? 1 : 0));
}

function wordsOf(kind: string | undefined): string {
  return kind === undefined ? 'CR2 errors by mentor with Satterthwaite degrees of freedom' : `${kind} errors`;
}

function modelOf({ covariates }: MeansInput, known: number, fitted: Fitted): Model {
  const { n, words } = fitted;
  const lost = known - n;
  const share = Math.round((100 * lost) / known);
  const allowed = covariates.map(({ name }) => name).join(', ');
  const method = fitted.interacted
    ? `difference of means, Lin's (2013) interacted model allowing for ${allowed}, ${words}, 95 %`
    : `difference of means, linear model${allowed === '' ? '' : ` allowing for ${allowed}`}, ${words}, 95 %`;
  return {
    n,
    sides: fitted.sides,
    estimates: fitted.estimates.map((one): Estimated | undefined => {
      if (one === undefined) return undefined;
      const { estimate, low, high, p, se, df } = one;
      const testName = `t test, ${words}, ${df.toFixed(1)} df`;
      return { value: estimate, low, high, p, se, df, method, testName, n };
    }),
    allowedFor: allowed,
    remarks: [
      ...fitted.remarks,
      ...(lost === 0
        ? []
        : [
            `${grouped(lost)} of ${grouped(known)} people (${share} %) are not in the comparison with allowance: something about their start is not known.`,
          ]),
    ],
    sigma: fitted.sigma,
  };
}

/** By itself: what all of these people agree on is left out, as is what the others already say. */
function fitAlone({ data, outcome, covariates, counts, errors }: MeansInput): Fitted | undefined {
  const { labels, mentored, codes } = data.groups;
  const { values } = outcome;
  const known = Int32Array.from(codes, (_, row) => row).filter(
    (row) => counts[row] === 1 && (codes[row] ?? -1) >= 0 && !Number.isNaN(values[row] ?? NaN),
  );
  const rows = completeRows(known, covariates);
  const y = Float64Array.from(rows, (row) => values[row] ?? NaN);
  let columns = designColumns(rows, covariates);
  const cluster = mentorClusters(rows, data.mentor);
  if (columns.length === 0 && cluster === undefined) return undefined;
  const indicators = labels.slice(0, mentored).map((label, group): Column => ({
    name: `in ${label}`,
    values: Float64Array.from(rows, (row) => (codes[row] === group ? 1 : 0)),
  }));
  const present = indicators.filter(({ values }) => (values as Float64Array).includes(1));
  if (present.length === 0 || !Int32Array.from(rows, (row) => codes[row] ?? -1).includes(mentored)) return undefined;
  const kind: ErrorKind = cluster !== undefined && errors === undefined ? { cluster } : (errors ?? 'HC2');
  const remarks: string[] = [];
  const fit = ((): LinearFit | undefined => {
    for (;;) {
      try {
        return fitLinear({ y, columns: [...present, ...columns], errors: kind });
      } catch (error) {
        if (!(error instanceof NotEstimable)) throw error;
        const name = error.column;
        if (error.reason !== 'collinear' || !columns.some((column) => column.name === name)) return undefined;
        remarks.push(`"${name ?? ''}" was left out of the allowance: the others already say it.`);
        columns = columns.filter((column) => column.name !== name);
      }
    }
  })();
  if (fit === undefined) return undefined;
  const lin = errors === undefined && present.length === 1 ? interacted(y, present[0], columns, kind, fit) : undefined;
  const complete = new Uint8Array(data.size);
  for (const row of rows) complete[row] = 1;
  return {
    n: rows.length,
    sigma: fit.sigma,
    words: wordsOf(typeof kind === 'string' ? kind : undefined),
    remarks,
    sides: valuesByGroup(data.groups, values, complete).map((own, group) =>
      sideOf(labels[group] ?? '', own.n, own.values),
    ),
    interacted: lin !== undefined,
    estimates: indicators.map((indicator) =>
      present.includes(indicator) ? (lin ?? coefficient(fit, indicator.name)) : undefined,
    ),
  };
}

/** Lin's form where slopes differ between the groups (F test at 5 %); undefined where they do not or it cannot be fitted. */
function interacted(
  y: Float64Array,
  group: Column | undefined,
  covariates: readonly Column[],
  errors: ErrorKind,
  reduced: LinearFit,
): ReturnType<typeof coefficient> | undefined {
  if (group === undefined || covariates.length === 0) return undefined;
  try {
    const { effect, fit } = fitInteracted({ y, group, covariates, errors });
    return compareNested(fit, reduced).p < 0.05 ? effect : undefined;
  } catch (error) {
    if (error instanceof NotEstimable) return undefined;
    throw error;
  }
}
