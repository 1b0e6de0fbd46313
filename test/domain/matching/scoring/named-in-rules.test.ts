// If these fail, a rule that names people keeps the wrong ones apart or together, or is said to work where it can bar nobody.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { deafRules, namedWords, peopleNamedIn } from '../../../../src/domain/matching/scoring/named-people.ts';
import { overWords, pinsOver } from '../../../../src/domain/matching/scoring/pins-over.ts';
import { withRulePins } from '../../../../src/domain/matching/scoring/rule-pins.ts';
import { programOfRun, secondInput, secondProgram } from '../../../../src/domain/matching/scoring/second-program.ts';
import { sideRulesOf } from '../../../../src/domain/matching/scoring/side-rules-of.ts';
import { ofFirstMentor } from '../../../../src/domain/matching/second-mentor.ts';
import type { Field, FieldValue, Program, Rule } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';

const person = (
  id: string,
  fields: Readonly<Record<string, FieldValue>> = {},
  more: Partial<Candidate> = {},
): Candidate => ({
  id,
  name: `${id} name`,
  email: `${id.toLowerCase()}@example.org`,
  seats: id.startsWith('M') ? 1 : 0,
  fields,
  ...more,
});
const field = (name: string, type: Field['type'] = 'category', options: readonly string[] = []): Field => ({
  name,
  type,
  options,
  headings: [],
});
const programOf = (rules: readonly Rule[], more: Partial<Program> = {}): Program => ({
  ...standardProgram,
  rules,
  ...more,
});

describe('rules about mentees among each other', () => {
  const mentees = [
    person('S1', { siblings: 'S3 name', house: 'red', topics: ['Law', 'art'], away: true }),
    person('S2', { house: 'Red ', away: false }),
    person('S3', { house: 'blue', topics: 'Art' }),
    person('S4', { siblings: 'nobody known', house: 'red' }),
  ];
  const rows = (rule: Rule): unknown =>
    sideRulesOf(mentees, [rule]).map((one) => ('rows' in one ? one.rows : [...one.isIn]));

  it('tie those who name one another, or who gave one answer, in twos and more', () => {
    expect(rows({ kind: 'apart', mentee: 'siblings', mentor: '' })).toEqual([[0, 2]]);
    expect(rows({ kind: 'together', mentee: 'house', mentor: '' })).toEqual([[0, 1, 3]]);
    expect(rows({ kind: 'apart', mentee: 'topics', mentor: '' })).toEqual([[0, 2]]);
    expect(rows({ kind: 'apart', mentee: 'missing', mentor: '' })).toEqual([]);
  });

  it('tie those who are listed, each once, and pass over who is not here', () => {
    expect(rows({ kind: 'apart', mentee: '', mentor: '', people: ['S1', 's2@example.org', 'S1', 'S9'] })).toEqual([
      [0, 1],
    ]);
    expect(rows({ kind: 'apart', mentee: '', mentor: '', people: ['S1', 'S9'] })).toEqual([]);
  });

  it('count those who gave an answer, within bounds of none to all where none are said', () => {
    const balance = (mentee: string, value?: string, more: Partial<Rule> = {}): Rule => ({
      kind: 'balance',
      mentee,
      mentor: '',
      ...(value === undefined ? {} : { value }),
      ...more,
    });
    expect(rows(balance('house', 'RED'))).toEqual([[1, 1, 0, 1]]);
    expect(rows(balance('topics', 'art'))).toEqual([[1, 0, 1, 0]]);
    expect(rows(balance('away', 'yes'))).toEqual([[1, 0, 0, 0]]);
    expect(rows(balance('away', 'no'))).toEqual([[0, 1, 0, 0]]);
    expect(sideRulesOf(mentees, [balance('house', 'red', { most: 0.5 })])).toMatchObject([
      { least: 0, most: 0.5, words: 'at most 50 % house red with one mentor' },
    ]);
    expect(sideRulesOf(mentees, [balance('house', 'red', { least: 0.2 })])).toMatchObject([
      { least: 0.2, most: 1, words: 'at least 20 % house red with one mentor' },
    ]);
    expect(sideRulesOf(mentees, [{ kind: 'same', mentee: 'house', mentor: 'house' }])).toEqual([]);
  });
});

