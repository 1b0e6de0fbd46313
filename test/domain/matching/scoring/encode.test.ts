// If these fail, answers are compared with the wrong ones: options beyond the thirty-second, gaps, or words that leave it open.
import { describe, expect, it } from 'vitest';
import {
  alike,
  apart,
  encodeSides,
  isZone,
  openTo,
  shared,
  sizeOf,
} from '../../../../src/domain/matching/scoring/encode.ts';
import type { Field } from '../../../../src/domain/program/program.ts';

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
  name: 'f',
  type,
  options: [],
  headings: [],
  ...more,
});
const nothing = { mentee: undefined, mentor: undefined };

describe('sets', () => {
  it('share what both named, however many options there are', () => {
    const named = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, at) => `o${from + at}`);
    for (const [count, both] of [
      [20, 5],
      [33, 1],
      [40, 8],
      [100, 60],
    ] as const) {
      const { mentees, mentors } = encodeSides('set', [named(0, count)], [named(count - both, count + 10)], nothing);
      const [mine, theirs] = [mentees[0] as Uint32Array, mentors[0] as Uint32Array];
      expect([sizeOf(mine), sizeOf(theirs), shared(mine, theirs)]).toEqual([count, both + 10, both]);
      expect(alike(mine, theirs)).toBe(true);
    }
    const { mentees, mentors } = encodeSides('set', [['a'], [], undefined], [['b']], nothing);
    expect(alike(mentees[0] as Uint32Array, mentors[0] as Uint32Array)).toBe(false);
    expect([sizeOf(mentees[1] as Uint32Array), mentees[2]]).toEqual([0, undefined]);
  });
});

describe('codes', () => {
  it('are the same for the same answer, in any case and order, and for no other', () => {
    const { mentees, mentors } = encodeSides(
      'code',
      ['Law', ['b', 'a'], undefined, 'Any'],
      ['law ', ['A', 'B'], 'Arts'],
      {
        mentee: field('category'),
        mentor: field('category'),
      },
    );
    expect(mentees[0]).toBe(mentors[0]);
    expect(mentees[1]).toBe(mentors[1]);
    expect(new Set([mentors[0], mentors[1], mentors[2]]).size).toBe(3);
    expect([mentees[2], mentees[3]]).toEqual([undefined, 'any']);
  });
});

describe('amounts', () => {
  it('are numbers, yes and no, steps of an order and hours of a zone, and nothing else', () => {
    const amounts = (
      type: Field['type'],
      options: readonly string[],
      ...answers: (string | number | boolean | string[])[]
    ) => encodeSides('amount', answers, [], { mentee: field(type, { options }), mentor: undefined }).mentees;
    expect(amounts('number', [], 3.5, true, false, '7')).toEqual([3.5, 1, 0, undefined]);
    expect(amounts('ordinal', ['first', 'second'], 'Second', 'third', 'first')).toEqual([1, undefined, 0]);
    expect(amounts('text', [], 'CET', 'nowhere', ['CET'])).toEqual([1, undefined, undefined]);
    expect(amounts('category', [], 'CET')).toEqual([1]);
    expect([field('text'), field('category'), field('number'), undefined].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([apart(12, -10, true), apart(12, -10, false), apart(3, 1, true)]).toEqual([2, 22, 2]);
  });
});

describe('an answer that leaves it open', () => {
  it('is one that everybody knows or the field lists, and none where the field says so', () => {
    expect(openTo(field('category'))('No preference')).toBe(true);
    expect(openTo(field('category'))('Law')).toBe(false);
    const listed = openTo(field('category', { any: ['Whoever'] }));
    expect([listed('whoever'), listed('no preference'), listed(['Law', 'Whoever']), listed(3)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(openTo(field('category', { any: [] }))('No preference')).toBe(false);
    expect(openTo(undefined)('No preference')).toBe(false);
  });
});
