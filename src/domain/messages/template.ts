// Letters with places in braces: which places there are, and how they are filled.
import type { LetterTemplate, MessageKind } from '../program/engagement.ts';

const everywhere = ['program', 'cohort', 'contact', 'signature'] as const;
const ofPairs = [
  'mentor',
  'mentor-first',
  'mentee',
  'mentee-first',
  'mentor-email',
  'mentee-email',
  'common',
  'hours',
  'next',
];

/** What may stand in braces in each kind of letter. */
export const placesOf: Readonly<Record<MessageKind, readonly string[]>> = {
  introductions: [...everywhere, 'to', ...ofPairs, 'meet-by'],
  'introductions-mentor': [...everywhere, 'to', 'mentor', 'mentees', 'each', 'meet-by', 'next'],
  invitations: [...everywhere, 'to', ...ofPairs, 'meet-by'],
  reminders: [...everywhere, ...ofPairs, 'silence', 'days', 'last-met'],
  'surveys-due': [...everywhere, 'to', 'person', 'email', 'survey', 'wave', 'due', 'days', 'next'],
  waiting: [...everywhere, 'to', 'person', 'email', 'why', 'next'],
  thanks: [...everywhere, 'to', 'person', 'email', 'mentees', 'record', 'meetings', 'hours', 'next'],
};

const place = /\{([a-z-]+)\}/g;
const placeAndStop = /\{([a-z-]+)\}(\.?)/g;

/** The places a template names, in order, each once. */
export function placesIn({ subject, text }: LetterTemplate): string[] {
  return [...new Set([...`${subject}\n${text}`.matchAll(place)].map(([, name = '']) => name))];
}

/**
 * The template with its places filled. A line of the text is left out where a place in it has nothing to say (` ({place})`
 * goes alone); a place that the letter does not know stays as it is. No sentence ends in two full stops. A subject is always
 * one line.
 */
export function fillTemplate(template: LetterTemplate, values: Readonly<Record<string, string>>): LetterTemplate {
  const fill = (text: string): string =>
    text.replace(placeAndStop, (whole, name: string, stop: string) => {
      if (!Object.hasOwn(values, name)) return whole;
      const value = values[name] ?? '';
      return value.endsWith('.') ? value : `${value}${stop}`;
    });
  const isEmpty = (name: string): boolean => Object.hasOwn(values, name) && (values[name] ?? '') === '';
  const lines = template.text.split('\n').flatMap((line) => {
    const kept = line.replace(/ \(\{([a-z-]+)\}\)/g, (whole, name: string) =>
      (values[name] ?? '') === '' ? '' : whole,
    );
    return [...kept.matchAll(place)].some(([, name = '']) => isEmpty(name)) ? [] : [fill(kept)];
  });
  return {
    subject: fill(template.subject).replace(/\s+/g, ' ').trim(),
    text: lines.join('\n').replace(/\n{3,}/g, '\n\n'),
  };
}
