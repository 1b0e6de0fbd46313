// A row of a table as it stands in a file.

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}
