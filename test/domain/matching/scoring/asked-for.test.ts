// If these fail, somebody who asked for a mentor by name is given another, or a second choice counts as a first.
import { expect, it } from 'vitest';
import { withAskedFor } from '../../../../src/domain/matching/scoring/asked-for.ts';
import { nothingStated } from '../../../../src/domain/matching/stated.ts';
import type { Criterion } from '../../../../src/domain/program/program.ts';

const person = (id: string, name: string, fields: Record<string, string | string[]> = {}) => ({
  id,
  name,
  seats: 1,
  fields,
});
const mentors = [
  person('M1', 'Ana Silva'),
  person('M2', 'Rao Kim'),
  person('M3', 'Kim Rao'),
  person('M4', 'Bo Chen'),
  person('M5', 'Bo Chen'),
];
const ranked: Criterion = {
  kind: 'ranked',
  mentee: 'mentor wanted',
  mentor: 'name',
  importance: 'high',
  then: ['second choice'],
};
function chosen(answers: Record<string, string | string[]>, stated = nothingStated): Record<string, number> {
  const { stated: found } = withAskedFor(
    { mentees: [person('S1', 'Eve Adams', answers)], mentors, stated },
    { criteria: [ranked] },
  );
  return Object.fromEntries(found.choices.get('S1') ?? []);
}

it.each([
  ['one name', { 'mentor wanted': 'Ana Silva' }, { M1: 1 }],
  ['as written before turned round', { 'mentor wanted': 'Kim Rao' }, { M3: 1 }],
  ['turned round with a comma', { 'mentor wanted': 'Silva, Ana' }, { M1: 1 }],
  ['several in one answer', { 'mentor wanted': '1. Rao Kim; 2. Ana Silva' }, { M2: 1, M1: 2 }],
  ['signs between them', { 'mentor wanted': 'M3 > ana silva' }, { M3: 1, M1: 2 }],
  ['several fields, one named twice', { 'mentor wanted': 'M2', 'second choice': ['M2', 'M1'] }, { M2: 1, M1: 2 }],
  ['a name that two have', { 'mentor wanted': 'Bo Chen', 'second choice': 'M1' }, { M4: 1, M5: 1, M1: 2 }],
  ['nobody here', { 'mentor wanted': 'Zoe Zed' }, {}],
])('%s', (_, answers, expected) => {
  expect(chosen(answers as Record<string, string | string[]>)).toEqual(expected);
});

it('leaves a list alone that was imported', () => {
  const stated = { ...nothingStated, choices: new Map([['S1', new Map([['M4', 1]])]]) };
  expect(chosen({ 'mentor wanted': 'Ana Silva' }, stated)).toEqual({ M4: 1 });
});
