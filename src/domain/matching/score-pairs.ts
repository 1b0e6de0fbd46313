// Rules and criteria over every pair: which are barred and by what, and how well the others fit, in parts that add up.
import type { Progress, Work } from '../progress.ts';
import type { Criterion, Field, Program, Rule } from '../program/program.ts';
import { BARRED, TOP_SCORE } from './assignment-types.ts';
import { answerOf, type Candidate } from './candidate.ts';
import { criterionKind, neutralShare, weightOf, type CriterionKindName } from './criterion-kinds.ts';
import { encodeSides, isZone, type Encoded, type EncodedSides } from './encode.ts';
import { ownImportance } from './own-importance.ts';
import { scoreRoom } from './score-room.ts';
import { ruleAllows, ruleKind, type RuleKindName } from './rule-kinds.ts';
import { nothingStated, type Stated } from './stated.ts';

/** One criterion's share of a pair's score: `points` of at most `of`, and why in words. */
export interface ScorePart {
  readonly criterion: string;
  readonly points: number;
  readonly of: number;
  readonly why: string;
}

/** Two people a coordinator keeps apart, or history does: mentee id -> mentor ids -> the words for it. */
export type Blocks = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface BarCount {
  readonly rule: string;
  readonly bars: number;
  readonly aloneBars: number;
}

/** Everything there is to know about pairs before any is chosen. Indices are into `mentees` and `mentors`. */
export interface Scoring {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  /** mentees x mentors, row-major, 0..1000, 65535 = barred. */
  readonly scores: Uint16Array;
  readonly eligiblePairs: number;
  /** What bars the pair, in words; empty when nothing does. */
  readonly barredBy: (mentee: number, mentor: number) => readonly string[];
  /** The same for one mentee and all mentors with places, counted: how many each bars, and how many it alone bars. */
  readonly barCounts: (mentee: number) => readonly BarCount[];
  /** The parts of the score; they add up to it. */
  readonly parts: (mentee: number, mentor: number) => readonly ScorePart[];
}

interface CompiledRule {
  readonly rule: Rule;
  /** The amounts are hours of time zones. */
  readonly around: boolean;
  readonly sides: EncodedSides;
  /** Moves the mentors of `open` that this mentee may have to its front, in order; returns how many of `count` they are. */
  readonly keepAllowed: (mentee: number, open: Int32Array, count: number) => number;
}

/** One criterion with answers sorted into classes of equal answers, so that a share is worked out once a class. */
interface CompiledCriterion {
  readonly criterion: Criterion;
  readonly mostOf: (mentee: number) => number;
  readonly mentorClass: Int32Array;
  readonly mentorClasses: number;
  readonly pointsFor: (mentee: number) => Uint16Array;
  /** True where `pointsFor` is kept and shared by all who answered alike. */
  readonly classed: boolean;
  /** Adds this mentee's points to her row of scores, at the mentors `open` (the first `count`). */
  readonly addPoints: (mentee: number, row: Uint16Array, open: Int32Array, count: number) => void;
}

/** Rows of points kept for reuse, in entries; beyond it rows are worked out anew for every mentee. */
const cacheEntries = 1 << 24;

