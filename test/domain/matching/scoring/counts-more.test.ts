// If these fail, a run counts more or less than it says for even loads, for history or for what somebody cares about.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { bonusesOf, countedMore, evenness, favoursOf } from '../../../../src/domain/matching/scoring/bonuses.ts';
import { ownImportance, ownScale, scaleWords } from '../../../../src/domain/matching/scoring/own-importance.ts';
import { tiersOf, tierWords } from '../../../../src/domain/matching/scoring/priority.ts';
import { scorePairs } from '../../../../src/domain/matching/scoring/score-pairs.ts';
import { zoneHours } from '../../../../src/domain/matching/scoring/zone-hours.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { Criterion, Field, FieldValue } from '../../../../src/domain/program/program.ts';

const person = (id: string, fields: Readonly<Record<string, FieldValue>> = {}): Candidate => ({
  id,
  name: `${id} name`,
  seats: 1,
  fields,
});
const number = (more: Partial<Field> = {}): Field => ({
  name: 'care',
  type: 'number',
  options: [],
  headings: [],
  ...more,
});

describe('even loads', () => {
  it('count a second mentee clearly less than a first, and each further one a point less, never below nothing', () => {
    expect([1, 2, 3, 4, 14, 15].map((nth) => evenness(nth, 14))).toEqual([20, 12, 11, 10, 0, 0]);
  });

  it('count in smaller steps where somebody has many places, from twenty down to nothing', () => {
    expect([1, 2, 11, 20, 21, 25].map((nth) => evenness(nth, 21))).toEqual([20, 19, 10, 1, 0, 0]);
    expect([1, 2, 15].map((nth) => evenness(nth, 15))).toEqual([20, 18, 0]);
  });
});

describe('history and drafts', () => {
  const favours = {
    leftOver: new Set(['S1']),
    previous: new Map([['S1', new Set(['M1'])]]),
    near: new Map([['S1', new Set(['M1', 'M2'])]]),
  };

  it('count more with the mentors they are about, for the people they are about, and each is named', () => {
    const made = (mentee: string, mentor: string, even?: { points: number; load: number }) =>
      bonusesOf(favours, person(mentee), person(mentor), even).map(({ name, points, why }) => [name, points, why]);
    expect(made('S1', 'M1', { points: 20, load: 1 })).toEqual([
      ['history', 100, 'S1 name was left over last time: more with any mentor'],
      ['history', 100, 'they were a pair before, and parted well'],
      ['draft', 2, 'they are a pair in the draft to stay near to'],
      ['even loads', 20, 'M1 name has nobody else'],
    ]);
    expect(made('S1', 'M2', { points: 12, load: 2 }).map(([name, points]) => [name, points])).toEqual([
      ['history', 100],
      ['draft', 2],
      ['even loads', 12],
    ]);
    expect(made('S1', 'M2', { points: 12, load: 2 }).at(-1)?.[2]).toBe(
      'M2 name has 2 mentees: the fewer, the more each counts',
    );
    expect(made('S2', 'M1')).toEqual([]);
  });

  it('add up in the table as they are told', () => {
    expect(favoursOf(favours, person('S1'))).toEqual({ always: 100, more: new Map([['M1', 102], ['M2', 2]]) }); // prettier-ignore
    expect(favoursOf(favours, person('S2'))).toEqual({ always: 0, more: undefined });
    expect(favoursOf({ leftOver: new Set(), previous: favours.previous }, person('S1')).more).toEqual(
      new Map([['M1', 100]]),
    );
  });

  it('are said of a run only where they count', () => {
    const none = { leftOver: new Set<string>(), previous: new Map() };
    expect(countedMore(false, none)).toBe('');
    expect(countedMore(true, none)).toBe('counting up to 2 points more the fewer mentees a mentor has');
    expect(countedMore(false, favours)).toBe(
      'counting 10 points more for whoever was left over last time, 10 points more for two who were a pair before, 0.2 points more for the pairs of the earlier draft',
    );
    expect(countedMore(false, { ...none, near: new Map() })).toBe('');
  });
});

