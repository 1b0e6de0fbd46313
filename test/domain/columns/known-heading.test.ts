// If these fail, the headings of a file are taken for a person, or its first person for headings.
import { expect, it } from 'vitest';
import { isKnownHeading } from '../../../src/domain/columns/known-heading.ts';
import { mapWordsOf, unknownHeadings } from '../../../src/domain/columns/map-words.ts';
import { profileColumn, type ColumnProfile } from '../../../src/domain/columns/profile.ts';
import { saysRole } from '../../../src/domain/columns/target-columns.ts';
import { redcapForms, systemTest } from '../../../src/domain/columns/vocabulary.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';

it('knows headings by their words, and neither nothing nor a whole sentence', () => {
  expect(['Name', 'E-mail', 'Choice 1'].map(isKnownHeading)).toEqual([true, true, true]);
  expect(['', 'Ann Lee', `Name ${'x'.repeat(76)}`].map(isKnownHeading)).toEqual([false, false, false]);
});

it('says of each kind of file what --map may say there', () => {
  expect(mapWordsOf('preferences')).toContain('choice 1');
  expect(mapWordsOf('preferences')).not.toContain('retention');
  expect(mapWordsOf('roster')).toContain('retention');
  expect(mapWordsOf('outcomes')).toContain('retention');
  expect(mapWordsOf('meetings')).not.toContain('retention');
  expect(mapWordsOf('meetings')).not.toContain('choice 1');
});

it('leaves out what REDCap adds to a form, and no answer of a list that only ends alike', () => {
  const redcap = redcapForms(['record_id', 'intake_complete', 'training_complete']);
  expect(['intake_complete', 'intake_timestamp', 'other_complete'].map((one) => redcap.test(one))).toEqual([
    true,
    true,
    false,
  ]);
  expect(redcapForms(['name', 'training_complete']).test('training_complete')).toBe(false);
  expect(redcapForms(['name', 'intake_complete', 'intake_timestamp']).test('intake_complete')).toBe(true);
});

it('takes ordinary words for the system’s own only in a file of one', () => {
  expect(systemTest(['Name', 'Status'])('Status')).toBe(false);
  expect(systemTest(['Name', 'Status', 'IP Address'])('Status')).toBe(true);
  expect(systemTest(['Name', 'Status'], 'qualtrics')('Status')).toBe(true);
  expect(systemTest(['Name', 'Status'], 'typeform')('Status')).toBe(true);
});

it('names the part of an id of several columns that no file has, and the whole where it has none of them', () => {
  const missing = (said: string, word = 'id'): string[] =>
    unknownHeadings(new Map([[said, word]]), [['Name', 'Email']]).map(({ heading }) => heading);
  expect(missing('Name + Zap')).toEqual(['Zap']);
  expect(missing('Name+Email')).toEqual([]);
  expect(missing('Zip+Zap')).toEqual(['Zip+Zap']);
  expect(missing('Zap')).toEqual(['Zap']);
  expect(missing('Name')).toEqual([]);
  expect(missing(' Row ')).toEqual([]);
  expect(missing('Row', 'name')).toEqual(['Row']);
});

it('takes answers for a role only where they are few, short and each of them one', () => {
  const profile = { ...profileColumn(['mentor', 'mentee']), averageLength: 10 };
  const says = (more: Partial<ColumnProfile>): boolean => saysRole({ ...profile, ...more }, standardProgram);
  expect(says({})).toBe(true);
  expect(says({ averageLength: 59 })).toBe(true);
  expect(says({ averageLength: 60 })).toBe(false);
  expect(says({ filled: 0 })).toBe(false);
  expect(says({ distinct: ['mentor', 'chess'] })).toBe(false);
});
