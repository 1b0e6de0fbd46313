// A criterion made ready for many people: the points it gives any pair, worked out once for all who answered alike.
import { answerWords } from '../../program/answer-words.ts';
import type { Criterion, Field, FieldValue } from '../../program/program.ts';
import { answerClasses, mostKept } from './answer-classes.ts';
import { criterionName } from './apportion.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import { criterionKind, neutralShare } from './criterion-kinds.ts';
import { encodeSides, isZone, openTo, sizeOf } from './encode.ts';
import { namedSides, whoNames } from './named-sides.ts';
import { countShared, setsOf } from './sets-in-rows.ts';
import type { Stated } from '../stated.ts';
import type { ScorePart } from '../run.ts';

/** Points by class of mentors who answered alike. */
export interface ClassPoints {
  readonly mentorClass: Int32Array;
  readonly mentorClasses: number;
  readonly pointsFor: (mentee: number) => Uint16Array;
  /** Mentees who answered alike and for whom it may count as much, and a mentor's points by their class; they hold until the next. */
  readonly menteeClass: () => Int32Array;
  readonly pointsWith: (mentor: number) => Uint16Array;
}

export interface CriterionPoints {
  readonly criterion: Criterion;
  readonly mostOf: (mentee: number) => number;
  readonly pointsOf: (mentee: number, mentor: number) => number;
  /** Undefined where nearly everybody answered differently, or something was stated about single pairs. */
  readonly byClass: ClassPoints | undefined;
  /** Whether an answer leaves it open. */
  readonly opens?: Readonly<Record<'mentee' | 'mentor', (answer: FieldValue) => boolean>>;
}

interface People {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly stated: Stated;
}

/** `mostOf`: the most points this criterion may give a mentee. */
export function criterionPoints(
  criterion: Criterion,
  mostOf: (mentee: number) => number,
  { mentees, mentors, fields, stated }: People,
): CriterionPoints {
  const kind = criterionKind(criterion.kind);
  if (kind.compares === 'nothing') {
    const share = (i: number, j: number): number | undefined =>
      kind.ofPair(mentees[i]!, mentors[j]!, criterion, stated).share;
    const pointsOf = (i: number, j: number): number => Math.round(mostOf(i) * (share(i, j) ?? neutralShare));
    return { criterion, mostOf, pointsOf, byClass: undefined };
  }
  const around = isZone(fields.get(criterion.mentee));
  const menteeAnswers = mentees.map((person) => answerOf(person, criterion.mentee));
  const mentorAnswers = mentors.map((person) => answerOf(person, criterion.mentor));
  const opens = { mentee: openTo(fields.get(criterion.mentee)), mentor: openTo(fields.get(criterion.mentor)) };
  const sides =
    (kind.reads === 'code' || kind.reads === 'set' ? namedSides(criterion, mentees, mentors) : undefined) ??
    encodeSides(kind.reads, menteeAnswers, mentorAnswers, {
      mentee: fields.get(criterion.mentee),
      mentor: fields.get(criterion.mentor),
    });
  const workedOut = (i: number, j: number): number => {
    const [mine, theirs] = [sides.mentees[i], sides.mentors[j]];
    const [answer, reply] = [menteeAnswers[i], mentorAnswers[j]];
    if (mine === undefined || answer === undefined || theirs === undefined || reply === undefined)
      return Math.round(mostOf(i) * neutralShare);
    if (mine === 'any' || theirs === 'any') return mostOf(i);
    return Math.round(mostOf(i) * kind.share(mine, theirs, criterion, { mentee: answer, mentor: reply, around }));
  };
  const [menteeSide, mentorSide] = [answerClasses(sides.mentees), answerClasses(sides.mentors)];
  const { classOf: mentorClass, firsts } = mentorSide;
  if (menteeSide.firsts.length * firsts.length > mostKept)
    return { criterion, mostOf, pointsOf: workedOut, byClass: undefined, opens };
  const kept = new Map<number, Uint16Array>();
  const { ofShared } = kind;
  const theirSets = ofShared === undefined ? undefined : setsOf(firsts.map((j) => sides.mentors[j]));
  const keyOf = (i: number): number => menteeSide.classOf[i]! * (TOP_SCORE + 1) + mostOf(i);
  const pointsFor = (i: number): Uint16Array => {
    const key = keyOf(i);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = new Uint16Array(firsts.length);
    const mine = sides.mentees[i];
    if (ofShared !== undefined && theirSets !== undefined && typeof mine === 'object') {
      const asked = sizeOf(mine);
      const steps = Uint16Array.from({ length: asked + 1 }, (_, met) => Math.round(mostOf(i) * ofShared(met, asked)));
      countShared(theirSets, mine, made);
      for (let k = 0; k < made.length; k++)
        made[k] = theirSets.isSet[k] === 1 ? steps[made[k]!]! : workedOut(i, firsts[k]!);
    } else for (let k = 0; k < made.length; k++) made[k] = workedOut(i, firsts[k]!);
    kept.set(key, made);
    return made;
  };
  // One pair alone does not pay for those of all who answered otherwise.
  const pointsOf = (i: number, j: number): number => kept.get(keyOf(i))?.[mentorClass[j]!] ?? workedOut(i, j);
  const mentorClasses = firsts.length;
  const across = columnsOf(menteeSide.classOf, keyOf);
  const pointsWith = (j: number): Uint16Array => {
    const { firstOf, points } = across();
    for (let k = 0; k < points.length; k++) points[k] = pointsOf(firstOf[k]!, j);
    return points;
  };
  const byClass = { mentorClass, mentorClasses, pointsFor, menteeClass: () => across().classOf, pointsWith };
  return { criterion, mostOf, pointsOf, byClass, opens };
}

