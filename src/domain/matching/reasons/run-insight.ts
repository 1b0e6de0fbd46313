// What a run says about two people: how they fit, what bars them, where they stand among the others, what pairing them would cost.
import { defined } from '../../defined.ts';
import { counted } from '../../count-words.ts';
import { nameAndId } from '../../find-named.ts';
import { BARRED, TOP_SCORE, type ScoreTable } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import { bonusesOf, evenness, type Bonus } from '../scoring/bonuses.ts';
import type { Favours, ScorePart } from '../run.ts';
import type { RunView } from '../scoring/solve-table.ts';
import { balanced, type SideRule } from '../side-rule.ts';
import type { ListStanding, Standing } from '../stable/stable-standing.ts';
import { gainBy, type Priced } from '../solve/warm-solve.ts';

/** `points`: score points of 1000 that the whole loses, bonuses counted; `placed`: people fewer who have a mentor. */
export interface Cost {
  readonly points: number;
  readonly placed: number;
}

export interface PairInsight {
  readonly mentee: Candidate;
  readonly mentor: Candidate;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** What counts in the run besides the parts. */
  readonly bonuses: readonly Bonus[];
  readonly barredBy: readonly string[];
  /** Rules about mentees among each other that the pair would break beside the other pairs of the run, and through whom. */
  readonly against: readonly string[];
  /** Paired in the run. */
  readonly paired: boolean;
  /** 1 for the best: her place among the mentors open to the mentee, or where she would stand without the rules. */
  readonly rank: number;
  /** Mentors open to the mentee, this one included where she is not barred. */
  readonly open: number;
  /** Of pairing the two, the others arranged anew around them; undefined where it cannot be known. */
  readonly cost: Cost | undefined;
  /** Only of a run by lists, and of a pair that no rule bars. */
  readonly standing?: ListStanding;
}

/** `matching` is the run's answer on its table, proved; undefined for a run with circles, whose costs are not of this kind. */
export interface Insight {
  /** By mentors. */
  readonly solve: RunView;
  readonly matching: Priced | undefined;
  /** Mentee's id -> her mentors' ids. */
  readonly mentorsOf: ReadonlyMap<string, readonly string[]>;
  readonly favours: Favours;
  /** Even loads count more. */
  readonly spread: boolean;
  /** About mentees among each other, of the table's rows. */
  readonly rules: readonly SideRule[];
  /** Only of a run by lists. */
  readonly standing?: Standing;
}

/** Indices are those of the scoring. */
export function insightInto(insight: Insight, i: number, j: number): PairInsight {
  const { scoring } = insight.solve;
  const [mentee, mentor] = [scoring.mentees[i]!, scoring.mentors[j]!];
  const parts = scoring.parts(i, j);
  const score = parts.length === 0 ? TOP_SCORE : parts.reduce((sum, part) => sum + part.points, 0);
  const row = scoring.rowOf(i);
  let [better, open] = [0, 0];
  row.forEach((other, k) => {
    if (other === BARRED || scoring.mentors[k]!.seats === 0) return;
    open++;
    if (k !== j && other > score) better++;
  });
  const paired = insight.mentorsOf.get(mentee.id)?.includes(mentor.id) === true;
  const standing = insight.standing?.(i, j);
  const loadOf = (): number =>
    (mentor.taken ?? 0) + [...insight.mentorsOf.values()].filter((mentors) => mentors.includes(mentor.id)).length;
  const most = scoring.mentors.reduce((max, { seats, taken = 0 }) => Math.max(max, seats + taken), 0);
  const load = paired && insight.spread ? loadOf() : 0;
  return {
    mentee,
    mentor,
    score,
    parts,
    bonuses: bonusesOf(insight.favours, mentee, mentor, { points: load === 0 ? 0 : evenness(load, most), load }),
    barredBy: scoring.barredBy(i, j),
    against: paired ? [] : againstRules(insight, i, j),
    paired,
    rank: better + 1,
    open,
    cost: paired ? { points: 0, placed: 0 } : costOf(insight, i, j, score),
    ...defined({ standing }),
  };
}

