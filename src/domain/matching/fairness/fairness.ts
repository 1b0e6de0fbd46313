// How a run treats groups of mentees: who gets a mentor, how well, how often the best or the first chosen one; small groups held back.
import { defined } from '../../defined.ts';
import { binomialQuantile } from '../../statistics/distributions/binomial.ts';
import { wilson } from '../../statistics/proportions.ts';
import { tInterval } from '../../statistics/distributions/student-t.ts';
import { moments } from '../../statistics/summary.ts';
import type { Interval } from '../../statistics/distributions/tails.ts';
import { TOP_SCORE, BARRED } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import { chanceOf, type Spread } from './fairness-chance.ts';
import { groupsBy } from './fairness-groups.ts';
import type { Scoring } from '../scoring/score-pairs.ts';
import { nothingStated, type Stated } from '../stated.ts';

/** Intervals are 95 %, of mentees as if drawn from many like them; undefined where a group is too small to have one. */
export interface GroupFairness {
  readonly group: string;
  readonly mentees: number;
  readonly placed: number;
  readonly placedRange: Interval;
  /** Of those placed, 0..1000; null where nobody is. Their range is Student's. */
  readonly meanFit: number | null;
  readonly meanRange?: Interval;
  /** Nine in ten of those placed fit at least this well; the range is that of the order statistics. */
  readonly tenthFit: number | null;
  readonly tenthRange?: Interval;
  /** Mentees than whose mentor nobody open to them fits better, of all. */
  readonly best: number;
  readonly bestRange: Interval;
  /** Those who stated choices, and how many have their first. */
  readonly chose: number;
  readonly firstChoice: number;
  readonly firstRange?: Interval;
}

export interface Fairness {
  /** Everybody who answered. */
  readonly everybody: GroupFairness;
  /** Mentees without an answer: they are no group, and hide none. */
  readonly unanswered: number;
  readonly groups: readonly GroupFairness[];
  /** Names of groups held back: too small, or the one that would give a single small one away. */
  readonly heldBack: readonly string[];
  /** Somebody may be in several groups: each option of a set is one. */
  readonly overlapping: boolean;
  /** Whether the groups shown differ by more than chance deals out; null where nothing differs or there is one group. */
  readonly chance: { readonly placed: Spread | null; readonly fit: Spread | null; readonly best: Spread | null };
}

export interface FairnessOptions {
  /** A group is held back below it; where only one is, the next smallest is too, so that no sum tells it. */
  readonly minCell: number;
  readonly stated?: Stated;
  readonly seed?: number;
  /** The field's options, in whose order the groups stand. */
  readonly options?: readonly string[];
}

/** `pairs`: an answer's, by ids; every fit is measured by `scoring`, also of pairs that it bars. */
export function fairnessBy(
  field: string,
  pairs: readonly { readonly mentee: { readonly id: string }; readonly mentor: { readonly id: string } }[],
  scoring: Scoring,
  { minCell, stated = nothingStated, seed = 1, options = [] }: FairnessOptions,
): Fairness {
  const people = outcomesOf(pairs, scoring, stated);
  const { groups: named, overlapping } = groupsBy(scoring.mentees, field, options);
  const bySize = [...named].sort((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1));
  const small = bySize.filter(([, members]) => members.length < minCell).length;
  const held = new Set(bySize.slice(0, small === 1 ? 2 : small).map(([group]) => group));
  const shown = [...named].filter(([group]) => !held.has(group));
  const answered = [...new Set([...named.values()].flat())].sort((a, b) => a - b);
  const spread = (of: (person: Outcome) => number | undefined): Spread | null =>
    chanceOf(
      shown.map(([, members]) => members),
      people.map(of),
      seed,
    ) ?? null;
  return {
    everybody: figures(
      'everybody',
      answered.map((i) => people[i]!),
    ),
    unanswered: people.length - answered.length,
    groups: shown.map(([group, members]) =>
      figures(
        group,
        members.map((i) => people[i]!),
      ),
    ),
    heldBack: [...held].sort(),
    overlapping,
    chance: {
      placed: spread(({ fit }) => (fit === undefined ? 0 : 1)),
      fit: spread(({ fit }) => fit),
      best: spread(({ best }) => (best ? 1 : 0)),
    },
  };
}

