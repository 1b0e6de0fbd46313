// If these fail, an import doubles a person, erases what is known, or mixes up two people.
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/people/answers.ts';
import { identityConflicts, planRoster, type EnrolmentDraft } from '../../../src/domain/people/roster.ts';
import type { FieldValues } from '../../../src/domain/program/program.ts';

const answers = (fields: FieldValues): Answers => ({ values: () => fields, json: () => JSON.stringify(fields) });
const draft = (patch: Partial<EnrolmentDraft>): EnrolmentDraft => ({
  line: 2,
  id: '1001',
  email: 'ana@example.org',
  name: 'Ana Souza',
  role: 'mentee',
  answers: answers({}),
  ...patch,
});
const ana = { key: 7, id: '1001', email: 'ana@example.org', name: 'Ana Souza' };

describe('identity', () => {
  it('refuses one e-mail with two ids and says both places', () => {
    const [issue] = identityConflicts([draft({}), draft({ line: 3, id: '1002' })], [], 'late.csv', new Map());
    expect(issue).toMatchObject({ code: 'one-email-two-ids', where: { line: 3 } });
    expect(issue?.message).toContain('1001 on line 2');
  });

  it('refuses a new e-mail for somebody who came in earlier in the same file, and says both places', () => {
    const later = draft({ line: 20_003, email: 'souza@example.org' });
    const [issue] = identityConflicts([later], [ana], 'late.csv', new Map([['1001', 2]]));
    expect(issue).toMatchObject({ code: 'one-id-two-emails', where: { line: 20_003 } });
    expect(issue?.message).toContain('ana@example.org on line 2');
  });

  it('refuses an address that somebody has who came in earlier in the same file, and says where', () => {
    const later = draft({ line: 20_003, id: '1002' });
    const [issue] = identityConflicts([later], [ana], 'late.csv', new Map([['1001', 2]]));
    expect(issue?.message).toBe('this e-mail belongs to id 1001 on line 2, and here to id 1002');
    const [onFile] = identityConflicts([later], [ana], 'late.csv', new Map());
    expect(onFile?.message).toBe('this e-mail belongs to id 1001 in the database, and here to id 1002');
  });

  it('finds nothing wrong where an id comes for somebody known by the address', () => {
    const byMail = { ...ana, id: 'ana@example.org' };
    expect(identityConflicts([draft({})], [byMail], 'late.csv', new Map())).toEqual([]);
  });

  it('finds nothing wrong with the same person twice, or with a new e-mail of somebody known', () => {
    const drafts = [draft({}), draft({ line: 3 })];
    expect(identityConflicts(drafts, [ana], 'late.csv', new Map())).toEqual([]);
    expect(identityConflicts([draft({ email: 'new@example.org' })], [ana], 'late.csv', new Map())).toEqual([]);
  });
});

it('takes an id with its zeros for the same id without them, where the address is the same', () => {
  const typed = { ...ana, id: '1001' };
  expect(identityConflicts([draft({ id: '001001' })], [typed], 'list.csv', new Map())).toEqual([]);
  expect(identityConflicts([draft({}), draft({ line: 3, id: '001001' })], [], 'list.csv', new Map())).toHaveLength(1);
});