export function* scorePairs(
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  program: Pick<Program, 'fields' | 'rules' | 'criteria'>,
  blocks: Blocks,
  stated: Stated = nothingStated,
): Work<Scoring> {
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  const rules = program.rules.map((rule) => compileRule(rule, mentees, mentors, fields));
  const mosts = mostPoints(program.criteria, mentees, fields);
  const criteria = program.criteria.map((criterion, c) => {
    const mostOf = (mentee: number): number => mosts(mentee)[c]!;
    return criterionKind(criterion.kind as CriterionKindName).compares === 'nothing'
      ? compileStated(criterion, mostOf, mentees, mentors, stated)
      : compileCriterion(criterion, mostOf, mentees, mentors, fields);
  });
  const columns = mentors.length;
  const scores = scoreRoom(mentees.length, columns).fill(BARRED);
  const mentorIndex = new Map(mentors.map((mentor, j) => [mentor.id, j]));
  const step = Math.max(1, Math.ceil(200_000 / Math.max(1, columns)));
  const everybody = Int32Array.from({ length: columns }, (_, j) => j);
  const open = new Int32Array(columns);
  const withSeats = everybody.filter((j) => mentors[j]!.seats > 0);
  let eligiblePairs = 0;

  for (let i = 0; i < mentees.length; i++) {
    if (i % step === 0)
      yield { phase: 'scoring pairs', done: i * columns, total: mentees.length * columns } satisfies Progress;
    const row = scores.subarray(i * columns, (i + 1) * columns);
    // The mentors that no rule bars, fewer with every rule; only they are scored.
    open.set(everybody);
    let count = columns;
    for (const { keepAllowed } of rules) count = keepAllowed(i, open, count);
    if (count === columns && criteria.length > 0 && criteria.every(({ classed }) => classed))
      sumPoints(criteria, i, row);
    else {
      // Without criteria every eligible pair fits equally, and fully.
      for (let k = 0; k < count; k++) row[open[k]!] = criteria.length === 0 ? TOP_SCORE : 0;
      for (const { addPoints } of criteria) addPoints(i, row, open, count);
    }
    eligiblePairs += count;
    const mentee = mentees[i]!;
    for (const id of [mentee.id, ...(blocks.get(mentee.id)?.keys() ?? [])]) {
      const j = mentorIndex.get(id);
      if (j === undefined || row[j] === BARRED) continue;
      row[j] = BARRED;
      eligiblePairs--;
    }
  }

  return {
    mentees,
    mentors,
    scores,
    eligiblePairs,
    barredBy: (i, j) => reasonsAgainst(mentees[i]!, mentors[j]!, rules, i, j, blocks),
    barCounts: (i) => countBars(mentees[i]!, mentors, rules, { i, blocks, everybody: withSeats }),
    parts: (i, j) => criteria.map((compiled) => partOf(compiled, mentees[i]!, mentors[j]!, { i, j, stated })),
  };
}

/** A whole row at once where no rule bars anybody: four criteria a pass, since the passes over memory are what takes time. */
function sumPoints(criteria: readonly CompiledCriterion[], mentee: number, row: Uint16Array): void {
  for (let c = 0; c < criteria.length; c += 4) {
    // Where fewer than four are left, the first stands in for the others and gives nothing.
    const four = [0, 1, 2, 3].map((k) => {
      const { mentorClass, mentorClasses, pointsFor } = criteria[c + k] ?? criteria[c]!;
      const points = c + k < criteria.length ? pointsFor(mentee) : new Uint16Array(mentorClasses);
      return { mentorClass, points };
    });
    addFour(row, c > 0, four);
  }
}

interface RowOfPoints {
  readonly mentorClass: Int32Array;
  readonly points: Uint16Array;
}

function addFour(row: Uint16Array, keep: boolean, four: readonly RowOfPoints[]): void {
  const [p, q, r, s] = four.map(({ points }) => points) as [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  const [a, b, c, d] = four.map((each) => each.mentorClass) as [Int32Array, Int32Array, Int32Array, Int32Array];
  if (keep) for (let j = 0; j < row.length; j++) row[j]! += p[a[j]!]! + q[b[j]!]! + r[c[j]!]! + s[d[j]!]!;
  else for (let j = 0; j < row.length; j++) row[j] = p[a[j]!]! + q[b[j]!]! + r[c[j]!]! + s[d[j]!]!;
}

/** Points each criterion may give, whole and adding up to 1000 (largest remainders), in proportion to the weights. */
export function apportion(criteria: readonly Criterion[], scale: readonly number[] = []): number[] {
  const weights = criteria.map((criterion, c) => weightOf(criterion.importance) * (scale[c] ?? 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (TOP_SCORE * weight) / whole);
  const points = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, c) => ({ c, left: value - points[c]! }))
    .sort((a, b) => b.left - a.left || a.c - b.c);
  const missing = TOP_SCORE - points.reduce((sum, value) => sum + value, 0);
  for (const { c } of byRemainder.slice(0, missing)) points[c]! += 1;
  return points;
}

