// If these fail, a coordinator who mistypes a name is told that nobody is called so, or is offered somebody else.
import { describe, expect, it } from 'vitest';
import { findNamed, nearestNamed } from '../../src/domain/find-named.ts';

const people = [
  { id: 'S1', name: 'Sofía Ibáñez', email: 'sofia@example.edu' },
  { id: 'S2', name: 'Ana Suarez', aliases: ['X9'] },
  { id: 'S3', name: 'Ana Lima' },
  { id: 'S4', name: 'Siobhán O’Malley' },
  { id: 'S5', name: 'Noor Al-Farsi' },
  { id: 'S6', name: "D'Arcy Bo-Yun" },
];
const ids = (text: string): string[] => findNamed(text, people).map(({ id }) => id);

describe('finding somebody by what was typed', () => {
  it.each([
    ['sof', ['S1']],
    ['ibanez sofia', ['S1']],
    ['SOFIA@example.edu', ['S1']],
    ['ana', ['S2', 'S3']],
    ['x9', ['S2']],
    ["o'malley", ['S4']],
    ["siobhan o'm", ['S4']],
    ['malley', ['S4']],
    ['al-farsi', ['S5']],
    ['Al Farsi, Noor', ['S5']],
    ['AL‐FARSI', ['S5']],
    ['bo-yun, d’arcy', ['S6']],
    ['', []],
    ['nobody', []],
  ])('%j means %j', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it.each([
    ['anna suarez', 'S2'],
    ['sofai', 'S1'],
    ['sofai ib', 'S1'],
    ['Lmia', 'S3'],
    ['zzzzzz', undefined],
  ])('%j is near %j', (text, expected) => {
    expect(nearestNamed(text, people)?.id).toBe(expected);
  });
});
