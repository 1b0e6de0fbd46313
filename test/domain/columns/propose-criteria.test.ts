// If these fail, a first proposal gives weight to what no pair can meet, to how people are registered, or to who they are.
import { describe, expect, it } from 'vitest';
import {
  noteAnswer,
  proposeCriteria,
  type AlsoKnown,
  type Identities,
  type Proposal,
} from '../../../src/domain/columns/propose-criteria.ts';
import type { Field, FieldType, FieldValue } from '../../../src/domain/program/program.ts';

type Answers = Readonly<Record<string, FieldValue>>;

function propose(
  types: Readonly<Record<string, FieldType>>,
  mentees: Answers[],
  mentors: Answers[],
  also: AlsoKnown = {},
): Proposal {
  const side = (people: Answers[]): Map<string, Set<string>> => {
    const answered = new Map<string, Set<string>>();
    for (const person of people) for (const [name, value] of Object.entries(person)) noteAnswer(answered, name, value);
    return answered;
  };
  const fields = Object.entries(types).map(([name, type]): Field => {
    const given = [...mentees, ...mentors].flatMap((one) => (one[name] === undefined ? [] : [one[name]].flat()));
    return { name, type, options: [...new Set(given.map(String))], headings: [] };
  });
  return proposeCriteria(fields, side(mentees), side(mentors), also);
}
/** Mentors called so, by one of the ways a rule may compare. */
function called({ id = [], email = [], name = [] }: Partial<Record<'id' | 'email' | 'name', string[]>>): Identities {
  return { id: new Set(id), email: new Set(email), name: new Set(name) };
}
const kinds = ({ criteria }: Proposal): string[] =>
  criteria.map(({ kind, mentee, mentor }) => `${kind} ${mentee} ${mentor}`);

