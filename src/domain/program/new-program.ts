// What is asked when a program is set up, and what a setting usually means for it. Sources: docs/defaults.md.
import type { CivilDate } from '../civil-date.ts';
import type { CameBy } from './program.ts';

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
