// What a sample program is made of: files as an office would have them, and the pairs that things happen to.

/** Rows of a CSV file, the first of them its headings. */
export interface SampleFile {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Ids of the two people. */
export interface SamplePair {
  readonly mentor: string;
  readonly mentee: string;
}
