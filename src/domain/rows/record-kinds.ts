// The kinds of records about people already known, and what a row of each is read to.
import type { DateOrder } from '../cells/dates.ts';
import type { Kind } from '../columns/vocabulary.ts';
import type { Issue } from '../issue.ts';
import type { Records } from '../records.ts';
import type { KnownInstrument } from '../instruments/survey-items.ts';
import type { ColumnTarget } from '../program/program.ts';

export type RecordKind = Exclude<Kind, 'roster' | 'outcomes' | 'instrument'>;

export type RecordRow = Readonly<Record<string, string | number | null>>;

/** A coordinator's word on two people, from a file that went round. `none`: the pair stands in the file, undecided. */
export const decisions = ['accept', 'decline', 'never again', 'pin', 'block', 'none'] as const;
export type Decision = (typeof decisions)[number];

export interface PairRow {
  readonly line: number;
  readonly mentor: number;
  readonly mentee: number;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly day: string | null;
}

/** What a batch of rows says. `records`: of the kind, see records.ts. */
export interface ReadRecords {
  readonly records: readonly RecordRow[];
  readonly pairs: readonly PairRow[];
  readonly issues: readonly Issue[];
  /** So far in this file: ids as written without their zeros in front -> the ids they are. */
  readonly withoutZeros: ReadonlyMap<string, string>;
  /** So far in this file: names that several people have -> who was meant, by what, and on which lines. */
  readonly toldApart: ReadonlyMap<string, ToldApart>;
}

export interface ToldApart {
  readonly name: string;
  readonly people: number;
  readonly id: string;
  readonly by: string;
  readonly lines: readonly number[];
}

/** What each kind of file has; pairs are decided on one by one. */
export const recordsIn = {
  meetings: 'meeting',
  survey: 'answer',
  goals: 'goal',
  flags: 'flag',
  preferences: 'choice',
  scores: 'score',
} as const satisfies Record<Exclude<RecordKind, 'pairs'>, keyof Records>;

export interface RecordOptions {
  readonly source: string;
  readonly dates: DateOrder | undefined;
  /** Which survey the answers are to, and in which wave, where the rows do not say. */
  readonly survey: {
    readonly instrument: string;
    readonly wave: string | undefined;
    /** Instruments the database has, by id: their answers are filed by item and must stand on the scale. */
    readonly known: ReadonlyMap<string, KnownInstrument>;
  };
  /** Numbers of the people who are mentors in the cohort: who stands on which side of a block. */
  readonly mentors: ReadonlySet<number>;
  readonly mentees?: ReadonlySet<number>;
  /** Whom each was ever paired with there. */
  readonly paired?: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Whom a name that several people have means sooner than the others. */
export type Likelier = (key: number) => boolean;

/** One row of a file of records, with the ways to read its cells; what is wrong is said among the issues. */
export interface RowReading {
  readonly line: number;
  readonly raw: (target: ColumnTarget) => string;
  readonly words: (target: ColumnTarget) => string | null;
  readonly person: (...from: readonly ColumnTarget[]) => number | undefined;
  /** `a@example.org; b@example.org`: everybody in a cell; undefined when one of them is nobody. */
  readonly several: (target: ColumnTarget, likelier?: Likelier) => readonly number[] | undefined;
  readonly personIn: (text: string, heading: string, likelier?: Likelier) => number | undefined;
  /** Whole minutes of a length, or of a start and an end; null: empty; undefined: none, which has been said. */
  readonly minutes: () => number | null | undefined;
  /** null: empty; undefined: not a day, which has been said. */
  readonly day: (target: ColumnTarget) => string | null | undefined;
  readonly complain: (target: ColumnTarget, message: string, hint?: string) => void;
  /** Of a column that is no target. */
  readonly say: (heading: string, value: string, message: string, hint?: string) => void;
}

/** What a row says. */
export type Told = { readonly records?: readonly RecordRow[]; readonly pairs?: readonly PairRow[] };
