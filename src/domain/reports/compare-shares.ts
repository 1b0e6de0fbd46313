// A yes/no outcome in two groups: counts, rates, the difference and its range, and what the unknown could change.
import { mentorClusters, mentorLuck, type MentorLuck } from '../outcomes/mentor-clusters.ts';
import type { Dataset } from '../outcomes/dataset.ts';
import { sumsByCode } from '../statistics/by-code.ts';
import { coefficient, fitLinear } from '../statistics/models/linear-model.ts';
import { detectableBeside } from '../statistics/power.ts';
import { NotEstimable } from '../statistics/models/orthogonalize.ts';
import { newcombe } from '../statistics/proportions.ts';
import { chiSquareTest, fisherExact } from '../statistics/two-by-two.ts';
import { byMentor, type Comparison, type Estimated, type Outcome, type Side } from './comparison.ts';
import type { ModelBook } from './model-book.ts';
import { withinStrata } from './retention-adjusted.ts';
import { nearEdge, notShownWhy } from './suppression.ts';

export interface SharesInput {
  readonly data: Dataset;
  readonly outcome: Outcome;
  /** People of whom the comparison is made (1) and who count. */
  readonly counts: Uint8Array;
  readonly among?: string;
  readonly minCell: number;
  /** Groups not to be shown, by index: small, or one that would give a small one away. */
  readonly hide: readonly boolean[];
  /** Every group's counts, where they are at hand. */
  readonly sides?: readonly Side[];
  /** By mentored group: what its comparisons have in common, worked out once. Each stands for itself without. */
  readonly books?: readonly ModelBook[];
}

/** Each mentored group against the comparison; none where there is no comparison. */
export function compareShares(input: SharesInput): Comparison[] {
  const { data, outcome, counts, among, minCell, hide, books } = input;
  const { labels, mentored } = data.groups;
  if (labels.length === mentored) return [];
  const sides = input.sides ?? sharesOf(data, outcome, counts);
  const other = sides[mentored];
  if (other === undefined) return [];
  return sides.slice(0, mentored).map((own, group): Comparison => {
    const small = own.known < minCell || other.known < minCell;
    const hidden = small || hide[group] === true || hide[mentored] === true;
    const [x1, x2] = [own.x ?? 0, other.x ?? 0];
    const edge = nearEdge(x1, own.known, minCell) || nearEdge(x2, other.known, minCell);
    const unknown = own.n - own.known + (other.n - other.known);
    const alone = difference(own, other);
    const luck = mentorLuck(data, group, counts, outcome.values);
    const clustered =
      alone === undefined ? undefined : withinMentors(data, outcome, counts, group, luck, books?.[group]);
    const judged = clustered ?? alone;
    const one: Comparison = {
      outcome,
      among,
      own,
      other,
      hidden: hidden ? notShownWhy(small, minCell) : undefined,
      edge,
      plain: judged,
      unclustered: clustered === undefined ? undefined : alone,
      adjusted: undefined,
      allowedFor: undefined,
      detectable: edge || judged === undefined ? undefined : detectableBeside(judged),
      bounds: unknown === 0 ? undefined : boundsOf(own, other, outcome.higherIs),
      remarks: [],
      fewMentors: luck.tooFew ? luck.mentors : undefined,
    };
    return withinCohorts(one, data, counts, group);
  });
}

/** Several cohorts taken together are compared within each. */
function withinCohorts(one: Comparison, data: Dataset, counts: Uint8Array, group: number): Comparison {
  if (data.cohorts === undefined || one.hidden !== undefined || one.edge) return one;
  return { ...one, ...withinStrata(one, group, { data, counts, strata: [data.cohorts] }) };
}

/** Where more is worse, the unknown go against the mentored by having it. */
function boundsOf(own: Side, other: Side, higherIs: Outcome['higherIs']): Comparison['bounds'] {
  const [x1, x2] = [own.x ?? 0, other.x ?? 0];
  const low = x1 / own.n - (x2 + other.n - other.known) / other.n;
  const high = (x1 + own.n - own.known) / own.n - x2 / other.n;
  return higherIs === 'better' ? { against: low, inFavour: high } : { against: high, inFavour: low };
}

/** Every group's counts and rate. */
export function sharesOf({ groups }: Dataset, outcome: Outcome, counts: Uint8Array): Side[] {
  const { codes } = groups;
  const { values } = outcome;
  const found = sumsByCode(codes, counts, values, groups.labels.length);
  return groups.labels.map((label, group) => {
    const [n, known, x] = [found.all[group] ?? 0, found.known[group] ?? 0, found.sums[group] ?? 0];
    return { label, n, known, x, value: known === 0 ? undefined : x / known, sd: undefined };
  });
}

function difference(own: Side, other: Side): Estimated | undefined {
  const [x1, n1, x2, n2] = [own.x ?? 0, own.known, other.x ?? 0, other.known];
  const range = newcombe(x1, n1, x2, n2);
  if (range === undefined) return undefined;
  const square = chiSquareTest(x1, n1, x2, n2);
  const exact = square === undefined || square.leastExpected < 5;
  const n = n1 + n2;
  return {
    value: range.difference,
    low: range.low,
    high: range.high,
    p: exact ? fisherExact(x1, n1, x2, n2) : square.p,
    se: undefined,
    df: exact ? undefined : square.df,
    method: 'difference of rates, Newcombe (1998) hybrid score interval, 95 %',
    testName: exact ? "Fisher's exact test" : `chi-square test, ${square.df} df`,
    n,
  };
}

/** Mentees of one mentor share their luck: then the range allows for it; undefined where there is nothing to allow for. */
function withinMentors(
  data: Dataset,
  outcome: Outcome,
  counts: Uint8Array,
  group: number,
  luck: MentorLuck,
  book: ModelBook | undefined,
): Estimated | undefined {
  if (book?.empty === true) return undefined;
  const { values } = outcome;
  const shared = book?.fit(values);
  const [own] = shared?.coefficients ?? [];
  if (shared !== undefined && own !== undefined) return byMentor(own, luck, shared.n, 'rates');
  const { codes, mentored } = data.groups;
  const rows = Int32Array.from(codes, (_, row) => row).filter(
    (row) =>
      counts[row] === 1 && (codes[row] === group || codes[row] === mentored) && !Number.isNaN(values[row] ?? NaN),
  );
  const cluster = mentorClusters(rows, data);
  if (cluster === undefined) return undefined;
  const y = Float64Array.from(rows, (row) => values[row] ?? NaN);
  const inGroup = Float64Array.from(rows, (row) => (codes[row] === group ? 1 : 0));
  try {
    const fit = fitLinear({ y, columns: [{ name: 'group', values: inGroup }], errors: { cluster } });
    return byMentor(coefficient(fit, 'group'), luck, rows.length, 'rates');
  } catch (error) {
    if (error instanceof NotEstimable) return undefined;
    throw error;
  }
}
