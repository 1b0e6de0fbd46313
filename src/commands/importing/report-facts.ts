// What every kind of import tells of the file: for the batch that is kept, and for the report.
import { defined } from '../../domain/defined.ts';
import { mappingOf } from '../../domain/columns/meaning-words.ts';
import type { Kind } from '../../domain/columns/vocabulary.ts';
import type { ImportFacts } from '../../domain/imports/import-report.ts';
import type { Context } from '../shared/context.ts';
import type { Findings } from '../../intake/each-batch.ts';
import type { ImportOptions } from './options.ts';
import type { Understood } from './understand-file.ts';

/** What is kept of the file itself, with how each column was understood. `facts`: fields it tells of people in no role. */
export function batchFacts(
  { table, kind, columns }: Understood,
  context: Context,
  facts?: readonly string[],
): { at: string; file: string; kind: Kind; reading: object } {
  const reading = { ...table.reading, mapping: mappingOf(columns), ...defined({ facts }) };
  return { at: context.host.now().toISOString(), file: table.source, kind, reading };
}

/** What is told of the file itself, whatever it holds. */
export function reportFacts(
  { table, kind, columns }: Understood,
  { leftOut, issues, rows }: Findings,
  { dryRun, verbose }: ImportOptions,
): Pick<ImportFacts, 'kind' | 'rows' | 'facts' | 'columns' | 'leftOut' | 'issues' | 'dryRun' | 'verbose'> {
  const facts = { source: table.source, ...table.reading };
  return { kind, rows, facts, columns, leftOut: [...leftOut].sort((a, b) => a.line - b.line), issues, dryRun, verbose };
}
