// If these fail, a rule lets through a pair it should bar, or a criterion pays for what it should not.
import { describe, expect, it } from 'vitest';
import { BARRED } from '../../../src/domain/matching/assignment-types.ts';
import type { Candidate } from '../../../src/domain/matching/candidate.ts';
import { ownImportance } from '../../../src/domain/matching/scoring/own-importance.ts';
import { ruleKind } from '../../../src/domain/matching/scoring/rule-kinds.ts';
import { scorePairs, type Scoring } from '../../../src/domain/matching/scoring/score-pairs.ts';
import type { Stated } from '../../../src/domain/matching/stated.ts';
import { zoneHours } from '../../../src/domain/matching/scoring/zone-hours.ts';
import { finish } from '../../../src/domain/progress.ts';
import type { Criterion, Field, FieldType, FieldValue, Rule } from '../../../src/domain/program/program.ts';

const field = (name: string, type: FieldType, options: string[] = []): Field => ({ name, type, options, headings: [] });
const fields = [
  field('topics', 'set', ['a', 'b', 'c', 'd']),
  field('offers', 'set', ['a', 'b', 'c', 'd']),
  field('year', 'ordinal', ['first', 'second', 'third', 'fourth']),
  field('gpa', 'number'),
  field('zone', 'text'),
  field('team', 'category', ['x', 'y']),
  field('earlier', 'set'),
  field('about', 'text'),
  field('care', 'ordinal', ['not at all', 'somewhat', 'very much']),
];
const person = (id: string, answers: Record<string, FieldValue>, seats = 0): Candidate => ({
  id,
  name: id,
  email: `${id.toLowerCase()}@example.org`,
  seats,
  fields: answers,
});
const both = (name: string): { mentee: string; mentor: string } => ({ mentee: name, mentor: name });

function scoring(
  mentee: Record<string, FieldValue>,
  mentor: Record<string, FieldValue>,
  program: { rules?: Rule[]; criteria?: Criterion[] },
  stated?: Stated,
): Scoring {
  const { rules = [], criteria = [] } = program;
  return finish(
    scorePairs([person('S1', mentee)], [person('M1', mentor, 1)], { fields, rules, criteria }, new Map(), stated),
  );
}
const allowed = (mentee: Record<string, FieldValue>, mentor: Record<string, FieldValue>, rule: Rule): boolean =>
  scoring(mentee, mentor, { rules: [rule] }).scores[0] !== BARRED;
const fit = (
  mentee: Record<string, FieldValue>,
  mentor: Record<string, FieldValue>,
  criterion: Omit<Criterion, 'importance'>,
  stated?: Stated,
): number => scoring(mentee, mentor, { criteria: [{ ...criterion, importance: 'high' }] }, stated).scores[0]!;

