// If these fail, what somebody ticked over several columns comes in as one option, or is written otherwise than it is compared.
import { expect, it } from 'vitest';
import { answerRead, answersOf } from '../../../src/domain/people/answers.ts';

it('takes the columns of one list together, in their order, and leaves words whole', () => {
  const ticked = (option: string) => answerRead('topics', [option], { join: true });
  const reads = [ticked('exams'), answerRead('major', 'Law'), ticked('housing')];
  const answers = answersOf(reads, false);
  expect(answers.values()).toEqual({ topics: ['exams', 'housing'], major: 'Law' });
  expect(JSON.parse(answers.json())).toEqual({ topics: ['exams', 'housing'], major: 'Law' });
});

it('writes the same of columns apart as it compares', () => {
  const answers = answersOf(
    [answerRead('major', 'Law "II"'), answerRead('topics', ['exams']), answerRead('year', 2)],
    true,
  );
  expect(JSON.parse(answers.json())).toEqual(answers.values());
  expect(answers.values()).toEqual({ major: 'Law "II"', topics: ['exams'], year: 2 });
});

it('lets the later of two columns for one answer that is no list count', () => {
  const twice = [answerRead('topics', ['exams']), answerRead('topics', ['law'])];
  expect(answersOf(twice, false).values()).toEqual({ topics: ['law'] });
});
