// The questions of init, each with its flag: asked on a terminal where the flag does not answer it, left open elsewhere.
import { parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { programSettings, type NewProgram, type ProgramSetting } from '../../domain/program/new-program.ts';
import type { CameBy } from '../../domain/program/program.ts';
import { standardProgram } from '../../domain/program/standard-program.ts';
import { wholeNumber } from './choose.ts';
import type { Context } from './context.ts';

export interface NewProgramFlags {
  readonly name?: string;
  readonly setting?: ProgramSetting;
  readonly cohort?: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly places?: string;
  readonly maxPlaces?: string;
  readonly cameBy?: CameBy;
  readonly checkpoint?: string;
  readonly surveys?: readonly string[];
}

const howTheyCame: readonly { value: CameBy; label: string }[] = [
  { value: 'self-chosen', label: 'they chose to join' },
  { value: 'staff', label: 'staff decided who joins' },
  { value: 'wait-list', label: 'whoever signed up first; the others wait' },
  { value: 'lottery', label: 'places were drawn by lot' },
];

/** `ask`: put the questions that flags leave open. */
export async function askNewProgram(flags: NewProgramFlags, context: Context, ask: boolean): Promise<NewProgram> {
  const text = async (given: string | undefined, question: string, flag: string, standard = ''): Promise<string> =>
    given ?? (ask ? (await context.ask.text(question, flag, { standard })) || standard : '');
  const day = async (given: string | undefined, question: string, flag: string): Promise<CivilDate | undefined> => {
    if (given !== undefined) return dayGiven(given, flag);
    const check = (typed: string): string | undefined =>
      typed === '' || parseIsoDate(typed) !== undefined ? undefined : 'Write it as YYYY-MM-DD, or leave it empty.';
    return ask ? parseIsoDate(await context.ask.text(question, flag, { check })) : undefined;
  };
  const places = async (
    given: string | undefined,
    question: string,
    flag: string,
    standard: number,
  ): Promise<number | undefined> => {
    if (given !== undefined) return placesGiven(given, flag);
    const check = (typed: string): string | undefined =>
      /^[1-9]\d{0,2}$/.test(typed) ? undefined : 'Write a whole number from 1 on.';
    return ask
      ? Number((await context.ask.text(question, flag, { standard: String(standard), check })) || standard)
      : undefined;
  };
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
  const cohort = await text(flags.cohort, 'What is the first cohort called?', '--cohort', usualCohort(context.today()));
  const starts = cohort === '' ? undefined : await day(flags.starts, 'When does it start? YYYY-MM-DD', '--starts');
  const ends = cohort === '' ? undefined : await day(flags.ends, 'When does it end? YYYY-MM-DD', '--ends');
  const standardPlaces = await places(
    flags.places,
    'How many mentees does a mentor take who did not say?',
    '--places',
    capacity.standard,
  );
  const mostPlaces = await places(
    flags.maxPlaces,
    'How many may anybody have at most?',
    '--max-places',
    Math.max(capacity.maximum, standardPlaces ?? 0),
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
      message: `--max-places is ${mostPlaces}, fewer than the ${standardPlaces ?? capacity.standard} a mentor takes who did not say`,
      hint: 'Make --max-places the larger.',
    });
  const dates = { ...(starts === undefined ? {} : { starts }), ...(ends === undefined ? {} : { ends }) };
  return {
    ...(name === '' ? {} : { name }),
    ...(setting === undefined ? {} : { setting }),
    ...(cohort === '' ? {} : { cohort: { name: cohort, ...dates } }),
    ...(standardPlaces === undefined ? {} : { standardPlaces }),
    ...(mostPlaces === undefined ? {} : { mostPlaces }),
    ...(cameBy === undefined ? {} : { cameBy }),
    ...(checkpoint === '' ? {} : { checkpoint }),
    surveys,
  };
}

/** `fall-2026`: the half of the year that is next. */
function usualCohort(today: CivilDate): string {
  return `${today.slice(5, 7) >= '06' ? 'fall' : 'spring'}-${today.slice(0, 4)}`;
}

function dayGiven(given: string, flag: string): CivilDate {
  const found = parseIsoDate(given);
  if (found !== undefined) return found;
  throw new Failure('usage', {
    code: 'bad-date',
    message: `${flag} is "${given}"`,
    hint: 'Write it as YYYY-MM-DD.',
  });
}

function placesGiven(given: string, flag: string): number {
  const value = wholeNumber(given, flag, 999);
  if (value >= 1) return value;
  throw new Failure('usage', { code: 'bad-number', message: `${flag} is 0`, hint: 'Write a whole number from 1 on.' });
}
