// If these fail, answers are filed under another survey or another wave than the file's name says.
import { expect, it } from 'vitest';
import { surveyOfFile } from '../../../src/domain/rows/survey-of-file.ts';

it.each([
  ['belonging-pre-2026.csv', { instrument: 'belonging', wave: 'pre' }],
  ['Belonging_POST.xlsx', { instrument: 'belonging', wave: 'post' }],
  // The longest name that stands there.
  ['belonging-here mid.csv', { instrument: 'belonging-here', wave: 'mid' }],
  ['survey-happiness.csv', { instrument: 'happiness', wave: undefined }],
  ['premier.csv', { instrument: 'premier', wave: undefined }],
])('%s', (file, said) => {
  expect(surveyOfFile(file, [], {}, ['here', 'belonging-here'])).toEqual(said);
});

it('goes by what is said before what the name says', () => {
  expect(surveyOfFile('belonging-pre.csv', [], { instrument: 'mine', wave: 'post' })).toEqual({
    instrument: 'mine',
    wave: 'post',
  });
});
