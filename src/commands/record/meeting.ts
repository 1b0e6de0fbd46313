// mentorctl record meeting: one meeting of a pair, by flags; on a terminal a short dialogue asks for what was not said.
import type { Command } from '@commander-js/extra-typings';
import { mostMinutes, readMinutes } from '../../domain/cells/minutes.ts';
import { formatDate, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { choosePair } from '../shared/choose.ts';
import type { Act } from '../shared/act.ts';
import { chooseCohort, dayOf, shellWord, type Context } from '../shared/context.ts';
import { keepOne } from '../shared/keep-one.ts';

export interface MeetingOptions {
  readonly mentee?: string;
  readonly mentor?: string;
  readonly pair?: string;
  readonly cohort?: string;
  readonly date?: string;
  readonly minutes?: string;
  readonly mode?: string;
  readonly topic?: string;
  readonly notes?: string;
  readonly reflection?: string;
  readonly dryRun?: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .option('--mentee <who>', 'id, e-mail or part of the name; asked for on a terminal, with all the rest')
    .option('--mentor <who>', 'id, e-mail or part of the name; needed only when the mentee has several')
    .option('--pair <number>', 'the pair by its number, as pair list shows it')
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .option('--date <day>', 'when they met: YYYY-MM-DD, yesterday, monday; today if not said')
    .option('--minutes <minutes>', 'for how long: 45, or 1 h 30')
    .option('--mode <mode>', 'how: in person, video, phone ...')
    .option('--topic <topic>', 'about what')
    .option('--notes <text>', 'anything to remember')
    .option('--reflection <text>', "the mentor's own reflection")
    .option('--dry-run', 'check and show, write nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl record meeting\n  mentorctl record meeting --mentee S1042 --minutes 45 --topic exams',
    )
    .action((flags: MeetingOptions) => act(runRecordMeeting, flags));
}

export async function runRecordMeeting(given: MeetingOptions, context: Context): Promise<void> {
  dayOf(given.date, '--date', context);
  minutesOf(given.minutes);
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, given.cohort);
    const { pair, mentee, mentor } = await choosePair(context, store, cohort, given, ['active', 'ended'], {
      firstOnly: true,
    });
    const dialogue = context.ask.possible && given.mentee === undefined && given.pair === undefined;
    const options = dialogue ? await askForRest(given, context) : given;
    const day = dayOf(options.date, '--date', context);
    const minutes = minutesOf(options.minutes);
    if (day < pair.started) context.note(`They were paired only on ${readable(pair.started)}; recorded all the same.`);
    if (pair.ended !== null && day > pair.ended)
      context.note(`They parted on ${readable(pair.ended)}; recorded all the same.`);
    const words = {
      mode: options.mode ?? null,
      topic: options.topic ?? null,
      notes: options.notes ?? null,
      reflection: options.reflection ?? null,
    };
    const row = { mentor_id: mentor.key, mentee_id: mentee.key, day, minutes, ...words };
    const { plan, said } = await keepOne(
      store,
      context,
      { table: 'meeting', cohortId: cohort.id, row },
      options.dryRun ?? false,
    );
    await context.show({
      schema: 'mentorctl/record@1',
      blocks: [
        {
          kind: 'prose',
          text: `${said}: ${mentor.name} met ${mentee.name} on ${formatDate(day)}${minutes === null ? '' : `, ${minutes} minutes`}.`,
        },
        { kind: 'next', command: `mentorctl status --cohort ${shellWord(cohort.name)}`, text: '' },
      ],
      json: {
        added: plan.added.length,
        changed: plan.changed.length,
        same: plan.same,
        pair: pair.id,
        mentee: { id: mentee.id, name: mentee.name },
        mentor: { id: mentor.id, name: mentor.name },
        meeting: { day, minutes, ...words },
        dryRun: options.dryRun ?? false,
      },
    });
  });
}

/** One question for each thing not said; an empty answer leaves it out. */
async function askForRest(given: MeetingOptions, context: Context): Promise<MeetingOptions> {
  const { ask } = context;
  const question = async (
    flag: 'date' | 'minutes' | 'mode' | 'topic' | 'notes' | 'reflection',
    words: string,
    options: { readonly standard?: string; readonly check?: (text: string) => string | undefined } = {},
  ): Promise<Partial<MeetingOptions>> => {
    if (given[flag] !== undefined) return { [flag]: given[flag] };
    const answer = await ask.text(words, `--${flag}`, options);
    return answer === '' ? {} : { [flag]: answer };
  };
  const complaint = (check: () => unknown): string | undefined => {
    try {
      check();
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return `${error.message}. ${error.hint ?? ''}`;
      throw error;
    }
  };
  return {
    ...given,
    ...(await question('date', 'When did they meet?', {
      standard: context.today(),
      check: (text) => complaint(() => dayOf(text, 'The day', context)),
    })),
    ...(await question('minutes', 'For how many minutes?', {
      check: (text) => (text === '' ? undefined : complaint(() => minutesOf(text))),
    })),
    ...(await question('mode', 'How: in person, video, phone?')),
    ...(await question('topic', 'About what?')),
    ...(await question('notes', 'Anything to remember?')),
    ...(await question('reflection', "The mentor's own reflection, if there is one?")),
  };
}

function minutesOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const minutes = readMinutes(text);
  if (minutes !== undefined && minutes >= 0 && minutes <= mostMinutes) return minutes;
  throw new Failure('usage', {
    code: 'bad-number',
    message: `--minutes is "${text}"`,
    hint: 'Write minutes, 0 to 1440, or a time such as 1 h 30.',
  });
}

function readable(day: string): string {
  const date: CivilDate | undefined = parseIsoDate(day);
  return date === undefined ? day : formatDate(date);
}