describe('what somebody cares about', () => {
  it('goes from nothing for the lowest answer over once to twice for the highest', () => {
    const scale = { low: 1, high: 5 };
    expect([1, 2, 3, 5, 9, -3].map((answer) => ownImportance(answer, number(), scale))).toEqual([0, 0.5, 1, 2, 2, 0]);
    expect([true, false].map((answer) => ownImportance(answer, undefined, undefined))).toEqual([2, 0]);
    const steps: Field = { name: 'care', type: 'ordinal', options: ['little', 'some', 'much'], headings: [] };
    expect(['Little', 'some', 'MUCH', 'other'].map((answer) => ownImportance(answer, steps, undefined))).toEqual([
      0, 1, 2, 1,
    ]);
    expect(ownImportance('little', { ...steps, options: ['little'] }, undefined)).toBe(1);
    expect([undefined, 3].map((answer) => ownImportance(answer, number(), undefined))).toEqual([1, 1]);
    expect(ownImportance(['much'], steps, undefined)).toBe(1);
  });

  it('has the scale that the field states, by a scale or by options that are numbers, else that of the answers', () => {
    const people = [person('S1', { care: 2 }), person('S2', { care: 7 }), person('S3', { care: 'x' }), person('S4')];
    expect(ownScale(number({ scale: [1, 10] }), people)).toEqual({ low: 1, high: 10, stated: true });
    expect(ownScale(number({ options: ['5', '1', '3'] }), people)).toEqual({ low: 1, high: 5, stated: true });
    expect(ownScale(number(), people)).toEqual({ low: 2, high: 7, stated: false });
    expect(ownScale(number({ options: ['5'] }), people)).toEqual({ low: 2, high: 7, stated: false });
    expect(ownScale(number(), people.slice(0, 1))).toBeUndefined();
    expect(ownScale(number({ type: 'ordinal' }), people)).toBeUndefined();
    expect(ownScale(undefined, people)).toBeUndefined();
  });

  it('is said in words, and where the scale comes from', () => {
    const people = [person('S1', { care: 2 }), person('S2', { care: 7 })];
    expect(scaleWords(number({ type: 'yes-no' }), people)).toBe('"care": no counts nothing, yes twice');
    expect(scaleWords(number({ scale: [1, 10] }), people)).toBe('"care": 1 counts nothing, the middle once, 10 twice');
    expect(scaleWords(number(), people)).toBe(
      '"care": 2 counts nothing, the middle once, 7 twice, as people answered; "scale: [lowest, highest]" in the field says it',
    );
    const steps = number({ type: 'ordinal', options: ['little', 'some', 'much'] });
    expect(scaleWords(steps, people)).toBe('"care": little counts nothing, the middle once, much twice');
    expect(scaleWords({ ...steps, options: ['little'] }, people)).toBeUndefined();
    expect(scaleWords(number(), [])).toBeUndefined();
    expect(scaleWords(undefined, people)).toBeUndefined();
  });

  it('is set against the program’s own weights where nothing matters to somebody, and shared out in whole points', () => {
    const fields = [number({ scale: [0, 2] }), number({ name: 'a' }), number({ name: 'b' }), number({ name: 'c' })];
    const criteria = (['a', 'b', 'c'] as const).map((name) => ({
      kind: 'closeness' as const,
      mentee: name,
      mentor: name,
      importance: 'high' as const,
      range: 1,
      scaledBy: 'care',
    }));
    const most = (care: number, which: readonly Criterion[] = criteria) =>
      finish(scorePairs([person('S1', { care })], [person('M1')], { fields, rules: [], criteria: which }, new Map()))
        .parts(0, 0)
        .map(({ of }) => of);
    expect(most(0)).toEqual([334, 333, 333]);
    expect(most(2)).toEqual([334, 333, 333]);
    const { kind, mentee, mentor, importance, range } = criteria[1]!;
    const plain = { kind, mentee, mentor, importance, range };
    expect(most(2, [criteria[0]!, plain])).toEqual([667, 333]);
    expect(most(0, [criteria[0]!, plain])).toEqual([0, 1000]);
  });
});

describe('who goes first', () => {
  const tiers = [
    { field: 'first generation', is: ['yes'] },
    { field: 'campus', is: ['North', 'South'] },
  ];

  it('is whoever is in the first tier that fits, by a yes or by any of the answers', () => {
    const people = [
      person('S1', { 'first generation': true, campus: 'north' }),
      person('S2', { 'first generation': false, campus: 'SOUTH' }),
      person('S3', { campus: ['West', 'North'] }),
      person('S4', { campus: 'West' }),
      person('S5'),
    ];
    expect(tiersOf(people, tiers)).toEqual([2, 1, 1, 0, 0]);
    expect(tiersOf(people, [])).toBeUndefined();
    expect(tiersOf(people, undefined)).toBeUndefined();
    expect(tiers.map(tierWords)).toEqual(['first generation: yes', 'campus: North or South']);
  });
});

describe('a time zone', () => {
  it.each([
    ['UTC', 0],
    ['GMT', 0],
    ['WET', 0],
    ['BST', 0],
    ['HKT', 8],
    ['AWST', 8],
    ['PST', -8],
    ['PT', -8],
    ['MDT', -7],
    ['MT', -7],
    ['CST', -6],
    ['CDT', -6],
    ['EDT', -5],
    ['ET', -5],
    ['z', 0],
    ['CET', 1],
    ['CEST', 1],
    ['EET', 2],
    ['MSK', 3],
    ['IST', 5.5],
    ['SGT', 8],
    ['JST', 9],
    ['kst', 9],
    ['ACST', 9.5],
    ['AEST', 10],
    ['NZST', 12],
    ['HST', -10],
    ['AKST', -9],
    ['PDT', -8],
    ['MST', -7],
    ['Ct', -6],
    ['EST', -5],
    ['AST', -4],
    ['BRT', -3],
    ['UTC-5', -5],
    ['(GMT+05:30) Mumbai', 5.5],
    ['UTC \u221203:30', -3.5],
    ['+14', 14],
    ['UTC+15', undefined],
    ['Europe/Berlin', 1],
    ['America/New_York', -5],
    ['Asia/Kolkata', 5.5],
    ['America/Argentina/Buenos_Aires', -3],
    // Where summer is in January, standard time is July's.
    ['Australia/Sydney', 10],
    ['Africa/Abidjan', 0],
    ['Nowhere/Land', undefined],
    ['somewhere', undefined],
    ['', undefined],
  ])('%s is %s hours ahead of UTC', (text, hours) => {
    expect(zoneHours(text)).toBe(hours);
    // Asked twice, answered alike.
    expect(zoneHours(text)).toBe(hours);
  });
});
