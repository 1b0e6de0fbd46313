// Hard rules, a closed set: one record a kind, holding what it reads, when it allows a pair, and the words for it.
import type { FieldType, Rule } from '../../program/program.ts';
import { alike, apart, shared, type Encoded, type Reading } from './encode.ts';
import { ofFirstMentor } from '../second-mentor.ts';

export interface RuleKind {
  readonly summary: string;
  /** What `mentee:` and `mentor:` name: fields of the two, or two people. */
  readonly compares: 'fields' | 'people';
  readonly reads: Reading;
  readonly takes: readonly FieldType[];
  readonly parameters: readonly ('least' | 'most')[];
  /** One of them has to be said: without any the rule bars nobody. */
  readonly needs?: readonly ('least' | 'most')[];
  /** A rule that needs an answer bars people who gave none; the others let a gap pass. */
  readonly gapsAllowed: boolean;
  /** It bars a mentee who gave no answer. */
  readonly asksMentee?: true;
  /** Both sides are present. `around`: the amounts are hours of time zones. For people: 1 for the one named, else 0. */
  readonly allows: (mentee: number | Uint32Array, mentor: number | Uint32Array, rule: Rule, around: boolean) => boolean;
  /** The rule in a few words, as explanations and shortages name it. */
  readonly words: (rule: Rule) => string;
}

const anything: readonly FieldType[] = ['set', 'category', 'ordinal', 'number', 'yes-no', 'date', 'text'];
const sides = (rule: Rule): string =>
  rule.mentee === rule.mentor ? rule.mentee : `${rule.mentee} (mentee) and ${rule.mentor} (mentor)`;

export const ruleKinds = {
  same: {
    summary:
      'both must have given the same answer; with mentor: name, id or email: the mentor is one whom the answer names',
    compares: 'fields',
    reads: 'code',
    takes: anything,
    parameters: [],
    gapsAllowed: false,
    asksMentee: true,
    allows: (mentee, mentor) => alike(mentee, mentor),
    words: (rule) => `same ${sides(rule)}`,
  },
  differ: {
    summary:
      'the two answers must differ (not the same team); with mentor: name, id or email: not the people the answer names, however it names them',
    compares: 'fields',
    reads: 'code',
    takes: anything,
    parameters: [],
    gapsAllowed: true,
    allows: (mentee, mentor) => !alike(mentee, mentor),
    words: (rule) =>
      rule.mentee === ofFirstMentor(rule.mentor)
        ? `another ${rule.mentor} than the first mentor's`
        : `different ${sides(rule)}`,
  },
  share: {
    summary: 'at least `least` options in common',
    compares: 'fields',
    reads: 'set',
    takes: ['set', 'category'],
    parameters: ['least'],
    gapsAllowed: false,
    asksMentee: true,
    allows: (mentee, mentor, rule) =>
      typeof mentee === 'object' && typeof mentor === 'object' && shared(mentee, mentor) >= (rule.least ?? 1),
    words: (rule) => `${rule.least ?? 1} shared ${sides(rule)}`,
  },
  gap: {
    summary: 'the mentor is ahead by at least `least` and at most `most` (steps of an ordinal, or the number)',
    compares: 'fields',
    reads: 'amount',
    takes: ['ordinal', 'number'],
    parameters: ['least', 'most'],
    needs: ['least', 'most'],
    gapsAllowed: true,
    allows: (mentee, mentor, rule) => {
      const lead = Number(mentor) - Number(mentee);
      return lead >= (rule.least ?? -Infinity) && lead <= (rule.most ?? Infinity);
    },
    words: (rule) => {
      const range = [
        rule.least === undefined ? '' : `at least ${rule.least}`,
        rule.most === undefined ? '' : `at most ${rule.most}`,
      ];
      return `mentor ahead in ${sides(rule)} by ${range.filter(Boolean).join(' and ')}`;
    },
  },
  distance: {
    summary:
      'the two amounts are at most `most` apart: years, or hours between time zones (Europe/Berlin, UTC-5) of a text or category',
    compares: 'fields',
    reads: 'amount',
    takes: ['ordinal', 'number', 'text', 'category'],
    parameters: ['most'],
    needs: ['most'],
    gapsAllowed: true,
    allows: (mentee, mentor, rule, around) => apart(Number(mentor), Number(mentee), around) <= (rule.most ?? Infinity),
    words: (rule) => `${sides(rule)} at most ${rule.most ?? ''} apart`,
  },
  'at-least': {
    summary: "the mentor's amount is at least `least` (a grade point average, a year)",
    compares: 'fields',
    reads: 'amount',
    takes: ['ordinal', 'number'],
    parameters: ['least'],
    needs: ['least'],
    gapsAllowed: false,
    allows: (_mentee, mentor, rule) => Number(mentor) >= (rule.least ?? -Infinity),
    words: (rule) => `mentor's ${rule.mentor} at least ${rule.least ?? ''}`,
  },
  'at-most': {
    summary: "the mentor's amount is at most `most`",
    compares: 'fields',
    reads: 'amount',
    takes: ['ordinal', 'number'],
    parameters: ['most'],
    needs: ['most'],
    gapsAllowed: false,
    allows: (_mentee, mentor, rule) => Number(mentor) <= (rule.most ?? Infinity),
    words: (rule) => `mentor's ${rule.mentor} at most ${rule.most ?? ''}`,
  },
  'not-before': {
    summary:
      "the mentee's list of earlier mentors does not name this one (ended and declined pairs of the database bar by themselves)",
    compares: 'fields',
    reads: 'set',
    takes: ['set', 'category', 'text'],
    parameters: [],
    gapsAllowed: true,
    allows: (mentee, mentor) =>
      typeof mentee === 'object' && typeof mentor === 'object' && shared(mentee, mentor) === 0,
    words: (rule) => `not among ${rule.mentee}`,
  },
  pin: {
    summary: 'these two people are paired, and the mentee with nobody else',
    compares: 'people',
    reads: 'code',
    takes: [],
    parameters: [],
    gapsAllowed: true,
    allows: (mentee, mentor) => mentee !== 1 || mentor === 1,
    words: (rule) => `${rule.mentee} is kept for ${rule.mentor}`,
  },
  block: {
    summary: 'these two people are never paired',
    compares: 'people',
    reads: 'code',
    takes: [],
    parameters: [],
    gapsAllowed: true,
    allows: (mentee, mentor) => mentee !== 1 || mentor !== 1,
    words: (rule) => `${rule.mentee} and ${rule.mentor} are kept apart`,
  },
} as const satisfies Record<string, RuleKind>;

export type RuleKindName = keyof typeof ruleKinds;

export function ruleKind(name: RuleKindName): RuleKind {
  return ruleKinds[name];
}

/** The verdict on a pair, gaps included: an answer that leaves it open bars nobody. `mentorOnly` kinds look at the mentor alone, so the mentee's gap is no matter. */
export function ruleAllows(name: RuleKindName, mentee: Encoded, mentor: Encoded, rule: Rule, around = false): boolean {
  const kind = ruleKind(name);
  const mentorOnly = name === 'at-least' || name === 'at-most';
  if (mentee === 'any' || mentor === 'any') return true;
  if (mentor === undefined || (mentee === undefined && !mentorOnly)) return kind.gapsAllowed;
  return kind.allows(mentee ?? 0, mentor, rule, around);
}
