// mentorctl export introductions, reminders, surveys-due: rows for a mail merge, or finished letters and invitations as files.
import { resolve } from 'node:path';
import { onOff, valueOption } from '../../cli/options.ts';
import { type Reader, anyDay, oneOf, pastDay, wholeNumber } from '../../cli/read-values.ts';
import { writeFolder } from '../../cli/write-folder.ts';
import { daysBetween, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { neverMet, silentFor, type LivingPair } from '../../domain/engagement/cohort-life.ts';
import { surveysDue } from '../../domain/engagement/surveys-due.ts';
import { Failure } from '../../domain/failure.ts';
import {
  introductions,
  reminders,
  surveyLetters,
  type Letter,
  type LetterSetting,
} from '../../domain/messages/letters.ts';
import { lettersReport } from '../../domain/messages/letters-report.ts';
import type { LetterKind } from '../../domain/program/engagement.ts';
import type { Program } from '../../domain/program/program.ts';
import { isPlainAddress, parseAddress } from '../../render/address.ts';
import { invitationFile } from '../../render/invitation-file.ts';
import { letterFile, type Addressed } from '../../render/letter-file.ts';
import { cohortLife, type CohortLife } from '../../store/cohort-life.ts';
import { programIdentity } from '../../store/facts.ts';
import type { Defined } from '../shared/act.ts';
import { cohortOption, contactsOption, silentDays } from '../shared/options.ts';
import { chooseCohort, shellWord, type Context } from '../shared/context.ts';

export interface LettersOptions {
  readonly cohort?: string;
  readonly withContacts: boolean;
  readonly as?: 'rows' | 'eml' | 'ics';
  readonly from?: Addressed;
  readonly at?: string;
  readonly on?: CivilDate;
  readonly minutes?: number;
  readonly since?: CivilDate;
  readonly neverMet?: boolean;
  readonly silent?: number | true;
}

const examples: Readonly<Record<LetterKind, string>> = {
  introductions: 'mentorctl export introductions --cohort fall --with-contacts -o introductions.csv',
  reminders: 'mentorctl export reminders --cohort fall --never-met',
  'surveys-due': 'mentorctl export surveys-due --cohort fall --with-contacts --as eml --from office@example.edu',
};

/** The command of one kind of letter. */
export function letters(kind: LetterKind): Defined {
  return {
    define: (command, act, given) => {
      const all = command.addOption(cohortOption()).addOption(contactsOption());
      if (kind === 'introductions')
        command.addOption(
          valueOption('--since <day>', 'also pairs that met, if paired on this day or later', pastDay(given.today)),
        );
      if (kind === 'reminders')
        command
          .addOption(onOff('--never-met', 'only pairs that did not meet in time'))
          .addOption(
            valueOption(
              '--silent [days]',
              "only pairs that met, but not for this many days; the program's limit if not said",
              silentDays,
            ),
          );
      all
        .addOption(
          valueOption(
            '--as <what>',
            'rows; or files in a folder (-o), one a letter',
            oneOf(kind === 'introductions' ? ['rows', 'eml', 'ics'] : ['rows', 'eml']),
          ),
        )
        .addOption(valueOption('--from <address>', 'who sends the letters, for eml and ics', address));
      if (kind === 'introductions')
        command
          .addOption(
            valueOption(
              '--on <day>',
              'ics: the day of the meeting, YYYY-MM-DD; the day to meet by if not said',
              anyDay(given.today),
            ),
          )
          .addOption(valueOption('--at <time>', 'ics: HH:MM; the whole day if not said', time))
          .addOption(valueOption('--minutes <minutes>', 'ics: how long', wholeNumber({ least: 1 })).default(60));
      all
        .addHelpText('after', `\nExample:\n  ${examples[kind]}`)
        .action((flags: LettersOptions) => act((options, context) => runLetters(kind, options, context), flags));
    },
  };
}

export async function runLetters(kind: LetterKind, options: LettersOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const contacts = options.withContacts;
  const how = options.as ?? 'rows';
  if (how !== 'rows' && !contacts) {
    const message = `a letter as .${how} holds the addresses of the people it goes to`;
    throw new Failure('usage', { code: 'needs-contacts', message, hint: 'Say --with-contacts if that is meant.' });
  }
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const life = await cohortLife(store.db, cohort, program.engagement);
    const setting = { program, cohort: cohort.name, asOf: context.today(), contacts };
    const identity = how === 'ics' ? await programIdentity(store.db) : '';
    const found = lettersOf(kind, life, options, program, setting, context);
    if (how === 'rows') {
      await context.show(lettersReport(kind, cohort.name, found, contacts), 'csv');
      return;
    }
    const from = options.from ?? address(await context.ask.text('Who sends them (an address)?', '--from'), '--from');
    const sent = found.filter(({ to }) => to.every(({ email }) => email !== undefined && isPlainAddress(email)));
    const files = sent.map((letter) => ({
      name: `${fileWord(letter.name)}.${how}`,
      content:
        how === 'eml' ? asLetter(letter, from, setting) : asInvitation(letter, from, { ...setting, identity }, options),
    }));
    const folder = context.settings.output ?? `${kind}-${fileWord(cohort.name)}`;
    if (files.length > 0) writeFolder(resolve(context.host.cwd, folder), files, folder);
    const left = found.length - sent.length;
    if (left > 0) context.note(`${left} not written: no usable address for somebody they go to. See --as rows.`);
    context.host.stdout.write(
      context.settings.format.value === 'json'
        ? `${JSON.stringify({ schema: 'mentorctl/letters@1', folder, files: files.map(({ name }) => name), left }, undefined, 2)}\n`
        : files.length === 0
          ? `No ${kind} to write for ${cohort.name}.\n`
          : `Wrote ${files.length} ${how === 'eml' ? 'letter' : 'invitation'}${files.length === 1 ? '' : 's'} to the folder ${folder}, with addresses.\n\nNext: open them in your mail program, or mentorctl status --cohort ${shellWord(cohort.name)}\n`,
    );
  });
}

