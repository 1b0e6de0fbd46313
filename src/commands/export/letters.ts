// mentorctl export introductions, reminders, surveys-due: rows for a mail merge, or finished letters and invitations as files.
import { resolve } from 'node:path';
import { onOff, valueOption } from '../../cli/options.ts';
import { type Reader, anyDay, oneOf, pastDay, wholeNumber } from '../../cli/read-values.ts';
import { writeFileWhole } from '../../cli/write-file.ts';
import { writeFolder } from '../../cli/write-folder.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { counted } from '../../domain/count-words.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { lettersPreview, lettersReport } from '../../domain/messages/letters-report.ts';
import type { Letter, LetterSetting } from '../../domain/messages/letters.ts';
import { whichLetters } from '../../domain/messages/which-letters.ts';
import type { LetterKind } from '../../domain/program/engagement.ts';
import { leftOutWords } from '../../domain/program/keeping.ts';
import type { Report } from '../../domain/report/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { isPlainAddress, parseAddress } from '../../render/address.ts';
import { mboxFile, type Addressed } from '../../render/letter-file.ts';
import { letterheadOf } from '../shared/letterhead-of.ts';
import { certificateFiles, fileWord, invitationFiles, letterFiles, type NamedFile } from '../../render/letter-files.ts';
import { renderText } from '../../render/text.ts';
import { cohortLife } from '../../store/cohort-life.ts';
import { leftOutIn, withoutConsent } from '../../store/consent.ts';
import { programIdentity } from '../../store/facts.ts';
import { whyLeftOut } from '../../store/left-out.ts';
import { mentorMeetings } from '../../store/mentors.ts';
import { membersOf } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import type { Defined } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { noteLeftOut } from '../shared/counted.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, contactsOption, silentDays } from '../shared/options.ts';

export interface LettersOptions {
  readonly cohort?: string;
  readonly withContacts: boolean;
  readonly into?: 'rows' | 'eml' | 'mbox' | 'ics' | 'pdf';
  readonly preview: boolean;
  readonly yes: boolean;
  readonly sender?: Addressed;
  readonly time?: string;
  readonly date?: CivilDate;
  readonly minutes?: number;
  readonly since?: CivilDate;
  readonly neverMet?: boolean;
  readonly silent?: number | true;
}

const examples: Readonly<Record<LetterKind, string>> = {
  introductions: 'mentorctl export introductions --cohort fall --with-contacts -o introductions.csv',
  reminders: 'mentorctl export reminders --cohort fall --never-met',
  'surveys-due': 'mentorctl export surveys-due --cohort fall --with-contacts --into eml --sender office@example.edu',
  waiting: 'mentorctl export waiting --cohort fall --preview',
  thanks: 'mentorctl export thanks --cohort fall --into pdf -o certificates',
};

/** The command of one kind of letter. */
export function letters(kind: LetterKind): Defined {
  return {
    define: (command, act, given) => {
      const all = command
        .addOption(cohortOption())
        .addOption(contactsOption())
        .addOption(onOff('--preview', 'show three as they will be read, write nothing'))
        .addOption(onOff('-y, --yes', 'write files without showing three first'));
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
            '--into <form>',
            'rows; eml, ics or pdf: files in a folder (-o), one a letter; mbox: one file',
            oneOf(waysOf[kind]),
          ),
        )
        .addOption(
          valueOption(
            '--sender <address>',
            "who sends them, for files; the program file's contact if not said",
            address,
          ),
        );
      if (kind === 'introductions')
        command
          .addOption(
            valueOption(
              '--date <day>',
              'ics: the day of the meeting, YYYY-MM-DD; the day to meet by if not said',
              anyDay(given.today),
            ),
          )
          .addOption(valueOption('--time <time>', 'ics: HH:MM; the whole day if not said', time))
          .addOption(valueOption('--minutes <minutes>', 'ics: how long', wholeNumber({ least: 1 })).default(60));
      all
        .addHelpText('after', `\nExample:\n  ${examples[kind]}`)
        .action((flags: LettersOptions) => act((options, context) => runLetters(kind, options, context), flags));
    },
  };
}

