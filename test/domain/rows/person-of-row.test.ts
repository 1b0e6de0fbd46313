// If these fail, a row about one of two people with one name is filed under the other, or a name that can be settled is refused.
import { describe, expect, it } from 'vitest';
import { toldApartWords } from '../../../src/domain/rows/person-of-row.ts';
import { read, said } from './read-records-file.ts';

const people = [
  { key: 1, id: 'M1', name: 'Ana Souza', email: 'ana@example.org' },
  { key: 2, id: 'M2', name: 'Bo Chen', email: 'bo@example.org', aliases: ['0002'] },
  { key: 11, id: 'S1', name: 'Bo Chen' },
  { key: 12, id: 'S2', name: 'Di Fay' },
  { key: 13, id: 'S3', name: 'Di Fay', email: 'di@example.org' },
];
const cohort = { people, mentors: new Set([1, 2]), mentees: new Set([11, 12, 13]) };
const ids = ({ records }: ReturnType<typeof read>): unknown[] =>
  records.map(({ mentorId, menteeId }) => [mentorId, menteeId]);

describe('one of several people with a name', () => {
  it('is the one that an id or an address in another column of the row says', () => {
    const told = read(
      'meetings',
      'Mentor|Mentee|Mentee ID|Mentee email|Date\nAna Souza|Di Fay|S3||2026-09-14\nAna Souza|Di Fay||DI@example.org|2026-09-15\nAna Souza|Di Fay|S2|n/a|2026-09-16',
      { ...cohort, map: { mentee: 'mentee' } },
    );
    expect(told.issues).toEqual([]);
    expect(ids(told)).toEqual([
      [1, 13],
      [1, 13],
      [1, 12],
    ]);
    expect(toldApartWords(told.toldApart)).toEqual([
      '2 people are called Di Fay: taken for S3 by "Mentee ID" (line 2).',
      '2 people are called Di Fay: taken for S3 by "Mentee email" (line 3).',
      '2 people are called Di Fay: taken for S2 by "Mentee ID" (line 4).',
    ]);
  });

  it('is named by another column about the same person where their own is blank, and by nothing that is not about people', () => {
    const blank = read('meetings', 'Mentor|Mentee|Mentee email|Date|Notes\nM1||di@example.org|2026-09-14|S2', {
      ...cohort,
      map: { mentee: 'mentee' },
    });
    expect(ids(blank)).toEqual([[1, 13]]);
    const notes = read('meetings', 'Mentor|Mentee|Date|Topic\nM1|Di Fay|2026-09-14|S2', cohort);
    expect(notes.records).toEqual([]);
  });

  it('is not told by what the row says of the other person', () => {
    const told = read('meetings', 'Mentor|Mentor ID|Mentee|Date\nAna Souza|M1|Di Fay|2026-09-14', {
      ...cohort,
      map: { mentor: 'mentor' },
    });
    expect(said(told)).toEqual([[2, 'Mentee', 'Di Fay', '2 people here have this name: S2; S3, di@example.org']]);
  });

  it('is the one who is paired with the other person of the row, else the one with such a part in the cohort', () => {
    const paired = new Map([[1, new Set([13])]]);
    const file = 'Mentor|Mentee|Date\nM1|Di Fay|2026-09-14\nBo Chen|S2|2026-09-14\nM1|Bo Chen|2026-09-14';
    const told = read('meetings', file, { ...cohort, paired });
    expect(ids(told)).toEqual([
      [1, 13],
      [2, 12],
      [1, 11],
    ]);
    expect(toldApartWords(told.toldApart)).toEqual([
      '2 people are called Di Fay: taken for S3 by the pair they are in (line 2).',
      '2 people are called Bo Chen: taken for M2 by their part in the cohort (line 3).',
      '2 people are called Bo Chen: taken for S1 by their part in the cohort (line 4).',
    ]);
  });

  it('is the one on the other side, of those whom somebody wishes for', () => {
    const told = read('preferences', 'Person|Other|Rank\nS2|Bo Chen|1\nM1|Bo Chen|1\nM1|Di Fay|2', {
      ...cohort,
      map: { other: 'other' },
    });
    expect(told.records.map(({ personId, otherId }) => [personId, otherId])).toEqual([
      [12, 2],
      [1, 11],
    ]);
    expect(said(told)).toMatchObject([[4, 'Other', 'Di Fay', expect.stringContaining('2 people here')]]);
  });

  it('is refused where the row leaves two, with what to write', () => {
    const told = read(
      'meetings',
      'Mentor|Mentee|Date\nM1|Di Fay|2026-09-14\nM1|Nobody|2026-09-14\nM1||2026-09-14',
      cohort,
    );
    expect(told.records).toEqual([]);
    expect(said(told)).toEqual([
      [2, 'Mentee', 'Di Fay', '2 people here have this name: S2; S3, di@example.org'],
      [3, 'Mentee', 'Nobody', 'nobody here has this id, e-mail or name'],
      [4, 'Mentee', '', 'nobody here has this id, e-mail or name'],
    ]);
    expect(told.issues[2]?.hint).toBeUndefined();
  });
});

it('names eight lines of one name at most', () => {
  const settled = (lines: number): string[] =>
    toldApartWords(
      new Map([
        ['x', { name: 'Bo', people: 2, id: 'S1', by: 'x', lines: Array.from({ length: lines }, (_, at) => at + 2) }],
      ]),
    );
  expect(settled(1)).toEqual(['2 people are called Bo: taken for S1 by x (line 2).']);
  expect(settled(8)).toEqual(['2 people are called Bo: taken for S1 by x (lines 2, 3, 4, 5, 6, 7, 8, 9).']);
  expect(settled(9)).toEqual(['2 people are called Bo: taken for S1 by x (lines 2, 3, 4, 5, 6, 7, 8, 9, ...).']);
});
