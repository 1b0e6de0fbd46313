// If these fail, a rule that leaves everybody alone or bars them all, or a weight that does nothing, goes unseen until the pairs are made.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { checkProgram, type ProgramCheck } from '../../../../src/domain/matching/check/check-program.ts';
import { scorePairs } from '../../../../src/domain/matching/scoring/score-pairs.ts';
import type { Stated } from '../../../../src/domain/matching/stated.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { Criterion, Field, FieldValues, Program, Rule } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';
import { seededChance } from '../../../../src/domain/chance.ts';

const field = (name: string, type: Field['type'], options: string[] = []): Field => ({
  name,
  type,
  options,
  headings: [],
});
const fields = [
  field('campus', 'category', ['north', 'south']),
  field('team', 'category'),
  field('topics', 'set', ['a', 'b', 'c']),
  field('year', 'number'),
  field('empty', 'category'),
];
const person = (id: string, answers: FieldValues): Candidate => ({ id, name: id, seats: 1, fields: answers });
const mentees = [
  person('s1', { campus: 'north', team: 'x', topics: ['a'], year: 1 }),
  person('s2', { campus: 'south', team: 'x', topics: ['b', 'c'], year: 2 }),
  person('s3', { campus: 'south', team: 'x', topics: ['c'], year: 1 }),
];
const mentors = [
  person('m1', { campus: 'north', team: 'y', topics: ['a', 'b'], year: 3 }),
  person('m2', { campus: 'south', team: 'y', topics: ['c'], year: 4 }),
];
const overlap: Criterion = { kind: 'overlap', mentee: 'topics', mentor: 'topics', importance: 'high' };

function check(rules: Rule[], criteria: Criterion[] = [overlap], people = { mentees, mentors }): ProgramCheck {
  return finish(checkProgram(people, { ...standardProgram, fields, rules, criteria } satisfies Program));
}
const found = (checked: ProgramCheck): string[] =>
  checked.findings.map(({ severity, kind, where }) => `${severity} ${kind} ${where}`);
const both = (name: string): { mentee: string; mentor: string } => ({ mentee: name, mentor: name });