function lettersOf(
  kind: LetterKind,
  life: CohortLife,
  options: LettersOptions,
  program: Program,
  setting: LetterSetting,
  context: Context,
): Letter[] {
  const { asOf } = setting;
  const { firstMeetingDays, silentDays: limit } = program.engagement;
  switch (kind) {
    case 'introductions': {
      const { since } = options;
      const fresh = (pair: LivingPair): boolean =>
        since === undefined ? pair.met.length === 0 : daysBetween(since, pair.started) >= 0;
      return introductions(life.standing.filter(fresh), setting);
    }
    case 'reminders': {
      const days = typeof options.silent === 'number' ? options.silent : limit;
      const both = options.neverMet !== true && options.silent === undefined;
      return reminders(
        life.standing.filter(
          (pair) =>
            ((both || options.neverMet === true) && neverMet(pair, asOf, firstMeetingDays)) ||
            ((both || options.silent !== undefined) && silentFor(pair, asOf, days)),
        ),
        setting,
      );
    }
    case 'surveys-due':
      return surveyLetters(surveysDue(program.surveys, life.standing, life.answered, asOf), setting);
  }
}

/** Letters of any alphabet stay: names of surveys must not fall together. */
function fileWord(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-');
}

function asLetter(letter: Letter, from: Addressed, { asOf }: LetterSetting): string {
  return letterFile({ from, to: addressed(letter), subject: letter.subject, text: letter.text, day: asOf });
}

function asInvitation(
  letter: Letter,
  from: Addressed,
  { asOf, cohort, identity }: LetterSetting & { readonly identity: string },
  options: LettersOptions,
): string {
  const on = options.on ?? letter.meeting?.by;
  if (on === undefined)
    throw new Failure('usage', {
      code: 'bad-date',
      message: 'no day is set for this meeting',
      hint: 'Give it with --on.',
    });
  return invitationFile({
    uid: `first-meeting-${letter.name}-${cohort}@${identity}.mentorctl`,
    from,
    to: addressed(letter),
    subject: letter.subject,
    text: letter.text,
    on,
    ...(options.at === undefined ? {} : { at: options.at }),
    minutes: options.minutes ?? 60,
    stamp: asOf,
  });
}

function addressed({ to }: Letter): Addressed[] {
  return to.map(({ name, email = '' }) => ({ name, email }));
}

const address: Reader<Addressed> = (text, flag) => {
  const found = parseAddress(text);
  if (found !== undefined) return found;
  throw unusable(flag, text, 'Write office@example.edu, or "Name <office@example.edu>".');
};

const time: Reader<string> = (text, flag) => {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
  throw unusable(flag, text, 'Write a time as 16:30.');
};

function unusable(flag: string, text: string, hint: string): Failure {
  return new Failure('usage', { code: 'unknown-value', message: `${flag} is "${text}"`, hint });
}
