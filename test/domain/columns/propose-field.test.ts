// If these fail, a letter tells a mentor who decides about a mentee, what was told in confidence becomes a list in the program file, or sentences become options to match by.
import { describe, expect, it } from 'vitest';
import { profileColumn } from '../../../src/domain/columns/profile.ts';
import { proposeField } from '../../../src/domain/columns/propose-field.ts';
import type { Field } from '../../../src/domain/program/program.ts';

const field = (heading: string, cells: readonly string[]): Field =>
  proposeField(heading, profileColumn(cells), new Set());
/** So many different answers, each given twice. */
const answers = (count: number, word: (index: number) => string): string[] =>
  Array.from({ length: 2 * count }, (_, index) => word(index % count));

describe('what is told of one to the other', () => {
  it('tells interests, and neither who people are nor how they are registered', () => {
    const given = ['Chess', 'Boats', 'Chess', 'Boats'];
    expect(field('Hobby', given).tell).toBe(true);
    expect(field('Gender', given).tell).toBeUndefined();
    expect(field('How did you hear about us', given).tell).toBeUndefined();
    expect(field('Hobby', ['Chess', 'Chess', 'Chess']).tell).toBeUndefined();
    expect(field('Year', ['1', '2', '3']).tell).toBeUndefined();
  });
});

describe('the kind of field', () => {
  it('is one of a list while the answers are few and short, else text', () => {
    expect(field('Subject', ['Law', 'Art', 'Law', 'Art'])).toMatchObject({ type: 'category', options: ['Art', 'Law'] });
    expect(
      field(
        'Subject',
        answers(40, (i) => `Word ${i + 1}a`),
      ).type,
    ).toBe('category');
    expect(
      field(
        'Subject',
        answers(41, (i) => `Word ${i + 1}a`),
      ).type,
    ).toBe('text');
    // Four different answers are few of however few; five of six people say nearly everything.
    expect(field('Subject', ['Law', 'Art', 'Music', 'Chemistry']).type).toBe('category');
    expect(field('Subject', ['Law', 'Art', 'Music', 'Chemistry', 'Biology']).type).toBe('text');
  });

  it('is text where answers are as long as sentences, or the question wants some', () => {
    const long = ['x'.repeat(60), 'y'.repeat(60)];
    expect(field('Subject', [...long, ...long]).type).toBe('text');
    const shorter = ['x'.repeat(59), 'y'.repeat(59)];
    expect(field('Subject', [...shorter, ...shorter]).type).toBe('category');
    expect(field('Why this program', ['Law', 'Law', 'Art', 'Art']).type).toBe('text');
    expect(field('Subject', ['I like it', 'I like it', 'Art', 'Art']).type).toBe('text');
  });

  it('is a number, unless a zero stands in front or the heading calls it a code', () => {
    expect(field('Commute', ['12', '30', '7']).type).toBe('number');
    expect(field('Commute', ['12', '030', '7']).type).toBe('text');
    expect(field('Zip', ['12345', '54321']).type).toBe('text');
  });

  it('spells alike what is one, as a word is spelled where somebody did', () => {
    expect(field('Subject', ['biology', 'Biology', 'BIOLOGY', 'law', 'law']).options).toEqual(['Biology', 'law']);
  });

  it('takes no second id of each person for options', () => {
    expect(field('Student ID', ['a1', 'b2', 'c3', 'd4'])).toMatchObject({ type: 'text', options: [] });
  });
});

const names = 'Ann Lee,Bo Ray,Cy Fox,Ann Lee,Bo Ray,Cy Fox,Ann Lee,Bo Ray';

it.each([
  ['Major', 'Biology,Art,Biology,Art,Biology,Art', true],
  ['Line manager', names, undefined],
  ["Your supervisor (so that we don't pair you)", names, undefined],
  ['Vorgesetzte', names, undefined],
  ['Which mentor do you have in mind?', names, undefined],
])('%s of %s may be told: %s', (heading, cells, told) => {
  expect(proposeField(heading, profileColumn(cells.split(',')), new Set()).tell).toBe(told);
});

it('keeps a list with one private option among what people may be matched by, and tells nobody of it', () => {
  const field = proposeField('Topics', profileColumn(['Exams, Money', 'Exams, Housing', 'Housing, Money']), new Set());
  expect([field.type, field.tell]).toEqual(['set', undefined]);
});
