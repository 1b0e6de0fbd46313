// A table read to its end, for tests that look at all of it.
import { openTable, type OpenOptions } from '../src/intake/open-table.ts';
import type { Source } from '../src/intake/source.ts';
import type { Batch, LeftOut, Reading, Row } from '../src/intake/table.ts';
import type { Issue } from '../src/domain/issue.ts';

export interface WholeTable {
  readonly reading: Reading;
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
  readonly badRows: readonly Row[];
}

export async function wholeTable(source: Source, options: OpenOptions = {}): Promise<WholeTable> {
  const table = await openTable(source, options);
  const batches: Batch[] = [table.first];
  for (const batch of table.rest()) batches.push(batch);
  return {
    reading: table.reading,
    headings: table.headings,
    rows: batches.flatMap(({ rows }) => rows),
    leftOut: batches.flatMap(({ leftOut }) => leftOut),
    issues: batches.flatMap(({ issues }) => issues),
    badRows: batches.flatMap(({ badRows }) => badRows),
  };
}
