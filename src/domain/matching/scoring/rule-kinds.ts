// Hard rules, a closed set: one record a kind, holding what it reads, when it allows a pair, and the words for it.
import type { FieldType, Rule, RuleKindName } from '../../program/program.ts';
import { alike, apart, shared, type Encoded, type Reading } from './encode.ts';
import { ofFirstMentor } from '../second-mentor.ts';
import {
  anybody,
  whoIsAhead,
  whoIsAt,
  whoSaysAnother,
  whoSaysTheSame,
  whoShares,
  type Recruits,
} from './whom-to-recruit.ts';

export interface RuleKind {
  readonly summary: string;
  /** What `mentee:` and `mentor:` name: fields of the two, or two people; `mentees`: mentees are compared with one another. */
  readonly compares: 'fields' | 'people' | 'mentees';
  readonly reads: Reading;
  readonly takes: readonly FieldType[];
  readonly parameters: readonly ('least' | 'most' | 'people' | 'value' | 'zone')[];
  /** One of them has to be said: without any the rule bars nobody. */
  readonly needs?: readonly ('least' | 'most')[];
  /** A rule that needs an answer bars people who gave none; the others let a gap pass. */
  readonly gapsAllowed: boolean;
  /** Whose answers it reads; of the mentor alone, a mentee's gap is no matter. */
  readonly looksAt: 'both' | 'mentor';
  /**
   * `limits`: only those pairs who have something in common, or so much. `parts`: not those who have. `pairs`: it makes a pair
   * that every run has, and is none of the rules that could be set aside.
   */
  readonly effect: 'limits' | 'parts' | 'pairs';
  /** Options that people have to name at least, lest it bars them from everybody. */
  readonly fewest: (rule: Rule) => number;
  /** Both sides are present. `around`: the amounts are hours of time zones. For people: 1 for the one named, else 0. */
  readonly allows: (mentee: number | Uint32Array, mentor: number | Uint32Array, rule: Rule, around: boolean) => boolean;
  /** The rule in a few words, as explanations and shortages name it. */
  readonly words: (rule: Rule) => string;
  /** Which mentors to look for where it leaves people without one. */
  readonly recruits: Recruits;
}

