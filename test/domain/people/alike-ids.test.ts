// If these fail, one person counts twice: once mentored without an outcome, once as somebody who was not.
import { expect, it } from 'vitest';
import { alikeIds, alikeIdsWords } from '../../../src/domain/people/alike-ids.ts';

it.each([
  ['4711', '#4711'],
  ['4711', 'S-004711'],
  ['N/004711', 'n4711'],
  ['4711.0', '4711'],
  ['=4711', "'04711"],
])('%s is told to be like %s on file', (written, onFile) => {
  const alike = alikeIds([written, '99'], [onFile, '#5000']);
  expect(alike).toEqual([{ written, onFile }]);
  expect(alikeIdsWords(alike).join()).toContain(`${written} here, ${onFile} on file`);
});

it('tells nothing of ids with other letters, of numbers that two share, and where there is none', () => {
  expect(alikeIds(['A7', '12', '0012', 'ann', '3'], ['B7', '#12', 'bea', '4'])).toEqual([]);
  expect(alikeIdsWords([])).toEqual([]);
});

it('names three of many and counts the others', () => {
  const alike = (count: number) => Array.from({ length: count }, (_, at) => ({ written: `w${at}`, onFile: `f${at}` }));
  expect(alikeIdsWords(alike(3)).join()).toContain(
    'w0 here, f0 on file; w1 here, f1 on file; w2 here, f2 on file. Where',
  );
  expect(alikeIdsWords(alike(5)).join()).toContain('w2 here, f2 on file and 2 more. Where');
});
