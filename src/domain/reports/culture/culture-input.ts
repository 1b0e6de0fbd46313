// What report culture is made of: who came back, who was paired with whom, and what people say of the program.
import type { ProgramLife } from '../../engagement/program-life.ts';
import type { Provenance } from '../json-document.ts';

/** One person's way through the cohorts; days are day numbers of the cohorts' starts. */
export interface WayBack {
  /** Start of the first cohort in which they were a mentee. */
  readonly mentee: number;
  /** Start of the first later cohort in which they were a mentor. */
  readonly mentor: number | undefined;
}

export interface CultureInput {
  readonly cohort: string;
  readonly life: ProgramLife;
  /** Everybody who was a mentee in a cohort with a start. */
  readonly ways: readonly WayBack[];
  readonly today: number;
  /** Mentors of this cohort, and those of them who were a mentor, or a mentee, in an earlier one. */
  readonly mentors: { readonly all: number; readonly again: number; readonly onceMentees: number };
  /** Mentees and mentors who are in a cohort for the first time, by how they came to hear of the program. */
  readonly sources: { readonly field: string; readonly counts: ReadonlyMap<string, number> } | undefined;
  /** Fields answered by both sides, to see who is paired across them. */
  readonly across: readonly string[];
  readonly wordsOf: (field: string, value: unknown) => string | undefined;
  /** Answers 0 to 10 to whether they would recommend it. */
  readonly recommend: Float64Array;
  readonly climate: readonly {
    readonly wave: string;
    readonly n: number;
    readonly mean: number;
    readonly low: number | undefined;
    readonly high: number | undefined;
  }[];
  readonly importClimate: string;
  readonly minCell: number;
  readonly technical: boolean;
  readonly provenance: Provenance;
}
