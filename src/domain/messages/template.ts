// Letters with places in braces: which places there are, and how they are filled.
import type { LetterKind, LetterTemplate } from '../program/engagement.ts';

const ofPairs = ['program', 'cohort', 'mentor', 'mentee', 'mentor-email', 'mentee-email', 'common', 'next'] as const;

/** What may stand in braces in each kind of letter. */
export const placesOf: Readonly<Record<LetterKind, readonly string[]>> = {
  introductions: [...ofPairs, 'meet-by'],
  reminders: [...ofPairs, 'silence', 'days', 'last-met'],
  'surveys-due': ['program', 'cohort', 'person', 'email', 'survey', 'wave', 'due', 'days', 'next'],
};

/** The places a template names, in order, each once. */
export function placesIn({ subject, text }: LetterTemplate): string[] {
  return [...new Set([...`${subject}\n${text}`.matchAll(/\{([a-z-]+)\}/g)].map(([, place = '']) => place))];
}

/** The template with its places filled; a place without a value stays as it is. A subject is always one line. */
export function fillTemplate(template: LetterTemplate, values: Readonly<Record<string, string>>): LetterTemplate {
  const fill = (text: string): string =>
    text.replace(/\{([a-z-]+)\}/g, (whole, place: string) =>
      Object.hasOwn(values, place) ? (values[place] ?? '') : whole,
    );
  return { subject: fill(template.subject).replace(/\s+/g, ' ').trim(), text: fill(template.text) };
}