describe('a program check', () => {
  it('has nothing to say of rules and criteria that do something', () => {
    expect(found(check([{ kind: 'same', ...both('campus') }]))).toEqual([]);
  });

  it('calls a rule that bars everybody a problem, and tells what it would take', () => {
    const checked = check([{ kind: 'same', ...both('team') }]);
    expect(found(checked)).toEqual(['problem bars-everybody rules 1']);
    expect(checked.findings[0]?.remedy).toMatch(/Loosen it/);
  });

  it('notes a rule that bars nobody', () => {
    expect(found(check([{ kind: 'differ', ...both('team') }]))).toEqual(['note bars-nobody rules 1']);
  });

  it('warns of a rule that bars nearly everybody', () => {
    const many = Array.from({ length: 40 }, (_, n) => person(`s${n}`, { team: n === 0 ? 'y' : 'x', topics: ['a'] }));
    const checked = check([{ kind: 'same', ...both('team') }], [overlap], { mentees: many, mentors });
    expect(found(checked)).toContain('warning bars-nearly-everybody rules 1');
    expect(checked.findings[0]?.share).toBeCloseTo(39 / 40);
  });

  it('says how many mentees all rules together leave with nobody, though none alone bars all', () => {
    const rules: Rule[] = [
      { kind: 'same', ...both('campus') },
      { kind: 'share', ...both('topics'), least: 2 },
    ];
    const checked = check(rules, [overlap], {
      mentees: mentees.map((one) => (one.id === 's2' ? person('s2', { ...one.fields, topics: ['a', 'b'] }) : one)),
      mentors,
    });
    expect(found(checked)).toContain('problem nobody-left rules');
  });

  it('warns of a field nobody answered, and notes one that many did not', () => {
    expect(found(check([{ kind: 'differ', ...both('empty') }]))).toContain('warning nobody-answered rules 1');
    const some = mentees.map((one, n) =>
      n === 0 ? person(one.id, { ...one.fields, campus: 'north' }) : person(one.id, { topics: ['a'] }),
    );
    const checked = check([{ kind: 'differ', ...both('campus') }], [overlap], { mentees: some, mentors });
    expect(found(checked)).toContain('note many-missing rules 1');
    expect(checked.findings.find(({ kind }) => kind === 'many-missing')?.message).toContain('2 of 3 mentees');
  });

  it('warns of a criterion that is the same for every pair', () => {
    expect(found(check([], [overlap, { kind: 'same', ...both('team'), importance: 'medium' }]))).toEqual([
      'warning constant-criterion criteria 2',
    ]);
  });

  it('warns of a weight too small to change any order', () => {
    const tiny: Criterion = { kind: 'closeness', ...both('year'), range: 30, importance: 0.002 };
    expect(found(check([], [overlap, { ...tiny, importance: 'high' }]))).toEqual([]);
    expect(found(check([], [overlap, tiny]))).toContain('warning never-matters criteria 2');
  });

  it('warns of a criterion that a rule has settled already', () => {
    const campus: Criterion = { kind: 'same', ...both('campus'), importance: 'high' };
    const rules: Rule[] = [{ kind: 'same', ...both('campus') }];
    const checked = check(rules, [overlap, campus]);
    expect(found(checked)).toContain('warning constant-criterion criteria 2');
    expect(checked.findings.find(({ where }) => where === 'criteria 2')?.message).toBe(
      '"campus" gives every pair that the rules allow the same, 100 of 100, and so decides nothing',
    );
  });

  it('says so where a criterion has no importance', () => {
    const none = check([], [overlap, { kind: 'same', ...both('campus'), importance: 0 }]);
    expect(none.findings.map(({ message }) => message)).toEqual(['"campus" has importance 0, and so decides nothing']);
  });

  it('says of nobody that the rules leave what a criterion would give', () => {
    expect(found(check([{ kind: 'same', ...both('team') }], [overlap]))).toEqual(['problem bars-everybody rules 1']);
  });

  it('counts whom a rule bars from everybody for what they did not answer, or not enough of', () => {
    const three = mentees.map((one) => (one.id === 's3' ? person('s3', { topics: ['a', 'b'] }) : one));
    const same = check([{ kind: 'same', ...both('campus') }], [overlap], { mentees: three, mentors });
    expect(same.findings.map(({ message }) => message)).toContain(
      '"campus" is missing for 1 of 3 mentees; the rule bars her from everybody',
    );
    const two = check([{ kind: 'share', ...both('topics'), least: 2 }], [overlap], { mentees: three, mentors });
    expect(two.findings.filter(({ kind }) => kind === 'too-few-options').map(({ message }) => message)).toEqual([
      '1 of 3 mentees named fewer than 2 of "topics", so "2 shared topics" bars them from everybody',
      '1 of 2 mentors named fewer than 2 of "topics", so "2 shared topics" bars them from everybody',
    ]);
  });

  it('warns of choices and scores on file that nothing reads', () => {
    const stated: Stated = {
      choices: new Map([['s1', new Map([['m1', 1]])]]),
      scores: new Map([['s1', new Map([['m1', 4]])]]),
      highest: 5,
    };
    const of = (criteria: Criterion[]): string[] =>
      finish(checkProgram({ mentees, mentors }, { ...standardProgram, fields, criteria }, stated))
        .findings.map(({ kind }) => kind)
        .filter((kind) => kind.endsWith('-unread'));
    expect(of([overlap])).toEqual(['ranked-unread', 'scores-unread']);
    const pairs = { mentee: '', mentor: '', importance: 'low' } as const;
    expect(of([overlap, { kind: 'ranked', ...pairs }, { kind: 'scores', ...pairs }])).toEqual([]);
  });

  it('says never-matters exactly where leaving the criterion out leaves every order as it is', () => {
    const chance = seededChance(5);
    let [never, matters] = [0, 0];
    for (let round = 0; round < 300; round++) {
      const draw = (prefix: string, count: number): Candidate[] =>
        Array.from({ length: count }, (_, n) =>
          person(`${prefix}${n}`, {
            campus: chance() < 0.5 ? 'north' : 'south',
            topics: ['a', 'b', 'c'].filter(() => chance() < 0.5),
            year: 1 + Math.floor(3 * chance()),
          }),
        );
      const people = { mentees: draw('s', 2), mentors: draw('m', 3) };
      const criteria: Criterion[] = [
        overlap,
        { kind: 'same', ...both('campus'), importance: 'low' },
        { kind: 'closeness', ...both('year'), range: 2, importance: 0.3 },
      ];
      const checked = check([], criteria, people);
      criteria.forEach((criterion, c) => {
        const scoring = finish(scorePairs(people.mentees, people.mentors, { fields, rules: [], criteria }, new Map()));
        const points = (i: number, j: number): number[] => scoring.parts(i, j).map((part) => part.points);
        const all = (list: number[]): number => list.reduce((sum, one) => sum + one, 0);
        const same = people.mentees.every((_, i) =>
          people.mentors.every((_mentor, j) =>
            people.mentors.every((_other, k) => {
              const [a, b] = [points(i, j), points(i, k)];
              return Math.sign(all(a) - all(b)) === Math.sign(all(a) - a[c]! - (all(b) - b[c]!));
            }),
          ),
        );
        const where = `criteria ${c + 1}`;
        const said = checked.findings.some(
          (one) => one.where === where && ['never-matters', 'constant-criterion'].includes(one.kind),
        );
        if (same) never++;
        else matters++;
        expect(said, `${criterion.kind}, round ${round}`).toBe(same);
      });
    }
    expect(Math.min(never, matters)).toBeGreaterThan(50);
  });

  it('warns of people a rule names who are not here', () => {
    expect(found(check([{ kind: 'block', mentee: 's1', mentor: 'm9' }]))).toEqual(['warning nobody-named rules 1']);
  });

  it('warns where no second mentor can be of another kind, or nobody wants one', () => {
    const of = (secondMentor: NonNullable<Program['secondMentor']>): string[] =>
      found(
        finish(checkProgram({ mentees, mentors }, { ...standardProgram, fields, criteria: [overlap], secondMentor })),
      );
    expect(of({ differ: 'campus' })).toEqual([]);
    expect(of({ differ: 'team' })).toEqual(['warning no-second-mentor second-mentor']);
    expect(of({ differ: 'empty' })).toEqual(['warning nobody-answered second-mentor']);
    expect(of({ who: 'empty' })).toEqual(['warning nobody-wants-a-second second-mentor']);
  });

  it('has a word on a program without criteria, and none on a cohort without people', () => {
    expect(found(check([], [], { mentees: [], mentors: [] }))).toEqual(['warning no-criteria criteria']);
  });
});
