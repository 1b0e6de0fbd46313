// If these fail, answers in another language are filed as fields, or a no is read as a yes.
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/domain/cells/answers.ts';
import { readYesNo } from '../../../src/domain/cells/yes-no.ts';

describe('readAnswer', () => {
  it.each([
    ['Helt uenig', 'Uenig', 'Enig', 'Helt enig'],
    ['Totalmente en desacuerdo', 'En desacuerdo', 'De acuerdo', 'Totalmente de acuerdo'],
    ['Pas du tout d’accord', 'Plutôt pas d’accord', 'Plutôt d’accord', 'Tout à fait d’accord'],
    ['Stimme überhaupt nicht zu', 'Stimme eher nicht zu', 'Stimme eher zu', 'Stimme voll und ganz zu'],
    ['Discordo totalmente', 'Discordo', 'Concordo', 'Concordo totalmente'],
    ['Helemaal oneens', 'Oneens', 'Eens', 'Helemaal eens'],
    ['Zdecydowanie nie zgadzam się', 'Nie zgadzam się', 'Zgadzam się', 'Zdecydowanie zgadzam się'],
  ])('%s is the lowest and %s next', (...words) => {
    expect(words.map(readAnswer)).toEqual([1, 2, 4, 5]);
  });

  it('reads the point that stands with its words', () => {
    expect(['4 - Agree', '5 (Strongly agree)', '(2) Disagree', '3. Neutral'].map(readAnswer)).toEqual([4, 5, 2, 3]);
  });

  it('leaves open what stands on no scale', () => {
    expect(['accord', 'perhaps', 'de acuerdo con el plan'].map(readAnswer)).toEqual([undefined, undefined, undefined]);
  });
});

describe('readYesNo', () => {
  it('reads yes and no of many languages', () => {
    expect(['Tak', 'Evet', 'Sì', 'はい', 'Checked'].map(readYesNo)).toEqual([true, true, true, true, true]);
    expect(['Nee', 'Hayır', 'nej', 'いいえ', 'Unchecked'].map(readYesNo)).toEqual([false, false, false, false, false]);
    expect(['Nein danke', 'maybe', ''].map(readYesNo)).toEqual([undefined, undefined, undefined]);
  });
});
