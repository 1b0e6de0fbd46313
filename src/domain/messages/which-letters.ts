// Whom letters of a kind go to: new pairs, quiet ones, whoever has a survey to answer, who waits, who is to be thanked.
import { daysBetween, type CivilDate } from '../civil-date.ts';
import { neverMet, silentFor, type EndedPair, type LivingPair, type LivingPerson } from '../engagement/cohort-life.ts';
import { surveysDue } from '../engagement/surveys-due.ts';
import { whoWaits } from '../engagement/who-waits.ts';
import type { UnmatchedReason } from '../matching/unmatched-reason.ts';
import type { Engagement, LetterKind } from '../program/engagement.ts';
import type { Program } from '../program/program.ts';
import {
  introductions,
  invitations,
  reminders,
  surveyLetters,
  thankLetters,
  waitingLetters,
  type Letter,
  type LetterSetting,
  type MentorRecord,
} from './letters.ts';

export interface LettersWanted {
  /** Introductions: also pairs that met, if paired on this day or later. */
  readonly since?: CivilDate;
  /** Introductions: as invitations to a meeting. */
  readonly invite: boolean;
  readonly neverMet?: boolean;
  /** Days, or true for the program's own limit. */
  readonly silent?: number | true;
}

export interface LettersKnown {
  readonly life: {
    readonly standing: readonly LivingPair[];
    readonly ended: readonly EndedPair[];
    readonly answered: Parameters<typeof surveysDue>[2];
    person(key: number): LivingPerson;
  };
  readonly members: readonly { readonly key: number; readonly role: string; readonly status: string }[];
  readonly surveys: Program['surveys'];
  /** A closed cohort makes no more pairs. */
  readonly closed: boolean;
  /** Why somebody was left out, by person. */
  readonly reasons: ReadonlyMap<number, UnmatchedReason['kind']>;
  /** What mentors did, by person. */
  readonly done: ReadonlyMap<number, Pick<MentorRecord, 'meetings' | 'minutes' | 'timed'>>;
}

export function whichLetters(
  kind: LetterKind,
  known: LettersKnown,
  wanted: LettersWanted,
  setting: LetterSetting,
): Letter[] {
  const { asOf } = setting;
  const { life, members, surveys, reasons } = known;
  switch (kind) {
    case 'introductions': {
      const { since } = wanted;
      const fresh = (pair: LivingPair): boolean =>
        since === undefined ? pair.met.length === 0 : daysBetween(since, pair.started) >= 0;
      const pairs = life.standing.filter(fresh);
      return wanted.invite ? invitations(pairs, setting) : introductions(pairs, setting);
    }
    case 'reminders':
      return reminders(
        life.standing.filter((pair) => isQuiet(pair, wanted, setting.program.engagement, asOf)),
        setting,
      );
    case 'surveys-due':
      return surveyLetters(surveysDue(surveys, life.standing, life.answered, asOf), setting);
    case 'waiting': {
      if (known.closed) return [];
      const mentees = members
        .filter(({ role, status }) => role === 'mentee' && status === 'active')
        .map(({ key }) => life.person(key));
      const { never, lost } = whoWaits(mentees, life.standing, life.ended);
      return waitingLetters(
        [
          ...never.map((person) => ({ person, kind: reasons.get(person.key) })),
          ...lost.map((person) => ({ person, kind: 'lost' as const })),
        ],
        setting,
      );
    }
    case 'thanks':
      return thankLetters(mentorRecords(known), setting);
  }
}

function isQuiet(
  pair: LivingPair,
  wanted: LettersWanted,
  { firstMeetingDays, silentDays: limit }: Engagement,
  asOf: CivilDate,
): boolean {
  const days = typeof wanted.silent === 'number' ? wanted.silent : limit;
  const both = wanted.neverMet !== true && wanted.silent === undefined;
  return (
    ((both || wanted.neverMet === true) && neverMet(pair, asOf, firstMeetingDays)) ||
    ((both || wanted.silent !== undefined) && silentFor(pair, asOf, days))
  );
}

/** Every mentor who has, or had, a mentee in the cohort. */
function mentorRecords({ life, done }: LettersKnown): MentorRecord[] {
  const mentees = new Map<number, Set<string>>();
  for (const { mentor, mentee } of [...life.standing, ...life.ended])
    mentees.set(mentor.key, (mentees.get(mentor.key) ?? new Set()).add(mentee.name));
  return [...mentees].map(([key, names]) => {
    const { meetings = 0, minutes = 0, timed = 0 } = done.get(key) ?? {};
    return { mentor: life.person(key), mentees: [...names], meetings, minutes, timed };
  });
}
