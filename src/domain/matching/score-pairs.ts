// Rules and criteria over every pair: which are barred and by what, and how well the others fit, in parts that add up.
import type { Progress, Work } from '../progress.ts';
import type { Criterion, Field, Program, Rule } from '../program/program.ts';
import { BARRED, TOP_SCORE } from './assignment-types.ts';
import { answerOf, type Candidate } from './candidate.ts';
import { criterionKind, neutralShare, weightOf, type CriterionKindName } from './criterion-kinds.ts';
import { encodeSides, isZone, type Encoded, type EncodedSides } from './encode.ts';
import { ownImportance } from './own-importance.ts';
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

/** Everything there is to know about pairs before any is chosen. Indices are into `mentees` and `mentors`. */
export interface Scoring {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  /** mentees x mentors, row-major, 0..1000, 65535 = barred. */
  readonly scores: Uint16Array;
  readonly eligiblePairs: number;
  /** What bars the pair, in words; empty when nothing does. */
  readonly barredBy: (mentee: number, mentor: number) => readonly string[];
  /** The parts of the score; they add up to it. */
  readonly parts: (mentee: number, mentor: number) => readonly ScorePart[];
}

interface CompiledRule {
  readonly rule: Rule;
  /** The amounts are hours of time zones. */
  readonly around: boolean;
  readonly sides: EncodedSides;
}

/** One criterion with answers sorted into classes of equal answers, so that a share is worked out once a class. */
interface CompiledCriterion {
  readonly criterion: Criterion;
  readonly mostOf: (mentee: number) => number;
  readonly mentorClass: Int32Array;
  readonly mentorClasses: number;
  readonly pointsFor: (mentee: number) => Uint16Array;
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
  const scores = new Uint16Array(mentees.length * columns).fill(BARRED);
  const mentorIndex = new Map(mentors.map((mentor, j) => [mentor.id, j]));
  const step = Math.max(1, Math.ceil(200_000 / Math.max(1, columns)));
  let eligiblePairs = 0;

  for (let i = 0; i < mentees.length; i++) {
    if (i % step === 0)
      yield { phase: 'scoring pairs', done: i * columns, total: mentees.length * columns } satisfies Progress;
    const row = scores.subarray(i * columns, (i + 1) * columns);
    // Without criteria every eligible pair fits equally, and fully.
    row.fill(criteria.length === 0 ? TOP_SCORE : 0);
    for (const { mentorClass, pointsFor } of criteria) {
      const points = pointsFor(i);
      for (let j = 0; j < columns; j++) row[j]! += points[mentorClass[j]!]!;
    }
    for (const { rule, sides, around } of rules) {
      const mine = sides.mentees[i];
      for (let j = 0; j < columns; j++) {
        if (row[j] !== BARRED && !ruleAllows(rule.kind as RuleKindName, mine, sides.mentors[j], rule, around))
          row[j] = BARRED;
      }
    }
    const mentee = mentees[i]!;
    for (const id of [mentee.id, ...(blocks.get(mentee.id)?.keys() ?? [])]) {
      const j = mentorIndex.get(id);
      if (j !== undefined) row[j] = BARRED;
    }
    for (let j = 0; j < columns; j++) if (row[j] !== BARRED) eligiblePairs++;
  }

  return {
    mentees,
    mentors,
    scores,
    eligiblePairs,
    barredBy: (i, j) => reasonsAgainst(mentees[i]!, mentors[j]!, rules, i, j, blocks),
    parts: (i, j) => criteria.map((compiled) => partOf(compiled, mentees[i]!, mentors[j]!, { i, j, stated })),
  };
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
  return {
    criterion,
    mostOf,
    mentorClass: Int32Array.from(mentors, (_, j) => j),
    mentorClasses: mentors.length,
    pointsFor: (i) => Uint16Array.from(mentors, (_, j) => Math.round(mostOf(i) * (share(i, j) ?? neutralShare))),
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
    return { rule, around: false, sides };
  }
  const answers = [
    mentees.map((person) => answerOf(person, rule.mentee)),
    mentors.map((person) => answerOf(person, rule.mentor)),
  ] as const;
  return {
    rule,
    around: isZone(fields.get(rule.mentee)),
    sides: encodeSides(reads, ...answers, { mentee: fields.get(rule.mentee), mentor: fields.get(rule.mentor) }),
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

  const row = (mentee: number): Uint16Array => {
    const most = mostOf(mentee);
    const neutral = Math.round(most * neutralShare);
    const points = new Uint16Array(mentorSide.firsts.length).fill(neutral);
    const mine = sides.mentees[mentee];
    const answer = menteeAnswers[mentee];
    if (mine === undefined || answer === undefined) return points;
    mentorSide.firsts.forEach((first, k) => {
      const theirs = sides.mentors[first];
      const reply = mentorAnswers[first];
      if (theirs === undefined || reply === undefined) return;
      points[k] = Math.round(most * kind.share(mine, theirs, criterion, { mentee: answer, mentor: reply, around }));
    });
    return points;
  };

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
  return { criterion, mostOf, mentorClass: mentorSide.classOf, mentorClasses: mentorSide.firsts.length, pointsFor };
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
