// If these fail, an import wipes out what was known, or keeps two answers to one question.
import { expect, it } from 'vitest';
import { planRecords } from '../../../src/domain/people/plan-records.ts';

interface Observation {
  readonly person: number;
  readonly measure: string;
  readonly number: number | null;
  readonly status: string | null;
}

const identity = ({ person, measure }: Observation): string => `${person} ${measure}`;
const gpa = (number: number | null, status: string | null): Observation => ({
  person: 1,
  measure: 'gpa',
  number,
  status,
});
const plan = (drafts: readonly Observation[], known: readonly Observation[] = []) =>
  planRecords(
    drafts,
    known.map((record, index) => ({ key: index + 7, record })),
    identity,
    ['number', 'status'],
  );

it('adds what is new, counts what is the same, and changes what differs under its own number', () => {
  expect(plan([gpa(3, null)])).toEqual({ added: [gpa(3, null)], changed: [], same: 0 });
  expect(plan([gpa(3, null)], [gpa(3, null)])).toEqual({ added: [], changed: [], same: 1 });
  expect(plan([gpa(4, null)], [gpa(3, null)])).toEqual({
    added: [],
    changed: [{ key: 7, before: gpa(3, null), after: gpa(4, null) }],
    same: 0,
  });
});

it('a blank erases nothing', () => {
  expect(plan([gpa(null, null)], [gpa(3, null)])).toMatchObject({ changed: [], same: 1 });
});

it('a number takes the place of a status, and a status that of a number: nobody has both', () => {
  expect(plan([gpa(3.4, null)], [gpa(null, 'absent')]).changed[0]?.after).toEqual(gpa(3.4, null));
  expect(plan([gpa(null, 'absent')], [gpa(3.4, null)]).changed[0]?.after).toEqual(gpa(null, 'absent'));
});

it('of two drafts of one record the later counts, once', () => {
  expect(plan([gpa(3, null), gpa(4, null)])).toEqual({ added: [gpa(4, null)], changed: [], same: 0 });
});
