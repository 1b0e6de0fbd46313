// If these fail, people keep names that a program has garbled, or a name that is right is changed.
import { expect, it } from 'vitest';
import { cleanCell } from '../../src/intake/delimited.ts';
import { mendedWords, mendLetters, noneMended } from '../../src/intake/mended-letters.ts';

const mended = (cell: string): string => mendLetters(cell, noneMended());

it.each([
  ['JosÃ© NÃºÃ±ez', 'José Núñez'],
  ['ZoÃ« Lee', 'Zoë Lee'],
  ['MÃ¼ller, JÃ¶rg', 'Müller, Jörg'],
  ['Åukasz Åšmigly', 'Åukasz Śmigly'],
  ['Ð˜Ð²Ð°Ð½', 'Иван'],
  ['itâ€™s fine', 'it’s fine'],
  ['JosÃ© from Orléans', 'José from Orléans'],
  ['Todd O&#39;Bryan', "Todd O'Bryan"],
  ['O&#x27;Neill', "O'Neill"],
  ['Jos&eacute; Vega', 'José Vega'],
  ['M&uuml;ller &amp; Stra&szlig;e', 'Müller & Straße'],
  ['&Scaron;&aacute;rka &ndash; &Oslash;re', 'Šárka – Øre'],
])('%s is %s', (cell, name) => {
  expect(mended(cell)).toBe(name);
});

it.each([
  'José Núñez',
  'São Tomé',
  '«CAFÉ»',
  'Ångström',
  'R&D; sales',
  'a & b; c',
  '100 % Ä',
  'Â',
  '&unknown;',
  '&#0;',
  '&#xd800;',
  'Ærø & Ö',
])('%s stays as it is', (cell) => {
  expect(mended(cell)).toBe(cell);
});

it('counts what was read back, and shows the first of it', () => {
  const count = noneMended();
  for (const cell of ['JosÃ©', 'ZoÃ«', 'Ann', 'O&#39;B']) mendLetters(cell, count);
  expect(mendedWords(count)).toEqual([
    '2 cells were encoded twice before they came here: "JosÃ©" is read as "José".',
    '1 cell holds the entities of a web page: "O&#39;B" is read as "O\'B".',
  ]);
});

it.each([
  ['علی‌رضا رضایی', 'علی‌رضا رضایی'],
  ['ශ්‍රී ලංකා', 'ශ්‍රී ලංකා'],
  ['क्‍ष', 'क्‍ष'],
  ['👩‍🏫 Ann', '👩‍🏫 Ann'],
  ['\u200cAnn\u200d Lee\u200b', 'Ann Lee'],
  ['ann\u200d@quay.example', 'ann@quay.example'],
])('joiners stay where letters need them: %s', (cell, name) => {
  expect(cleanCell(cell, noneMended())).toBe(name);
});
