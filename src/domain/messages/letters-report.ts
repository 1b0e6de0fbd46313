// Letters as rows for a mail merge: one a message, with the finished text. Addresses only where they were asked for.
import type { LetterKind } from '../program/engagement.ts';
import type { Block, Cell, Report } from '../report/report.ts';
import type { Letter } from './letters.ts';

/** Beside to whom it goes; docs/letters.md says what each holds. */
const columnsOf: Readonly<Record<LetterKind, readonly string[]>> = {
  introductions: ['mentor-name', 'mentee-name', 'mentee-names', 'common', 'hours', 'meet-by'],
  reminders: ['mentor-name', 'mentee-name', 'days', 'last-met-in-words', 'common', 'hours'],
  'surveys-due': ['survey', 'wave', 'due', 'days'],
  waiting: ['why'],
  thanks: ['mentee-names', 'meetings-in-words', 'hours-in-words'],
};

/** Columns that are called otherwise than the place in a letter, where other lists have the name for something else. */
const placeOf: Readonly<Record<string, string>> = {
  'mentor-name': 'mentor',
  'last-met-in-words': 'last-met',
  'mentee-name': 'mentee',
  'mentee-names': 'mentees',
  'meetings-in-words': 'meetings',
  'hours-in-words': 'hours',
};

/**
 * For reading, each letter whole and on a sheet of its own; as a table one row a message, several people of one message in one
 * cell, parted by semicolons. `contacts`: with addresses.
 */
export function lettersReport(kind: LetterKind, cohort: string, letters: readonly Letter[], contacts: boolean): Report {
  const ids = ['to-id', 'to', 'first-name', ...columnsOf[kind], ...(contacts ? ['email'] : []), 'subject', 'text'];
  const rows = letters.map(({ to, values, subject, text }): Cell[] => {
    const known: Readonly<Record<string, string>> = {
      ...values,
      'to-id': to.map(({ id }) => id).join('; '),
      to: to.map(({ name }) => name).join('; '),
      'first-name': values['to'] ?? '',
      email: to.map(({ email }) => email ?? '').join('; '),
      subject,
      text,
    };
    return ids.map((id) => ({ kind: 'text', text: known[placeOf[id] ?? id] ?? '' }));
  });
  const columns = ids.map((id) => ({ id, title: id, wrap: true }));
  return {
    schema: `mentorctl/${kind}@1`,
    title: `Letters: ${kind.replaceAll('-', ' ')}, ${cohort}`,
    apart: true,
    blocks: letters.length === 0 ? [nobody(cohort)] : letters.flatMap(whole),
    csv: { id: kind, title: '', columns, rows },
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

/** The first few as they will be read, to look at before any goes out. */
export function lettersPreview(kind: LetterKind, cohort: string, letters: readonly Letter[], shown = 3): Report {
  const blocks = letters.slice(0, shown).flatMap(whole);
  const rest = letters.length - Math.min(shown, letters.length);
  return {
    schema: `mentorctl/${kind}-preview@1`,
    blocks: [
      ...blocks,
      letters.length === 0
        ? nobody(cohort)
        : { kind: 'caution', text: rest === 0 ? 'These are all.' : `${rest} more like these.` },
    ],
    json: {
      cohort,
      letters: letters.length,
      items: letters.slice(0, shown).map(({ subject, text }) => ({ subject, text })),
    },
  };
}

function whole({ to, subject, text }: Letter): Block[] {
  return [
    { kind: 'heading', text: `To ${to.map(({ name }) => name).join(' and ')}` },
    { kind: 'prose', text: `Subject: ${subject}\n\n${text.trimEnd()}` },
  ];
}

function nobody(cohort: string): Block {
  return { kind: 'caution', text: `There is nobody to write to in ${cohort}.` };
}
