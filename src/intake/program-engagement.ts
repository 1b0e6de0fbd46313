// The part of mentorctl.yaml about the life of pairs: limits, surveys, letters. Shape and value, side by side.
import { z } from 'zod';
import { placesIn, placesOf } from '../domain/messages/template.ts';
import {
  messageKinds,
  standardEngagement,
  type Engagement,
  type LetterTemplate,
  type MessageKind,
  type Office,
  type SurveyPlan,
} from '../domain/program/engagement.ts';
import { meantOrKnown } from '../domain/suggest.ts';

const days = z.int().min(1).max(3660);
/** Letters of a text that has to fit on one page with everything else. */
const longest = 400;

/** Sections of programSchema. */
export const engagementSections = {
  engagement: z
    .strictObject({
      'first-meeting-days': days.optional(),
      'silent-days': days.optional(),
      'close-days': days.optional(),
      'flag-days': days.optional(),
      'length-days': days.optional(),
    })
    .optional(),
  surveys: z
    .array(
      z.strictObject({
        instrument: z.string().min(1),
        wave: z.string().min(1),
        day: z.int().min(0).max(3660),
        who: z.enum(['mentee', 'mentor', 'both']).optional(),
      }),
    )
    .optional(),
  messages: z
    .partialRecord(z.enum(messageKinds), z.strictObject({ subject: z.string().min(1), text: z.string().min(1) }))
    .optional(),
  office: z
    .strictObject({
      contact: z.string().min(1).optional(),
      signature: z.string().min(1).optional(),
      footer: z.string().min(1).optional(),
      logo: z.string().min(1).optional(),
      'logo-alt': z.string().min(1).optional(),
      paper: z.enum(['a4', 'letter']).optional(),
      about: z.string().min(1).max(longest).optional(),
      next: z.string().min(1).max(longest).optional(),
    })
    .optional(),
};

type EngagementText = { [K in keyof typeof engagementSections]?: z.infer<(typeof engagementSections)[K]> };

export function toEngagement(text: EngagementText): {
  engagement: Engagement;
  surveys: readonly SurveyPlan[];
  office: Office;
  messages: Readonly<Partial<Record<MessageKind, LetterTemplate>>>;
} {
  const stated = text.engagement ?? {};
  const standard = standardEngagement;
  return {
    engagement: {
      firstMeetingDays: stated['first-meeting-days'] ?? standard.firstMeetingDays,
      silentDays: stated['silent-days'] ?? standard.silentDays,
      closeDays: stated['close-days'] ?? standard.closeDays,
      flagDays: stated['flag-days'] ?? standard.flagDays,
      lengthDays: stated['length-days'] ?? standard.lengthDays,
    },
    surveys: (text.surveys ?? []).map(({ who = 'mentee', wave, ...survey }) => ({
      ...survey,
      who,
      wave: wave.toLowerCase(),
    })),
    messages: text.messages ?? {},
    office: toOffice(text.office),
  };
}

function toOffice({ 'logo-alt': logoAlt, ...office }: NonNullable<EngagementText['office']> = {}): Office {
  return Object.fromEntries(Object.entries({ ...office, logoAlt }).filter(([, words]) => words !== undefined));
}

/** Places in braces that a letter of its kind does not have. */
export function checkMessages(
  text: EngagementText,
): { path: string[]; code: string; value: string; message: string; hint: string }[] {
  return messageKinds.flatMap((kind) => {
    const template = text.messages?.[kind];
    if (template === undefined) return [];
    return placesIn(template)
      .filter((place) => !placesOf[kind].includes(place))
      .map((place) => ({
        path: ['messages', kind],
        code: 'program-unknown-place',
        value: `{${place}}`,
        message: `${kind} have no {${place}}`,
        hint: meantOrKnown(place, placesOf[kind]),
      }));
  });
}
