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

  it.each([
    ...['Prefer not to say', 'Other', 'Other (please specify)', 'Undeclared', 'None of the above', "I don't know yet"],
    ...[
      'Keine Angabe',
      'Sonstiges',
      'Autre',
      'Je préfère ne pas répondre',
      'Prefiero no decirlo',
      'Otro',
      'その他',
      '其他',
    ],
  ])('is no answer that says nothing of who gave it: %s', (answer) => {
    expect(inCommon([field('major', 'category', [answer], true)], { major: answer }, { major: answer })).toEqual([]);
  });

  it.each(['Undeclared Sciences', 'Nonprofit work', 'Other: Klingon', 'Andere Länder', 'Knowing myself'])(
    'is an answer that only begins like one: %s',
    (answer) => {
      const [said] = inCommon([field('major', 'category', [answer], true)], { major: answer }, { major: answer });
      expect(said).toContain(answer);
    },
  );

  it('is nothing that reads private, though the list may be told, unless in words of the office', () => {
    const both = { topics: ['Exams', 'Mental health', 'Coming out'], major: 'Health Sciences' };
    const topics = (tell: boolean | string): Field => field('topics', 'set', both.topics, tell);
    const major = field('major', 'category', ['Health Sciences'], true);
    expect(inCommon([topics(true), major], both, both)).toEqual([
      'you both want to talk about Exams',
      'you both study Health Sciences',
    ]);
    expect(inCommon([topics('you both said {answer}')], both, both)).toEqual([
      'you both said Exams, Mental health and Coming out',
    ]);
  });

  it('is in the words of the answer, whatever signs are in it', () => {
    const said = inCommon(
      [field('club', 'set', ['A $& B $1'], true)],
      { club: ['A $& B $1'] },
      { club: ['A $& B $1'] },
    );
    expect(said).toEqual(['you both named A $& B $1']);
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
  ['欧阳 娜娜', '欧阳 娜娜'],
  ['李小龙', '李小龙'],
  ['Sukarno', 'Sukarno'],
  ['King, Jr., Martin Luther', 'Martin'],
  ['Martin Luther King Jr.', 'Martin'],
  ['Ana Suárez, PhD', 'Ana'],
  ['de la Cruz, María José', 'María'],
  ['van den Berg', 'van den Berg'],
  ['van den Berg, Jan', 'Jan'],
  ['Al Gore', 'Al'],
  ["O'Neil, Shaquille (Shaq)", 'Shaquille'],
  ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
  ['mary smith', 'mary'],
  ['דוד כהן', 'דוד'],
])('calls %s %s', (name, called) => {
  expect(firstName(name)).toBe(called);
});

describe('introductions', () => {
  const letters = introductions([pair(1, 1, 3), pair(2, 1, 4), pair(3, 2, 5)], setting());

  it('are one letter a mentor with all her mentees, and one a mentee', () => {
    expect(letters.map(({ to }) => to.map(({ key }) => key))).toEqual([[1], [2], [3], [4], [5]]);
    expect(letters[0]?.text).toMatch(/^Dear Priya,[^]*Mentee Number3 and Mentee Number4[^]*- Mentee Number3/);
    expect(letters[2]?.text).toContain('Priya Nair is your mentor in Peers.');
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

it('says to who lost a mentor that the next is being made, as nobody else is told', () => {
  const [lost] = waitingLetters([{ person: person(3, 'Ana Oz'), kind: 'lost' }], setting());
  expect(lost?.text).toContain('your last pair has ended, and the next is still being made.');
});

it.each([
  [{ meetings: 1, minutes: 90, timed: 1 }, 'On record: 1 meeting and 1.5 hours.'],
  [{ meetings: 2, minutes: 0, timed: 0 }, 'On record: 2 meetings.'],
  [{ meetings: 9, minutes: 60, timed: 2 }, 'On record: 9 meetings, of which 2 were noted with their length: 1 hour.'],
])('thanks for what is on record, and claims no hours where none were noted: %o', (done, words) => {
  const [letter] = thankLetters([{ mentor: person(1, 'Priya Nair'), mentees: ['Ana Oz'], ...done }], setting());
  expect(letter?.text).toContain(words);
});

it('thanks whom nothing is on record of without a word of it', () => {
  const none = { mentor: person(1, 'Priya Nair'), mentees: ['Ana Oz'], meetings: 0, minutes: 0, timed: 0 };
  const [letter] = thankLetters([none], setting({ office: { contact: 'peers@quay.example' } }));
  expect(letter?.text).not.toMatch(/record|ertificate|\b0\b/);
});

it('ends a sentence once after a name that ends in a full stop', () => {
  const jr = { ...pair(1, 1, 3), mentee: person(3, 'Martin King Jr.') };
  const [toMentor] = introductions([jr], setting());
  expect(toMentor?.text).toContain('- Martin King Jr. (p3@quay.example). You both study');
  const none = { mentor: person(1, 'Ana'), mentees: ['Martin King Jr.'], meetings: 1, minutes: 0, timed: 0 };
  expect(thankLetters([none], setting())[0]?.text).toContain('You were there for Martin King Jr.\n');
});

it('has standard letters that name only places there are, and a page that lists them all', () => {
  const page = readFileSync('docs/letters.md', 'utf8');
  for (const kind of messageKinds) {
    for (const place of placesIn(standardLetters[kind])) expect(placesOf[kind]).toContain(place);
    for (const place of placesOf[kind]) expect(page, `${kind} {${place}}`).toContain(`{${place}}`);
  }
});