describe('pins', () => {
  const pin = (mentee: string, mentor: string): Rule => ({ kind: 'pin', mentee, mentor });
  const input = {
    mentees: ['S1', 'S2', 'S3'].map((id) => person(id)),
    mentors: ['M2', 'M1', 'M3'].map((id) => person(id)),
    pins: [],
  };

  it('of the file go before those set by hand, by id or address, and pass over who is not here', () => {
    const set = { ...input, pins: [{ mentee: 'S3', mentor: 'M3' }] };
    expect(withRulePins(set, programOf([pin('s1@example.org', 'M2'), pin('S9', 'M1'), pin('S2', 'M9')])).pins).toEqual([
      { mentee: 'S1', mentor: 'M2' },
      { mentee: 'S3', mentor: 'M3' },
    ]);
    expect(withRulePins(set, programOf([{ kind: 'block', mentee: 'S1', mentor: 'M2' }]))).toBe(set);
  });

  it('that contradict one another are refused, and those that say one thing twice are not', () => {
    const both = { ...input, mentors: [...input.mentors, person('S1')] };
    expect(() => withRulePins(input, programOf([pin('S1', 'M1'), pin('S1', 'M2')]))).toThrow(
      'pins S1 name to both M1 name and M2 name',
    );
    expect(() => withRulePins(both, programOf([pin('S1', 'S1')]))).toThrow('pins S1 name to themselves');
    expect(withRulePins(input, programOf([pin('S1', 'M1'), pin('S1', 'm1@example.org')])).pins).toHaveLength(1);
  });

  it('beyond a mentor’s places are told in the order of ids, each person once', () => {
    const pins = [
      { mentee: 'S1', mentor: 'M2' },
      { mentee: 'S2', mentor: 'M2' },
      { mentee: 'S9', mentor: 'M3' },
      { mentee: 'S3', mentor: 'M1' },
    ];
    expect(pinsOver({ ...input, pins }, programOf([])).map(overWords)).toEqual([
      '2 mentees are pinned to M2 name (M2), who has 1 place',
    ]);
    const full = { ...input, mentors: input.mentors.map((one) => ({ ...one, seats: 0 })), pins };
    expect(pinsOver(full, programOf([])).map(overWords)).toEqual([
      '1 mentee is pinned to M1 name (M1), who has no place left',
      '2 mentees are pinned to M2 name (M2), who has no place left',
    ]);
    // The last pin of somebody counts.
    expect(pinsOver({ ...input, pins: [...pins, { mentee: 'S2', mentor: 'M3' }] }, programOf([]))).toEqual([]);
  });
});