interface Across {
  /** Mentee -> class. */
  readonly classOf: Int32Array;
  readonly firstOf: readonly number[];
  readonly points: Uint16Array;
}

/** Mentees by what they answered and how much it may count, when first asked. */
function columnsOf({ length }: Int32Array, keyOf: (mentee: number) => number): () => Across {
  let made: Across | undefined;
  return () => {
    if (made !== undefined) return made;
    const seen = new Map<number, number>();
    const firstOf: number[] = [];
    const classOf = Int32Array.from({ length }, (_, i) => {
      const key = keyOf(i);
      const known = seen.get(key);
      if (known !== undefined) return known;
      seen.set(key, firstOf.length);
      return firstOf.push(i) - 1;
    });
    return (made = { classOf, firstOf, points: new Uint16Array(firstOf.length) });
  };
}

/** What the criterion gives a pair, in words. Indices are those of the people it was made ready for. */
export function partOf(
  { criterion, mostOf, pointsOf, opens }: CriterionPoints,
  mentee: Candidate,
  mentor: Candidate,
  { i, j, stated }: { readonly i: number; readonly j: number; readonly stated: Stated },
): ScorePart {
  const kind = criterionKind(criterion.kind);
  const sized = { criterion: criterionName(criterion), points: pointsOf(i, j), of: mostOf(i) };
  if (kind.compares === 'nothing') return { ...sized, why: kind.ofPair(mentee, mentor, criterion, stated).why() };
  const asked = answerOf(mentee, criterion.mentee);
  const given = answerOf(mentor, criterion.mentor);
  if (asked !== undefined && given !== undefined) {
    const named = kind.reads === 'code' || kind.reads === 'set' ? whoNames(criterion) : undefined;
    if (named !== undefined) return { ...sized, why: namedWords(named, sized.points > 0, mentee, mentor) };
    const open = kind.reads === 'amount' ? undefined : opens;
    if (open?.mentee(asked) === true)
      return { ...sized, why: `${criterion.mentee}: ${answerWords(asked)}, anybody will do` };
    if (open?.mentor(given) === true)
      return { ...sized, why: `${criterion.mentor}: ${answerWords(given)}, anybody will do` };
  }
  return {
    ...sized,
    why:
      asked === undefined || given === undefined
        ? `${criterionName(criterion)}: no answer from ${asked === undefined ? 'the mentee' : 'the mentor'}, counted half`
        : kind.why(asked, given, criterion),
  };
}

function namedWords(
  { side, field }: NonNullable<ReturnType<typeof whoNames>>,
  met: boolean,
  mentee: Candidate,
  mentor: Candidate,
): string {
  const [who, whom] = side === 'mentee' ? [mentee, mentor] : [mentor, mentee];
  return met ? `${who.name} named ${whom.name} (${field})` : `${who.name} did not name ${whom.name} (${field})`;
}
