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

describe('what tells kinds apart', () => {
  it.each([
    ['both sides and a rank', 'Mentee|Mentor|Rank\nAnn|Cy|1\nBo|Cy|2', 'preferences'],
    ['a choice and a mentor', 'Mentee|Choice 1|Choice 2\nAnn|Cy|Di', 'preferences'],
    ['one choice', 'Email|Choice 1\na@q.example|Cy', 'roster'],
    ['choices of people who sign up', 'Email|Role|Choice 1|Choice 2\na@q.example|mentee|Cy|Di', 'roster'],
  ])('%s', (_, text, kind) => {
    expect(kindsOf(text)).toBe(kind);
  });

  it('asks of a log whose day is not said, and takes one whose day is that of an entry for a list of pairs', () => {
    expect(kindsOf('Mentor|Mentee|Decision|Met on\nCy|Ann|fine|2026-10-01')).toBe('meetings');
    expect(kindsOf('Mentor|Mentee|Day\nCy|Ann|soon')).toBe('meetings');
    expect(kindsOf('Mentor|Mentee|Floor\nCy|Ann|2')).toBe('pairs');
  });

  it('takes a log for meetings only of people on file, with a day and how long', () => {
    const log = 'Student|Visit date|Minutes\nAnn|2026-10-01|45\nBo|2026-10-02|30';
    expect(kindsOf(log, { known: 1 })).toBe('meetings');
    expect(kindsOf(log, { known: 0.5 })).not.toBe('meetings');
    expect(kindsOf('Student|Visit date\nAnn|2026-10-01', { known: 1 })).not.toBe('meetings');
  });

  it('takes measures of people on file for outcomes, and one measure of strangers for a sign-up', () => {
    const one = 'Name|GPA\nAnn|3.1\nBo|2.9';
    expect(kindsOf(one)).toBe('roster');
    expect(kindsOf(one, { known: 1 })).toBe('outcomes');
    expect(kindsOf('Name|GPA|Credits\nAnn|3.1|12\nBo|2.9|9')).toBe('outcomes');
    expect(kindsOf('Name|Role|GPA|Credits\nAnn|mentee|3.1|12\nBo|mentor|2.9|9')).toBe('roster');
    expect(kindsOf('Name|Measure|Value\nAnn|gpa|3.1')).toBe('outcomes');
    expect(kindsOf('Name|Group|GPA\nAnn|A|3.1\nBo|B|2.9')).toBe('outcomes');
  });

  it('takes answers on a scale for a survey where the file or the people say so, and asks where neither does', () => {
    const scaled = 'Email|I feel at home|I belong here\na@q.example|Agree|Disagree\nb@q.example|Disagree|Agree';
    expect(kindsOf(scaled)).toBe('roster or survey');
    expect(kindsOf(scaled, { known: 1 })).toBe('survey');
    expect(kindsOf(scaled, { name: 'belonging-pre.csv' })).toBe('survey');
    const numbers = 'Email|I feel at home\na@q.example|4\nb@q.example|2';
    expect(kindsOf(numbers)).toBe('roster');
    expect(kindsOf(numbers, { name: 'survey.csv' })).toBe('roster');
    expect(kindsOf(numbers, { name: 'survey.csv', known: 1 })).toBe('survey');
  });
});
