// If these fail, somebody is paired with her own manager, or with another than whom she asked for.
import { describe, expect, it } from 'vitest';
import { whoIsNamed } from '../../src/domain/people-named.ts';

const people = [
  { id: 'M1', name: 'Kim Rao', email: 'k.rao@dept.example' },
  { id: 'M2', name: 'Rao Kim' },
  { id: 'M3', name: 'Anna van der Berg' },
  { id: 'M4', name: 'José Núñez' },
  { id: 'M5', name: 'Lea Wolf' },
  { id: 'M6', name: 'Lea Wolf' },
];
const named = (text: string | string[]): string[] => whoIsNamed(people)(text).found.map((at) => people[at]!.id);

describe('an answer names people', () => {
  it('by id, by address and by name, in any case and spacing', () => {
    expect([named('m2'), named('K.Rao@dept.example '), named('  anna  VAN der berg')]).toEqual([
      ['M2'],
      ['M1'],
      ['M3'],
    ]);
    expect(named('Jose Nunez')).toEqual(['M4']);
  });

  it('as written before turned round', () => {
    expect([named('Kim Rao'), named('Rao Kim')]).toEqual([['M1'], ['M2']]);
    expect([named('van der Berg, Anna'), named('Núñez José'), named('Berg Anna van der')]).toEqual([
      ['M3'],
      ['M4'],
      ['M3'],
    ]);
  });

  it('several in one cell, however they are parted, and with ids in brackets', () => {
    expect(named('Kim Rao; M3')).toEqual(['M1', 'M3']);
    expect(named('Anna van der Berg and José Núñez')).toEqual(['M3', 'M4']);
    expect(named('Somebody Else <k.rao@dept.example>')).toEqual(['M1']);
    expect(named('Lea Wolf (M6)')).toEqual(['M6']);
    expect(named(['M1', 'M4'])).toEqual(['M1', 'M4']);
  });

  it('and what names nobody, or several, is told', () => {
    expect(whoIsNamed(people)('Kim Rao; Bo Nobody')).toMatchObject({ found: [0], unknown: ['Bo Nobody'] });
    expect(whoIsNamed(people)('Nobody, B.')).toMatchObject({ found: [], unknown: ['Nobody, B.'] });
    expect(whoIsNamed(people)('Lea Wolf').ambiguous).toEqual(['Lea Wolf']);
  });

  it('whatever stands around the name, and however it is spelled', () => {
    const staff = [
      { id: 'T1', name: 'Søren Łukasz Oberg' },
      { id: 'T2', name: 'Mary-Anne O\u2019Hare' },
      { id: 'T3', name: 'Ivo Pell' },
    ];
    const who = (text: string): readonly number[] => whoIsNamed(staff)(text).found;
    expect([who('Prof. Dr. Ivo Pell'), who('T3 - Ivo Pell'), who('Ivo Pell: t3')]).toEqual([[2], [2], [2]]);
    expect([who('mary anne ohare'), who("O'Hare, Mary Anne")]).toEqual([[1], [1]]);
    expect(who('Soren Lukasz Øberg')).toEqual([0]);
  });

  it('with or without a middle name, never with another one', () => {
    const staff = [
      { id: 'T1', name: 'Ivo Jan Pell' },
      { id: 'T2', name: 'Una Marr' },
    ];
    const who = (text: string): readonly number[] => whoIsNamed(staff)(text).found;
    expect([who('Ivo Pell'), who('Pell, Ivo'), who('Una K. Marr'), who('Marr, Una K.')]).toEqual([[0], [0], [1], [1]]);
    expect([who('Ivo Max Pell'), who('I. Pell'), who('Ivo')]).toEqual([[], [], []]);
    expect(whoIsNamed([...staff, { id: 'T3', name: 'Ivo Pell' }])('Ivo Pell').found).toEqual([2]);
  });
});
