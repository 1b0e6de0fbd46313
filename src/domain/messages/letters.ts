// Letters of a cohort, one a message: to whom, with which words. Texts come from the program file or are the standard ones.
import { readFullName } from '../cells/people-words.ts';
import { addDays, daysBetween, formatDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { daysSilent, type LivingPair, type LivingPerson } from '../engagement/cohort-life.ts';
import type { SurveyDue } from '../engagement/surveys-due.ts';
import type { UnmatchedReason } from '../matching/unmatched-reason.ts';
import { standardLetters, type LetterKind, type MessageKind } from '../program/engagement.ts';
import type { FieldValues, Program } from '../program/program.ts';
import { firstName } from './first-name.ts';
import { freeTogether, inCommon, listed } from './in-common.ts';
import { fillTemplate } from './template.ts';

export interface Letter {
  readonly kind: LetterKind;
  /** Names the letter within its kind, e.g. `pair-12`: for file names. */
  readonly name: string;
  readonly to: readonly LivingPerson[];
  /** The places of the template with what was filled in. */
  readonly values: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
  /** Of thanks: what a certificate says. `record` is empty where no meeting is on record. */
  readonly thanks?: { readonly mentees: number; readonly record: string };
  /** The pair that is to meet by this day: what an invitation needs. */
  readonly meeting?: { readonly pair: number; readonly by: CivilDate };
}

export interface LetterSetting {
  readonly program: Pick<Program, 'name' | 'messages' | 'engagement' | 'office' | 'fields'>;
  readonly cohort: string;
  readonly asOf: CivilDate;
  /** Whether addresses may stand in the texts. */
  readonly contacts: boolean;
  /** What somebody answered, by the person's number. */
  readonly answers: (person: number) => FieldValues;
}

/**
 * A letter to each mentee about her mentor, and one to each mentor with all her mentees. Where the program file has a letter of
 * its own for introductions and none for mentors, that one goes to both of each pair together.
 */
export function introductions(pairs: readonly LivingPair[], setting: LetterSetting): Letter[] {
  const { messages } = setting.program;
  if (messages.introductions !== undefined && messages['introductions-mentor'] === undefined)
    return invitations(pairs, setting, 'introductions');
  const toMentees = pairs.map((pair) => {
    const { mentee } = pair;
    const values = { to: firstName(mentee.name), ...ofPair(pair, setting), ...meetBy(pair, setting) };
    return letter('introductions', `mentee-${pair.pair}`, [mentee], values, setting);
  });
  const byMentor = new Map<number, LivingPair[]>();
  for (const pair of pairs) byMentor.set(pair.mentor.key, [...(byMentor.get(pair.mentor.key) ?? []), pair]);
  const toMentors = [...byMentor.values()].map((some) => toMentor(some, setting));
  return [...toMentors, ...toMentees];
}

function toMentor(pairs: readonly LivingPair[], setting: LetterSetting): Letter {
  const [first] = pairs;
  const mentor = first?.mentor ?? { key: 0, id: '', name: '' };
  const each = pairs.map((pair) => {
    const { common, hours, ...rest } = ofPair(pair, setting);
    const email = rest['mentee-email'] ?? '';
    const more = [
      common === '' ? '' : ` ${capital(common)}.`,
      hours === '' ? '' : ` You are both free on ${hours}.`,
    ].join('');
    const one = `- ${rest['mentee'] ?? ''}${email === '' ? '' : ` (${email})`}`;
    return `${one}${one.endsWith('.') ? '' : '.'}${more}`;
  });
  const latest =
    pairs
      .map((pair) => dayToMeet(pair, setting))
      .sort()
      .at(-1) ?? setting.asOf;
  const values = {
    to: firstName(mentor.name),
    mentor: readFullName(mentor.name),
    mentees: listed(pairs.map(({ mentee }) => readFullName(mentee.name))),
    each: each.join('\n'),
    'meet-by': formatDate(latest),
    next: `meet by ${formatDate(latest)}`,
    ...addressOf('email', mentor, setting),
  };
  return letter('introductions', `mentor-${mentor.key}`, [mentor], values, setting, 'introductions-mentor');
}

/** One to both of each pair, with the day by which they are to meet: for calendars, and for a joint letter of the office's own. */
export function invitations(
  pairs: readonly LivingPair[],
  setting: LetterSetting,
  message: MessageKind = 'invitations',
): Letter[] {
  return pairs.map((pair) => {
    const { mentor, mentee } = pair;
    const more = { to: `${firstName(mentee.name)} and ${firstName(mentor.name)}`, ...meetBy(pair, setting) };
    const values = { ...ofPair(pair, setting), ...more };
    return {
      ...letter('introductions', `pair-${pair.pair}`, [mentee, mentor], values, setting, message),
      meeting: { pair: pair.pair, by: dayToMeet(pair, setting) },
    };
  });
}

/** One to each pair, on how long they have not met. */
export function reminders(pairs: readonly LivingPair[], setting: LetterSetting): Letter[] {
  return pairs.map((pair) => {
    const days = daysSilent(pair, setting.asOf);
    const last = pair.met.at(-1);
    const values = {
      ...ofPair(pair, setting),
      days: String(days),
      'last-met': last === undefined ? 'never' : formatDate(last),
      silence:
        last === undefined
          ? `you were paired on ${formatDate(pair.started)}, and no meeting is on record yet`
          : `the last meeting on record is of ${formatDate(last)}, ${counted(days, 'day')} ago`,
      next: `${last === undefined ? 'agree on a first meeting' : 'agree on the next meeting'}, or tell us what stands in the way`,
    };
    return letter('reminders', `pair-${pair.pair}`, [pair.mentee, pair.mentor], values, setting);
  });
}

/** One to each person who has not answered. */
export function surveyLetters(surveys: readonly SurveyDue[], setting: LetterSetting): Letter[] {
  return surveys.flatMap(({ plan, waiting }) =>
    waiting.map(({ person, due }) => {
      const values = {
        ...ofPerson(person, setting),
        survey: plan.instrument,
        wave: plan.wave,
        due: formatDate(due),
        days: String(daysBetween(due, setting.asOf)),
        next: 'answer the questions',
      };
      return letter('surveys-due', `${plan.instrument}-${plan.wave}-${person.key}`, [person], values, setting);
    }),
  );
}

/** Why the last run found nobody, or that somebody's mentor went. */
type WhyNot = UnmatchedReason['kind'] | 'lost';

/** One to each mentee who waits for a mentor. `kind` is undefined where there was no run yet. */
export function waitingLetters(
  waiting: readonly { readonly person: LivingPerson; readonly kind: WhyNot | undefined }[],
  setting: LetterSetting,
): Letter[] {
  return waiting.map(({ person, kind }) => {
    const values = {
      ...ofPerson(person, setting),
      why: kind === undefined ? 'the pairs are still being made' : whyNot[kind],
      next: 'wait for our letter',
    };
    return letter('waiting', `person-${person.key}`, [person], values, setting);
  });
}

/** Nothing of the rules, or of anybody's answers: what a program asks of a pair is not for a letter. */
const whyNot: Readonly<Record<WhyNot, string>> = {
  'no-mentors': 'no mentor has a place free at the moment',
  'nobody-eligible': 'there is nobody yet who fits what you asked for',
  'no-answer': 'there is nobody yet who fits what you asked for',
  'too-few-seats': 'more people asked for a mentor than there are places at the moment',
  'too-many-moves': 'more people asked for a mentor than there are places at the moment',
  'below-minimum': 'there is nobody yet who fits you well enough',
  'circle-not-opened': 'your group does not have enough people yet to begin',
  arranged: 'your place is still being arranged',
  lost: 'your last pair has ended, and the next is still being made',
};

/** What a mentor did, as it is on record. */
export interface MentorRecord {
  readonly mentor: LivingPerson;
  readonly mentees: readonly string[];
  readonly meetings: number;
  /** In the meetings whose length was noted, and how many those are. */
  readonly minutes: number;
  readonly timed: number;
}

/** One to each mentor, at the end. Where no meeting is on record nothing is said of any. */
export function thankLetters(mentors: readonly MentorRecord[], setting: LetterSetting): Letter[] {
  return mentors.map(({ mentor, mentees, ...done }) => {
    const { meetings, minutes, timed } = done;
    const values = {
      ...ofPerson(mentor, setting),
      mentees: listed(mentees.map(readFullName)),
      meetings: meetings === 0 ? '' : counted(meetings, 'meeting'),
      hours: timed < meetings ? '' : hoursInWords(minutes),
      record: recordInWords(done),
      next: '',
    };
    return {
      ...letter('thanks', `mentor-${mentor.key}`, [mentor], values, setting),
      thanks: { mentees: mentees.length, record: values.record },
    };
  });
}

/** `12 meetings and 8 hours`, `12 meetings, of which 3 were noted with their length: 2 hours`; nothing where there were none. */
function recordInWords({ meetings, minutes, timed }: Pick<MentorRecord, 'meetings' | 'minutes' | 'timed'>): string {
  if (meetings === 0) return '';
  const [all, hours] = [counted(meetings, 'meeting'), hoursInWords(minutes)];
  if (hours === '') return all;
  return timed === meetings
    ? `${all} and ${hours}`
    : `${all}, of which ${timed} ${timed === 1 ? 'was' : 'were'} noted with ${timed === 1 ? 'its' : 'their'} length: ${hours}`;
}

/** `12 hours`, `1.5 hours`; nothing where no length was noted. */
function hoursInWords(minutes: number): string {
  if (minutes === 0) return '';
  const hours = Math.round(minutes / 6) / 10;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

/** A letter that goes out late still leaves a week. */
function dayToMeet(pair: LivingPair, { program, asOf }: LetterSetting): CivilDate {
  const stated = addDays(pair.started, program.engagement.firstMeetingDays);
  const week = addDays(asOf, 7);
  return daysBetween(week, stated) < 0 ? week : stated;
}

function meetBy(pair: LivingPair, setting: LetterSetting): Record<string, string> {
  const by = formatDate(dayToMeet(pair, setting));
  return { 'meet-by': by, next: `write to each other and meet by ${by}` };
}

function ofPair(
  pair: LivingPair,
  setting: LetterSetting,
): Readonly<Record<string, string>> & { common: string; hours: string } {
  const { mentor, mentee } = pair;
  const [one, other] = [setting.answers(mentee.key), setting.answers(mentor.key)];
  return {
    mentor: readFullName(mentor.name),
    'mentor-first': firstName(mentor.name),
    mentee: readFullName(mentee.name),
    'mentee-first': firstName(mentee.name),
    ...addressOf('mentor-email', mentor, setting),
    ...addressOf('mentee-email', mentee, setting),
    common: inCommon(setting.program.fields, one, other).join('; '),
    hours: listed(freeTogether(setting.program.fields, one, other)),
  };
}

function ofPerson(person: LivingPerson, setting: LetterSetting): Record<string, string> {
  return { to: firstName(person.name), person: readFullName(person.name), ...addressOf('email', person, setting) };
}

/** Where addresses may not stand there is no such place: it stays in braces, for who fills it in by hand. */
function addressOf(place: string, { email }: LivingPerson, { contacts }: LetterSetting): Record<string, string> {
  return contacts ? { [place]: email ?? '' } : {};
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function letter(
  kind: LetterKind,
  name: string,
  to: readonly LivingPerson[],
  more: Readonly<Record<string, string>>,
  { program, cohort }: LetterSetting,
  message: MessageKind = kind,
): Letter {
  const { contact = '', signature = program.name } = program.office;
  const values = { program: program.name, cohort, contact, signature: signature.trim(), ...more };
  return { kind, name, to, values, ...fillTemplate(program.messages[message] ?? standardLetters[message], values) };
}
