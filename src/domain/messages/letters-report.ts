// Letters as rows for a mail merge: one a message, with the finished text. Addresses only where they were asked for.
import type { LetterKind } from '../program/engagement.ts';
import type { Cell, Report } from '../report/report.ts';
import type { Letter } from './letters.ts';

const columnsOf: Readonly<Record<LetterKind, readonly string[]>> = {
  introductions: ['mentor', 'mentee', 'common', 'meet-by', 'next'],
  reminders: ['mentor', 'mentee', 'days', 'last-met', 'common', 'next'],
  'surveys-due': ['person', 'survey', 'wave', 'due', 'days', 'next'],
};

/** One row a message, its columns the places of the template; `contacts`: with addresses. */
export function lettersReport(kind: LetterKind, cohort: string, letters: readonly Letter[], contacts: boolean): Report {
  const sides = kind === 'surveys-due' ? ['person'] : ['mentee', 'mentor'];
  const addressed = contacts ? sides.map((side) => (side === 'person' ? 'email' : `${side}-email`)) : [];
  const ids = [...sides.map((side) => `${side}-id`), ...columnsOf[kind], ...addressed, 'subject', 'text'];
  const rows = letters.map((letter): Cell[] => {
    const known: Readonly<Record<string, string>> = {
      ...letter.values,
      ...Object.fromEntries(sides.map((side, n) => [`${side}-id`, letter.to[n]?.id ?? ''])),
      subject: letter.subject,
      text: letter.text,
    };
    return ids.map((id) => ({ kind: 'text', text: known[id] ?? '' }));
  });
  const columns = ids.map((id) => ({ id, title: id, wrap: true }));
  return {
    schema: `mentorctl/${kind}@1`,
    blocks: [{ kind: 'table', table: { id: kind, title: '', columns, rows } }],
    json: {
      cohort,
      items: letters.map(({ to, values, subject, text }) => ({
        to: to.map(({ id, name, email }) => ({ id, name, ...(contacts ? { email: email ?? null } : {}) })),
        values,
        subject,
        text,
      })),
    },
  };
}
