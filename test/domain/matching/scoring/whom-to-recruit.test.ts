// If these fail, a coordinator looks for mentors who would help nobody.
import { expect, it } from 'vitest';
import {
  whoIsAhead,
  whoIsAt,
  whoSaysAnother,
  whoShares,
  type Need,
} from '../../../../src/domain/matching/scoring/whom-to-recruit.ts';
import type { Field, FieldType, Rule } from '../../../../src/domain/program/program.ts';

const field = (type: FieldType, options: string[] = []): Field => ({ name: 'f', type, options, headings: [] });
const rule = (patch: Partial<Rule>): Rule => ({ kind: 'same', mentee: 'f', mentor: 'f', ...patch });
const values = (needs: readonly Need[]): unknown[] => needs.map(({ value }) => value);
const nobody = new Map<string, number>();
const years = field('ordinal', ['first', 'second', 'third']);

it('names what most mentees named first, and what is named as often by the alphabet', () => {
  const popular = new Map([
    ['law', 5],
    ['exams', 2],
    ['art', 2],
  ]);
  const asked = ['exams', 'law', 'money', 'art'];
  expect(values(whoShares(rule({}), { asked, field: field('set'), popular }))).toEqual([['law'], ['art'], ['exams']]);
  expect(values(whoShares(rule({ least: 3 }), { asked, field: field('set'), popular }))).toEqual([
    ['art', 'exams', 'law'],
  ]);
  expect(whoShares(rule({ least: 5 }), { asked, field: field('set'), popular })).toEqual([]);
  const [one] = whoShares(rule({}), { asked: 'law', field: field('category'), popular });
  expect(one).toMatchObject({ value: 'law', words: 'f is law' });
  expect([one?.metBy('law'), one?.metBy(['law', 'art']), one?.metBy('art')]).toEqual([true, true, false]);
});

it('names the step so far ahead where there is one, and the same answer where nothing is ahead', () => {
  const by = whoIsAhead(({ least = 0 }) => least);
  expect(values(by(rule({ least: 2 }), { asked: 'First', field: years, popular: nobody }))).toEqual(['third']);
  expect(by(rule({ least: 2 }), { asked: 'second', field: years, popular: nobody })).toEqual([]);
  expect(values(by(rule({ least: 2 }), { asked: 4, field: field('number'), popular: nobody }))).toEqual([6]);
  expect(values(by(rule({}), { asked: 'UTC+1', field: field('text'), popular: nobody }))).toEqual(['UTC+1']);
  expect(by(rule({ least: 1 }), { asked: 'UTC+1', field: field('text'), popular: nobody })).toEqual([]);
  expect(by(rule({}), { asked: undefined, field: field('text'), popular: nobody })).toEqual([]);
});

it('names the bound, a step by its name, and whoever is beyond it does as well', () => {
  const [least] = whoIsAt('least')(rule({ least: 3 }), { asked: undefined, field: field('number'), popular: nobody });
  expect(least).toMatchObject({ value: 3, words: 'f is at least 3' });
  expect([2.9, 3, 4, undefined].map((answer) => least?.metBy(answer))).toEqual([false, true, true, false]);
  const [most] = whoIsAt('most')(rule({ most: 3 }), { asked: 9, field: field('number'), popular: nobody });
  expect([2.9, 3, 4].map((answer) => most?.metBy(answer))).toEqual([true, true, false]);
  expect(values(whoIsAt('least')(rule({ least: 1 }), { asked: 1, field: years, popular: nobody }))).toEqual(['second']);
  expect(whoIsAt('least')(rule({ least: 3 }), { asked: 1, field: years, popular: nobody })).toEqual([]);
});

it('names the other answers where there are few', () => {
  const few = field('category', ['Hill', 'Lake', 'Town']);
  expect(values(whoSaysAnother(rule({}), { asked: 'lake', field: few, popular: nobody }))).toEqual(['Hill', 'Town']);
  const many = field('category', ['a', 'b', 'c', 'd', 'e']);
  expect(whoSaysAnother(rule({}), { asked: 'a', field: many, popular: nobody })).toEqual([]);
  const four = field('category', ['a', 'b', 'c', 'd']);
  expect(values(whoSaysAnother(rule({}), { asked: 'a', field: four, popular: nobody }))).toEqual(['b', 'c', 'd']);
});
