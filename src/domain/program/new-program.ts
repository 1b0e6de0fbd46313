// What is asked when a program is set up, and what a setting usually means for it. Sources: docs/defaults.md.
import type { CivilDate } from '../civil-date.ts';
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import type { CameBy } from './program.ts';
import { standardProgram } from './standard-program.ts';

/** As --setting takes them. */
export const programSettings = ['university', 'school', 'workplace', 'community'] as const;
export type ProgramSetting = (typeof programSettings)[number];

/** The answers; what is left open is left out of the file, and the standards hold. */
export interface NewProgram {
  readonly name?: string;
  readonly setting?: ProgramSetting;
  readonly cohort?: { readonly name: string; readonly starts?: CivilDate; readonly ends?: CivilDate };
  /** Mentees a mentor takes who did not say, and the most anyone may have. */
  readonly standardPlaces?: number;
  readonly mostPlaces?: number;
  readonly cameBy?: CameBy;
  /** When it is looked at who stayed, e.g. `fall 2027`. */
  readonly checkpoint?: string;
  /** Instruments asked at the start and at the end. */
  readonly surveys: readonly string[];
}

interface Usual {
  /** Days a pair lasts where its cohort has no end. */
  readonly lengthDays: number;
  readonly lengthWhy: string;
  /** What somebody is who stayed. */
  readonly stayed: string;
}

/** Lengths by setting; sources in docs/defaults.md. */
export const usualFor: Readonly<Record<ProgramSetting, Usual>> = {
  university: { lengthDays: 270, lengthWhy: 'two semesters with the break between them', stayed: 'enrolled' },
  school: { lengthDays: 300, lengthWhy: 'a school year', stayed: 'enrolled' },
  workplace: { lengthDays: 365, lengthWhy: 'a year', stayed: 'employed' },
  community: { lengthDays: 365, lengthWhy: 'a year', stayed: 'active' },
};

/** What is said of a new program, or asked for. */
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

/** Ways of coming into a program, as they are asked for. */
export const howTheyCame: readonly { value: CameBy; label: string }[] = [
  { value: 'self-chosen', label: 'they chose to join' },
  { value: 'staff', label: 'staff decided who joins' },
  { value: 'wait-list', label: 'whoever signed up first; the others wait' },
  { value: 'lottery', label: 'places were drawn by lot' },
];

/** Why a cohort cannot end so; undefined where it can. */
export function endObjection(starts: CivilDate | undefined, end: CivilDate): string | undefined {
  return starts !== undefined && end <= starts ? `It starts on ${starts}; the end comes later.` : undefined;
}

/** Why nobody can have at most so many; undefined where they can. */
export function placesObjection(standard = 0, most: number): string | undefined {
  return most < standard ? `A mentor who did not say takes ${standard}; not fewer.` : undefined;
}

/** What was said and answered, '' where nothing was, as a program. Throws Failure for what contradicts itself. */
export function newProgramOf(said: {
  readonly name: string;
  readonly setting: ProgramSetting | undefined;
  readonly cohort: string;
  readonly starts: CivilDate | undefined;
  readonly ends: CivilDate | undefined;
  readonly standardPlaces: number | undefined;
  readonly mostPlaces: number | undefined;
  readonly cameBy: CameBy | undefined;
  readonly checkpoint: string;
  readonly surveys: readonly string[];
}): NewProgram {
  const { name, cohort, checkpoint, setting, starts, ends, standardPlaces, mostPlaces, cameBy, surveys } = said;
  if (starts !== undefined && ends !== undefined && ends <= starts)
    throw new Failure('usage', {
      code: 'end-before-start',
      message: `the cohort would end on ${ends}, before it starts on ${starts}`,
      hint: 'Mend --starts or --ends.',
    });
  if (mostPlaces !== undefined && (standardPlaces ?? standardProgram.capacity.standard) > mostPlaces)
    throw new Failure('usage', {
      code: 'bad-number',
      message: `--max-capacity is ${mostPlaces}, fewer than the ${standardPlaces ?? standardProgram.capacity.standard} a mentor takes who did not say`,
      hint: 'Make --max-capacity the larger.',
    });
  const filled = (text: string): string | undefined => (text === '' ? undefined : text);
  return {
    ...defined({
      name: filled(name),
      setting,
      cohort: cohort === '' ? undefined : { name: cohort, ...defined({ starts, ends }) },
    }),
    ...defined({ standardPlaces, mostPlaces, cameBy, checkpoint: filled(checkpoint) }),
    surveys,
  };
}

/** `fall-2026`: the half of the year that is next. */
export function usualCohort(today: CivilDate): string {
  return `${today.slice(5, 7) >= '06' ? 'fall' : 'spring'}-${today.slice(0, 4)}`;
}