/** `topics` or, across fields, `identity to match with characteristics`. */
export function criterionName(criterion: Criterion): string {
  const kind = criterionKind(criterion.kind as CriterionKindName);
  if (kind.compares === 'nothing') return kind.name;
  return criterion.mentee === criterion.mentor ? criterion.mentee : `${criterion.mentee} with ${criterion.mentor}`;
}

/** The most each criterion may give, for every mentee: the same for all where nobody's own importance scales anything. */
function mostPoints(
  criteria: readonly Criterion[],
  mentees: readonly Candidate[],
  fields: ReadonlyMap<string, Field>,
): (mentee: number) => readonly number[] {
  const standard = apportion(criteria);
  if (criteria.every(({ scaledBy }) => scaledBy === undefined)) return () => standard;
  const known = new Map<string, readonly number[]>();
  const own = mentees.map((person) => {
    const scale = criteria.map(({ scaledBy }) =>
      scaledBy === undefined ? 1 : ownImportance(answerOf(person, scaledBy), fields.get(scaledBy)),
    );
    const key = scale.join();
    const made = known.get(key) ?? apportion(criteria, scale);
    known.set(key, made);
    // Somebody to whom nothing matters is matched by the program's own weights.
    return made.every((points) => points === 0) ? standard : made;
  });
  return (mentee) => own[mentee]!;
}

/** Rows of points from what was stated about pairs; every mentor is a class of her own. */
function compileStated(
  criterion: Criterion,
  mostOf: (mentee: number) => number,
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  stated: Stated,
): CompiledCriterion {
  const kind = criterionKind(criterion.kind as CriterionKindName);
  const share = (i: number, j: number): number | undefined =>
    kind.compares === 'nothing' ? kind.ofPair(mentees[i]!, mentors[j]!, criterion, stated).share : undefined;
  const point = (i: number, j: number): number => Math.round(mostOf(i) * (share(i, j) ?? neutralShare));
  return {
    criterion,
    mostOf,
    mentorClass: Int32Array.from(mentors, (_, j) => j),
    mentorClasses: mentors.length,
    pointsFor: (i) => Uint16Array.from(mentors, (_, j) => point(i, j)),
    classed: false,
    addPoints: (i, row, open, count) => {
      for (let k = 0; k < count; k++) row[open[k]!]! += point(i, open[k]!);
    },
  };
}

function compileRule(
  rule: Rule,
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  fields: ReadonlyMap<string, Field>,
): CompiledRule {
  const { reads, compares } = ruleKind(rule.kind as RuleKindName);
  if (compares === 'people') {
    const named =
      (who: string) =>
      ({ id, email }: Candidate): number =>
        id === who || email === who ? 1 : 0;
    const sides = { mentees: mentees.map(named(rule.mentee)), mentors: mentors.map(named(rule.mentor)) };
    return { rule, around: false, sides, keepAllowed: keeper(rule, sides, false) };
  }
  const answers = [
    mentees.map((person) => answerOf(person, rule.mentee)),
    mentors.map((person) => answerOf(person, rule.mentor)),
  ] as const;
  const around = isZone(fields.get(rule.mentee));
  const sides = encodeSides(reads, ...answers, { mentee: fields.get(rule.mentee), mentor: fields.get(rule.mentor) });
  return { rule, around, sides, keepAllowed: keeper(rule, sides, around) };
}

/**
 * A rule as a filter of mentors. Verdicts are worked out once for each pair of classes of equal answers and kept, a byte
 * each; where nearly everybody answers differently, for each pair that no rule before has barred.
 */
