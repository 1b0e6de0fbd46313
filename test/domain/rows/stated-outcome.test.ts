// If these fail, an outcome that is typed is kept as another one than the same words in a file, or what nobody meant is kept.
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import type { Measure } from '../../../src/domain/program/program.ts';
import {
  mustHaveMeasures,
  outcomeObjection,
  statedMeasure,
  statedOutcome,
} from '../../../src/domain/rows/stated-outcome.ts';

const measure = (name: string, kind: Measure['kind']): Measure => ({ name, kind, headings: [], higherIs: 'better' });
const [gpa, passed, stayed] = [measure('GPA', 'number'), measure('passed', 'yes-no'), measure('stayed', 'retention')];
const taught = { statuses: { rtrn: 'stayed' }, grades: { HD: 4 } } as const;
const refusal = (work: () => unknown): [string, string] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return [error.message, error.hint ?? ''];
  }
  return ['', ''];
};

describe('the measure', () => {
  it('is found whatever its capitals, and else named with all there are', () => {
    expect(statedMeasure([gpa, passed], ' gpa ')).toBe(gpa);
    expect(refusal(() => statedMeasure([gpa, passed], 'gps'))).toEqual([
      '--measure does not know "gps"',
      'Did you mean "GPA"? Known: GPA, passed.',
    ]);
  });

  it('has to be there', () => {
    expect(
      refusal(() => {
        mustHaveMeasures([]);
      })[0],
    ).toBe('mentorctl.yaml has no measures yet');
    expect(
      refusal(() => {
        mustHaveMeasures([gpa]);
      })[0],
    ).toBe('');
  });
});

describe('the value', () => {
  it('is read as a file’s would be, by the program’s own grades and words', () => {
    expect(statedOutcome('3,4', gpa, taught)).toEqual({ number: 3.4, status: null });
    expect(statedOutcome('HD', gpa, taught)).toEqual({ number: 4, status: null });
    expect(statedOutcome('no', passed, taught)).toEqual({ number: 0, status: null });
    expect(statedOutcome('RTRN', stayed, taught)).toEqual({ number: null, status: 'stayed' });
  });

  it('is refused by what the measure is, and while it is typed', () => {
    expect(refusal(() => statedOutcome('soon', gpa, taught))).toEqual([
      '--value is "soon", and GPA is a number',
      'Write a number, like 3.4.',
    ]);
    expect(refusal(() => statedOutcome('soon', passed, taught))).toEqual([
      '--value is "soon", and passed is a yes or no',
      'Write yes or no.',
    ]);
    expect(outcomeObjection('soon', stayed, taught)).toMatch(/^Write stayed, left/);
    expect(outcomeObjection('3.4', gpa, taught)).toBeUndefined();
  });
});
