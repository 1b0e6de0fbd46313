// If these fail, grades become criteria that pair people, or one term's number takes another's place.
import { describe, expect, it } from 'vitest';
import { outcomeColumn, numberMeasured, saysWhereabouts } from '../../../src/domain/columns/outcome-columns.ts';
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