function keeper(rule: Rule, sides: EncodedSides, around: boolean): CompiledRule['keepAllowed'] {
  const kind = rule.kind as RuleKindName;
  const [menteeSide, mentorSide] = [classes(sides.mentees), classes(sides.mentors)];
  const { classOf, firsts } = mentorSide;
  const kept: (Uint8Array | undefined)[] = [];
  const verdicts = (mentee: number): Uint8Array => {
    const mine = sides.mentees[mentee];
    return Uint8Array.from(firsts, (first) => (ruleAllows(kind, mine, sides.mentors[first], rule, around) ? 1 : 0));
  };
  const keep = menteeSide.firsts.length * firsts.length <= cacheEntries;
  return (mentee, open, count) => {
    let left = 0;
    if (keep) {
      const allowed = (kept[menteeSide.classOf[mentee]!] ??= verdicts(mentee));
      for (let k = 0; k < count; k++) {
        const j = open[k]!;
        open[left] = j;
        left += allowed[classOf[j]!]!;
      }
      return left;
    }
    const mine = sides.mentees[mentee];
    for (let k = 0; k < count; k++) {
      const j = open[k]!;
      if (ruleAllows(kind, mine, sides.mentors[j], rule, around)) open[left++] = j;
    }
    return left;
  };
}

function compileCriterion(
  criterion: Criterion,
  mostOf: (mentee: number) => number,
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  fields: ReadonlyMap<string, Field>,
): CompiledCriterion {
  const kind = criterionKind(criterion.kind as CriterionKindName);
  if (kind.compares === 'nothing') throw new Error(`${criterion.kind} compares no answers`);
  const around = isZone(fields.get(criterion.mentee));
  const menteeAnswers = mentees.map((person) => answerOf(person, criterion.mentee));
  const mentorAnswers = mentors.map((person) => answerOf(person, criterion.mentor));
  const sides = encodeSides(kind.reads, menteeAnswers, mentorAnswers, {
    mentee: fields.get(criterion.mentee),
    mentor: fields.get(criterion.mentor),
  });
  const mentorSide = classes(sides.mentors);
  const menteeSide = classes(sides.mentees);

  const point = (mentee: number, j: number): number => {
    const most = mostOf(mentee);
    const [mine, theirs] = [sides.mentees[mentee], sides.mentors[j]];
    const [answer, reply] = [menteeAnswers[mentee], mentorAnswers[j]];
    if (mine === undefined || answer === undefined || theirs === undefined || reply === undefined)
      return Math.round(most * neutralShare);
    return Math.round(most * kind.share(mine, theirs, criterion, { mentee: answer, mentor: reply, around }));
  };
  const row = (mentee: number): Uint16Array => Uint16Array.from(mentorSide.firsts, (first) => point(mentee, first));

  const keep = menteeSide.firsts.length * mentorSide.firsts.length <= cacheEntries;
  const kept = new Map<number, Uint16Array>();
  const key = (mentee: number): number => menteeSide.classOf[mentee]! * (TOP_SCORE + 1) + mostOf(mentee);
  const pointsFor = (mentee: number): Uint16Array => {
    if (!keep) return row(mentee);
    const of = key(mentee);
    const known = kept.get(of);
    if (known !== undefined) return known;
    const made = row(mentee);
    kept.set(of, made);
    return made;
  };
  const mentorClass = mentorSide.classOf;
  const addPoints: CompiledCriterion['addPoints'] = (mentee, scores, open, count) => {
    if (!keep) {
      for (let k = 0; k < count; k++) scores[open[k]!]! += point(mentee, open[k]!);
      return;
    }
    const points = pointsFor(mentee);
    for (let k = 0; k < count; k++) {
      const j = open[k]!;
      scores[j] = scores[j]! + points[mentorClass[j]!]!;
    }
  };
  const mentorClasses = mentorSide.firsts.length;
  return { criterion, mostOf, mentorClass, mentorClasses, pointsFor, classed: keep, addPoints };
}

