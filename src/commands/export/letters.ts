// mentorctl export introductions, reminders, surveys-due: rows for a mail merge, or finished letters and invitations as files.
import { resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { writeFolder } from '../../cli/write-folder.ts';
import { daysBetween, parseIsoDate } from '../../domain/civil-date.ts';
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
import type { Act } from '../shared/act.ts';
import { chooseCohort, dayOf, shellWord, type Context } from '../shared/context.ts';

export interface LettersOptions {
  readonly cohort?: string;
  readonly withContacts?: boolean;
  readonly as?: 'rows' | 'eml' | 'ics';
  readonly from?: string;
  readonly at?: string;
  readonly on?: string;
  readonly minutes?: string;
  readonly since?: string;
  readonly neverMet?: boolean;
  readonly silent?: string | true;
}

const examples: Readonly<Record<LetterKind, string>> = {
  introductions: 'mentorctl export introductions --cohort fall --with-contacts -o introductions.csv',
  reminders: 'mentorctl export reminders --cohort fall --never-met',
  'surveys-due': 'mentorctl export surveys-due --cohort fall --with-contacts --as eml --from office@example.edu',
};

/** The command of one kind of letter. */
export function letters(kind: LetterKind): { define(command: Command, act: Act): void } {
  return {
    define: (command, act) => {
      command
        .option('--cohort <name>', 'the cohort; the only one if there is one')
        .option('--with-contacts', 'add e-mail addresses');
      if (kind === 'introductions')
        command.option('--since <day>', 'also pairs that met, if paired on this day or later');
      if (kind === 'reminders')
        command
          .option('--never-met', 'only pairs that did not meet in time')
          .option(
            '--silent [days]',
            "only pairs that met, but not for this many days; the program's limit if not said",
          );
      command
        .addOption(
          valueOption(
            '--as <what>',
            'rows; or files in a folder (-o), one a letter',
            oneOf(kind === 'introductions' ? ['rows', 'eml', 'ics'] : ['rows', 'eml']),
          ),
        )
        .option('--from <address>', 'who sends the letters, for eml and ics');
      if (kind === 'introductions')
        command
          .option('--on <day>', 'ics: the day of the meeting, YYYY-MM-DD; the day to meet by if not said')
          .option('--at <time>', 'ics: HH:MM; the whole day if not said')
          .option('--minutes <minutes>', 'ics: how long', '60');
      command
        .addHelpText('after', `\nExample:\n  ${examples[kind]}`)
        .action((flags: LettersOptions) => act((options, context) => runLetters(kind, options, context), flags));
    },
  };
}

export async function runLetters(kind: LetterKind, options: LettersOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const contacts = options.withContacts === true;
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
    const from = parseAddress(options.from ?? (await context.ask.text('Who sends them (an address)?', '--from')));
    if (from === undefined)
      throw unusable('--from', options.from ?? '', 'Write office@example.edu, or "Name <office@example.edu>".');
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
  const { firstMeetingDays, silentDays } = program.engagement;
  switch (kind) {
    case 'introductions': {
      const since = options.since === undefined ? undefined : dayOf(options.since, '--since', context);
      const fresh = (pair: LivingPair): boolean =>
        since === undefined ? pair.met.length === 0 : daysBetween(since, pair.started) >= 0;
      return introductions(life.standing.filter(fresh), setting);
    }
    case 'reminders': {
      const days = typeof options.silent === 'string' ? wholeNumber(options.silent, '--silent') : silentDays;
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
  const on = options.on === undefined ? letter.meeting?.by : parseIsoDate(options.on);
  if (on === undefined) throw unusable('--on', options.on ?? '', 'Write it as YYYY-MM-DD.', 'bad-date');
  if (options.at !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(options.at))
    throw unusable('--at', options.at, 'Write a time as 16:30.');
  return invitationFile({
    uid: `first-meeting-${letter.name}-${cohort}@${identity}.mentorctl`,
    from,
    to: addressed(letter),
    subject: letter.subject,
    text: letter.text,
    on,
    ...(options.at === undefined ? {} : { at: options.at }),
    minutes: wholeNumber(options.minutes ?? '60', '--minutes'),
    stamp: asOf,
  });
}

function addressed({ to }: Letter): Addressed[] {
  return to.map(({ name, email = '' }) => ({ name, email }));
}

function wholeNumber(text: string, flag: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Failure('usage', { code: 'bad-number', message: `${flag} is "${text}"`, hint: 'Write a whole number.' });
}

function unusable(flag: string, text: string, hint: string, code = 'unknown-value'): Failure {
  return new Failure('usage', { code, message: `${flag} is "${text}"`, hint });
}
