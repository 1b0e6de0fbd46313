// A number in two or more groups: means, the plain difference (Welch), and the difference with what was known at the start allowed for.
import { valuesByGroup, type GroupValues } from '../outcomes/by-group.ts';
import type { Dataset } from '../outcomes/dataset.ts';
import { mentorLuck } from '../outcomes/mentor-clusters.ts';
import { farthestBounds } from '../statistics/missing-bounds.ts';
import { withAtMost } from '../statistics/models/linear-model.ts';
import { detectableBeside } from '../statistics/power.ts';
import { welch } from '../statistics/welch.ts';
import type { Comparison, Estimated, Outcome, Side } from './comparison.ts';
import { fitAlone, sideOf, wordsOf, type Fitted, type MeansInput } from './fit-means.ts';
import { grouped } from './sentences.ts';
import { notShownWhy } from './suppression.ts';

/** What the model of one outcome said; all mentored groups stand in one model. */
export interface Model {
  readonly n: number;
  readonly sides: readonly Side[];
  readonly estimates: readonly (Estimated | undefined)[];
  /** Names of what is in the model. */
  readonly allowed: readonly string[];
  readonly allowedFor: string;
  readonly separated: boolean;
  readonly remarks: readonly string[];
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
    const plain = plainOf(values[group] ?? new Float64Array(0), values[mentored] ?? new Float64Array(0));
    // Without spread in either group what a model calls an error is rounding.
    const adjusted = plain === undefined ? undefined : model?.estimates[group];
    const judged = adjusted ?? plain;
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
      ...(model?.separated === true ? { unallowed: true } : {}),
      allowedFor: adjusted === undefined ? undefined : model?.allowedFor,
      detectable: judged === undefined ? undefined : detectableBeside(judged),
      bounds: judged === undefined ? undefined : boundsOf(outcome, apart[group], apart[mentored], judged),
      fewMentors: tooFew(data, group, counts, outcome),
      remarks: [...(plain === undefined ? withoutSpread(outcome, own, other) : []), ...(model?.remarks ?? [])],
    };
  });
  return { comparisons, model };
}

/** What the unknown could make of a difference that would be told; one that is open stays so. */
function boundsOf(
  { higherIs }: Outcome,
  own: GroupValues | undefined,
  other: GroupValues | undefined,
  judged: Estimated,
): Comparison['bounds'] {
  if (own === undefined || other === undefined || (judged.low <= 0 && judged.high >= 0)) return undefined;
  if (own.n === own.values.length && other.n === other.values.length) return undefined;
  const { low, high } = farthestBounds(own, other);
  return higherIs === 'better' ? { against: low, inFavour: high } : { against: high, inFavour: low };
}

function plainOf(own: Float64Array, other: Float64Array): Estimated | undefined {
  const w = welch(own, other);
  return w === undefined
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
        n: own.length + other.length,
      };
}

/** Why there is no difference with a range, where enough people are known. */
function withoutSpread({ label }: Outcome, own: Side, other: Side): string[] {
  if (own.known < 2 || other.known < 2) return [];
  const same = Math.abs((own.value ?? 0) - (other.value ?? 0)) <= 1e-9 * Math.abs(own.value ?? 0);
  return same
    ? [`${label}: everybody has the same, so there is nothing to compare.`]
    : [
        `${label}: within each group everybody has the same. No error can be reckoned from that, so no difference is claimed.`,
      ];
}

/** One linear model with an indicator for every mentored group; undefined where there is nothing to allow for. */
function fitModel(input: MeansInput, sides: readonly Side[]): Model | undefined {
  const { data, outcome, counts, book, errors } = input;
  if (book?.empty === true) return undefined;
  const { labels, mentored } = data.groups;
  const known = sides.reduce((sum, side) => sum + side.known, 0);
  const shared = input.interacted === true ? undefined : book?.fit(outcome.values);
  if (book !== undefined && shared !== undefined) {
    const own =
      known === shared.n ? undefined : valuesByGroup(data.groups, outcome.values, both(book.complete, counts));
    return modelOf(input, known, {
      n: shared.n,
      words: wordsOf(book.clustered ? undefined : (errors ?? 'HC2')),
      remarks: [],
      sides: own?.map(({ n, values }, group) => sideOf(labels[group] ?? '', n, values)) ?? sides,
      allowed: book.allowed,
      separated: false,
      estimates: labels.slice(0, mentored).map((_, group) => {
        const one = shared.coefficients[group];
        if (one === undefined || !book.clustered) return one;
        return withAtMost(one, mentorLuck(data, group, book.complete, outcome.values).effective - 1);
      }),
    });
  }
  const found = fitAlone(input);
  return found === undefined ? undefined : modelOf(input, known, found);
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((one, row) => (one === 1 && b[row] === 1 ? 1 : 0));
}

function modelOf({ interacted }: MeansInput, known: number, fitted: Fitted): Model {
  const { n, words, allowed } = fitted;
  const lost = known - n;
  const share = Math.round((100 * lost) / known);
  const names = allowed.join(', ');
  const method =
    interacted === true && names !== ''
      ? `difference of means, Lin's (2013) interacted model allowing for ${names}, ${words}, 95 %`
      : `difference of means, linear model${names === '' ? '' : ` allowing for ${names}`}, ${words}, 95 %`;
  return {
    n,
    sides: fitted.sides,
    estimates: fitted.estimates.map((one): Estimated | undefined => {
      if (one === undefined) return undefined;
      const { estimate, low, high, p, se, df } = one;
      const testName = `t test, ${words}, ${df.toFixed(1)} df`;
      return { value: estimate, low, high, p, se, df, method, testName, n };
    }),
    allowed,
    separated: fitted.separated,
    allowedFor: names,
    remarks: [
      ...fitted.remarks,
      ...(lost === 0
        ? []
        : [
            `${grouped(lost)} of ${grouped(known)} people (${share} %) are not in the comparison with allowance: something about their start is not known.`,
          ]),
    ],
  };
}

function tooFew(data: Dataset, group: number, counts: Uint8Array, { values }: Outcome): number | undefined {
  const luck = mentorLuck(data, group, counts, values);
  return luck.tooFew ? luck.mentors : undefined;
}
