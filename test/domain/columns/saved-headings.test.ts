// If these fail, next term's form is answered under another question than this term's.
import { describe, expect, it } from 'vitest';
import { savedFinder } from '../../../src/domain/columns/saved-headings.ts';

const year = ['year', ['What is your year of study?', 'Year']] as const;
const campus = ['campus', ['What is your campus?']] as const;
const fold = (text: string): string => text.toLowerCase().replace('?', '');
const finder = (...headings: readonly string[]) => savedFinder([year, campus], headings.map(fold));

describe('a heading that was seen before', () => {
  it('is found as it is, by any of its headings', () => {
    expect([
      finder().exactly('year'),
      finder().exactly('what is your campus'),
      finder().exactly('your campus'),
    ]).toEqual(['year', 'campus', undefined]);
  });

  it('is found by a small change of its wording, while the file has not the old one as well', () => {
    const now = 'Please choose your year of study?';
    expect(finder(now).nearly(fold(now))).toBe('year');
    expect(finder(now, 'Year', 'What is your year of study?').nearly(fold(now))).toBeUndefined();
    expect(finder('Favourite food').nearly('favourite food')).toBeUndefined();
  });

  it('is not found where two columns are as near to it', () => {
    const [one, other] = ['Please choose your year of study?', 'Please select your year of study?'];
    const both = finder(one, other);
    expect([both.nearly(fold(one)), both.nearly(fold(other))]).toEqual([undefined, undefined]);
  });
});
