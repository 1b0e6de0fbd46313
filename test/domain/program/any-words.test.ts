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
