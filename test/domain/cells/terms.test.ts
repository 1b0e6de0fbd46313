// If these fail, one term's grades stand under another, or next year's file overwrites this year's.
import { describe, expect, it } from 'vitest';
import { findTerm, readTerm } from '../../../src/domain/cells/terms.ts';
import { inTime, termMonth } from '../../../src/domain/outcomes/term.ts';

/** As written -> the label, and the month it begins in (0: cannot be told). */
const spellings: readonly (readonly [string, readonly string[], string])[] = [
  [
    'fall 2026',
    [
      'Fall 2026',
      '2026 Fall',
      'fall, 2026',
      "Fall '26",
      'Fall26',
      'Fall-2026',
      'FALL_2026',
      'Autumn 2026',
      '2026FA',
      '2026-FA',
      'FA26',
      'FA 2026',
      'F26',
      '26FA',
      'AU26',
      'Fall Semester 2026',
      'Fall 2026-27',
      'AY2026-27 Fall',
      'otoño 2026',
      'Otoño de 2026',
      'Herbst 2026',
      'Automne 2026',
      'outono 2026',
    ],
    '2026-08',
  ],
  [
    'spring 2026',
    [
      'Spring 2026',
      '2026SP',
      'SP26',
      'Spr 2026',
      'Primavera 2026',
      'Printemps 2026',
      'Frühjahr 2026',
      '2025-26 Spring',
    ],
    '2026-01',
  ],
  ['summer 2026', ['Summer 2026', 'SU26', '2026SU', 'Verano 2026', 'été 2026'], '2026-05'],
  ['winter 2026', ['Winter 2026', 'WI26', 'W26', 'Invierno 2026'], '2026-01'],
  ['ws 2026/27', ['WS 2026/27', 'WiSe 26/27', 'WS26', 'Wintersemester 2026/2027'], '2026-10'],
  ['ss 2026', ['SS 2026', 'SoSe 26', 'Sommersemester 2026'], '2026-04'],
  ['2026-27 s1', ['AY26-27 S1', '2026/27 Semester 1', '2026-27 S1', 'Semester 1, 2026/27', 'S1 2026/27'], '2026-08'],
  ['2026-27 t2', ['2026-27 T2', 'Term 2 2026/27', '26/27 T2', 'Trimester 2 2026-27'], '2027-01'],
  [
    'q3 2026',
    ['Q3 2026', '2026Q3', '2026-Q3', '3Q26', 'Quarter 3 2026', '3rd quarter 2026', '3. Quartal 2026'],
    '2026-07',
  ],
  ['h1 2026', ['H1 2026', '2026H1', '1H26'], '2026-01'],
  ['s2 2026', ['Semester 2 2026', '2026 S2', '2º semestre 2026', 'Semestre II 2026'], '2026-07'],
  ['t2 2026', ['T2 2026', 'Term 2 2026', 'Trimestre 2 2026'], '2026-05'],
  [
    'sep 2026',
    ['Sep 2026', 'September 2026', '2026-09', '09/2026', 'Sept. 2026', 'septiembre de 2026', 'Septembre 2026'],
    '2026-09',
  ],
  ['mar 2026', ['March 2026', 'März 2026', 'mars 2026', 'março 2026'], '2026-03'],
  ['2026-27', ['2026-27', '2026/2027', 'AY 2026-27', 'Academic Year 2026-2027'], '2026-08'],
  ['2026', ['2026', 'Year 2026'], '2026-01'],
  ['fy 2026 q1', ['FY26 Q1', 'Q1 FY2026'], ''],
  ['t2', ['T2', 'Term 2', 'Trimestre 2', '2nd term'], ''],
  ['s1', ['S1', 'Semester 1', 'First semester'], ''],
  ['year 2', ['Year 2', '2nd year', 'Second year'], ''],
];

const monthOf = (month: number | undefined): string =>
  month === undefined ? '' : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

describe('terms', () => {
  it.each(spellings.flatMap(([label, texts, month]) => texts.map((text) => [text, label, month] as const)))(
    '%s is %s',
    (text, label, month) => {
      const term = readTerm(text);
      expect(term?.label).toBe(label);
      expect(monthOf(term?.month)).toBe(month);
      expect(readTerm(label)).toEqual(term);
      expect(monthOf(termMonth(label))).toBe(month);
    },
  );

  it.each(['202610', '202620', '20261', '1248', '2248', 'S26', '2026-1', '2026.2', 'AY2026', '2008-09', 'Wave 2'])(
    '%s is kept as it is written',
    (code) => {
      expect(readTerm(code)).toEqual({ label: code.toLowerCase() });
    },
  );

  it.each(['', 'Enrolled', '12', 'Fall 2026 A', 'Summer I 2026', 'Fall 2025 and Spring 2026', '3.1', '2026-29'])(
    '%j is no one time',
    (text) => {
      expect(readTerm(text)).toBeUndefined();
    },
  );

  it.each([
    ['Term GPA Fall 2024', 'term gpa', 'fall 2024'],
    ['Enrolled 2026 Spring', 'enrolled', 'spring 2026'],
    ['Registered 202610', 'registered', '202610'],
    ['enrolled_fall_2026', 'enrolled', 'fall 2026'],
    ['EnrolledFall2026', 'enrolled', 'fall 2026'],
    ['GPA (Fall 2026)', 'gpa', 'fall 2026'],
    ['2026FA: Credits earned', 'credits earned', 'fall 2026'],
    ['GPA AY26-27 S1', 'gpa', '2026-27 s1'],
    ['Moyenne Trimestre 2', 'moyenne', 't2'],
    ['Eingeschrieben WS 2026/27', 'eingeschrieben', 'ws 2026/27'],
    ['Inscrito otoño 2026', 'inscrito', 'fall 2026'],
    ['Performance 2026 H1', 'performance', 'h1 2026'],
    ['Sales Sept 2026', 'sales', 'sep 2026'],
  ])('%s is %s at %s', (heading, rest, label) => {
    expect(findTerm(heading)).toMatchObject({ rest, term: { label } });
  });

  it.each([
    'Term GPA',
    'Final grade',
    'Age at Enrollment',
    'Midterm grade',
    'High school GPA',
    'May score',
    'Fall retreat',
    'Marks',
  ])('%s says no time', (heading) => {
    expect(findTerm(heading)).toBeUndefined();
  });

  it('stand in their order, codes by their number', () => {
    expect(inTime(['spring 2026', '2026-27 s1', 'fall 2025', 'ss 2026'])).toEqual([
      'fall 2025',
      'spring 2026',
      'ss 2026',
      '2026-27 s1',
    ]);
    expect(inTime(['202620', '202710', '202610'])).toEqual(['202610', '202620', '202710']);
    expect(inTime(['t2', 't1'])).toEqual(['t1', 't2']);
  });
});