/** With everybody else where the run has them. */
function againstRules({ solve, mentorsOf, rules }: Insight, i: number, j: number): readonly string[] {
  const { scoring, rows, columns } = solve;
  const row = rows.indexOf(i);
  if (row < 0 || rules.length === 0) return [];
  const { id } = scoring.mentors[j]!;
  const person = (at: number): Candidate => scoring.mentees[rows[at]!]!;
  const has = (at: number): readonly string[] => mentorsOf.get(person(at).id) ?? [];
  const lead = columns.find(({ mentors }) => mentors.includes(j))?.mentors[0] ?? j;
  return rules.flatMap((rule): string[] => {
    if (rule.kind === 'balance') {
      const here = rows.flatMap((_, at) => (at === row || has(at).includes(id) ? [at] : []));
      const group = here.filter((at) => rule.isIn[at] === 1).length;
      const before = rule.has.get(lead);
      const all = here.length + (before?.all ?? 0);
      return balanced(group, here.length, rule, before)
        ? []
        : [`${rule.words} (it would be ${group + (before?.inGroup ?? 0)} of ${all})`];
    }
    if (!rule.rows.includes(row)) return [];
    const others = rule.rows.filter((at) => at !== row && has(at).includes(id) === (rule.kind === 'apart'));
    const [first] = others;
    if (first === undefined) return [];
    const theirs = has(first).map((one) => scoring.mentors.find((mentor) => mentor.id === one)?.name ?? one);
    return [`${rule.words} (${nameAndId(person(first))} has ${theirs.length === 0 ? 'nobody' : theirs.join(', ')})`];
  });
}

/** Exactly, by one shortest path from the prices the run kept; a rule that bars the two is set aside. */
function costOf({ solve, matching }: Insight, i: number, j: number, score: number): Cost | undefined {
  if (matching === undefined) return undefined;
  const { byRow, rows, columns } = solve;
  const row = rows.indexOf(i);
  if (row < 0) return undefined;
  const column = columns.findIndex(({ mentors: [lead] }, c) => lead === j && byRow.seats[c]! > 0);
  if (column < 0) return undefined;
  const fits = byRow.rowOf(row);
  const barred = fits[column] === BARRED;
  const allowed = barred ? fits.with(column, score) : fits;
  const table = barred
    ? { ...byRow, rowOf: (r: number) => (r === row ? allowed : byRow.rowOf(r)), whole: wholeWith }
    : byRow;
  const { points, placed } = gainBy(table, matching, { kind: 'force', mentee: row, mentor: column });
  return { points: 0 - points, placed: 0 - placed };

  function wholeWith(): ScoreTable {
    const whole = byRow.whole();
    const scores = Uint16Array.from(whole.scores);
    scores.set(allowed, row * columns.length);
    return { ...whole, scores };
  }
}

/** In words: what the whole would lose. */
export function costWords(cost: Cost | undefined): string {
  if (cost === undefined) return '';
  const people = (n: number): string => counted(n, 'person', 'people');
  if (cost.placed > 0) return `would leave ${people(cost.placed)} more without a mentor`;
  if (cost.placed < 0) return `would let ${people(-cost.placed)} more have a mentor`;
  if (cost.points === 0) return 'would cost the whole nothing: it is one of several equally good answers';
  if (cost.points < 0) return `would add ${-cost.points / 10} points of fit to the whole`;
  return `would cost the whole ${cost.points / 10} points of fit`;
}

/** `first`, `second`, `third`, then `4th`. */
export function ordinal(n: number): string {
  const word = ['', 'first', 'second', 'third'][n];
  if (word !== undefined) return word;
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/** A mentor's price in words: what one more place with her would bring; see `seatGain`. */
export function priceWords({ placed, points }: { readonly placed: number; readonly points: number }): string {
  if (placed > 0) return 'a bottleneck: one more place here would place one more mentee';
  return points === 0 ? 'has room' : `in demand: one more place here would add at least ${points / 10} points of fit`;
}
