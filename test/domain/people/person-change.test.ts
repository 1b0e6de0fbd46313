// If these fail, a change by hand touches a part it was not meant for, or says another change than it made.
import { expect, it } from 'vitest';
import { changeParts, changeWords } from '../../../src/domain/people/person-change.ts';
import type { KnownEnrolment } from '../../../src/domain/people/roster.ts';

const part = (patch: Partial<KnownEnrolment>): KnownEnrolment => ({
  key: 1,
  person: 7,
  role: 'mentee',
  seats: 0,
  status: 'active',
  fields: { campus: 'Hill', topics: ['exams', 'law'] },
  ...patch,
});

it('gives answers to every part and places to the mentor alone', () => {
  const parts = [part({}), part({ key: 2, role: 'mentor', seats: 2, fields: {} })];
  const changed = changeParts(parts, { answers: new Map([['campus', 'Lake']]), seats: 3 });
  expect(changed.map(({ part: { key }, seats, fields }) => [key, seats, fields])).toEqual([
    [1, 0, { campus: 'Lake', topics: ['exams', 'law'] }],
    [2, 3, { campus: 'Lake' }],
  ]);
  expect(changeWords(changed.flatMap(({ what }) => what))).toBe(
    'campus Hill -> Lake; capacity 2 -> 3; campus none -> Lake',
  );
});

it('takes an answer away, and leaves out parts in which nothing is different', () => {
  const [changed, ...more] = changeParts([part({}), part({ key: 2, fields: {} })], {
    answers: new Map([['campus', undefined]]),
  });
  expect(more).toEqual([]);
  expect(changed?.fields).toEqual({ topics: ['exams', 'law'] });
  expect(changeWords(changed?.what ?? [])).toBe('campus Hill -> none');
});

it('finds nothing to change where options are named in another order, and says a no as a no', () => {
  expect(changeParts([part({})], { answers: new Map([['topics', ['law', 'exams']]]) })).toEqual([]);
  const [changed] = changeParts([part({})], { answers: new Map([['commutes', false]]) });
  expect(changeWords(changed?.what ?? [])).toBe('commutes none -> no');
});