describe('planRoster', () => {
  const part = {
    key: 70,
    person: 7,
    role: 'mentee',
    seats: 0,
    status: 'active',
    fields: { topics: ['exams'] },
  } as const;

  it('plans nothing for a row that says what is known', () => {
    const plan = planRoster(
      [draft({ answers: answers({ topics: ['exams'] }) })],
      { people: [ana], enrolments: [part] },
      1,
    );
    expect(plan).toMatchObject({ people: [], enrolments: [], counts: { added: 0, changed: 0, same: 1 } });
  });

  it('leaves a mentor her places where the file has no column of places, whatever the standard is', () => {
    const mentor = { ...part, role: 'mentor', seats: 3 } as const;
    const known = { people: [ana], enrolments: [mentor] };
    const changed = planRoster([draft({ role: 'mentor', answers: answers({ topics: ['housing'] }) })], known, 1);
    expect(changed.enrolments).toMatchObject([{ seats: 3 }]);
    const same = planRoster([draft({ role: 'mentor', answers: answers({ topics: ['exams'] }) })], known, 1);
    expect(same.counts).toEqual({ added: 0, changed: 0, same: 1 });
    const stated = planRoster([draft({ role: 'mentor', seats: 2 })], known, 1);
    expect(stated.enrolments).toMatchObject([{ seats: 2 }]);
  });

  it('takes options in another order for the same answer', () => {
    const several = { ...part, fields: { topics: ['exams', 'housing'] } };
    const again = draft({ answers: answers({ topics: ['housing', 'exams'] }) });
    expect(planRoster([again], { people: [ana], enrolments: [several] }, 1).counts.same).toBe(1);
  });

  it('never lets a blank erase what is known', () => {
    const plan = planRoster([draft({ answers: answers({}) })], { people: [ana], enrolments: [part] }, 1);
    expect(plan.counts).toEqual({ added: 0, changed: 0, same: 1 });
  });

  it('keeps the answers that a file does not ask for', () => {
    const plan = planRoster([draft({ answers: answers({ year: 2 }) })], { people: [ana], enrolments: [part] }, 1);
    expect(plan.enrolments[0]?.fields).toEqual({ topics: ['exams'], year: 2 });
  });

  it('finds a person by e-mail where the file has no id', () => {
    const plan = planRoster(
      [draft({ id: 'ana@example.org', answers: answers({ topics: ['housing'] }) })],
      { people: [ana], enrolments: [part] },
      1,
    );
    expect(plan.counts).toEqual({ added: 0, changed: 1, same: 0 });
    expect(plan.changes[0]?.what).toEqual([{ field: 'topics', before: ['exams'], after: ['housing'] }]);
  });

  it('never takes a name, an address or an id away by a file that has none', () => {
    const marks = draft({ id: '1001', name: '1001', email: '' });
    const plan = planRoster([marks], { people: [ana], enrolments: [part] }, 1);
    expect(plan.people).toEqual([]);
    expect(plan.counts.same).toBe(1);
    const told = planRoster(
      [draft({ ...marks, answers: answers({ topics: ['law'] }) })],
      { people: [ana], enrolments: [part] },
      1,
    );
    expect(told.changes).toMatchObject([{ id: '1001', name: 'Ana Souza' }]);
  });

  it('takes an id that comes later for the e-mail somebody was known by, and never the e-mail for the id', () => {
    const byMail = { key: 7, id: 'ana@example.org', email: 'ana@example.org', name: 'Ana Souza' };
    const later = planRoster([draft({})], { people: [byMail], enrolments: [part] }, 1);
    expect(later.people).toMatchObject([{ key: 7, patch: { id: '1001' } }]);
    expect(later.changes[0]?.what).toEqual([{ field: 'id', before: 'ana@example.org', after: '1001' }]);
    const back = planRoster([draft({ id: 'ana@example.org' })], { people: [ana], enrolments: [part] }, 1);
    expect(back.people).toEqual([]);
  });

  it('counts a new person once though she comes in two roles, and gives a mentor the standard places', () => {
    const plan = planRoster([draft({}), draft({ line: 3, role: 'mentor' })], { people: [], enrolments: [] }, 4);
    expect(plan.counts).toEqual({ added: 1, changed: 0, same: 0 });
    expect(plan.people).toHaveLength(1);
    expect(plan.enrolments.map(({ draft: { role }, seats }) => [role, seats])).toEqual([
      ['mentee', 0],
      ['mentor', 4],
    ]);
  });

  it('changes a group and a number of places, and leaves them where nothing is said', () => {
    const known = { people: [ana], enrolments: [{ ...part, role: 'mentor', seats: 2, group: 'control' } as const] };
    const changed = planRoster([draft({ role: 'mentor', seats: 5, group: 'mentored' })], known, 1);
    expect(changed.enrolments).toMatchObject([{ key: 70, seats: 5, group: 'mentored' }]);
    expect(changed.changes[0]?.what).toEqual([
      { field: 'seats', before: 2, after: 5 },
      { field: 'group', before: 'control', after: 'mentored' },
    ]);
    const plain = planRoster([draft({ role: 'mentor', answers: answers({ a: 'x' }) })], known, 1);
    expect(plain.enrolments).toMatchObject([{ seats: 2, group: 'control' }]);
  });

  const aside = { ...part, key: 71, role: 'none', fields: { level: 'L3' } } as const;

  it('makes a mentee of somebody known in no role, who keeps what was told of her', () => {
    const form = draft({ answers: answers({ topics: ['exams'] }) });
    const [plan, ...more] = planRoster([form], { people: [ana], enrolments: [aside] }, 1).enrolments;
    expect(more).toEqual([]);
    expect(plan).toMatchObject({ key: 71, becomes: 'mentee', fields: { level: 'L3', topics: ['exams'] } });
  });

  it('leaves somebody who comes in from a list of everybody in the group that the list named', () => {
    const known = { people: [ana], enrolments: [{ ...aside, group: 'control' }] };
    expect(planRoster([draft({})], known, 1).enrolments).toMatchObject([{ becomes: 'mentee', group: 'control' }]);
  });

  it('tells somebody known in no role, and somebody in one, what a list of everybody says', () => {
    const list = draft({ role: 'none', answers: answers({ level: 'L4' }) });
    const outside = planRoster([list], { people: [ana], enrolments: [aside] }, 1);
    expect(outside.enrolments).toMatchObject([{ key: 71, fields: { level: 'L4' } }]);
    const taking = planRoster([list], { people: [ana], enrolments: [part] }, 1);
    expect(taking.enrolments).toMatchObject([{ key: 70, fields: { topics: ['exams'], level: 'L4' } }]);
    expect(taking.enrolments).toHaveLength(1);
  });

  it('tells somebody taking part what a list of everybody says in that part alone', () => {
    const list = draft({ role: 'none', answers: answers({ level: 'L4' }) });
    const { enrolments } = planRoster([list], { people: [ana], enrolments: [part, aside] }, 1);
    expect(enrolments.map(({ key }) => key)).toEqual([70]);
  });

  it('leaves what was told of somebody in no role alone where she has her part already, as after a merge', () => {
    const known = { people: [ana], enrolments: [part, aside] };
    const { enrolments } = planRoster([draft({ answers: answers({ topics: ['law'] }) })], known, 1);
    expect(enrolments).toMatchObject([{ key: 70, fields: { topics: ['law'] } }]);
    expect(enrolments[0]).not.toHaveProperty('becomes');
  });

  it('tells both parts of somebody in two roles what a list of everybody says', () => {
    const mentor = { ...part, key: 72, role: 'mentor', fields: {} } as const;
    const list = draft({ role: 'none', answers: answers({ level: 'L3' }) });
    const { enrolments } = planRoster([list], { people: [ana], enrolments: [part, mentor] }, 1);
    expect(enrolments.map(({ key, fields }) => [key, fields])).toEqual([
      [70, { topics: ['exams'], level: 'L3' }],
      [72, { level: 'L3' }],
    ]);
  });

  it('counts somebody as changed whose second part alone hears something new, and says it once', () => {
    const mentor = { ...part, key: 72, role: 'mentor', fields: {} } as const;
    const list = draft({ role: 'none', answers: answers({ topics: ['exams'], level: 'L3' }) });
    const { counts, changes } = planRoster([list], { people: [ana], enrolments: [part, mentor] }, 1);
    expect(counts).toEqual({ added: 0, changed: 1, same: 0 });
    expect(changes[0]?.what.map(({ field }) => field)).toEqual(['level', 'topics']);
    const told = draft({ role: 'none', answers: answers({ topics: ['exams'] }) });
    expect(planRoster([told], { people: [ana], enrolments: [part, mentor] }, 1).counts.changed).toBe(1);
  });

  it('begins a second role with facts, and not with the answers given in the first', () => {
    const known = { ...part, fields: { topics: ['exams'], level: 'L3' } };
    const form = draft({ role: 'mentor', answers: answers({ offers: ['law'] }) });
    const plan = planRoster([form], { people: [ana], enrolments: [known] }, 1, new Set(['level']));
    expect(plan.enrolments[0]?.fields).toEqual({ level: 'L3', offers: ['law'] });
    // Once she has both roles, each keeps its own answers.
    const mentor = { ...part, key: 72, role: 'mentor', fields: {} } as const;
    const both = planRoster([form], { people: [ana], enrolments: [known, mentor] }, 1, new Set(['level']));
    expect(both.enrolments).toMatchObject([{ key: 72, fields: { offers: ['law'] } }]);
    expect(both.enrolments[0]?.fields).not.toHaveProperty('level');
  });
});
