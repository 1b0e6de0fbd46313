// One model of one outcome by itself: what all of its people agree on is left out, as is what the groups or the others already say.
import { completeRows, designColumns, type DesignColumn } from '../outcomes/design-columns.ts';
import { mentorClusters, mentorLuck } from '../outcomes/mentor-clusters.ts';
import { valuesByGroup, type GroupValues } from '../outcomes/by-group.ts';
import type { Covariate, Dataset } from '../outcomes/dataset.ts';
import { fitInteracted } from '../statistics/models/lin-interacted.ts';
import {
  coefficient,
  fitLinear,
  withAtMost,
  type Coefficient,
  type ErrorKind,
} from '../statistics/models/linear-model.ts';
import { NotEstimable, type Column } from '../statistics/models/orthogonalize.ts';
import { moments } from '../statistics/summary.ts';
import { byMentorWords, type Outcome, type Side } from './comparison.ts';
import type { ModelBook } from './model-book.ts';

export interface MeansInput {
  readonly data: Dataset;
  readonly outcome: Outcome;
  readonly counts: Uint8Array;
  readonly among?: string;
  readonly minCell: number;
  readonly hide: readonly boolean[];
  readonly covariates: readonly Covariate[];
  /** HC2 where none are stated; by mentor wherever mentees share one. */
  readonly errors: 'HC1' | 'HC2' | 'HC3' | undefined;
  /** Slopes of their own for each group (Lin 2013), asked for beforehand; one slope for all without. */
  readonly interacted?: boolean;
  /** The outcome's values by group, where they are at hand. */
  readonly apart?: readonly GroupValues[];
  /** What the models of all outcomes have in common, worked out once. Each stands for itself without. */
  readonly book?: ModelBook | undefined;
}

export interface Fitted {
  readonly n: number;
  readonly words: string;
  readonly remarks: readonly string[];
  readonly sides: readonly Side[];
  /** Names of what the model allows for. */
  readonly allowed: readonly string[];
  /** Whether something that was to be allowed for separates the groups. */
  readonly separated: boolean;
  /** By mentored group; undefined where nobody is in it. */
  readonly estimates: readonly (Coefficient | undefined)[];
}

/** How errors are reckoned, in words. */
export function wordsOf(kind: string | undefined): string {
  return kind === undefined ? byMentorWords : `${kind} errors`;
}

/** The columns of one outcome's model, over the people of whom it and all that is allowed for is known. */
export interface OwnDesign {
  readonly rows: Int32Array;
  readonly y: Float64Array;
  readonly indicators: readonly Column[];
  readonly present: readonly Column[];
  readonly columns: readonly DesignColumn[];
  readonly errors: ErrorKind;
}

/** Undefined where there is nobody to compare with, or nothing to allow for. */
export function ownDesign({ data, outcome, covariates, counts, errors }: MeansInput): OwnDesign | undefined {
  const { labels, mentored, codes } = data.groups;
  const { values } = outcome;
  const known = Int32Array.from(codes, (_, row) => row).filter(
    (row) => counts[row] === 1 && (codes[row] ?? -1) >= 0 && !Number.isNaN(values[row] ?? NaN),
  );
  const rows = completeRows(known, covariates);
  const columns = designColumns(rows, covariates);
  const cluster = mentorClusters(rows, data);
  if (columns.length === 0 && cluster === undefined) return undefined;
  const indicators = labels.slice(0, mentored).map((label, group): Column => ({
    name: `in ${label}`,
    values: Float64Array.from(rows, (row) => (codes[row] === group ? 1 : 0)),
  }));
  const present = indicators.filter((one) => (one.values as Float64Array).includes(1));
  if (present.length === 0 || !Int32Array.from(rows, (row) => codes[row] ?? -1).includes(mentored)) return undefined;
  return {
    rows,
    y: Float64Array.from(rows, (row) => values[row] ?? NaN),
    indicators,
    present,
    columns,
    errors: cluster === undefined ? (errors ?? 'HC2') : { cluster },
  };
}

export function fitAlone(input: MeansInput): Fitted | undefined {
  const { data, outcome, interacted } = input;
  const design = ownDesign(input);
  if (design === undefined) return undefined;
  const { rows, y, indicators, present, errors } = design;
  const remarks: string[] = [];
  const fitted = (columns: readonly DesignColumn[]): readonly Coefficient[] => {
    if (interacted === true && columns.length > 0)
      return fitInteracted({ y, groups: present, covariates: columns, errors }).effects;
    const fit = fitLinear({ y, columns: [...present, ...columns], errors });
    return present.map(({ name }) => coefficient(fit, name));
  };
  let { columns } = design;
  let separated = false;
  for (;;) {
    try {
      const found = fitted(columns);
      const complete = new Uint8Array(data.size);
      for (const row of rows) complete[row] = 1;
      return {
        n: rows.length,
        words: wordsOf(typeof errors === 'string' ? errors : undefined),
        remarks,
        sides: valuesByGroup(data.groups, outcome.values, complete).map((own, group) =>
          sideOf(data.groups.labels[group] ?? '', own.n, own.values),
        ),
        allowed: [...new Set(columns.map(({ of }) => of))],
        separated,
        estimates: indicators.map((indicator, group) => {
          const one = found[present.indexOf(indicator)];
          if (one === undefined || typeof errors === 'string') return one;
          return withAtMost(one, mentorLuck(data, group, complete).effective - 1);
        }),
      };
    } catch (error) {
      if (!(error instanceof NotEstimable)) throw error;
      const dropped = error.reason === 'collinear' ? droppedOf(columns, error.column) : undefined;
      if (dropped === undefined) return undefined;
      const why = whyDropped(dropped, present);
      separated ||= why.separates;
      remarks.push(why.words);
      columns = columns.filter((column) => column !== dropped);
    }
  }
}

/** The column that cannot be told from the others, or the one that it is crossed with. */
function droppedOf(columns: readonly DesignColumn[], name: string | undefined): DesignColumn | undefined {
  return (
    columns.find((column) => column.name === name) ??
    columns.find((column) => name?.endsWith(`:${column.name}`) === true)
  );
}

function whyDropped(
  { name, values }: DesignColumn,
  groups: readonly Column[],
): { readonly separates: boolean; readonly words: string } {
  const groupOf = (i: number): number => groups.findIndex((group) => group.values[i] === 1);
  const first = new Map<number, number>();
  const separates = Array.from(values).every((value, i) => {
    const group = groupOf(i);
    const seen = first.get(group) ?? value;
    first.set(group, seen);
    return seen === value;
  });
  return {
    separates,
    words: separates
      ? `"${name}" separates the groups: everybody in a group is alike in it, so nothing can allow for it.`
      : `"${name}" was left out of the allowance: the others already say it.`,
  };
}

export function sideOf(label: string, n: number, values: Float64Array): Side {
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
