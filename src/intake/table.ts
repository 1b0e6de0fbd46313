// A table as read from a file: headings, what was decided, and its rows in batches, so that a large one is never whole in memory.
import type { ReadingFacts } from '../domain/imports/reading-note.ts';
import type { Issue } from '../domain/issue.ts';

/** `line`: 1-based, where the row starts, as an editor counts. `cells`: one for each heading. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface LeftOut {
  readonly line: number;
  readonly why: string;
}

export type Origin = 'plain' | 'google-forms' | 'microsoft-forms' | 'qualtrics' | 'surveymonkey' | 'typeform';

/** How the file was read; said to the admin and kept with the batch. */
export interface Reading extends Omit<ReadingFacts, 'source'> {
  readonly origin: Origin;
}

export interface Batch {
  /** Good rows, a cell for each heading. */
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
  /** Rows with errors of their own, for a rejects file: too many cells or too few, or none where they could not be told apart. */
  readonly badRows: readonly Row[];
}

export interface Table {
  readonly source: string;
  readonly reading: Reading;
  readonly headings: readonly string[];
  /** Lines above the headings that begin with #. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
  /** The first rows, up to `sampleRows`: what columns are is judged from these. */
  readonly first: Batch;
  /** True when `first` is the whole table. */
  readonly complete: boolean;
  /** A line that could not be taken apart, cut at its delimiters alone. */
  rawRow(line: number): string[];
  /** The rows after `first`, once. */
  rest(): Generator<Batch, void, undefined>;
}

/** How many rows are looked at before anything is decided. */
export const sampleRows = 10_000;
