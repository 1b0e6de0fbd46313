// One outcome after another: all that a report says of it is worked out while its column is at hand, so that each is read once.
import { defined } from '../defined.ts';
import { valuesByGroup, type GroupValues } from '../outcomes/by-group.ts';
import type { Covariate, Dataset, Observed } from '../outcomes/dataset.ts';
import type { ColumnsWanted } from '../outcomes/outcomes.ts';
import { measuredAfter } from '../outcomes/known-before.ts';
import type { Measure } from '../program/program.ts';
import { analysing, type Analysed, type AnalysedInput } from './analysed.ts';
import { hiddenIn, type Breakdown } from './breakdown.ts';
import { changeOf, changePairs, type Change } from './change-within.ts';
import { compareMeans, type OutcomeModel } from './compare-means.ts';
import { compareShares, sharesOf, type SharesInput } from './compare-shares.ts';
import type { Comparison, Outcome, Side } from './comparison.ts';
import { describe, type Described } from './mean-tables.ts';
import { modelBook, type ModelBook } from './model-book.ts';
import { cohortGivenAway } from './published.ts';
import { hiddenRows } from './suppression.ts';
import { allowByWeights } from './weighted.ts';

export interface OutcomesInput extends Omit<AnalysedInput, 'change'> {
  readonly measures: readonly Measure[];
  readonly baselines: readonly Covariate[];
  readonly errors: 'HC1' | 'HC2' | 'HC3' | undefined;
  /** Measures analysed on the people who have all of them. */
  readonly samePeople: readonly string[];
  /** Whether a time is before the start; undefined where that cannot be told. */
  readonly before?: ((when: string) => boolean | undefined) | undefined;
  /** How the comparison allows for the start: one slope for all groups, slopes of their own (Lin 2013), or weights. */
  readonly adjust: Adjustment;
}

export type Adjustment = 'common' | 'interacted' | 'overlap';

export interface ObservedOutcome extends Outcome {
  readonly column: Observed;
}

interface Compared {
  readonly comparisons: Comparison[];
  readonly models: OutcomeModel[];
}

export interface Measured {
  readonly whole: Compared;
  /** By the answers to a field, one answer after another; empty without one. */
  readonly split: Compared;
  /** Outcomes that are numbers. */
  readonly described: readonly Described[];
  /** Outcomes that are yes or no. */
  readonly rates: readonly {
    readonly outcome: Outcome;
    readonly sides: readonly Side[];
    readonly hide: readonly boolean[];
  }[];
  readonly changes: readonly Change[];
  /** One an outcome, in their order. */
  readonly analysed: readonly Analysed[];
  /** By mentored group: the models of what is yes or no, for what else is. */
  readonly shares: readonly ModelBook[];
}

/** What is measured after the start and is nobody's own doing with the offer; people without all of `samePeople` are gaps. */
export function outcomesOf(
  { data, measures, samePeople, before }: Pick<OutcomesInput, 'data' | 'measures' | 'samePeople' | 'before'>,
  counts: Uint8Array,
): ObservedOutcome[] {
  const everybody = counts.every((one) => one === 1);
  const together = data.observed.filter(({ measure }) => samePeople.includes(measure));
  let having: Uint8Array | undefined;
  const haveAll = (): Uint8Array => {
    having ??= together.reduce(
      (mask, { values }) => mask.map((one, row) => (one === 1 && !Number.isNaN(values[row] ?? NaN) ? 1 : 0)),
      counts,
    );
    return having;
  };
  // As long as a column stays at hand, so does what is made of it.
  const made = new WeakMap<Float64Array, Float64Array>();
  return data.observed.flatMap((column): ObservedOutcome[] => {
    const { measure: name, when } = column;
    const measure = measures.find((one) => one.name === name);
    if (measure?.kind === 'retention' || measure?.baseline === true || measure?.participation === true) return [];
    // What was before the start is nothing that came of it.
    if (before?.(when) === true) return [];
    const held = samePeople.includes(name);
    const kind = measure?.kind ?? 'number';
    const whole = wholeOf(data, column, measure);
    const called = whole === undefined ? name : `${name} of 100 ${measure?.of ?? ''}`;
    return [
      {
        id: when === '' ? name : `${name}-${when}`,
        label: when === '' ? called : `${called}, ${when}`,
        kind,
        column,
        get values() {
          const { values } = column;
          if (everybody && !held && whole === undefined) return values;
          let own = made.get(values);
          if (own === undefined) {
            const mask = held ? haveAll() : counts;
            const counted = values.map((value, row) => (mask[row] === 0 ? NaN : value));
            made.set(values, (own = whole === undefined ? counted : shareOf(counted, whole.values)));
          }
          return own;
        },
        higherIs: measure?.higherIs ?? 'better',
        primary: measure?.primary ?? false,
        meaningful:
          measure?.meaningful === undefined
            ? undefined
            : kind === 'yes-no'
              ? measure.meaningful / 100
              : measure.meaningful,
      },
    ];
  });
}

/** What has to be handed before these outcomes are looked at. */
export function columnsOf(
  outcomes: readonly (Outcome | ObservedOutcome)[],
  measures: readonly Measure[],
): ColumnsWanted {
  const names = outcomes.flatMap((outcome) => ('column' in outcome ? [outcome.column.measure] : []));
  const wholes = measures.flatMap(({ name, of }) => (of !== undefined && names.includes(name) ? [of] : []));
  return { numbers: new Set([...names, ...wholes]), statuses: new Set() };
}

