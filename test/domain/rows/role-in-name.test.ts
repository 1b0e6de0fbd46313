// If these fail, people are taken for mentors because of a word in a file's name, or asked for what the name plainly says.
import { expect, it } from 'vitest';
import { roleInName } from '../../../src/domain/rows/role-in-name.ts';

it.each([
  ['mentors.csv', 'mentor'],
  ['01-civilservice-mentors-small.csv', 'mentor'],
  ['PeerMentors_2026.xlsx', 'mentor'],
  ['Mentees', 'mentee'],
  ['list of mentees fall.csv', 'mentee'],
  ['mentors and mentees.csv', undefined],
  ['mentor program.csv', undefined],
  ['mentoring signups.csv', undefined],
  ['students-seeking-mentors.csv', undefined],
  ['waiting list mentees.csv', undefined],
  ['signups for mentors.csv', undefined],
  ['volunteers.csv', undefined],
  ['mentees mentor Ana.csv', undefined],
  ['mentors mentee Bo.csv', undefined],
])('%s says %s', (name, role) => {
  expect(roleInName(name)).toBe(role);
});
