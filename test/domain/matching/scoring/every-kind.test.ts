// If these fail, a kind of rule or criterion bars, passes, pays for or asks something else than its record says, or a new kind
// came without an example: whom it lets through, whom not, what becomes of a missing answer, and whom to recruit.
import { describe, expect, it } from 'vitest';
import { BARRED } from '../../../../src/domain/matching/assignment-types.ts';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { criterionKind, criterionKinds } from '../../../../src/domain/matching/scoring/criterion-kinds.ts';
import { ruleKind, ruleKinds } from '../../../../src/domain/matching/scoring/rule-kinds.ts';
import { scorePairs, type Scoring } from '../../../../src/domain/matching/scoring/score-pairs.ts';
import type { Stated } from '../../../../src/domain/matching/stated.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type {
  Criterion,
  CriterionKindName,
  Field,
  FieldType,
  FieldValue,
  Rule,
  RuleKindName,
} from '../../../../src/domain/program/program.ts';

type Answer = FieldValue | undefined;

const field = (name: string, type: FieldType, options: readonly string[] = []): Field => ({
  name,
  type,
  options,
  headings: [],
});
const fields = [
  field('campus', 'category', ['Hill', 'Lake', 'Town']),
  field('subjects', 'set', ['Algebra', 'Botany', 'Chemistry', 'Drama']),
  field('level', 'ordinal', ['first', 'second', 'third', 'fourth']),
  field('average', 'number'),
  field('mentors before', 'set'),
  field('hopes', 'text'),
];

function score(entry: { rule?: Rule; criterion?: Criterion }, asked: Answer, given: Answer, stated?: Stated): Scoring {
  const on = entry.rule ?? entry.criterion!;
  const person = (id: string, seats: number, name: string, answer: Answer): Candidate => ({
    id,
    name: id,
    seats,
    fields: answer === undefined || name === 'id' ? {} : { [name]: answer },
  });
  const program = {
    fields,
    rules: entry.rule === undefined ? [] : [entry.rule],
    criteria: entry.criterion === undefined ? [] : [entry.criterion],
  };
  const [mentees, mentors] = [[person('S7', 0, on.mentee, asked)], [person('M7', 1, on.mentor, given)]];
  return finish(scorePairs(mentees, mentors, program, new Map(), stated));
}

interface RuleExample {
  readonly rule: Omit<Rule, 'kind'>;
  readonly lets: readonly [Answer, Answer];
  /** Undefined where it names people, so that answers are no matter: then `others` names somebody else. */
  readonly bars?: readonly [Answer, Answer];
  readonly others?: Omit<Rule, 'kind'>;
  /** Whether it lets a pair through in which the mentee, or the mentor, gave no answer. */
  readonly gap: { readonly mentee: boolean; readonly mentor: boolean };
  readonly words: string;
  /** The answer of a mentor whom to look for, for the mentee of `lets`; none where nothing can be said. */
  readonly recruit: Answer;
}

const on = (name: string): { readonly mentee: string; readonly mentor: string } => ({ mentee: name, mentor: name });
const two = { mentee: 'S7', mentor: 'M7' };

/** Rules about pairs; those about mentees among each other bar no pair by itself: wishes.test.ts tries them. */
const ruleExamples: Readonly<Record<Exclude<RuleKindName, 'apart' | 'together' | 'balance'>, RuleExample>> = {
  same: {
    rule: on('campus'),
    lets: ['Hill', 'hill '],
    bars: ['Hill', 'Lake'],
    gap: { mentee: false, mentor: false },
    words: 'same campus',
    recruit: 'Hill',
  },
  differ: {
    rule: on('campus'),
    lets: ['Hill', 'Lake'],
    bars: ['Hill', 'Hill'],
    gap: { mentee: true, mentor: true },
    words: 'different campus',
    recruit: 'Lake',
  },
  share: {
    rule: { ...on('subjects'), least: 2 },
    lets: [
      ['Algebra', 'Botany', 'Drama'],
      ['Botany', 'Algebra'],
    ],
    bars: [
      ['Algebra', 'Botany'],
      ['Botany', 'Drama'],
    ],
    gap: { mentee: false, mentor: false },
    words: '2 shared subjects',
    recruit: ['Algebra', 'Botany'],
  },
  gap: {
    rule: { ...on('level'), least: 1, most: 2 },
    lets: ['first', 'third'],
    bars: ['first', 'fourth'],
    gap: { mentee: true, mentor: true },
    words: 'mentor ahead in level by at least 1 and at most 2',
    recruit: 'second',
  },
  distance: {
    rule: { ...on('average'), most: 1.5 },
    lets: [2, 3.5],
    bars: [2, 3.6],
    gap: { mentee: true, mentor: true },
    words: 'average at most 1.5 apart',
    recruit: 2,
  },
  'at-least': {
    rule: { ...on('average'), least: 3 },
    lets: [1, 3],
    bars: [4, 2.9],
    gap: { mentee: true, mentor: false },
    words: "mentor's average at least 3",
    recruit: 3,
  },
  'at-most': {
    rule: { ...on('average'), most: 3 },
    lets: [4, 3],
    bars: [1, 3.1],
    gap: { mentee: true, mentor: false },
    words: "mentor's average at most 3",
    recruit: 3,
  },
  'not-before': {
    rule: on('mentors before'),
    lets: [['Ida'], ['Olu']],
    bars: [
      ['Ida', 'Olu'],
      ['Olu', 'Pia'],
    ],
    gap: { mentee: true, mentor: true },
    words: 'not among mentors before',
    recruit: undefined,
  },
  pin: {
    rule: two,
    lets: [undefined, undefined],
    others: { mentee: 'S7', mentor: 'M8' },
    gap: { mentee: true, mentor: true },
    words: 'S7 is kept for M7',
    recruit: undefined,
  },
  block: {
    rule: { mentee: 'S7', mentor: 'M8' },
    lets: [undefined, undefined],
    others: two,
    gap: { mentee: true, mentor: true },
    words: 'S7 and M8 are kept apart',
    recruit: undefined,
  },
};

