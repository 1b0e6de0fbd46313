// mentorctl record meeting: one meeting of a pair, by flags; on a terminal a short dialogue asks for what was not said.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { type Reader, badNumber, objection, pastDay } from '../../cli/read-values.ts';
import { mostMinutes, readMinutes } from '../../domain/cells/minutes.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { defined } from '../../domain/defined.ts';
import { meetingRecorded, meetingRemarks } from '../../domain/people/recorded.ts';
import type { Act, Given } from '../shared/act.ts';
import { choosePair } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { keepOne } from '../shared/keep-one.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, pairOption } from '../shared/options.ts';

export interface MeetingOptions {
  readonly mentee?: string;
  readonly mentor?: string;
  readonly pair?: number;
  readonly cohort?: string;
  readonly date?: CivilDate;
  readonly minutes?: number;
  readonly mode?: string;
  readonly topic?: string;
  readonly note?: string;
  readonly reflection?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .option('--mentee <who>', 'id, e-mail or part of the name; asked for on a terminal, with all the rest')
    .option('--mentor <who>', 'id, e-mail or part of the name; needed only when the mentee has several')
    .addOption(pairOption())
    .addOption(cohortOption())
    .addOption(
      valueOption(
        '--date <day>',
        'when they met: YYYY-MM-DD, yesterday, monday; today if not said',
        pastDay(given.today),
      ),
    )
    .addOption(valueOption('--minutes <minutes>', 'for how long: 45, or 1 h 30', minutes))
    .option('--mode <mode>', 'how: in person, video, phone ...')
    .option('--topic <topic>', 'about what')
    .option('--note <text>', 'anything to remember')
    .option('--reflection <text>', "the mentor's own reflection")
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl record meeting\n  mentorctl record meeting --mentee S1042 --minutes 45 --topic exams',
    )
    .action((flags) => act(runRecordMeeting, flags));
}

export async function runRecordMeeting(given: MeetingOptions, context: Context): Promise<void> {
  await inCohort(context, given.cohort, async (store, cohort) => {
    const { pair, mentee, mentor } = await choosePair(context, store, cohort, given, ['active', 'ended'], {
      firstOnly: true,
    });
    const dialogue = context.ask.possible && given.mentee === undefined && given.pair === undefined;
    const options = dialogue ? await askForRest(given, context) : given;
    const day = options.date ?? context.today();
    for (const remark of meetingRemarks(pair, day)) context.note(remark);
    const words = {
      mode: options.mode ?? null,
      topic: options.topic ?? null,
      notes: options.note ?? null,
      reflection: options.reflection ?? null,
    };
    const meeting = { day, minutes: options.minutes ?? null, ...words };
    const row = { mentorId: mentor.key, menteeId: mentee.key, ...meeting };
    const kept = await keepOne(store, context, { table: 'meeting', cohort, row }, options.dryRun);
    await context.show(meetingRecorded(kept, { pair, mentee, mentor }, meeting));
  });
}

/** One question for each thing not said; an empty answer leaves it out. */
async function askForRest(given: MeetingOptions, context: Context): Promise<MeetingOptions> {
  const { ask } = context;
  const words = async (flag: 'mode' | 'topic' | 'note' | 'reflection', question: string): Promise<object> => {
    const answer = given[flag] ?? (await ask.text(question, `--${flag}`));
    return answer === '' ? {} : { [flag]: answer };
  };
  const read = async <T>(
    flag: 'date' | 'minutes',
    question: string,
    reader: Reader<T>,
    standard?: string,
  ): Promise<object> => {
    if (given[flag] !== undefined) return {};
    const check = (text: string): string | undefined =>
      text === '' ? undefined : objection(reader, text, flag === 'date' ? 'The day' : '--minutes');
    const answer = await ask.text(question, `--${flag}`, { ...defined({ standard }), check });
    return answer === '' ? {} : { [flag]: reader(answer, `--${flag}`) };
  };
  return {
    ...given,
    ...(await read(
      'date',
      'When did they meet?',
      pastDay(() => context.today()),
      context.today(),
    )),
    ...(await read('minutes', 'For how many minutes?', minutes)),
    ...(await words('mode', 'How: in person, video, phone?')),
    ...(await words('topic', 'About what?')),
    ...(await words('note', 'Anything to remember?')),
    ...(await words('reflection', "The mentor's own reflection, if there is one?")),
  };
}

const minutes: Reader<number> = (text, flag) => {
  const read = readMinutes(text);
  if (read !== undefined && read >= 0 && read <= mostMinutes) return read;
  throw badNumber(flag, text, 'Write minutes, 0 to 1440, or a time such as 1 h 30.');
};
