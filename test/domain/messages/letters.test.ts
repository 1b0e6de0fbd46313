// If these fail, a student reads somebody's private answer, a heading of a form or a gap in a letter from the office.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/domain/civil-date.ts';
import type { LivingPair } from '../../../src/domain/engagement/cohort-life.ts';
import { firstName } from '../../../src/domain/messages/first-name.ts';
import { freeTogether, inCommon } from '../../../src/domain/messages/in-common.ts';
import {
  introductions,
  thankLetters,
  waitingLetters,
  type LetterSetting,
} from '../../../src/domain/messages/letters.ts';
import { fillTemplate, placesIn, placesOf } from '../../../src/domain/messages/template.ts';
import { messageKinds, standardLetters } from '../../../src/domain/program/engagement.ts';
import type { Field, FieldValues } from '../../../src/domain/program/program.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';

const field = (name: string, type: Field['type'], options: readonly string[], tell?: boolean | string): Field => ({
  name,
  type,
  options,
  headings: [`What is your ${name}? (tick all)`],
  ...(tell === undefined ? {} : { tell }),
});
const fields = [
  field('major', 'category', ['History', 'Biology'], true),
  field('topics to talk about', 'set', ['Exams', 'Soft skills: talking', 'Career, internships'], true),
  field('gender', 'category', ['F', 'M', 'No preference'], true),
  field('health', 'category', ['asthma']),
  field('faith', 'category', ['Quaker'], false),
  field('sport', 'set', ['Chess'], 'you both play {answer}'),
  field('free hours', 'set', ['Mon 09:00', 'Mon 10:00', 'Tue 14:00']),
];
const ana: FieldValues = {
  major: 'History',
  'topics to talk about': ['Exams', 'Soft skills: talking', 'Career, internships'],
  gender: 'No preference',
  health: 'asthma',
  faith: 'Quaker',
  sport: ['Chess'],
  'free hours': ['Mon 09:00', 'Mon 10:00', 'Tue 14:00'],
};
const day = '2026-11-02' as CivilDate;
const person = (key: number, name: string) => ({ key, id: `P${key}`, name, email: `p${key}@quay.example` });
const pair = (number: number, mentor: number, mentee: number): LivingPair => ({
  pair: number,
  mentor: person(mentor, mentor === 1 ? 'Nair, Priya' : 'Tom Okafor'),
  mentee: person(mentee, `Mentee Number${mentee}`),
  started: day,
  met: [],
  parts: [],
});
const setting = (more: Partial<LetterSetting['program']> = {}, answers = () => ana): LetterSetting => ({
  program: { ...standardProgram, name: 'Peers', fields, ...more },
  cohort: 'fall',
  asOf: day,
  contacts: true,
  answers,
});

describe('what two people have in common', () => {
  it('is said in sentences, of fields that may be told and answers that say something', () => {
    expect(inCommon(fields, ana, ana)).toEqual([
      'you both study History',
      'you both want to talk about Exams, Soft skills and “Career, internships”',
      'you both play Chess',
    ]);
  });

  it('is nothing that only one of them said', () => {
    expect(inCommon(fields, ana, { major: 'Biology', sport: [] })).toEqual([]);
  });

  it('tells the hours both are free as spans, unless they may not be told', () => {
    expect(freeTogether(fields, ana, ana)).toEqual(['Monday 9:00 to 11:00', 'Tuesday 14:00 to 15:00']);
    expect(
      freeTogether(
        fields.map((one) => ({ ...one, tell: false })),
        ana,
        ana,
      ),
    ).toEqual([]);
  });
});

it.each([
  ['Ana María Suárez', 'Ana'],
  ['Suárez, Ana', 'Ana'],
  ['McKENZIE, d’Arcy', 'd’Arcy'],
  ['Cher', 'Cher'],
  ['J. Robert Lee', 'J. Robert Lee'],
  ['Dr. Lee', 'Dr. Lee'],
  ['김 민준', '김 민준'],
])('calls %s %s', (name, called) => {
  expect(firstName(name)).toBe(called);
});

describe('introductions', () => {
  const letters = introductions([pair(1, 1, 3), pair(2, 1, 4), pair(3, 2, 5)], setting());

  it('are one letter a mentor with all her mentees, and one a mentee', () => {
    expect(letters.map(({ to }) => to.map(({ key }) => key))).toEqual([[1], [2], [3], [4], [5]]);
    expect(letters[0]?.text).toMatch(/^Dear Priya,[^]*Mentee Number3 and Mentee Number4[^]*- Mentee Number3/);
    expect(letters[2]?.text).toContain('Nair, Priya is your mentor in Peers.');
  });

  it('hold no heading, no answer that may not be told, no empty place and no braces', () => {
    for (const { text, subject } of letters) {
      expect(`${subject}\n${text}`).not.toMatch(
        /asthma|Quaker|No preference|What is your|tick all|[{}]|\(\)|undefined/,
      );
      expect(text).not.toMatch(/\n{3}|:\s*\./);
    }
  });

  it('name addresses only where they may', () => {
    const without = introductions([pair(1, 1, 3)], { ...setting(), contacts: false });
    for (const { text } of without) expect(text).not.toContain('@');
  });

  it('go to both together where the office has a letter of its own for them, as before', () => {
    const own = { introductions: { subject: 'You two', text: 'Dear {mentee}, dear {mentor}, {common}.' } };
    const joint = introductions([pair(1, 1, 3)], setting({ messages: own }));
    expect(joint.map(({ to }) => to.length)).toEqual([2]);
  });
});

it('leaves a line out in which a place has nothing to say, and no other', () => {
  const { text } = fillTemplate({ subject: '', text: 'A {x}.\nB {y} ({x}).\n\n{x}\n\nC {z}' }, { x: '', y: 'why' });
  expect(text).toBe('B why.\n\nC {z}');
});

it('says why somebody waits without a word of the rules', () => {
  const [letter] = waitingLetters([{ person: person(3, 'Ana Oz'), kind: 'nobody-eligible' }], setting());
  expect(letter?.text).toContain('there is nobody yet who fits what you asked for');
});

it('thanks for what is on record, and claims no hours where none were noted', () => {
  const record = { mentor: person(1, 'Priya Nair'), mentees: ['Ana Oz'], meetings: 1 };
  const [some, none] = thankLetters(
    [
      { ...record, minutes: 90 },
      { ...record, minutes: 0 },
    ],
    setting(),
  );
  expect(some?.text).toContain('On record: 1 meeting and 1.5 hours.');
  expect(none?.text).toContain('On record: 1 meeting.');
  expect(none?.text).not.toMatch(/\d hours/);
});

it('has standard letters that name only places there are, and a page that lists them all', () => {
  const page = readFileSync('docs/letters.md', 'utf8');
  for (const kind of messageKinds) {
    for (const place of placesIn(standardLetters[kind])) expect(placesOf[kind]).toContain(place);
    for (const place of placesOf[kind]) expect(page, `${kind} {${place}}`).toContain(`{${place}}`);
  }
});
