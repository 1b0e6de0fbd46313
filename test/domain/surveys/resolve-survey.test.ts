// If these fail, answers to different questions are compared as if they were the same, or known questions are scored unturned.
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import type { Instrument } from '../../../src/domain/instruments/instrument.ts';
import { shippedInstrument } from '../../../src/domain/instruments/shipped.ts';
import { resolveSurvey, type RawAnswers } from '../../../src/domain/surveys/resolve-survey.ts';

const shipped = shippedInstrument('leadership') as Instrument;
const own: Instrument = { ...shipped, id: 'own', items: shipped.items.slice(0, 2) };
const raw = (wave: string, item: string, values: number[], version: string | null = null): RawAnswers => ({
  wave,
  item,
  version,
  values: Float64Array.from(values),
});

function refusal(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('nothing was refused');
}

describe('which instrument it was', () => {
  it('knows the questions that come with the program by their wording or their number', () => {
    const worded = shipped.items.map(({ text }) => raw('pre', text, [4]));
    const numbered = shipped.items.map(({ item }) => raw('post', item, [5]));
    const found = resolveSurvey('Leadership', [...worded, ...numbered, raw('pre', 'Remarks', [1])], new Map());
    expect(found).toMatchObject({ origin: 'shipped', leftOut: ['Remarks'] });
    expect(found?.waves.map(({ wave, answers }) => [wave, answers.size])).toEqual([
      ['pre', 8],
      ['post', 8],
    ]);
  });

  it('takes unknown questions as they are, and turns none', () => {
    const found = resolveSurvey('ours', [raw('pre', 'How sure are you?', [7, 2])], new Map());
    expect(found?.origin).toBe('guessed');
    expect(found?.instrument).toMatchObject({ min: 1, max: 7, items: [{ reverse: false }] });
  });

  it('is nothing where nobody answered', () => {
    expect(resolveSurvey('leadership', [raw('pre', '1', [NaN])], new Map())).toBeUndefined();
  });
});

describe('versions', () => {
  it('refuses waves that were answered on different versions, and names them', () => {
    const answers = [raw('pre', '1', [4], 'aaa'), raw('post', '1', [5], 'bbb')];
    const failure = refusal(() => resolveSurvey('own', answers, new Map([['aaa', own], ['bbb', own]]))); // prettier-ignore
    expect(failure).toMatchObject({ kind: 'bad-data', code: 'versions-differ' });
    expect(failure.message).toContain('pre on aaa');
    expect(failure.message).toContain('post on bbb');
    expect(failure.hint).toContain('--wave post');
  });

  it('refuses answers of which no version is known beside answers of which one is', () => {
    const answers = [raw('pre', 'A question', [4]), raw('post', '1', [5], 'bbb')];
    expect(refusal(() => resolveSurvey('own', answers, new Map([['bbb', own]]))).message).toContain('an unknown one');
  });

  it('refuses unknown questions that changed from one wave to the next', () => {
    const answers = [raw('pre', 'A question', [4]), raw('post', 'Another question', [5])];
    expect(refusal(() => resolveSurvey('ours', answers, new Map())).code).toBe('versions-differ');
  });

  it('lets answers that were imported again under a version take the place of those without', () => {
    const answers = [raw('pre', 'Q1', [4, 2]), raw('pre', '1', [5, 2], 'aaa'), raw('post', '1', [5, 3], 'aaa')];
    const found = resolveSurvey('own', answers, new Map([['aaa', own]]));
    expect(found).toMatchObject({ origin: 'own', version: 'aaa' });
    expect([...(found?.waves[0]?.answers.get('1') ?? [])]).toEqual([5, 2]);
  });
});
