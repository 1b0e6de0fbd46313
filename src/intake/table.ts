// A table as read from a file: headings, rows with their lines, what was decided and what was left out.
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

export type Origin = 'plain' | 'google-forms' | 'microsoft-forms' | 'qualtrics' | 'surveymonkey';

/** How the file was read; said to the admin and kept with the batch. */
export interface Reading {
  readonly origin: Origin;
  readonly encoding: string;
  readonly guessed: boolean;
  readonly example?: string;
  readonly delimiter: string;
  readonly headingLine: number;
}

export interface Table {
  readonly source: string;
  readonly reading: Reading;
  readonly headings: readonly string[];
  /** Good rows; bad ones stand in `issues`. */
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
  /** Rows with errors of their own, in the original cells, for a rejects file. */
  readonly badRows: readonly Row[];
}