describe('rules', () => {
  it('same and differ compare answers, also of different fields', () => {
    const same: Rule = { kind: 'same', mentee: 'team', mentor: 'team' };
    expect(allowed({ team: 'x' }, { team: 'X ' }, same)).toBe(true);
    expect(allowed({ team: 'x' }, { team: 'y' }, same)).toBe(false);
    expect(allowed({}, { team: 'y' }, same)).toBe(false);
    const manager: Rule = { kind: 'differ', mentee: 'about', mentor: 'email' };
    expect(allowed({ about: 'M1@example.org' }, {}, manager)).toBe(false);
    expect(allowed({ about: 'm2@example.org' }, {}, manager)).toBe(true);
    expect(allowed({}, {}, manager)).toBe(true);
  });

  it('share counts options in common, within a field or across two', () => {
    expect(
      allowed({ topics: ['a', 'b'] }, { topics: ['b', 'c'] }, { kind: 'share', ...both('topics'), least: 2 }),
    ).toBe(false);
    expect(
      allowed(
        { topics: ['a', 'b'] },
        { offers: ['b', 'a'] },
        { kind: 'share', mentee: 'topics', mentor: 'offers', least: 2 },
      ),
    ).toBe(true);
  });

  it('gap, at-least and at-most read steps and numbers', () => {
    const ahead: Rule = { kind: 'gap', ...both('year'), least: 1, most: 2 };
    expect(allowed({ year: 'first' }, { year: 'third' }, ahead)).toBe(true);
    expect(allowed({ year: 'first' }, { year: 'fourth' }, ahead)).toBe(false);
    expect(allowed({ year: 'second' }, { year: 'first' }, ahead)).toBe(false);
    expect(allowed({}, { gpa: 3 }, { kind: 'at-least', ...both('gpa'), least: 3 })).toBe(true);
    expect(allowed({}, { gpa: 2.9 }, { kind: 'at-least', ...both('gpa'), least: 3 })).toBe(false);
    expect(allowed({}, {}, { kind: 'at-least', ...both('gpa'), least: 3 })).toBe(false);
    expect(allowed({}, { gpa: 4 }, { kind: 'at-most', ...both('gpa'), most: 3.5 })).toBe(false);
  });

  it('distance counts hours between time zones the shorter way round', () => {
    const near: Rule = { kind: 'distance', ...both('zone'), most: 3 };
    expect(allowed({ zone: 'Europe/Berlin' }, { zone: 'America/New_York' }, near)).toBe(false);
    expect(allowed({ zone: 'Europe/Berlin' }, { zone: 'UTC+2' }, near)).toBe(true);
    expect(allowed({ zone: 'Pacific/Auckland' }, { zone: 'Pacific/Honolulu' }, near)).toBe(true);
    expect(allowed({ zone: 'Pacific/Auckland' }, { zone: 'Pacific/Honolulu' }, { ...near, most: 2 })).toBe(true);
    expect(allowed({ zone: 'Pacific/Auckland' }, { zone: 'Pacific/Honolulu' }, { ...near, most: 1 })).toBe(false);
    expect(allowed({ zone: 'somewhere' }, { zone: 'UTC' }, near)).toBe(true);
    expect(allowed({ gpa: 20 }, { gpa: 1 }, { kind: 'distance', ...both('gpa'), most: 6 })).toBe(false);
  });

  it('say in words only the bounds that they have', () => {
    const words = (rule: Rule): string => ruleKind(rule.kind).words(rule);
    expect(words({ kind: 'gap', ...both('year'), least: 1 })).toBe('mentor ahead in year by at least 1');
    expect(words({ kind: 'gap', ...both('year'), most: 2 })).toBe('mentor ahead in year by at most 2');
  });

  it('not-before keeps earlier mentors away', () => {
    const before: Rule = { kind: 'not-before', mentee: 'earlier', mentor: 'id' };
    expect(allowed({ earlier: ['M7', 'm1'] }, {}, before)).toBe(false);
    expect(allowed({ earlier: ['M7'] }, {}, before)).toBe(true);
    expect(allowed({}, {}, before)).toBe(true);
  });

  it('pin and block name people by id or e-mail', () => {
    expect(allowed({}, {}, { kind: 'block', mentee: 'S1', mentor: 'm1@example.org' })).toBe(false);
    expect(allowed({}, {}, { kind: 'block', mentee: 'S1', mentor: 'M2' })).toBe(true);
    expect(allowed({}, {}, { kind: 'pin', mentee: 'S1', mentor: 'M1' })).toBe(true);
    expect(allowed({}, {}, { kind: 'pin', mentee: 'S1', mentor: 'M2' })).toBe(false);
    expect(allowed({}, {}, { kind: 'pin', mentee: 'S2', mentor: 'M1' })).toBe(true);
  });
});

