// If these fail, a mentor who offered a circle is matched one to one, or one who did not is given a group.
import { expect, it } from 'vitest';
import type { Candidate } from '../../../src/domain/matching/candidate.ts';
import { circlesOf } from '../../../src/domain/matching/circles.ts';

const mentor = (id: string, seats: number, fields: Candidate['fields'] = {}, taken?: number): Candidate => ({
  id,
  name: `Mentor ${id}`,
  seats,
  fields,
  ...(taken === undefined ? {} : { taken }),
});

it('makes every mentor a circle where the program says nothing of who, and none without a program for them', () => {
  const mentors = [mentor('a', 5), mentor('b', 20)];
  expect(circlesOf(mentors, undefined)).toEqual([]);
  expect(circlesOf(mentors, { least: 3, most: 15 })).toEqual([
    { mentors: [0], least: 3, most: 5 },
    { mentors: [1], least: 3, most: 15 },
  ]);
});

it("goes by the mentor's own answer: yes or no, or how few hers may have", () => {
  const answers = [true, false, 4, 1, 'Yes, gladly', 'no'];
  const mentors = answers.map((circle, n) => mentor(String(n), 9, { circle }));
  const circles = circlesOf([...mentors, mentor('z', 9)], { least: 3, most: 8, who: 'circle' });
  expect(circles).toEqual([
    { mentors: [0], least: 3, most: 8 },
    { mentors: [2], least: 4, most: 8 },
    { mentors: [4], least: 3, most: 8 },
  ]);
});

it('puts mentors who name each other at the head of one circle, the one with most places first', () => {
  const mentors = [
    mentor('a', 4, { with: 'Mentor b' }),
    mentor('b', 6),
    mentor('c', 5, { with: 'nobody here' }),
    mentor('d', 5, { with: 'a' }),
  ];
  expect(circlesOf(mentors, { least: 3, most: 15, coMentor: 'with' })).toEqual([
    { mentors: [1, 3, 0], least: 3, most: 6 },
    { mentors: [2], least: 3, most: 5 },
  ]);
});

it('counts people who are in the circle already', () => {
  expect(circlesOf([mentor('a', 4, {}, 2)], { least: 3, most: 5 })).toEqual([{ mentors: [0], least: 1, most: 3 }]);
  expect(circlesOf([mentor('a', 4, {}, 9)], { least: 3, most: 5 })).toEqual([{ mentors: [0], least: 0, most: 0 }]);
});
