// If these fail, an answer given by hand goes to another field than the one that was named, or a slip becomes a new option.
import { expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import type { Field } from '../../../src/domain/program/program.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import { statedAnswers } from '../../../src/domain/rows/stated-answers.ts';

const fields: readonly Field[] = [
  { name: 'campus', type: 'category', options: ['North', 'South'], headings: ['Your campus'] },
  { name: 'topics', type: 'set', options: ['Exams', 'Housing'], headings: [] },
  { name: 'year', type: 'number', options: [], headings: ['Year of study', 'Stage'] },
  { name: 'yearbook', type: 'text', options: [], headings: [] },
];
const read = (...texts: string[]): unknown[] => [...statedAnswers(texts, { ...standardProgram, fields })];
const refused = (text: string): unknown => {
  try {
    return read(text);
  } catch (problem) {
    return problem instanceof Failure ? [problem.message, problem.hint] : problem;
  }
};

it('are read as cells of the field, which its name, one of its headings or the beginning of its name says', () => {
  expect(read('campus= north ', 'topics=exams; Housing', 'STAGE=2', 'yearb= a = b ')).toEqual([
    ['campus', 'North'],
    ['topics', ['Exams', 'Housing']],
    ['year', 2],
    ['yearbook', 'a = b'],
  ]);
  expect(read('your campus=South', 'year=3')).toEqual([
    ['campus', 'South'],
    ['year', 3],
  ]);
});

it('take an answer away where nothing stands behind the sign', () => {
  expect(read('campus=', 'year= ')).toEqual([
    ['campus', undefined],
    ['year', undefined],
  ]);
});

it('are refused where no field or no answer of it is meant', () => {
  expect(refused('campus')).toEqual(['--answer is "campus"', expect.stringContaining('FIELD=ANSWER')]);
  expect(refused('=North')).toEqual(['--answer is "=North"', expect.stringContaining('FIELD=ANSWER')]);
  expect(refused('house=North')).toEqual(['there is no field "house"', expect.anything()]);
  // Two begin so, and neither is called so.
  expect(refused('yea=2')).toEqual(['there is no field "yea"', expect.anything()]);
  expect(refused('year=soon')).toEqual(['year: "soon" is not a number', expect.anything()]);
  expect(refused('campus=Nortj')).toEqual([
    'campus: "Nortj" is not among its options',
    expect.stringMatching(/^Did you mean "North"\? Known: North; South\. A new one is first added under "campus"/),
  ]);
  expect(refused('topics=Exams; Sport')).toEqual([
    'topics: "Exams; Sport" is not all among its options: "Sport"',
    expect.stringContaining('Known: Exams; Housing.'),
  ]);
});
