// If these fail, somebody who said it is all the same is left without a mentor, or a wish is taken for none.
import { expect, it } from 'vitest';
import { leavesOpen } from '../../../src/domain/program/any-words.ts';

const open = [
  'No preference',
  'NO PREFERENCE',
  'no strong preference',
  'I have no particular preference.',
  'Any',
  'Either',
  'either is fine',
  'Doesn\u2019t matter',
  'does not matter to me',
  "Don't mind",
  'I do not mind',
  "don't care",
  'Any (no preference)',
  'No preference / any',
  'Egal',
  'keine Präferenz',
  'Peu importe',
  'sans préférence',
  'Me da igual',
  'Geen voorkeur',
  'No preference at all',
  'No preference on gender',
  'No preference - happy with anyone',
  'Not important to me',
  'Flexible',
  "I'm open to any gender",
  'Both are fine',
  'all genders welcome',
  'Whoever is available',
  'It makes no difference',
  'No preferance',
  'Spielt für mich keine Rolle',
  'Cela m\u2019est égal',
  'No tengo preferencia',
  'Não importa',
  'Det spelar ingen roll',
  'Bez różnicy',
  'Fark etmez',
  'Без разницы',
  '无所谓',
];
const wishes = [
  'Woman',
  'North',
  'any time',
  'None',
  'Other',
  'Prefer not to say',
  'Preference for evenings',
  'Both',
  'Any woman',
  'Either North or South',
  'All Saints',
  'Open University',
  'Women only',
  'Open',
  'no',
  '',
];

it.each(open)('%s leaves it open', (text) => {
  expect(leavesOpen(text)).toBe(true);
});
it.each(wishes)('%s does not', (text) => {
  expect(leavesOpen(text)).toBe(false);
});
