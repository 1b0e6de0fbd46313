// The questions of init, each with its flag: asked on a terminal where the flag does not answer it, left open elsewhere.
import { anyDay, objection, wholeNumber, type Reader } from '../../../cli/read-values.ts';
import type { CivilDate } from '../../../domain/civil-date.ts';
import { whyNoCohortName } from '../../../domain/cohort-name.ts';
import { defined } from '../../../domain/defined.ts';
import { Failure } from '../../../domain/failure.ts';
import { programSettings, type NewProgram, type ProgramSetting } from '../../../domain/program/new-program.ts';
import type { CameBy } from '../../../domain/program/program.ts';
import { standardProgram } from '../../../domain/program/standard-program.ts';
import type { Context } from '../../shared/context.ts';

export interface NewProgramFlags {
  readonly name?: string;
  readonly setting?: ProgramSetting;
  readonly cohort?: string;
  readonly starts?: CivilDate;
  readonly ends?: CivilDate;
  readonly capacity?: number;
  readonly maxCapacity?: number;
  readonly cameBy?: CameBy;
  readonly checkpoint?: string;
  readonly surveys?: readonly string[];
}

/** Of one person. */
export const places = wholeNumber({ least: 1, most: 999 });

const howTheyCame: readonly { value: CameBy; label: string }[] = [
  { value: 'self-chosen', label: 'they chose to join' },
  { value: 'staff', label: 'staff decided who joins' },
  { value: 'wait-list', label: 'whoever signed up first; the others wait' },
  { value: 'lottery', label: 'places were drawn by lot' },
];

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
      : await read(flags.ends, day, 'When does it end? YYYY-MM-DD', '--ends', '', (end) =>
          starts !== undefined && end <= starts ? `It starts on ${starts}; the end comes later.` : undefined,
        );
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
    (most) =>
      most < (standardPlaces ?? 0) ? `A mentor who did not say takes ${standardPlaces ?? 0}; not fewer.` : undefined,
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
      ? (await context.ask.text('Which surveys will you ask? e.g. belonging, confidence (empty: none)', '--surveys'))
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean)
      : []);

  if (starts !== undefined && ends !== undefined && ends <= starts)
    throw new Failure('usage', {
      code: 'end-before-start',
      message: `the cohort would end on ${ends}, before it starts on ${starts}`,
      hint: 'Mend --starts or --ends.',
    });
  if (mostPlaces !== undefined && (standardPlaces ?? capacity.standard) > mostPlaces)
    throw new Failure('usage', {
      code: 'bad-number',
      message: `--max-capacity is ${mostPlaces}, fewer than the ${standardPlaces ?? capacity.standard} a mentor takes who did not say`,
      hint: 'Make --max-capacity the larger.',
    });
  const dates = defined({ starts, ends });
  return {
    ...(name === '' ? {} : { name }),
    ...defined({ setting }),
    ...(cohort === '' ? {} : { cohort: { name: cohort, ...dates } }),
    ...defined({ standardPlaces, mostPlaces, cameBy }),
    ...(checkpoint === '' ? {} : { checkpoint }),
    surveys,
  };
}

/** `fall-2026`: the half of the year that is next. */
function usualCohort(today: CivilDate): string {
  return `${today.slice(5, 7) >= '06' ? 'fall' : 'spring'}-${today.slice(0, 4)}`;
}