const anything: readonly FieldType[] = ['set', 'category', 'ordinal', 'number', 'yes-no', 'date', 'text'];
const none = (): number => 0;
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
    looksAt: 'both',
    effect: 'limits',
    fewest: none,
    allows: (mentee, mentor) => alike(mentee, mentor),
    words: (rule) => `same ${sides(rule)}`,
    recruits: whoSaysTheSame,
  },
  differ: {
    summary:
      'the two answers must differ (not the same team); with mentor: name, id or email: not the people the answer names, however it names them',
    compares: 'fields',
    reads: 'code',
    takes: anything,
    parameters: [],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'parts',
    fewest: none,
    allows: (mentee, mentor) => !alike(mentee, mentor),
    words: (rule) =>
      rule.mentee === ofFirstMentor(rule.mentor)
        ? `another ${rule.mentor} than the first mentor's`
        : `different ${sides(rule)}`,
    recruits: whoSaysAnother,
  },
  share: {
    summary: 'at least `least` options in common',
    compares: 'fields',
    reads: 'set',
    takes: ['set', 'category'],
    parameters: ['least'],
    gapsAllowed: false,
    looksAt: 'both',
    effect: 'limits',
    fewest: (rule) => rule.least ?? 1,
    allows: (mentee, mentor, rule) =>
      typeof mentee === 'object' && typeof mentor === 'object' && shared(mentee, mentor) >= (rule.least ?? 1),
    words: (rule) => `${rule.least ?? 1} shared ${sides(rule)}`,
    recruits: whoShares,
  },
  gap: {
    summary: 'the mentor is ahead by at least `least` and at most `most` (steps of an ordinal, or the number)',
    compares: 'fields',
    reads: 'amount',
    takes: ['ordinal', 'number'],
    parameters: ['least', 'most'],
    needs: ['least', 'most'],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'limits',
    fewest: none,
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
    recruits: whoIsAhead((rule) => rule.least ?? Math.min(0, rule.most ?? 0)),
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
    looksAt: 'both',
    effect: 'limits',
    fewest: none,
    allows: (mentee, mentor, rule, around) => apart(Number(mentor), Number(mentee), around) <= (rule.most ?? Infinity),
    words: (rule) => `${sides(rule)} at most ${rule.most ?? ''} apart`,
    recruits: whoIsAhead(() => 0),
  },
  'at-least': {
    summary: "the mentor's amount is at least `least` (a grade point average, a year)",
    compares: 'fields',
    reads: 'amount',
    takes: ['ordinal', 'number'],
    parameters: ['least'],
    needs: ['least'],
    gapsAllowed: false,
    looksAt: 'mentor',
    effect: 'limits',
    fewest: none,
    allows: (_mentee, mentor, rule) => Number(mentor) >= (rule.least ?? -Infinity),
    words: (rule) => `mentor's ${rule.mentor} at least ${rule.least ?? ''}`,
    recruits: whoIsAt('least'),
  },
  'at-most': {
    summary: "the mentor's amount is at most `most`",
    compares: 'fields',
    reads: 'amount',
    takes: ['ordinal', 'number'],
    parameters: ['most'],
    needs: ['most'],
    gapsAllowed: false,
    looksAt: 'mentor',
    effect: 'limits',
    fewest: none,
    allows: (_mentee, mentor, rule) => Number(mentor) <= (rule.most ?? Infinity),
    words: (rule) => `mentor's ${rule.mentor} at most ${rule.most ?? ''}`,
    recruits: whoIsAt('most'),
  },
  'not-before': {
    summary:
      "the mentee's list of earlier mentors does not name this one (ended and declined pairs of the database bar by themselves)",
    compares: 'fields',
    reads: 'set',
    takes: ['set', 'category', 'text'],
    parameters: [],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'parts',
    fewest: none,
    allows: (mentee, mentor) =>
      typeof mentee === 'object' && typeof mentor === 'object' && shared(mentee, mentor) === 0,
    words: (rule) => `not among ${rule.mentee}`,
    recruits: anybody,
  },
  pin: {
    summary: 'these two people are paired, and the mentee with nobody else',
    compares: 'people',
    reads: 'code',
    takes: [],
    parameters: [],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'pairs',
    fewest: none,
    allows: (mentee, mentor) => mentee !== 1 || mentor === 1,
    words: (rule) => `${rule.mentee} is kept for ${rule.mentor}`,
    recruits: anybody,
  },
  block: {
    summary: 'these two people are never paired',
    compares: 'people',
    reads: 'code',
    takes: [],
    parameters: [],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'parts',
    fewest: none,
    allows: (mentee, mentor) => mentee !== 1 || mentor !== 1,
    words: (rule) => `${rule.mentee} and ${rule.mentor} are kept apart`,
    recruits: anybody,
  },
  apart: {
    summary:
      'mentees who gave the same answer, or whose answer names one another, or the `people` listed, never have the same mentor or circle',
    compares: 'mentees',
    reads: 'code',
    takes: anything,
    parameters: ['people'],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'parts',
    fewest: none,
    allows: () => true,
    words: (rule) => `apart: ${rule.people?.join(', ') ?? rule.mentee}`,
    recruits: anybody,
  },
  together: {
    summary: 'such mentees have the same mentor or circle, all of them or none',
    compares: 'mentees',
    reads: 'code',
    takes: anything,
    parameters: ['people'],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'parts',
    fewest: none,
    allows: () => true,
    words: (rule) => `together: ${rule.people?.join(', ') ?? rule.mentee}`,
    recruits: anybody,
  },
  balance: {
    summary:
      "of a mentor's mentees, or a circle's, at least `least` and at most `most` (shares, 0 to 1) gave the answer `value`; one mentee alone is no group",
    compares: 'mentees',
    reads: 'code',
    takes: ['set', 'category', 'ordinal', 'number', 'yes-no', 'text'],
    parameters: ['value', 'least', 'most'],
    needs: ['least', 'most'],
    gapsAllowed: true,
    looksAt: 'both',
    effect: 'parts',
    fewest: none,
    allows: () => true,
    words: (rule) => {
      const range = [
        rule.least === undefined ? '' : `at least ${Math.round(100 * rule.least)} %`,
        rule.most === undefined ? '' : `at most ${Math.round(100 * rule.most)} %`,
      ];
      return `${range.filter(Boolean).join(' and ')} ${rule.mentee} ${rule.value ?? ''} with one mentor`;
    },
    recruits: anybody,
  },
} as const satisfies Record<RuleKindName, RuleKind>;

export function ruleKind(name: RuleKindName): RuleKind {
  return ruleKinds[name];
}

/** Whether it bars a mentee who gave no answer. */
export function asksMentee({ looksAt, gapsAllowed }: RuleKind): boolean {
  return looksAt === 'both' && !gapsAllowed;
}

/** The verdict on a pair, gaps included: an answer that leaves it open bars nobody. */
export function ruleAllows(name: RuleKindName, mentee: Encoded, mentor: Encoded, rule: Rule, around = false): boolean {
  const kind = ruleKind(name);
  if (mentee === 'any' || mentor === 'any') return true;
  if (mentor === undefined || (mentee === undefined && kind.looksAt === 'both')) return kind.gapsAllowed;
  return kind.allows(mentee ?? 0, mentor, rule, around);
}
