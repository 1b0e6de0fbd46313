// If these fail, the note on what columns were taken for says of one the opposite of what happens to it.
import { expect, it } from 'vitest';
import type { Meaning } from '../../../src/domain/columns/meaning.ts';
import { meaningWords } from '../../../src/domain/columns/meaning-words.ts';
import type { Field, Measure } from '../../../src/domain/program/program.ts';

const topics: Field = { name: 'topics', type: 'set', options: ['Exams', 'Money'], headings: [] };
const gpa: Measure = { name: 'gpa', kind: 'number', headings: [], higherIs: 'better' };
const told: readonly (readonly [Meaning, string])[] = [
  [{ is: 'target', target: 'id' }, 'id'],
  [{ is: 'target', target: 'id', remark: 'zeros put back' }, 'id, zeros put back'],
  [{ is: 'field', field: topics }, 'topics, a set of 2'],
  [{ is: 'field', field: { ...topics, type: 'category' } }, 'topics, one of 2'],
  [{ is: 'field', field: { ...topics, type: 'text', options: [] } }, 'topics, text'],
  [{ is: 'option', field: topics, option: 'Money' }, 'topics, a set of 2: Money'],
  [{ is: 'measure', measure: { ...gpa, when: 'fall 2026' } }, 'gpa at fall 2026, number'],
  [{ is: 'measure', measure: { ...gpa, name: 'gpa fall 2026', when: 'fall 2026' } }, 'gpa fall 2026, number'],
  [{ is: 'measure', measure: { ...gpa, baseline: true } }, 'gpa, number (baseline)'],
  [{ is: 'measure', measure: { ...gpa, participation: true } }, 'gpa, number (participation)'],
  [{ is: 'measure', measure: gpa }, 'gpa, number'],
  [{ is: 'choice', rank: 0 }, 'people to keep apart'],
  [{ is: 'choice', rank: 2 }, 'choice 2'],
  [{ is: 'kept-out', why: 'empty' }, 'left out: empty'],
];

it.each(told)('%o: %s', (meaning, words) => {
  expect(meaningWords(meaning)).toBe(words);
});