describe.each(Object.entries(ruleExamples) as [RuleKindName, RuleExample][])('rule %s', (kind, example) => {
  const rule: Rule = { kind, ...example.rule };
  const allowed = (asked: Answer, given: Answer, by = rule): boolean =>
    score({ rule: by }, asked, given).scores[0] !== BARRED;
  const [asked, given] = example.lets;

  it('lets through and bars', () => {
    expect(allowed(asked, given)).toBe(true);
    if (example.bars !== undefined) expect(allowed(...example.bars)).toBe(false);
    if (example.others !== undefined) expect(allowed(asked, given, { kind, ...example.others })).toBe(false);
    expect(example.bars ?? example.others).toBeDefined();
  });

  it('does with a missing answer what is said of it', () => {
    expect({ mentee: allowed(undefined, given), mentor: allowed(asked, undefined) }).toEqual(example.gap);
  });

  it('has words, and says whom to recruit', () => {
    const record = ruleKind(kind);
    expect(record.words(rule)).toBe(example.words);
    const compared = fields.find(({ name }) => name === rule.mentor) ?? field('', 'text');
    const needs = record.recruits(rule, { asked, field: compared, popular: new Map() });
    expect(needs[0]?.value).toEqual(example.recruit);
    for (const { value, metBy } of needs) {
      expect(metBy(value)).toBe(true);
      expect(metBy(undefined)).toBe(false);
      expect(allowed(asked, value)).toBe(true);
    }
  });
});

interface CriterionExample {
  readonly criterion: Omit<Criterion, 'kind' | 'importance'>;
  readonly answers: readonly [Answer, Answer];
  /** Points of 1,000 for the answers, and where either is missing. */
  readonly points: number;
  readonly gap: number;
  readonly why: string;
  readonly stated?: Stated;
}

const lists: Stated = {
  choices: new Map([['S7', new Map([['M9', 1], ['M7', 2]])]]), // prettier-ignore
  scores: new Map([['S7', new Map([['M7', 4]])]]),
  highest: 5,
};

const criterionExamples: Readonly<Record<CriterionKindName, CriterionExample>> = {
  overlap: {
    criterion: on('subjects'),
    answers: [
      ['Algebra', 'Botany', 'Chemistry', 'Drama'],
      ['Botany', 'Drama', 'Algebra'],
    ],
    points: 750,
    gap: 500,
    why: '3 of 4 subjects: Algebra; Botany; Drama',
  },
  same: {
    criterion: on('campus'),
    answers: ['Lake', 'Hill'],
    points: 0,
    gap: 500,
    why: 'other campus: Lake, Hill',
  },
  closeness: {
    criterion: { ...on('average'), range: 4 },
    answers: [2, 3],
    points: 750,
    gap: 500,
    why: 'average: 2 and 3',
  },
  ahead: {
    criterion: { ...on('level'), ideal: 2, range: 4 },
    answers: ['first', 'second'],
    points: 750,
    gap: 500,
    why: 'level: second for first',
  },
  table: {
    criterion: { ...on('campus'), table: { Hill: { Lake: 0.3 } } },
    answers: ['hill', 'Lake'],
    points: 300,
    gap: 500,
    why: 'campus: hill with Lake',
  },
  text: {
    criterion: on('hopes'),
    answers: ['research careers abroad, grants, travel, writing and teaching', 'a career in teaching'],
    points: 857,
    gap: 500,
    why: 'both wrote of career, teaching',
  },
  ranked: {
    criterion: { mentee: '', mentor: '', side: 'mentee' },
    answers: [undefined, undefined],
    points: 500,
    gap: 500,
    why: 'choice 2 of the mentee',
    stated: lists,
  },
  scores: {
    criterion: { mentee: '', mentor: '' },
    answers: [undefined, undefined],
    points: 800,
    gap: 500,
    why: 'stated score 4 of 5',
    stated: lists,
  },
};

describe.each(Object.entries(criterionExamples) as [CriterionKindName, CriterionExample][])(
  'criterion %s',
  (kind, { criterion: rest, answers: [asked, given], points, gap, why, stated }) => {
    const criterion: Criterion = { kind, importance: 'high', ...rest };

    it('pays for what it says, and says why', () => {
      const { scores, parts } = score({ criterion }, asked, given, stated);
      expect(scores[0]).toBe(points);
      expect(parts(0, 0)[0]?.why).toBe(why);
    });

    it('counts half where an answer is missing, on either side', () => {
      expect([score({ criterion }, undefined, given), score({ criterion }, asked, undefined)]
        .map(({ scores }) => scores[0])).toEqual([gap, gap]); // prettier-ignore
    });

    it('has a remedy for where it gives every pair the same', () => {
      expect(criterionKind(kind).remedy(criterion)).toMatch(kind === 'table' ? /^Its rows are hill:/ : /^Take it away/);
    });
  },
);

it('there is an example of every kind', () => {
  const ofPairs = Object.entries(ruleKinds).flatMap(([kind, { compares }]) => (compares === 'mentees' ? [] : [kind]));
  expect(Object.keys(ruleExamples).sort()).toEqual(ofPairs.sort());
  expect(Object.keys(criterionExamples).sort()).toEqual(Object.keys(criterionKinds).sort());
});
