// If these fail, meetings are filed as pairs, answers to a survey as a roster, or a sign-up form as a survey.
import { describe, expect, it } from 'vitest';
import { detectKinds } from '../../../src/domain/columns/detect-kinds.ts';

/** `text`: headings, then rows; cells parted by a bar. */
function kindsOf(text: string, { name = 'list.csv', known }: { name?: string; known?: number } = {}): string {
  const [headings = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));
  const columns = headings.map((heading, index) => ({ index, heading, cells: rows.map((row) => row[index] ?? '') }));
  return detectKinds({ name, columns, known }).join(' or ');
}

describe('detectKinds', () => {
  it.each([
    ['hours and a day', 'Mentor Name|Mentee Name|Date of contact|Hours\nCy Fox|Ann Lee|10/1/2026|1.5'],
    ['the same two again', 'Mentor|Protégé|Logged\nCy|Ann|2026-10-01\nCy|Ann|2026-10-08'],
    ['in German', 'Mentorin|Mentee|Treffen am|Dauer\nCy|Ann|01.10.2026|45'],
    ['in Spanish', 'Mentora|Mentorado|Fecha de la reunión|Minutos\nCy|Ann|01/10/2026|45'],
    ['in French', 'Parrain|Filleul|Rencontre du\nCy|Ann|2026-10-01'],
    [
      'emails and a session',
      'Mentor Email|Mentee Email|Session date|Summary\nc@q.example|a@q.example|2026-10-01|exams',
    ],
    ['day and topic', 'mentor|mentee|date|topic\nCy|Ann|2026-10-01|exams'],
  ])('meetings: %s', (_, text) => {
    expect(kindsOf(text)).toBe('meetings');
  });

  it.each([
    ['two names', 'Mentor|Mentee\nCy|Ann'],
    ['since a day', 'Mentor|Mentee|Paired on\nCy|Ann|2026-10-01\nDi|Bo|2026-10-01'],
    ['decided', 'Mentor|Mentee|Decision|Date\nCy|Ann|accept|2026-10-01'],
  ])('pairs: %s', (_, text) => {
    expect(kindsOf(text)).toBe('pairs');
  });

  it('outcomes: a row for each person and term', () => {
    expect(kindsOf('EMPLID|TERM_CODE|CUM_GPA\n7|202510|3.1\n7|202610|3.2\n8|202510|2.0')).toBe('outcomes');
    expect(kindsOf('EMPLID|TERM_CODE|CUM_GPA\n7|202510|3.1\n8|202510|2.0')).toBe('roster');
    expect(kindsOf('EMPLID|Fall 2025 grade\n7|HD\n8|DN', { known: 1 })).toBe('outcomes');
  });

  it('asks where a day may be that of a meeting or of the start', () => {
    expect(kindsOf('Mentor|Mentee|Logged\nCy|Ann|2026-10-01\nDi|Bo|2026-10-02')).toBe('meetings or pairs');
  });

  it.each([
    ['two yes/no columns', 'Name|Email|Mentor?|Mentee?\nAnn|a@q.example|FALSE|TRUE\nCy|c@q.example|TRUE|FALSE'],
    [
      'a sign-up form with a scale',
      'Name|Email|Role|I like to plan ahead\nAnn|a@q.example|mentee|4\nCy|c@q.example|mentor|2',
    ],
    ['years and sizes', 'Name|Email|Year of study|Team size\nAnn|a@q.example|2|4\nCy|c@q.example|3|5'],
    ['people with a date of birth', 'Name|Email|Date of birth\nAnn|a@q.example|2001-01-01'],
  ])('roster: %s', (_, text) => {
    expect(kindsOf(text)).toBe('roster');
  });

  it('words of who stayed, of people on file, are outcomes, and a field where they sign up', () => {
    const french = 'N° étudiant|Statut Printemps 2026\n1|Inscrite\n2|Abandon';
    expect(kindsOf(french, { known: 1 })).toBe('outcomes');
    expect(kindsOf(french)).toBe('roster');
    expect(kindsOf('Worker|Worker Status\n1|Active\n2|Terminated', { known: 1 })).toBe('outcomes');
    expect(kindsOf('ID|Student type\n1|Transfer\n2|Continuing', { known: 1 })).toBe('roster');
  });

  it('visits of people on file are no answers of which the last counts', () => {
    const visits = 'Student|Session date|Hours\n1|2026-10-02|1\n1|2026-10-09|2';
    expect(kindsOf(visits, { known: 1 })).toBe('meetings');
  });

  it('answers on a scale are a survey of people on file, and a question where nobody is', () => {
    const answers =
      'Email|I feel at home here|I often feel alone\na@q.example|Agree|Disagree\nb@q.example|Neutral|Agree';
    expect(kindsOf(answers, { known: 1 })).toBe('survey');
    expect(kindsOf(answers)).toBe('roster or survey');
    const numbers = 'Email|I feel at home here|I often feel alone\na@q.example|4|2\nb@q.example|5|1';
    expect(kindsOf(numbers, { name: 'pulse-post.csv', known: 1 })).toBe('survey');
    expect(kindsOf(numbers, { known: 1 })).toBe('roster');
  });

  it('choices of named people are preferences', () => {
    expect(kindsOf('Mentee Name|First choice|Second choice\nAnn Lee|Cy Fox|Di Oz')).toBe('preferences');
  });

  it('alerts and outcomes of people on file are no roster', () => {
    const alerts = 'Student ID|Concern|Raised by|Opened\n12|Attendance|Prof X|9/20/2026';
    expect(kindsOf(alerts, { known: 1 })).toBe('flags');
    expect(kindsOf(alerts, { name: 'early-alerts.csv' })).toBe('flags');
    const enrolled = 'Student ID|Enrolled Fall 2026\n12|Y';
    expect(kindsOf(enrolled, { known: 1 })).toBe('outcomes');
    expect(kindsOf(enrolled)).toBe('roster');
  });
});
