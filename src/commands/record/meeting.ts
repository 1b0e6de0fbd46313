// mentorctl record meeting: one meeting of a pair, by flags.
import type { Command } from 'commander';
import { daysBetween, formatDate, parseIsoDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { allPeople } from '../../store/people.ts';
import { keepRecords } from '../../store/records.ts';
import { activePairs } from '../../store/runs.ts';
import { transact } from '../../store/transact.ts';
import { chooseCohort, type Act, type Context } from '../context.ts';

export interface MeetingOptions {
  readonly mentee: string;
  readonly mentor?: string;
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
    .requiredOption('--mentee <who>', 'id, e-mail or name')
    .option('--mentor <who>', 'id, e-mail or name; needed only when the mentee has several')
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .option('--date <day>', 'when they met, YYYY-MM-DD; today if not said')
    .option('--minutes <minutes>', 'for how long')
    .option('--mode <mode>', 'how: in person, video, phone ...')
    .option('--topic <topic>', 'about what')
    .option('--notes <text>', 'anything to remember')
    .option('--reflection <text>', "the mentor's own reflection")
    .option('--dry-run', 'check and show, write nothing')
    .addHelpText('after', '\nExample:\n  mentorctl record meeting --mentee S1042 --minutes 45 --topic exams')
    .action((flags: MeetingOptions) => act((context) => runRecordMeeting(flags, context)));
}

export async function runRecordMeeting(options: MeetingOptions, context: Context): Promise<void> {
  const day = options.date === undefined ? context.today() : parseIsoDate(options.date);
  if (day === undefined)
    throw new Failure('usage', {
      code: 'bad-date',
      message: `--date is "${options.date ?? ''}"`,
      hint: 'Write it as YYYY-MM-DD.',
    });
  if (daysBetween(context.today(), day) > 0)
    throw new Failure('usage', {
      code: 'future-date',
      message: 'a meeting cannot be recorded before it happened',
      hint: 'Check --date.',
    });
  const minutes = options.minutes === undefined ? null : Number(options.minutes);
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440)) {
    throw new Failure('usage', {
      code: 'bad-number',
      message: `--minutes is "${options.minutes ?? ''}"`,
      hint: 'Write whole minutes, 0 to 1440.',
    });
  }
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const people = await allPeople(store.db);
    const named = (text: string): ReadonlySet<number> => {
      const word = text.trim().toLowerCase();
      const found = people.filter(
        ({ id, email, name }) => id.toLowerCase() === word || email === word || name.toLowerCase() === word,
      );
      if (found.length > 0) return new Set(found.map(({ key }) => key));
      const hint =
        didYouMean(
          text,
          people.flatMap(({ id, name }) => [id, name]),
        ) ?? 'See mentorctl person list.';
      throw new Failure('not-found', { code: 'unknown-person', message: `nobody here is called "${text}"`, hint });
    };
    const mentees = named(options.mentee);
    const mentors = options.mentor === undefined ? undefined : named(options.mentor);
    const pairs = (await activePairs(store.db, cohort.id)).filter(
      (pair) => mentees.has(pair.mentee_id) && (mentors === undefined || mentors.has(pair.mentor_id)),
    );
    const [pair] = pairs;
    if (pair === undefined || pairs.length > 1) {
      throw new Failure(pair === undefined ? 'not-found' : 'usage', {
        code: 'which-pair',
        message:
          pair === undefined
            ? `${options.mentee} has no such standing pair in ${cohort.name}`
            : `${options.mentee} has ${pairs.length} mentors`,
        hint: pair === undefined ? 'See mentorctl pair list.' : 'Say which with --mentor.',
      });
    }
    const { mentee_id, mentor_id } = pair;
    const words = {
      mode: options.mode ?? null,
      topic: options.topic ?? null,
      notes: options.notes ?? null,
      reflection: options.reflection ?? null,
    };
    const record = { mentor_id, mentee_id, day, minutes, ...words };
    const plan = await transact(
      store,
      context.author(),
      (writer) => keepRecords(writer, 'meeting', cohort.id, [record]),
      { dryRun: options.dryRun ?? false },
    );
    const name = (key: number): string => people.find((person) => person.key === key)?.name ?? '';
    const said = plan.added.length > 0 ? 'Recorded' : plan.changed.length > 0 ? 'Changed' : 'Already there';
    await context.show({
      schema: 'mentorctl/record@1',
      blocks: [
        {
          kind: 'prose',
          text: `${options.dryRun === true ? 'Would be: ' : ''}${said}: ${name(mentor_id)} met ${name(mentee_id)} on ${formatDate(day)}${minutes === null ? '' : `, ${minutes} minutes`}.`,
        },
        { kind: 'next', command: `mentorctl status --cohort ${cohort.name}`, text: '' },
      ],
      json: {
        added: plan.added.length,
        changed: plan.changed.length,
        same: plan.same,
        meeting: { day, minutes, ...words },
      },
    });
  });
}