/** The whole that a measure is a part of, at the same time; undefined where it is no part or the whole was not seen. */
function wholeOf({ observed }: Dataset, { when }: Observed, measure: Measure | undefined): Observed | undefined {
  if (measure?.of === undefined) return undefined;
  return observed.find((one) => one.measure === measure.of && one.when === when);
}

/** Of 100; who tried nothing has none. */
function shareOf(part: Float64Array, whole: Float64Array): Float64Array {
  return part.map((value, row) => ((whole[row] ?? NaN) > 0 ? (100 * value) / (whole[row] ?? NaN) : NaN));
}

export function measureOutcomes(
  input: OutcomesInput,
  outcomes: readonly ObservedOutcome[],
  counts: Uint8Array,
  broken: Breakdown | undefined,
): Measured {
  const { data, minCell } = input;
  const whole = partOf(input, counts, undefined);
  const parts = broken?.parts.map((part) => partOf(input, part.counts, part.among)) ?? [];
  const described: Described[] = [];
  const rates: { outcome: Outcome; sides: readonly Side[]; hide: readonly boolean[] }[] = [];
  const pairs = changePairs(data, input.measures);
  const changes = new Map<unknown, Change | undefined>();
  const analysed: Analysed[] = [];
  const analyse = analysing({ ...input, change: false }, counts);
  for (const outcome of outcomes) {
    const sides = sharesOf(data, outcome, counts);
    const given = cohortGivenAway(data, outcome, counts, minCell);
    const hide = hidden(sides, minCell).map((own, group) => own || given[group] === true);
    if (outcome.kind === 'yes-no') rates.push({ outcome, sides, hide });
    const apart = outcome.kind === 'yes-no' ? undefined : valuesByGroup(data.groups, outcome.values, counts, sides);
    if (apart !== undefined) described.push(describe(data, outcome, apart, hide));
    const allowed = compare(input, outcome, whole, hide, { sides, apart });
    analysed.push(analyse({ outcome, sides, allowed, when: outcome.column.when }));
    const hideIn = broken === undefined ? [] : hiddenIn(data, outcome, broken, minCell);
    parts.forEach((part, index) => {
      compare(input, outcome, part, hideIn[index] ?? []);
    });
    for (const pair of pairs)
      if (pair.after === outcome.column) changes.set(pair, changeOf(pair, data, counts, minCell));
  }
  return {
    whole,
    split: {
      comparisons: parts.flatMap(({ comparisons }) => comparisons),
      models: parts.flatMap(({ models }) => models),
    },
    described,
    rates,
    analysed,
    shares: whole.shares,
    changes: pairs.flatMap(
      (pair) => (changes.has(pair) ? changes.get(pair) : changeOf(pair, data, counts, minCell)) ?? [],
    ),
  };
}

interface Part extends Compared {
  readonly counts: Uint8Array;
  readonly among: string | undefined;
  readonly means: ModelBook;
  /** By mentored group. */
  readonly shares: readonly ModelBook[];
}

function partOf(input: OutcomesInput, counts: Uint8Array, among: string | undefined): Part {
  const { data, baselines, errors } = input;
  const { labels, mentored } = data.groups;
  const all = labels.map((_, group) => group);
  return {
    counts,
    among,
    means: modelBook(data, counts, all, baselines, errors),
    shares: labels.slice(0, mentored).map((_, group) => modelBook(data, counts, [group, mentored], [], undefined)),
    comparisons: [],
    models: [],
  };
}

function hidden(sides: readonly Side[], minCell: number): boolean[] {
  return hiddenRows(
    sides.map(({ known }) => known),
    minCell,
  );
}

/** What was worked out of an outcome's column already. */
interface AtHand {
  readonly sides?: readonly Side[] | undefined;
  readonly apart?: readonly GroupValues[] | undefined;
}

/** Adds what there is to say of an outcome among some of the people; names what that allows for. */
function compare(
  { data, minCell, baselines, errors, adjust }: OutcomesInput,
  outcome: ObservedOutcome,
  { counts, among, means, shares, comparisons, models }: Part,
  hide: readonly boolean[],
  { sides, apart }: AtHand = {},
): readonly string[] {
  const shared: SharesInput = { data, outcome, counts, minCell, hide, ...defined({ among }) };
  const late = measuredAfter(data, baselines, outcome.column.when);
  const known = late.length === 0 ? baselines : baselines.filter(({ name }) => late.every((one) => one.name !== name));
  const allow = (some: readonly Comparison[]): readonly Comparison[] =>
    adjust === 'overlap' ? allowByWeights(some, { data, counts, baselines: known }) : some;
  if (outcome.kind === 'yes-no') {
    const found = allow(compareShares({ ...shared, books: shares, ...defined({ sides }) }));
    comparisons.push(...found);
    return found.some(({ weights }) => weights !== undefined) ? known.map(({ name }) => name) : [];
  }
  const book = known === baselines ? means : undefined;
  const found = compareMeans({
    ...shared,
    covariates: adjust === 'overlap' ? [] : known,
    errors,
    book: adjust === 'overlap' ? undefined : book,
    interacted: adjust === 'interacted',
    ...defined({ apart }),
  });
  const own = allow(found.comparisons);
  comparisons.push(...own);
  if (found.model !== undefined && own.some((one) => one.hidden === undefined))
    models.push({ outcome, among, model: found.model, hidden: own.map((one) => one.hidden !== undefined) });
  if (adjust === 'overlap')
    return own.some(({ weights }) => weights !== undefined) ? known.map(({ name }) => name) : [];
  return found.comparisons.some(({ adjusted }) => adjusted !== undefined) ? (found.model?.allowed ?? []) : [];
}