describe('proposeCriteria', () => {
  it('pays for sets, categories and steps that both sides answered', () => {
    const types = { topics: 'set', campus: 'category', year: 'ordinal', about: 'text' } as const;
    const answers = { topics: ['a'], campus: 'North', year: 'first', about: 'x' };
    const more = { topics: ['b'], campus: 'South', year: 'second', about: 'y' };
    expect(kinds(propose(types, [answers, more], [answers]))).toEqual([
      'overlap topics topics',
      'same campus campus',
      'ahead year year',
    ]);
    expect(kinds(propose(types, [answers], [{ about: 'x' }]))).toEqual([]);
  });

  it('does not switch on what no mentee and no mentor have alike', () => {
    const proposal = propose({ career: 'category' }, [{ career: 'Junior' }], [{ career: 'Senior' }]);
    expect(kinds(proposal)).toEqual([]);
    expect(proposal.off.map(({ why }) => why)).toEqual(['no mentee and no mentor gave the same answer']);
    const more = [{ career: 'Junior' }, { career: 'Senior' }];
    expect(kinds(propose({ career: 'category' }, [{ career: ' junior' }], more))).toHaveLength(1);
  });

  it('does not switch on what everybody answers alike, and says so', () => {
    const same = { topics: ['a'] };
    const proposal = propose({ topics: 'set' }, [same, same], [same]);
    expect(kinds(proposal)).toEqual([]);
    expect(proposal.off.map(({ why }) => why)).toEqual(['everybody gave the same answer']);
  });

  it('leaves out who people are, how they are registered and how they came', () => {
    const types = {
      gender: 'category',
      'registration type': 'category',
      'how did you hear about us': 'category',
    } as const;
    const answers = { gender: 'F', 'registration type': 'Member', 'how did you hear about us': 'Poster' };
    const proposal = propose(types, [answers], [answers]);
    expect(kinds(proposal)).toEqual([]);
    expect(proposal.off).toHaveLength(3);
  });

  it('keeps managers and teams apart, and brings time zones near', () => {
    const types = { 'manager email': 'text', team: 'category', 'time zone': 'text' } as const;
    const answers = { 'manager email': 'x@example.org', team: 'Blue', 'time zone': 'Europe/Berlin' };
    const more = { 'manager email': 'x@example.org', team: 'Red', 'time zone': 'Europe/Paris' };
    const proposal = propose(types, [answers], [answers, more], { mentors: called({ email: ['x@example.org'] }) });
    expect(proposal.rules.map(({ kind, mentee, mentor }) => `${kind} ${mentee} ${mentor}`)).toEqual([
      'differ manager email email',
      'differ team team',
    ]);
    expect(kinds(proposal)).toEqual(['closeness time zone time zone']);
  });

  it('compares what mentees look for with what mentors offer, where the answers are the same ones', () => {
    const asked = propose(
      { wants: 'set', offers: 'set' },
      [{ wants: ['exams', 'money'] }],
      [{ offers: ['exams', 'money', 'clubs'] }],
    );
    expect(kinds(asked)).toEqual(['overlap wants offers']);
  });

  it('compares two questions only where mentees alone answer the one, mentors alone the other, and half the answers are the same', () => {
    const list = ['exams', 'money', 'clubs', 'boats'];
    const types = { wants: 'set', offers: 'set' } as const;
    expect(kinds(propose(types, [{ wants: list }], [{ offers: list, wants: list }]))).not.toContain(
      'overlap wants offers',
    );
    expect(kinds(propose(types, [{ wants: list, offers: list }], [{ offers: list }]))).not.toContain(
      'overlap wants offers',
    );
    expect(kinds(propose(types, [{ wants: list }], [{ offers: ['exams', 'chess', 'tea', 'maps'] }]))).toEqual([]);
    expect(kinds(propose({ wants: 'text', offers: 'set' }, [{ wants: 'exams' }], [{ offers: ['exams'] }]))).toEqual([]);
    expect(kinds(propose({ wants: 'set', offers: 'text' }, [{ wants: ['exams'] }], [{ offers: 'exams' }]))).toEqual([]);
  });

  it('bars the own manager by what managers are called here, and by nothing where nobody here is one', () => {
    const types = { manager: 'text' } as const;
    const mentees = [{ manager: '004512' }, { manager: '004513' }];
    const rules = (also: AlsoKnown): string[] =>
      propose(types, mentees, [], also).rules.map(({ mentee, mentor }) => `${mentee} ${mentor}`);
    expect(rules({ mentors: called({ id: ['004512', '1'], email: ['a@quay.example'] }) })).toEqual(['manager id']);
    expect(rules({ mentors: called({ id: ['1'], email: ['a@quay.example'] }) })).toEqual([]);
  });

  it.each([
    ['who do you report to', 'Pell, Ivo'],
    ['dissertation supervisors', 'Prof. Ivo Pell and Una Marr'],
    ['head of department', 'Una Marr\nIvo Pell'],
    ['conflict of interest with', 'ivo pell'],
    ['anyone you should not be matched with?', 'Ivo Pell; Nobody Here'],
    ['leidinggevende', 'Ivo J. Pell'],
  ])('keeps apart by "%s", as somebody wrote it: %s', (name, answer) => {
    const known = { mentors: called({ id: ['T1', 'T2'], name: ['ivo pell', 'una marr'] }) };
    const { rules, criteria } = propose({ [name]: 'text' }, [{ [name]: answer }], [], known);
    expect(rules).toEqual([{ kind: 'differ', mentee: name, mentor: 'name' }]);
    expect(criteria).toEqual([]);
  });

  it.each([
    ['would you prefer a mentor of the same gender', ['Yes', 'No', 'No preference']],
    ['mentor of the same faith wanted', ['A', 'B']],
    ['weekend meetings', ['Yes', 'Maybe', 'No']],
    ['how important is a shared major', ['Not important', 'Very important']],
    ['religion', ['Buddhist', 'Hindu']],
    ['chronic illness', ['Asthma', 'None']],
  ])('makes no pair by "%s"', (name, [first = '', ...more]) => {
    const people = [first, ...more].map((answer) => ({ [name]: answer }));
    expect(kinds(propose({ [name]: 'category' }, people, people))).toEqual([]);
  });

  it('reads scores and choices that are on file', () => {
    expect(kinds(propose({}, [], [], { scores: true, choices: true })).map((one) => one.trim())).toEqual([
      'scores',
      'ranked',
    ]);
  });
});

describe('a column whose answers name mentors', () => {
  const people = { id: new Set(['m1', 'm2']), email: new Set<string>(), name: new Set(['tara quist', 'noel ade']) };
  const proposed = (heading: string, answers: string[]): ReturnType<typeof proposeCriteria> =>
    proposeCriteria(
      [{ name: heading.toLowerCase(), type: 'text', options: [], headings: [heading] }],
      new Map([[heading.toLowerCase(), new Set(answers)]]),
      new Map(),
      { mentors: people },
    );

  it('is a wish where it asks for one, and keeps apart where it names a tie, in either order of the name', () => {
    expect(proposed('Mentor you would like to work with', ['quist, tara']).criteria).toEqual([
      { kind: 'ranked', mentee: 'mentor you would like to work with', mentor: 'name', importance: 'high' },
    ]);
    expect(proposed('Team leader', ['m2']).rules).toEqual([{ kind: 'differ', mentee: 'team leader', mentor: 'id' }]);
    expect(proposed('Your instructor', ['ade noel']).rules).toHaveLength(1);
  });

  it('is neither where it says neither', () => {
    const { rules, criteria } = proposed('Colleague', ['tara quist']);
    expect([rules, criteria]).toEqual([[], []]);
  });
});
