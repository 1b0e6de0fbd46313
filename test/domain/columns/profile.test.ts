// If these fail, a column of one answer is torn into options, or an empty one is taken for numbers.
import { describe, expect, it } from 'vitest';
import { profileColumn } from '../../../src/domain/columns/profile.ts';

const set = (cells: readonly string[]): readonly string[] | undefined => profileColumn(cells).set?.options;

it('says nothing of an empty column', () => {
  expect(profileColumn(['', ''])).toMatchObject({ filled: 0, emails: 0, numbers: 0, yesNo: 0, averageLength: 0 });
});

it('reckons numbers among those that say one, whatever stands for none', () => {
  expect(profileColumn(['3', '4', 'none', '']).numbers).toBe(1);
  expect(profileColumn(['none', 'none']).numbers).toBe(0);
});

describe('several options a cell', () => {
  it('are told by what comes again, from two cells on', () => {
    expect(set(['Art; Law', 'Art; Music', 'Law; Music', 'Art'])).toEqual(['Art', 'Law', 'Music']);
    expect(set(['Art; Law', 'Art', 'Law'])).toBeUndefined();
  });

  it('are parted by the comma alone where what the comma and a space part holds others', () => {
    const found = profileColumn(['Art,Law', 'Law, Music', 'Art, Law', 'Music', 'Art', 'Law,Art']).set;
    expect(found?.separator).toBe(',');
  });

  it('are no list where each different cell is one of them', () => {
    expect(set(['Ops; Logistics', 'Ops; Logistics', 'Ops; Logistics'])).toBeUndefined();
  });
});
