// If these fail, somebody reads `true` for a yes, or cannot tell where one of several answers ends.
import { describe, expect, it } from 'vitest';
import { answerWords, sameAnswer } from '../../../src/domain/program/answer-words.ts';

describe('an answer in words', () => {
  it('is yes or no, never true or false', () => {
    expect([true, false].map((value) => answerWords(value))).toEqual(['yes', 'no']);
  });

  it('keeps options with commas apart', () => {
    expect(answerWords(['Math, all levels', 'Physics'])).toBe('Math, all levels; Physics');
    expect(answerWords(['early', 'late'], ' and ')).toBe('early and late');
  });

  it('says numbers and texts as they are', () => {
    expect([0, 3.5, '', 'North'].map((value) => answerWords(value))).toEqual(['0', '3.5', '', 'North']);
  });
});

it('sameAnswer: options in another order are the same answer, a no is not a gap', () => {
  expect(sameAnswer(['Exams', 'Housing'], ['Housing', 'Exams'])).toBe(true);
  expect(sameAnswer(['Exams'], ['Exams', 'Housing'])).toBe(false);
  expect(sameAnswer(false, undefined)).toBe(false);
  expect(sameAnswer('1', 1)).toBe(false);
});
