// Letters of a cohort, one a message: to whom, with which words. Texts come from the program file or are the standard ones.
import { addDays, daysBetween, formatDate, type CivilDate } from '../civil-date.ts';
import { daysSilent, type LivingPair, type LivingPerson } from '../engagement/cohort-life.ts';
import type { SurveyDue } from '../engagement/surveys-due.ts';
import { standardLetters, type LetterKind } from '../program/engagement.ts';
import type { Program } from '../program/program.ts';
import { inCommon } from './in-common.ts';
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
  /** The pair that is to meet by this day: what an invitation needs. */
  readonly meeting?: { readonly pair: number; readonly by: CivilDate };
}

export interface LetterSetting {
  readonly program: Pick<Program, 'name' | 'messages' | 'engagement'>;
  readonly cohort: string;
  readonly asOf: CivilDate;
  /** Whether addresses may stand in the texts; a place for one stays in braces otherwise. */
  readonly contacts: boolean;
}

/** One to each pair, asking them to meet by a day at least a week off. */
export function introductions(pairs: readonly LivingPair[], setting: LetterSetting): Letter[] {
  return pairs.map((pair) => {
    const stated = addDays(pair.started, setting.program.engagement.firstMeetingDays);
    // A letter that goes out late still leaves a week.
    const by = daysBetween(addDays(setting.asOf, 7), stated) < 0 ? addDays(setting.asOf, 7) : stated;
    const more = { 'meet-by': formatDate(by), next: `write to each other and meet by ${formatDate(by)}` };
    return { ...ofPair('introductions', pair, more, setting), meeting: { pair: pair.pair, by } };
  });
}

/** One to each pair, on how long they have not met. */
export function reminders(pairs: readonly LivingPair[], setting: LetterSetting): Letter[] {
  return pairs.map((pair) => {
    const days = daysSilent(pair, setting.asOf);
    const last = pair.met.at(-1);
    const more = {
      days: String(days),
      'last-met': last === undefined ? 'never' : formatDate(last),
      silence:
        last === undefined
          ? `you were paired on ${formatDate(pair.started)} and no meeting is on record yet`
          : `the last meeting on record is of ${formatDate(last)}, ${days} days ago`,
      next: `${last === undefined ? 'agree on a first meeting' : 'agree on the next meeting'}, or tell us what stands in the way`,
    };
    return ofPair('reminders', pair, more, setting);
  });
}

/** One to each person who has not answered. */
export function surveyLetters(surveys: readonly SurveyDue[], setting: LetterSetting): Letter[] {
  return surveys.flatMap(({ plan, waiting }) =>
    waiting.map(({ person, due }) =>
      letter(
        'surveys-due',
        `${plan.instrument}-${plan.wave}-${person.key}`,
        [person],
        {
          person: person.name,
          ...(setting.contacts && person.email !== undefined ? { email: person.email } : {}),
          survey: plan.instrument,
          wave: plan.wave,
          due: formatDate(due),
          days: String(daysBetween(due, setting.asOf)),
          next: `answer the ${plan.wave} questions on ${plan.instrument}`,
        },
        setting,
      ),
    ),
  );
}

function ofPair(
  kind: LetterKind,
  pair: LivingPair,
  more: Readonly<Record<string, string>>,
  setting: LetterSetting,
): Letter {
  const { mentor, mentee } = pair;
  const shared = inCommon(pair.parts);
  return letter(
    kind,
    `pair-${pair.pair}`,
    [mentee, mentor],
    {
      mentor: mentor.name,
      mentee: mentee.name,
      ...(setting.contacts && mentor.email !== undefined ? { 'mentor-email': mentor.email } : {}),
      ...(setting.contacts && mentee.email !== undefined ? { 'mentee-email': mentee.email } : {}),
      common: shared === '' ? `you both joined ${setting.program.name}` : shared,
      ...more,
    },
    setting,
  );
}

function letter(
  kind: LetterKind,
  name: string,
  to: readonly LivingPerson[],
  more: Readonly<Record<string, string>>,
  { program, cohort }: LetterSetting,
): Letter {
  const values = { program: program.name, cohort, ...more };
  return { kind, name, to, values, ...fillTemplate(program.messages[kind] ?? standardLetters[kind], values) };
}
