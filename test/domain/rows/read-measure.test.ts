// If these fail, somebody who left counts among those who stayed, or a grade of 3,5 as 35.
import { describe, expect, it } from 'vitest';
import { longObservation, readMeasure } from '../../../src/domain/rows/read-measure.ts';

const status = (text: string): string | null | undefined => {
  const value = readMeasure(text, { kind: 'retention' }, { style: 'point' });
  return typeof value === 'object' ? value.status : undefined;
};

describe('where somebody was at a checkpoint', () => {
  it.each([
    ['stayed', ['Yes', '1', 'Enrolled', 'enrolled full-time', 'Active', 'Retained', 'Current student', 'Registered']],
    ['left', ['No', '0', 'Not enrolled', 'No longer enrolled', 'Withdrew', 'Withdrawn', 'Dropped out', 'Inactive']],
    ['left', ['Did not return', "didn't re-enroll", 'Did not complete', 'Incomplete', 'Not currently registered']],
    ['transferred', ['Transferred', 'transfer out', 'Left: transferred to State']],
    ['left', ['Withdrew, did not complete', 'Terminated']],
    ['stopped out', ['Stopped out']],
    ['let go', ['Involuntary termination', 'Not voluntary', 'Laid off']],
    ['left by choice', ['Resigned', 'Voluntary']],
    ['graduated', ['Left: completed degree', 'Graduated', 'Degree completed', 'Graduation May 2026', 'Completed']],
  ])('%s: %j', (word, texts) => {
    for (const text of texts) expect(status(text), text).toBe(word);
  });

  it('is gone of who died or serves elsewhere, and left out of rates for that reason', () => {
    expect(readMeasure('Deceased', { kind: 'retention' }, { style: 'point' })).toEqual({
      number: null,
      status: 'left',
      exclusion: 'deceased',
    });
  });

  it('is turned round where the column asks who left, for a yes and a no and nothing else', () => {
    const asked = (text: string): unknown =>
      readMeasure(text, { kind: 'retention' }, { style: 'point', yesLeft: true });
    expect([asked('Yes'), asked('no'), asked('Graduated')]).toEqual([
      { number: null, status: 'left' },
      { number: null, status: 'stayed' },
      { number: null, status: 'graduated' },
    ]);
  });

  it('is not guessed from words that do not say it', () => {
    for (const text of ['Undergraduate', 'Graduate student', 'Not graduated', 'Never transferred', 'on leave', '?'])
      expect(status(text), text).toBeUndefined();
  });

  it('an undergraduate who is enrolled is still there', () => {
    expect(status('Enrolled (undergraduate)')).toBe('stayed');
  });
});

describe('yes or no', () => {
  it('is one or nought where the measure is one of yes and no, and no number of anything else', () => {
    const read = (text: string, kind: 'yes-no' | 'number') => readMeasure(text, { kind }, { style: 'point' });
    expect(read('yes', 'yes-no')).toEqual({ number: 1, status: null });
    expect(read('No', 'yes-no')).toEqual({ number: 0, status: null });
    expect([read('3', 'yes-no'), read('perhaps', 'yes-no'), read('yes', 'number')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(read('3', 'number')).toEqual({ number: 3, status: null });
  });
});

describe('a row of a long outcome file', () => {
  const read = (measure: string, value: string, style: 'point' | 'comma' = 'point') =>
    longObservation({ measure, when: 'fall 2026', value }, style);

  it('has its number as the column writes numbers', () => {
    expect(read('GPA', '3.5')).toEqual({ measure: 'gpa', observed: 'fall 2026', number: 3.5, status: null });
    expect(read('GPA', '3,5', 'comma')).toMatchObject({ number: 3.5 });
    expect(read('Credits', '1,234')).toMatchObject({ number: 1234 });
    expect(read('Joined', 'yes')).toMatchObject({ number: 1 });
    expect(read('Standing', 'probation')).toMatchObject({ number: null, status: 'probation' });
  });

  it('is a checkpoint where the measure says so, and a number where it only sounds so', () => {
    expect(read('Enrolled', 'Withdrawn')).toEqual({
      measure: 'retention',
      observed: 'fall 2026',
      number: null,
      status: 'left',
    });
    expect(read('Credits enrolled', '15')).toMatchObject({ measure: 'credits enrolled', number: 15 });
  });

  it('says what is wrong instead of leaving the row out without a word', () => {
    expect(read('Retention', 'perhaps')).toBe('says neither who stayed nor who left');
  });

  it('is nothing where something is a gap', () => {
    expect(read('', '3')).toBeUndefined();
    expect(read('gpa', '')).toBeUndefined();
  });
});