/** `fit`: 0..1000 with the mentor she has, on average where she has several; undefined where she has none. */
interface Outcome {
  readonly fit: number | undefined;
  readonly best: boolean;
  readonly first: boolean | undefined;
}

function outcomesOf(
  pairs: Parameters<typeof fairnessBy>[1],
  scoring: Scoring,
  { choices }: Stated,
): readonly Outcome[] {
  const mentorsOf = new Map<string, string[]>();
  for (const { mentee, mentor } of pairs) mentorsOf.set(mentee.id, [...(mentorsOf.get(mentee.id) ?? []), mentor.id]);
  const columnOf = new Map(scoring.mentors.map(({ id }, j) => [id, j]));
  return scoring.mentees.map(({ id }, i) => {
    const has = mentorsOf.get(id) ?? [];
    const fits = has.map((mentor) => fitOf(i, columnOf.get(mentor), scoring));
    const fit = fits.length === 0 ? undefined : fits.reduce((sum, one) => sum + one, 0) / fits.length;
    const list = choices.get(id);
    const first = list === undefined ? undefined : has.some((mentor) => list.get(mentor) === 1);
    return { fit, best: fit !== undefined && Math.max(...fits) >= bestOpen(i, scoring), first };
  });
}

function fitOf(i: number, j: number | undefined, { mentors, scores, parts }: Scoring): number {
  if (j === undefined) return 0;
  const score = scores[i * mentors.length + j]!;
  if (score !== BARRED) return score;
  const made = parts(i, j);
  return made.length === 0 ? TOP_SCORE : made.reduce((sum, { points }) => sum + points, 0);
}

function figures(group: string, people: readonly Outcome[]): GroupFairness {
  const fits = people.flatMap(({ fit }) => fit ?? []).sort((a, b) => a - b);
  const n = people.length;
  const { mean, squares } = moments(fits);
  const best = people.filter((one) => one.best).length;
  const chose = people.filter(({ first }) => first !== undefined).length;
  const firstChoice = people.filter(({ first }) => first === true).length;
  const [firstRange, tenthRange] = [wilson(firstChoice, chose), tenthsRange(fits)];
  return {
    group,
    mentees: n,
    placed: fits.length,
    placedRange: wilson(fits.length, n) ?? { low: 0, high: 1 },
    meanFit: fits.length === 0 ? null : mean,
    ...(fits.length < 2
      ? {}
      : { meanRange: tInterval(mean, Math.sqrt(squares / (fits.length - 1) / fits.length), fits.length - 1, 0.95) }),
    tenthFit: fits[Math.max(0, Math.ceil(fits.length / 10) - 1)] ?? null,
    ...defined({ tenthRange }),
    best,
    bestRange: wilson(best, n) ?? { low: 0, high: 1 },
    chose,
    firstChoice,
    ...defined({ firstRange }),
  };
}

/**
 * The order statistics between which the lowest tenth of many like them lies (Hahn and Meeker 1991, 5.2): how many of n fall
 * below it is binomial. Undefined where the lowest of them is not low enough to be its lower end.
 */
function tenthsRange(sorted: readonly number[]): Interval | undefined {
  const n = sorted.length;
  if (n === 0) return undefined;
  const low = sorted[binomialQuantile(0.025, n, 0.1) - 1];
  const high = sorted[binomialQuantile(0.975, n, 0.1)];
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** The best fit open to a mentee; infinite where nobody is, so that nobody counts as having the best of none. */
function bestOpen(i: number, { scores, mentors }: Scoring): number {
  let best = -1;
  mentors.forEach(({ seats }: Candidate, j) => {
    const score = scores[i * mentors.length + j]!;
    if (score !== BARRED && seats > 0 && score > best) best = score;
  });
  return best < 0 ? Infinity : best;
}
