// If these fail, people on file come in a second time under an id that a spreadsheet has marked.
import { expect, it } from 'vitest';
import { idMending } from '../../../src/domain/cells/ids.ts';

it('takes away the apostrophe of a number kept as text, and no other', () => {
  const { mend, without } = idMending(["'00417", "'00529"]);
  expect([mend("'00417"), without]).toEqual(['00417', "the ' before it"]);
  expect(idMending(["'t Hart", "O'Neil4"]).without).toBeUndefined();
});

it('takes a sign away only where every id has it', () => {
  expect(idMending(['#12', '#13']).mend('#12')).toBe('12');
  expect(idMending(['#12', 'A13']).mend('#12')).toBe('#12');
});