describe('criteria', () => {
  it('pay in proportion', () => {
    expect(
      fit({ topics: ['a', 'b', 'c', 'd'] }, { offers: ['a'] }, { kind: 'overlap', mentee: 'topics', mentor: 'offers' }),
    ).toBe(250);
    expect(fit({ team: 'x' }, { team: 'y' }, { kind: 'same', ...both('team') })).toBe(0);
    expect(fit({ gpa: 3 }, { gpa: 4 }, { kind: 'closeness', ...both('gpa'), range: 4 })).toBe(750);
    expect(fit({ zone: 'UTC+1' }, { zone: 'Europe/London' }, { kind: 'closeness', ...both('zone'), range: 4 })).toBe(
      750,
    );
    expect(fit({ year: 'first' }, { year: 'second' }, { kind: 'ahead', ...both('year'), ideal: 2, range: 4 })).toBe(
      750,
    );
    expect(fit({ year: 'second' }, { year: 'first' }, { kind: 'ahead', ...both('year'), ideal: 2, range: 4 })).toBe(0);
    expect(fit({ team: 'x' }, { team: 'y' }, { kind: 'table', ...both('team'), table: { x: { y: 0.3 } } })).toBe(300);
    expect(fit({ about: 'careers in research' }, { about: 'a career' }, { kind: 'text', ...both('about') })).toBe(1000);
  });

  it('count a gap half and say so', () => {
    const { scores, parts } = scoring(
      {},
      { team: 'x' },
      { criteria: [{ kind: 'same', ...both('team'), importance: 'low' }] },
    );
    expect(scores[0]).toBe(500);
    expect(parts(0, 0)[0]?.why).toBe('team: no answer from the mentee, counted half');
  });

  const stated: Stated = {
    choices: new Map([
      [
        'S1',
        new Map([
          ['M9', 1],
          ['M1', 2],
          ['M3', 3],
          ['M4', 4],
        ]),
      ],
      ['M1', new Map([['S1', 1]])],
    ]),
    scores: new Map([['S1', new Map([['M1', 3]])]]),
    highest: 5,
  };

  it('ranked reads the lists of either side or both', () => {
    const ranked: Omit<Criterion, 'importance'> = { kind: 'ranked', mentee: '', mentor: '' };
    expect(fit({}, {}, { ...ranked, side: 'mentee' }, stated)).toBe(750);
    expect(fit({}, {}, { ...ranked, side: 'mentor' }, stated)).toBe(1000);
    expect(fit({}, {}, ranked, stated)).toBe(875);
    expect(fit({}, {}, ranked)).toBe(500);
    const { parts } = scoring({}, {}, { criteria: [{ ...ranked, importance: 'high' }] }, stated);
    expect(parts(0, 0)[0]?.why).toBe('choice 2 of the mentee; choice 1 of the mentor');
  });

  it('scores reads imported scores against the highest, or against range', () => {
    const scores: Omit<Criterion, 'importance'> = { kind: 'scores', mentee: '', mentor: '' };
    expect(fit({}, {}, scores, stated)).toBe(600);
    expect(fit({}, {}, { ...scores, range: 4 }, stated)).toBe(750);
    expect(fit({}, {}, scores)).toBe(500);
  });

  it('weigh as much as the mentee herself says', () => {
    const criteria: Criterion[] = [
      { kind: 'same', ...both('team'), importance: 'medium', scaledBy: 'care' },
      { kind: 'overlap', ...both('topics'), importance: 'medium' },
    ];
    const of = (care: string): number[] =>
      scoring({ care, team: 'x', topics: ['a'] }, { team: 'x', topics: ['b'] }, { criteria })
        .parts(0, 0)
        .map((part) => part.of);
    expect(of('not at all')).toEqual([0, 1000]);
    expect(of('somewhat')).toEqual([500, 500]);
    expect(of('very much')).toEqual([667, 333]);
    expect(ownImportance(undefined, undefined, undefined)).toBe(1);
  });
});

it('zoneHours reads what people write', () => {
  const read = [
    'Europe/Berlin',
    'America/New_York',
    '(GMT+05:30) Mumbai',
    'UTC-05:00',
    '+2',
    'EST',
    'utc',
    'Asia/Kolkata',
    'my place',
    'UTC+99',
  ];
  expect(read.map(zoneHours)).toEqual([1, -5, 5.5, -5, 2, -5, 0, 5.5, undefined, undefined]);
});
