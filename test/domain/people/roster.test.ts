// If these fail, an import doubles a person, erases what is known, or mixes up two people.
import { describe, expect, it } from 'vitest';
import { identityConflicts, planRoster, type EnrolmentDraft } from '../../../src/domain/people/roster.ts';

const draft = (patch: Partial<EnrolmentDraft>): EnrolmentDraft => ({
  line: 2,
  id: '1001',
  email: 'ana@example.org',
  name: 'Ana Souza',
  role: 'mentee',
  fields: {},
  ...patch,
});
const ana = { key: 7, id: '1001', email: 'ana@example.org', name: 'Ana Souza' };

describe('identity', () => {
  it('refuses one e-mail with two ids and says both places', () => {
    const [issue] = identityConflicts([draft({}), draft({ line: 3, id: '1002' })], [], 'late.csv');
    expect(issue).toMatchObject({ code: 'one-email-two-ids', where: { line: 3 } });
    expect(issue?.message).toContain('1001 on line 2');
  });

  it('refuses one id with two e-mails and says both places', () => {
    const [issue] = identityConflicts([draft({}), draft({ line: 3, email: 'souza@example.org' })], [], 'late.csv');
    expect(issue).toMatchObject({ code: 'one-id-two-emails', where: { line: 3 } });
    expect(issue?.message).toContain('ana@example.org on line 2');
  });

  it('finds nothing wrong with the same person twice', () => {
    expect(identityConflicts([draft({}), draft({ line: 3 })], [ana], 'late.csv')).toEqual([]);
  });
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
    const plan = planRoster([draft({ fields: { topics: ['exams'] } })], { people: [ana], enrolments: [part] }, 1);
    expect(plan).toMatchObject({ people: [], enrolments: [], counts: { added: 0, changed: 0, same: 1 } });
  });

  it('never lets a blank erase what is known', () => {
    const plan = planRoster([draft({ fields: {} })], { people: [ana], enrolments: [part] }, 1);
    expect(plan.counts).toEqual({ added: 0, changed: 0, same: 1 });
  });

  it('finds a person by e-mail where the file has no id', () => {
    const plan = planRoster(
      [draft({ id: 'ana@example.org', fields: { topics: ['housing'] } })],
      { people: [ana], enrolments: [part] },
      1,
    );
    expect(plan.counts).toEqual({ added: 0, changed: 1, same: 0 });
    expect(plan.changes[0]?.what).toEqual([{ field: 'topics', before: ['exams'], after: ['housing'] }]);
  });
});
