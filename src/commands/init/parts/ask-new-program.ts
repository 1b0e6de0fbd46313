// The questions of init, each with its flag: asked on a terminal where the flag does not answer it, left open elsewhere.
import { anyDay, listed, objection, wholeNumber, type Reader } from '../../../cli/read-values.ts';
import { whyNoCohortName } from '../../../domain/cohort-name.ts';
import {
  endObjection,
  howTheyCame,
  newProgramOf,
  placesObjection,
  programSettings,
  usualCohort,
  type NewProgram,
  type NewProgramFlags,
} from '../../../domain/program/new-program.ts';
import { standardProgram } from '../../../domain/program/standard-program.ts';
import type { Context } from '../../shared/context.ts';

/** Of one person. */
export const places = wholeNumber({ least: 1, most: 999 });

/** `ask`: put the questions that flags leave open. */
export async function askNewProgram(flags: NewProgramFlags, context: Context, ask: boolean): Promise<NewProgram> {
  const text = async (
    given: string | undefined,
    question: string,
    flag: string,
    standard = '',
    check: (typed: string) => string | undefined = () => undefined,
  ): Promise<string> => given ?? (ask ? (await context.ask.text(question, flag, { standard, check })) || standard : '');
  const read = async <T>(
    given: T | undefined,
    reader: Reader<T>,
    question: string,
    flag: string,
    standard = '',
    also: (value: T) => string | undefined = () => undefined,
  ): Promise<T | undefined> => {
    if (given !== undefined || !ask) return given;
    const check = (typed: string): string | undefined =>
      typed === '' ? undefined : (objection(reader, typed, 'This') ?? also(reader(typed, flag)));
    const typed = (await context.ask.text(question, flag, { standard, check })) || standard;
    return typed === '' ? undefined : reader(typed, flag);
  };
  const day = anyDay(() => context.today());
  const { capacity, name: standardName } = standardProgram;

  const name = await text(flags.name, 'What is the program called?', '--name', standardName);
  const setting =
    flags.setting ??
    (ask
      ? await context.ask.choose(
          'Where does it run?',
          programSettings.map((value) => ({ value, label: value })),
          '--setting',
        )
      : undefined);
  const cohort = await text(
    flags.cohort,
    'What is the first cohort called?',
    '--cohort',
    usualCohort(context.today()),
    whyNoCohortName,
  );
  const starts =
    cohort === '' ? undefined : await read(flags.starts, day, 'When does it start? YYYY-MM-DD', '--starts');
  const ends =
    cohort === ''
      ? undefined
      : await read(flags.ends, day, 'When does it end? YYYY-MM-DD', '--ends', '', (end) => endObjection(starts, end));
  const standardPlaces = await read(
    flags.capacity,
    places,
    'How many mentees does a mentor take who did not say?',
    '--capacity',
    String(capacity.standard),
  );
  const mostPlaces = await read(
    flags.maxCapacity,
    places,
    'How many may anybody have at most?',
    '--max-capacity',
    String(Math.max(capacity.maximum, standardPlaces ?? 0)),
    (most) => placesObjection(standardPlaces, most),
  );
  const cameBy =
    flags.cameBy ??
    (ask ? await context.ask.choose('How do mentees come into the program?', howTheyCame, '--came-by') : undefined);
  const checkpoint = await text(
    flags.checkpoint,
    'When will you look at who stayed? e.g. fall 2027 (empty: not yet)',
    '--checkpoint',
  );
  const surveys =
    flags.surveys ??
    (ask
      ? listed(
          await context.ask.text('Which surveys will you ask? e.g. belonging, confidence (empty: none)', '--surveys'),
          '--surveys',
        )
      : []);

  return newProgramOf({ name, setting, cohort, starts, ends, standardPlaces, mostPlaces, cameBy, checkpoint, surveys });
}
