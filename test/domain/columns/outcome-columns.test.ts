// If these fail, grades become criteria that pair people, or one term's number takes another's place.
import { describe, expect, it } from 'vitest';
import {
  apart,
  numberMeasured,
  outcomeColumn,
  outcomeMeasure,
  saysWhereabouts,
} from '../../../src/domain/columns/outcome-columns.ts';
import { profileColumn } from '../../../src/domain/columns/profile.ts';

const measured = (heading: string, cells: readonly string[]): ReturnType<typeof outcomeColumn> =>
  outcomeColumn(heading, profileColumn(cells), { statuses: {}, grades: {} });

describe('outcomeColumn', () => {
  it.each([
    ['Final mark', ['Distinction', 'Merit', 'Pass']],
    ['Kursnote', ['sehr gut', 'gut', 'gut']],
  ])('says that grades in words are not measured: %s', (heading, cells) => {
    expect(measured(heading === 'Kursnote' ? 'Note' : heading, cells)).toMatch(/grades: in mentorctl.yaml/);
  });

  it.each(['Fehlzeiten', 'Absences'])('fewer is better: %s', (heading) => {
    expect(measured(heading, ['3', '0'])).toMatchObject({ kind: 'number', higherIs: 'worse' });
  });

  it.each(['Notenschnitt', 'ECTS', 'Nota final', 'Ocena'])('is a number: %s', (heading) => {
    expect(measured(heading, ['3', '7'])).toMatchObject({ kind: 'number', higherIs: 'better' });
  });
});

it('a number of a term is measured, and an age is none', () => {
  expect(numberMeasured('Library loans', profileColumn(['3', '7']))).toMatchObject({ name: 'library loans' });
  expect(numberMeasured('Age', profileColumn(['19', '20']))).toBeUndefined();
  expect(numberMeasured('Hall', profileColumn(['North', 'South']))).toBeUndefined();
});

it('whereabouts are told by a heading of statuses and its words, taught or known', () => {
  expect(saysWhereabouts('Situação 2026/1', ['Matriculado', 'Evadido'], {})).toBe(true);
  expect(saysWhereabouts('Status', ['RTRN', 'SUSP'], {})).toBe(false);
  expect(saysWhereabouts('Status', ['RTRN', 'SUSP'], { rtrn: 'stayed', susp: 'let go' })).toBe(true);
});

it('says of grades in words which ones, and how to say what they are worth', () => {
  expect(measured('Final mark', ['Merit', 'Pass'])).toContain('"Merit", "Pass" is worth');
  expect(measured('Final mark', ['Merit', 'Pass'])).toContain('e.g. "Merit": 4');
});

it('takes yes and no for yes and no only where nearly all are', () => {
  expect(measured('Passed', ['yes', 'no', 'no'])).toMatchObject({ kind: 'yes-no' });
  expect(measured('Rating', ['3', '4', '1'])).toMatchObject({ kind: 'number' });
});

it('does not compare where people were by yes and no under a heading of statuses', () => {
  expect(measured('Status', ['Enrolled', 'Withdrawn', 'Zzz', 'Yyy'])).toMatchObject({ kind: 'retention' });
  expect(measured('Status', ['Enrolled', 'Xxx', 'Zzz', 'Yyy'])).toBeUndefined();
  expect(measured('Status', ['yes', 'no'])).toBeUndefined();
});

it('counts who took part as taking part, and no harm as good', () => {
  expect(outcomeMeasure('Met weekly')).toMatchObject({ kind: 'yes-no', participation: true });
  expect(outcomeMeasure('On probation')).toMatchObject({ kind: 'yes-no', higherIs: 'worse' });
});

it('keeps a column apart from another of the same measure and time: by its whole heading, at no time', () => {
  const gpa = outcomeMeasure('GPA Fall 2026');
  expect(gpa).toMatchObject({ when: 'fall 2026' });
  expect(gpa && apart(gpa, 'GPA Fall 2026 (revised)')).not.toHaveProperty('when');
  const stayed = outcomeMeasure('Enrolled Fall 2026');
  expect(stayed && apart(stayed, 'Enrolled Fall 2026 (late)').when).toBe('enrolled fall 2026 late');
});

it('takes no column of very many words, and none without any, for grades in words', () => {
  expect(measured('Final mark', ['', ''])).toBeUndefined();
  const words = Array.from({ length: 21 }, (_, index) => `word ${String.fromCharCode(97 + index)}`);
  expect(measured('Final mark', words)).toBeUndefined();
  expect(measured('Final mark', words.slice(1))).toMatch(/what "word b"/);
});
