// If these fail, a letter tells a mentor who decides about a mentee, or whom she had asked for instead.
import { expect, it } from 'vitest';
import { profileColumn } from '../../../src/domain/columns/profile.ts';
import { proposeField } from '../../../src/domain/columns/propose-field.ts';

const names = 'Ann Lee,Bo Ray,Cy Fox,Ann Lee,Bo Ray,Cy Fox,Ann Lee,Bo Ray';

it.each([
  ['Major', 'Biology,Art,Biology,Art,Biology,Art', true],
  ['Line manager', names, undefined],
  ["Your supervisor (so that we don't pair you)", names, undefined],
  ['Vorgesetzte', names, undefined],
  ['Which mentor do you have in mind?', names, undefined],
])('%s of %s may be told: %s', (heading, cells, told) => {
  expect(proposeField(heading, profileColumn(cells.split(',')), new Set()).tell).toBe(told);
});