/** Numbers equal answers alike. `firsts[k]`: the first person of class k. */
function classes(side: readonly Encoded[]): { readonly classOf: Int32Array; readonly firsts: readonly number[] } {
  const seen = new Map<number | string, number>();
  const firsts: number[] = [];
  const classOf = new Int32Array(side.length);
  side.forEach((answer, person) => {
    const key = answer === undefined ? 'gap' : typeof answer === 'number' ? answer : answer.join();
    let k = seen.get(key);
    if (k === undefined) {
      k = firsts.length;
      seen.set(key, k);
      firsts.push(person);
    }
    classOf[person] = k;
  });
  return { classOf, firsts };
}

function partOf(
  compiled: CompiledCriterion,
  mentee: Candidate,
  mentor: Candidate,
  { i, j, stated }: { readonly i: number; readonly j: number; readonly stated: Stated },
): ScorePart {
  const { criterion, mostOf, mentorClass, pointsFor } = compiled;
  const kind = criterionKind(criterion.kind as CriterionKindName);
  const sized = { criterion: criterionName(criterion), points: pointsFor(i)[mentorClass[j]!]!, of: mostOf(i) };
  if (kind.compares === 'nothing') return { ...sized, why: kind.ofPair(mentee, mentor, criterion, stated).why() };
  const asked = answerOf(mentee, criterion.mentee);
  const given = answerOf(mentor, criterion.mentor);
  return {
    ...sized,
    why:
      asked === undefined || given === undefined
        ? `${criterionName(criterion)}: no answer from ${asked === undefined ? 'the mentee' : 'the mentor'}, counted half`
        : kind.why(asked, given, criterion),
  };
}

function reasonsAgainst(
  mentee: Candidate,
  mentor: Candidate,
  rules: readonly CompiledRule[],
  i: number,
  j: number,
  blocks: Blocks,
): readonly string[] {
  const reasons: string[] = [];
  if (mentee.id === mentor.id) reasons.push('the same person');
  const block = blocks.get(mentee.id)?.get(mentor.id);
  if (block !== undefined) reasons.push(block);
  for (const { rule, sides, around } of rules) {
    const kind = rule.kind as RuleKindName;
    if (!ruleAllows(kind, sides.mentees[i], sides.mentors[j], rule, around)) reasons.push(ruleKind(kind).words(rule));
  }
  return reasons;
}

/** `everybody`: the mentors who have a place. */
function countBars(
  mentee: Candidate,
  mentors: readonly Candidate[],
  rules: readonly CompiledRule[],
  { i, blocks, everybody }: { readonly i: number; readonly blocks: Blocks; readonly everybody: Int32Array },
): readonly BarCount[] {
  /** How many bar a mentor, and the last of them. */
  const times = new Uint16Array(mentors.length);
  const last = new Uint16Array(mentors.length);
  const bars: { readonly rule: string; readonly bars: number }[] = [];
  const bar = (rule: string, isBarred: (j: number) => boolean): void => {
    let count = 0;
    for (const j of everybody) {
      if (!isBarred(j)) continue;
      times[j]!++;
      last[j] = bars.length;
      count++;
    }
    bars.push({ rule, bars: count });
  };
  bar('the same person', (j) => mentors[j]!.id === mentee.id);
  const blocked = blocks.get(mentee.id);
  for (const words of new Set(blocked?.values())) bar(words, (j) => blocked?.get(mentors[j]!.id) === words);
  const open = new Int32Array(everybody.length);
  const allowed = new Uint8Array(mentors.length);
  for (const { rule, keepAllowed } of rules) {
    open.set(everybody);
    allowed.fill(0);
    const count = keepAllowed(i, open, open.length);
    for (let k = 0; k < count; k++) allowed[open[k]!] = 1;
    bar(ruleKind(rule.kind as RuleKindName).words(rule), (j) => allowed[j] === 0);
  }
  const alone = new Int32Array(bars.length);
  for (const j of everybody) if (times[j] === 1) alone[last[j]!]!++;
  return bars
    .map(({ rule, bars: count }, at) => ({ rule, bars: count, aloneBars: alone[at]! }))
    .filter(({ bars }) => bars > 0)
    .sort((a, b) => b.aloneBars - a.aloneBars || b.bars - a.bars || (a.rule < b.rule ? -1 : 1));
}