describe('answers that name people', () => {
  const manager: Rule = { kind: 'differ', mentee: 'manager', mentor: 'name' };
  const mentors = [person('M1'), person('M2', {}, { name: 'Bo Chen' }), person('M3', {}, { name: 'Bo Chen' })];
  const named = (answers: readonly FieldValue[], rule = manager) =>
    peopleNamedIn(
      { mentees: answers.map((manager, at) => person(`S${at}`, { manager })), mentors },
      { rules: [rule], criteria: [] },
    );
  const words = (...answers: readonly FieldValue[]): string[] => named(answers).map(namedWords);

  it('are counted by those who are here and those who are not', () => {
    expect(words('M1 name')).toEqual(['"manager" names 1 person, a mentor here.']);
    expect(words('M1 name', 'm2@example.org', 'M1')).toEqual(['"manager" names 2 people, all of them mentors here.']);
    expect(words('M1', 'Zed')).toEqual(['"manager" names 2 people: 1 of them is a mentor here; nobody here is "Zed".']);
    expect(words('M1', 'M2', 'b', 'a', 'd', 'c', 'A')).toEqual([
      '"manager" names 6 people: 2 of them are mentors here; nobody here is "A", "b", "c" and 1 more.',
    ]);
    expect(words('Zed', 'Yan')).toEqual(
      [
        '"manager" names 2 people, none of them a mentor here ("Yan", "Zed"), so the rule "different manager and name" bars nobody.',
      ].map((line) => expect.stringMatching(line.slice(0, 70).replaceAll(/[()"]/g, '.')) as string),
    );
  });

  it('that several people have are asked about, with whom to say', () => {
    expect(words('Bo Chen')[0]).toContain(
      '"Bo Chen": several mentors have that name, and each counts; say which by id, as in mentorctl person change S0 --answer "manager=M2" (M2 or M3).',
    );
    expect(named(['M1'])[0]?.unclear).toBeUndefined();
  });

  it('are those of mentors where the mentees are the people who are named', () => {
    const [one] = peopleNamedIn(
      { mentees: [person('S1')], mentors: [person('M1', { wards: 'S1; Zed' })] },
      { rules: [{ kind: 'not-before', mentee: 'id', mentor: 'wards' }], criteria: [] },
    );
    expect(one).toMatchObject({ of: 'mentee', field: 'wards', where: 'rules 1' });
  });

  it('are none of a rule that compares answers with answers', () => {
    expect(named(['M1'], { kind: 'same', mentee: 'manager', mentor: 'manager' })).toEqual([]);
  });

  it('are told where a rule that keeps people apart finds nobody to keep apart', () => {
    const apart: Rule = { kind: 'differ', mentee: 'team', mentor: 'team' };
    const fields = [field('team'), field('manager', 'text')];
    const deaf = (mentee: string, mentor: string, rule = apart) =>
      deafRules(
        { mentees: [person('S1', { team: mentee })], mentors: [person('M1', { team: mentor })] },
        { fields, rules: [rule] },
      ).map(({ where, text }) => [where, text]);
    expect(deaf('red', 'Red')).toEqual([]);
    expect(deaf('red', 'blue')).toEqual([
      ['rules 1', 'No mentee and no mentor gave the same answer, so the rule "different team" bars nobody.'],
    ]);
    expect(
      deafRules({ mentees: [person('S1')], mentors: [person('M1', { team: 'red' })] }, { fields, rules: [apart] }),
    ).toEqual([]);
    expect(deaf('red', 'blue', { ...apart, kind: 'same' })).toEqual([]);
    const nobody = deafRules({ mentees: [person('S1', { manager: 'Zed' })], mentors }, { fields, rules: [manager] });
    expect(nobody.map(({ where }) => where)).toEqual(['rules 1']);
    expect(deafRules({ mentees: [person('S1', { manager: 'M1' })], mentors }, { fields, rules: [manager] })).toEqual(
      [],
    );
  });
});

describe('second mentors', () => {
  const program = programOf(
    [
      { kind: 'pin', mentee: 'S1', mentor: 'M1' },
      { kind: 'same', mentee: 'campus', mentor: 'campus' },
    ],
    { fields: [field('campus'), field('team')], secondMentor: { differ: 'team' } },
  );

  it('are found by the program’s rules but its pins, and by the first mentor’s answer, from which theirs differs', () => {
    const second = secondProgram(program);
    expect(second.rules.map(({ kind }) => kind)).toEqual(['same', 'differ']);
    expect(second.rules.at(-1)).toMatchObject({ mentee: ofFirstMentor('team'), mentor: 'team' });
    expect(second.fields.map(({ name }) => name)).toEqual(['campus', 'team', ofFirstMentor('team')]);
    expect(secondProgram(programOf(program.rules)).rules.map(({ kind }) => kind)).toEqual(['same']);
    expect(programOfRun(program, { ...program.matching, layer: 'second' }).rules).toHaveLength(2);
    expect(programOfRun(program, program.matching).rules).toBe(program.rules);
  });

  it('know what the first mentor answered, and leave a gap where she has gone or gave none', () => {
    const input = {
      mentees: ['S1', 'S2', 'S3', 'S4'].map((id) => person(id, { campus: 'North' })),
      already: [
        { mentee: 'S1', mentor: 'M1' },
        { mentee: 'S2', mentor: 'M2' },
        { mentee: 'S3', mentor: 'M9' },
      ],
    };
    const mentors = [person('M1', { team: 'red' }), person('M2')];
    const answers = secondInput(input, mentors, program).mentees.map(({ fields }) => fields);
    expect(answers).toEqual([
      { campus: 'North', [ofFirstMentor('team')]: 'red' },
      { campus: 'North' },
      { campus: 'North' },
      { campus: 'North' },
    ]);
    expect(secondInput(input, mentors, programOf([]))).toBe(input);
  });
});
