// Problems as values: many at once, each with its place and its remedy. Nothing here is thrown.

/** Where a problem sits: a file or other source, and if known the line (1-based, as an editor counts) and the column heading. */
export interface Place {
  readonly source: string;
  readonly line?: number;
  readonly column?: string;
}

export type Severity = 'error' | 'warning' | 'note';

/** One problem. `message` says what is wrong, `hint` how to mend it, `value` the offending text as it came. */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly where: Place;
  readonly value?: string;
  readonly message: string;
  readonly hint?: string;
}

/** A value that may come with problems. `value` is absent only when there was no way to make one. */
export interface Checked<T> {
  readonly value?: T;
  readonly issues: readonly Issue[];
}