export async function runLetters(kind: LetterKind, options: LettersOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const how = options.into ?? 'rows';
  if (how !== 'rows' && how !== 'pdf' && !options.withContacts) {
    const message = `a letter as .${how} holds the addresses of the people it goes to`;
    throw new Failure('usage', { code: 'needs-contacts', message, hint: 'Say --with-contacts if that is meant.' });
  }
  await inCohort(context, options.cohort, async (store, cohort) => {
    const members = await membersOf(store.db, cohort.id);
    const without = await withoutConsent(store.db, program.consent, 'told');
    const untold = (key: number): boolean => without.declined.has(key) || without.unknown.has(key);
    const answers = new Map(members.map(({ key, fields }) => [key, untold(key) ? {} : fields]));
    noteLeftOut(context, leftOutWords(await leftOutIn(store.db, without, [cohort.id], 'any'), 'told'));
    const setting: LetterSetting = {
      program,
      cohort: cohort.name,
      asOf: context.today(),
      contacts: options.withContacts,
      answers: (person) => answers.get(person) ?? {},
    };
    const known = {
      life: await cohortLife(store.db, cohort, program.engagement),
      members,
      surveys: program.surveys,
      closed: cohort.closedOn !== null,
      reasons: await whyLeftOut(store.db, cohort.id),
      done: await mentorMeetings(store.db, cohort.id, program.circles !== undefined),
    };
    const found = whichLetters(kind, known, { ...options, invite: options.into === 'ics' }, setting);
    if (options.preview) return context.show(lettersPreview(kind, cohort.name, found));
    if (how === 'rows') return context.show(lettersReport(kind, cohort.name, found, options.withContacts), 'csv');
    await mayGoOut(lettersPreview(kind, cohort.name, found), found.length, options, context);
    const written = await writeLetters(how, found, options, setting, { store, context, kind });
    context.host.stdout.write(written);
  });
}

/** On a terminal three are shown before files are written, which is where slips are still seen. */
async function mayGoOut(preview: Report, letters: number, { yes }: LettersOptions, context: Context): Promise<void> {
  if (yes || !context.ask.possible || letters === 0) return;
  context.host.stderr.write(renderText(preview, { width: 100, color: false, unicode: true }));
  if (!(await context.ask.confirm(`Write ${letters} like these?`, '--yes')))
    throw new Failure('cancelled', { code: 'cancelled', message: 'cancelled; nothing was written' });
}

/** Gives what is said of it. */
async function writeLetters(
  how: 'eml' | 'mbox' | 'ics' | 'pdf',
  found: readonly Letter[],
  options: LettersOptions,
  setting: LetterSetting,
  { store, context, kind }: { readonly store: Store; readonly context: Context; readonly kind: LetterKind },
): Promise<string> {
  const usable = found.filter(({ to, thanks }) =>
    how === 'pdf' ? thanks?.record !== '' : to.every(({ email }) => email !== undefined && isPlainAddress(email)),
  );
  const left = found.length - usable.length;
  if (left > 0) {
    const why =
      how === 'pdf'
        ? 'no meeting of theirs is on record, so there is nothing to certify'
        : 'no usable address for somebody they go to';
    context.note(`${left} not written: ${why}. See --into rows.`);
  }
  const base = context.settings.output ?? `${kind}-${fileWord(setting.cohort)}${how === 'mbox' ? '.mbox' : ''}`;
  const target = resolve(context.host.cwd, base);
  const files = await filesOf(how, usable, options, setting, { store, context });
  if (how !== 'mbox' && files.length > 0) writeFolder(target, files, base);
  else if (files.length > 0)
    writeFileWhole(
      target,
      mboxFile(
        files.map(({ content }) => String(content)),
        setting.asOf,
      ),
    );
  if (context.settings.format.value === 'json')
    return `${JSON.stringify({ schema: 'mentorctl/letters@1', folder: base, files: files.map(({ name }) => name), left }, undefined, 2)}\n`;
  if (files.length === 0) return `No ${kind} to write for ${setting.cohort}.\n`;
  const what = counted(files.length, how === 'ics' ? 'invitation' : how === 'pdf' ? 'certificate' : 'letter');
  const where = how === 'mbox' ? `the file ${base}` : `the folder ${base}`;
  return `Wrote ${what} to ${where}${how === 'pdf' ? '' : ', with addresses'}.\n\nNext: ${how === 'pdf' ? 'print them' : 'open them in your mail program'}, or mentorctl status --cohort ${shellWord(setting.cohort)}\n`;
}

async function filesOf(
  how: 'eml' | 'mbox' | 'ics' | 'pdf',
  letters: readonly Letter[],
  options: LettersOptions,
  setting: LetterSetting,
  { store, context }: { readonly store: Store; readonly context: Context },
): Promise<NamedFile[]> {
  if (how === 'pdf') {
    const letterhead = await letterheadOf(setting.program, context.programPath, { logo: true });
    return certificateFiles(letters, setting, letterhead);
  }
  const office = parseAddress(setting.program.office.contact ?? '');
  const from =
    options.sender ?? office ?? address(await context.ask.text('Who sends them (an address)?', '--sender'), '--sender');
  if (how !== 'ics') return letterFiles(letters, from, setting);
  const { date, time: at, minutes = 60 } = options;
  return invitationFiles(letters, from, setting, {
    identity: await programIdentity(store.db),
    minutes,
    ...defined({ on: date, at }),
  });
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

const waysOf: Readonly<Record<LetterKind, readonly ['rows', ...string[]]>> = {
  introductions: ['rows', 'eml', 'mbox', 'ics'],
  reminders: ['rows', 'eml', 'mbox'],
  'surveys-due': ['rows', 'eml', 'mbox'],
  waiting: ['rows', 'eml', 'mbox'],
  thanks: ['rows', 'eml', 'mbox', 'pdf'],
};
