// A hard rule made ready for many people: for every mentee the mentors it allows, as bits.
import type { Field, Rule } from '../../program/program.ts';
import { answerClasses, mostKept } from './answer-classes.ts';
import { addBit, dropBit, keepBits, lowest, wordsFor } from './bits.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import { blankIsAny, encodeSides, isZone, type Encoded, type EncodedSides } from './encode.ts';
import { namedSides } from './named-sides.ts';
import { ruleAllows, ruleKind, asksMentee } from './rule-kinds.ts';
import type { RuleFilter } from './rule-filter-type.ts';
import { tieFilter } from './tie-filter.ts';
import type { Settled } from './ties.ts';

/** `settled`: mentees whose mentors are settled, for rules about mentees among each other. */
export function ruleFilter(
  rule: Rule,
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  fields: ReadonlyMap<string, Field>,
  settled: readonly Settled[] = [],
): RuleFilter {
  const kind = rule.kind;
  const record = ruleKind(kind);
  const { reads, compares, words } = record;
  const filterOf = (sides: EncodedSides, around: boolean): RuleFilter => {
    const allows = (i: number, j: number): boolean =>
      ruleAllows(kind, sides.mentees[i], sides.mentors[j], rule, around);
    return { rule, words: words(rule), narrow: narrowing(sides, allows), allows };
  };
  // Mentees among each other: a pair is barred by itself only where another one is settled.
  if (compares === 'mentees') return tieFilter(rule, words(rule), { mentees, mentors, settled });
  if (compares === 'people') {
    const named =
      (who: string) =>
      ({ id, email }: Candidate): number =>
        id === who || email === who ? 1 : 0;
    return filterOf({ mentees: mentees.map(named(rule.mentee)), mentors: mentors.map(named(rule.mentor)) }, false);
  }
  const named = reads === 'code' || reads === 'set' ? namedSides(rule, mentees, mentors) : undefined;
  if (named !== undefined) return filterOf(named, false);
  const compared = { mentee: fields.get(rule.mentee), mentor: fields.get(rule.mentor) };
  const sides = encodeSides(
    reads,
    mentees.map((person) => answerOf(person, rule.mentee)),
    mentors.map((person) => answerOf(person, rule.mentor)),
    compared,
  );
  return filterOf(asksMentee(record) ? withOpenBlanks(sides, blankIsAny(compared)) : sides, isZone(compared.mentee));
}

function withOpenBlanks(
  sides: EncodedSides,
  open: { readonly mentee: boolean; readonly mentor: boolean },
): EncodedSides {
  const filled = (side: readonly Encoded[], isOpen: boolean): readonly Encoded[] =>
    isOpen ? side.map((answer) => answer ?? 'any') : side;
  return { mentees: filled(sides.mentees, open.mentee), mentors: filled(sides.mentors, open.mentor) };
}

/**
 * Verdicts are worked out once for each pair of classes of equal answers and kept, a bit for each mentor; where nearly
 * everybody answers differently, for each pair that no rule before has barred.
 */
function narrowing(
  sides: EncodedSides,
  allows: (mentee: number, mentor: number) => boolean,
): (mentee: number, mentors: Uint32Array) => void {
  const [menteeSide, mentorSide] = [answerClasses(sides.mentees), answerClasses(sides.mentors)];
  const { classOf, firsts } = mentorSide;
  const words = wordsFor(classOf.length);
  if (menteeSide.firsts.length * Math.max(firsts.length, words) > mostKept) {
    return (mentee, mentors) => {
      for (let word = 0; word < words; word++)
        for (let left = mentors[word]!; left !== 0; left &= left - 1) {
          const j = 32 * word + lowest(left);
          if (!allows(mentee, j)) dropBit(mentors, j);
        }
    };
  }
  const kept: (Uint32Array | undefined)[] = [];
  const allowedTo = (mentee: number): Uint32Array => {
    const verdicts = firsts.map((first) => allows(mentee, first));
    const bits = new Uint32Array(words);
    for (let j = 0; j < classOf.length; j++) if (verdicts[classOf[j]!]) addBit(bits, j);
    return bits;
  };
  return (mentee, mentors) => {
    keepBits(mentors, (kept[menteeSide.classOf[mentee]!] ??= allowedTo(mentee)));
  };
}
