// If these fail, fields get names nobody would use for them.
import { expect, it } from 'vitest';
import { isWriteIn, shortName } from '../../../src/domain/columns/short-name.ts';

it.each([
  ['Major', 'major'],
  ['Which skills can you help with? Select all that apply.', 'skills help'],
  ['Which skills can you help with? Select all that apply. - Other (please specify) - Text', 'skills help other'],
  ['Which topics? - Other', 'topics other'],
  ['What is your major?', 'major'],
  ['Would you prefer a mentor of the same gender?', 'prefer mentor same gender'],
  ['Quel est votre fuseau horaire ?', 'fuseau horaire'],
  ['In welcher Abteilung arbeiten Sie?', 'welcher abteilung arbeiten'],
  ['Rank these goals - Career advice', 'career advice rank'],
  ['Please rank what matters to you - Study skills', 'study skills rank'],
  ['EmployeeStatusCode', 'employee status code'],
  ['Grade (1 is best)', 'grade'],
  ['Job - current', 'job current'],
  ['Vorgesetzte/r', 'vorgesetzte'],
  ['Mitarbeiter:innen', 'mitarbeiter'],
  ['Student*in seit', 'student seit'],
  ['Lehrer_in', 'lehrer'],
  ['Betreuer(in)', 'betreuer'],
  ['Alumno/a', 'alumno'],
  ['Étudiant·e·s', 'étudiant'],
  ['opt_in', 'opt in'],
  ['Race/Ethnicity', 'race ethnicity'],
  ['???', 'column'],
])('%s is called %s', (heading, name) => {
  expect(shortName(heading)).toBe(name);
});

it('tells a write-in from an option', () => {
  expect(isWriteIn('Which topics? - Another - Text')).toBe(true);
  expect(isWriteIn('Rank these goals - Career advice')).toBe(false);
});
