// If these fail, training and roles are taken from the wrong field, or "none" counts as a role.
import { expect, it } from 'vitest';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import { howToRecord, someOf, trainingAndRoles } from '../../../src/domain/surveys/training-and-roles.ts';

const field = (name: string) => ({ name, type: 'yes-no' as const, options: [], headings: [] });
const measure = (name: string, kind: 'number' | 'retention' = 'number') => ({
  name,
  kind,
  headings: [],
  higherIs: 'better' as const,
});

it('knows them by their names, in fields and in measures', () => {
  const program = {
    ...standardProgram,
    fields: ['mentor training', 'major', 'strained ankle', 'role taken'].map(field),
    measures: [measure('workshops'), measure('leadership role'), measure('training fall', 'retention')],
  };
  expect(trainingAndRoles(program).map(({ name, as, kind }) => `${name}: ${as}, ${kind}`)).toEqual([
    'mentor training: field, training',
    'role taken: field, role',
    'workshops: measure, training',
    'leadership role: measure, role',
  ]);
});

it.each([
  [true, 1],
  [false, 0],
  [0, 0],
  [3, 1],
  ['2026-09-01', 1],
  ['none', 0],
  ['Not yet', 0],
  ['peer tutor', 1],
  [[], 0],
  [['none'], 0],
  [['captain', 'none'], 1],
  [undefined, NaN],
] as const)('%j counts as %d', (value, counts) => {
  expect(someOf(value)).toBe(counts);
});

it('says in one line how to record what is not on file, and nothing where all of it is', () => {
  expect(howToRecord([])).toHaveLength(1);
  expect(howToRecord([{ kind: 'training' }])[0]).toContain('Not on file: roles taken.');
  expect(howToRecord([{ kind: 'training' }, { kind: 'role' }])).toEqual([]);
});
