// If these fail, "mentor ahead of mentee" is read from words in the order of the alphabet, or from the names of rooms.
import { expect, it } from 'vitest';
import { isOpinion, orderOf } from '../../../src/domain/columns/scales.ts';

it.each([
  [['3rd', '1st', '4th', '2nd'], '1st 2nd 3rd 4th'],
  [['L5', 'L1', 'L7', 'L3'], 'L1 L3 L5 L7'],
  [['Second year', 'First year', 'Third Year'], 'First year,Second year,Third Year'],
  [['Year 3', 'Year 1'], 'Year 1,Year 3'],
  [['IC4', 'IC2', 'IC3'], 'IC2 IC3 IC4'],
  [['Grade 10', 'Grade 9', 'Grade 12'], 'Grade 9,Grade 10,Grade 12'],
  [['10+ years', '0-2 years', '3-5 years'], '0-2 years,3-5 years,10+ years'],
  [['1. Semester', '3. Semester', '2. Semester'], '1. Semester,2. Semester,3. Semester'],
  [['2º año', '1º año'], '1º año,2º año'],
  [['Graduate student', '2nd year', '1st year'], '1st year,2nd year,Graduate student'],
  [['C1', 'A2', 'B1', 'B2'], 'A2 B1 B2 C1'],
  [
    ['more than 5 years', '1-2 years', 'less than 1 year', '3-5 years'],
    'less than 1 year,1-2 years,3-5 years,more than 5 years',
  ],
  [['5+ years', '5-6 years', 'under 5 years'], 'under 5 years,5-6 years,5+ years'],
  [['2nd year', 'Foundation year', 'Graduate', '1st year'], 'Foundation year,1st year,2nd year,Graduate'],
  [['Year 20', 'Year 2'], 'Year 2,Year 20'],
  [['Year 1 (new)', 'Year 2 (old)'], 'Year 1 (new),Year 2 (old)'],
  [['Year 2', 'YEAR 2', 'Year 1'], 'Year 1,Year 2'],
  [['second year', 'twelfth year', 'first year'], 'first year,second year,twelfth year'],
  [['drittes Semester', 'erstes Semester'], 'erstes Semester,drittes Semester'],
])('%j is an order', (answers, ordered) => {
  const found = orderOf(answers) ?? [];
  expect(found.filter((one) => answers.includes(one))).toEqual(ordered.split(ordered.includes(',') ? ',' : ' '));
});

it.each([
  [['Room 3', 'Room 1']],
  [['Team 1', 'Team 2']],
  [['Group 1', 'Group 2', 'Group 3']],
  [['Biology', 'Law']],
  [['Year 21', 'Year 1']],
  [['Graduate', 'Foundation year']],
  [['1st year', 'Graduate']],
  [['Year 1', 'year 1']],
  [['Year 1', 'Other']],
  [['answer 1', 'answer 2']],
  [['Yes', 'No']],
  [['1st']],
])('%j is none', (answers) => {
  expect(orderOf(answers)).toBeUndefined();
});

it('knows what nobody can be ahead in', () => {
  expect(isOpinion(['Agree', 'Disagree'])).toBe(true);
  expect(isOpinion(['1st', '2nd'])).toBe(false);
});

it('has the steps that nobody answered yet where they belong, and one word for a step that has two', () => {
  expect(orderOf(['Never', 'Always'])).toEqual(['Never', 'Rarely', 'Sometimes', 'Often', 'Usually', 'Always']);
  expect(orderOf(['Senior', 'Freshman'])).toEqual(['Freshman', 'Sophomore', 'Junior', 'Senior', 'Graduate', 'Alumni']);
  expect(orderOf(['Mid-level', 'Intern', 'Trainee'])).not.toContain('Mid');
  expect(orderOf(['Mid-level', 'Intern', 'Trainee'])).toContain('Mid-level');
});
