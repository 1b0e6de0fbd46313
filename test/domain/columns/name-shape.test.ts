// If these fail, names are taken for something else, or a column of schools for one of people.
import { describe, expect, it } from 'vitest';
import { evidenceOf, meetsAddress, shareOnFile } from '../../../src/domain/columns/evidence.ts';
import { looksLikeFullName, looksLikeOneName } from '../../../src/domain/columns/name-shape.ts';
import { profileColumn } from '../../../src/domain/columns/profile.ts';

it.each([
  'Ana Souza',
  'Souza, Ana',
  'Dr. Ana Souza',
  'Ana Souza Jr',
  'Ana Souza, PhD',
  "Seán O'Brien",
  "d'Angelo Rossi",
  'Ludwig van der Berg',
  'Ana Maria de la Cruz Souza',
  'J. R. Smith',
  '山田太郎',
  '김철수',
  'Müller-Lüdenscheidt Paul',
])('%s has the shape of a full name', (text) => {
  expect(looksLikeFullName(text)).toBe(true);
});

it.each([
  'Ana',
  'ana souza',
  'Ana Souza 2',
  'ana@example.org',
  'A B C D E F G',
  'van der',
  'Law; Arts',
  'Who? Me',
  '김',
  '김철수김철수',
  `Ana ${'S'.repeat(60)}`,
  'Ana souza',
])('%s has not', (text) => {
  expect(looksLikeFullName(text)).toBe(false);
});

it('knows one name by its capital, its letters and its length', () => {
  expect(['Ana', 'Müller-Lüdenscheidt', "O'Brien", 'Zoë'].filter((text) => !looksLikeOneName(text))).toEqual([]);
  expect(['A', 'ana', 'Ana Souza', 'A1', 'S'.repeat(31), 'J.'].filter(looksLikeOneName)).toEqual([]);
  expect(looksLikeOneName(`S${'s'.repeat(29)}`)).toBe(true);
});

describe('what cells show', () => {
  it('is told in shares of the different answers, and how many are different of all that were given', () => {
    const shown = evidenceOf(profileColumn(['Ana Souza', 'Ana Souza', 'Bo Chen', 'Ann', '', 'x7']));
    expect(shown).toMatchObject({ unique: 0.8, fullNames: 0.5, oneNames: 0.25, words: 0.5 });
    expect(shown.commonGiven()).toBeGreaterThan(0);
    expect(evidenceOf(profileColumn(['', '']))).toMatchObject({ unique: 0, fullNames: 0, oneNames: 0, words: 0 });
    expect(evidenceOf(profileColumn(['x'.repeat(61), 'y'])).words).toBe(0.5);
  });

  it('is borne out by addresses that hold a word of them', () => {
    const addresses = ['nodira@example.org', 'b.chen@example.org', 'zz@example.org', '', 'no address'];
    expect(meetsAddress(['Nodira', 'Bo Chen', 'Li Wu', 'Di Fay', 'Ed Gum'], addresses)).toBeCloseTo(2 / 3);
    // Two letters are met by a whole part of the address alone.
    expect(meetsAddress(['Bo'], ['bo.chen@example.org'])).toBe(1);
    expect(meetsAddress(['Bo'], ['bobby@example.org'])).toBe(0);
    expect(meetsAddress(['Ana'], ['anabel@example.org'])).toBe(1);
    expect(meetsAddress(['A'], ['a@example.org'])).toBe(0);
    expect(meetsAddress([], [])).toBe(0);
  });

  it('is compared with the people on file, blanks aside', () => {
    expect(shareOnFile(['s1', '', 's2', 's3', 's4'], new Set(['s1', 's2', 's9']))).toBe(0.5);
    expect([shareOnFile(['s1']), shareOnFile([''], new Set(['s1']))]).toEqual([0, 0]);
  });
});
