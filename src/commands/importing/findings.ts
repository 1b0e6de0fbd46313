// The verdict on what was found in a file, told; and its bad rows set aside.
import { resolve } from 'node:path';
import { writeFileWhole } from '../../cli/write-file.ts';
import { badRowsVerdict, rejectedRows } from '../../domain/imports/bad-rows.ts';
import type { Findings } from '../../intake/each-batch.ts';
import type { Table } from '../../intake/table.ts';
import type { Context } from '../shared/context.ts';
import type { ImportOptions } from './options.ts';

/** All problems at once, as a Failure; with --skip-bad-rows they are noted, and `setAside` keeps their rows, unless there is no other row. */
export function judge(findings: Findings, table: Table, options: ImportOptions, context: Context): void {
  const said = badRowsVerdict(findings.issues, findings.rows, table.source, options.skipBadRows);
  if (said !== undefined) context.note(said);
}

/** Writes the bad rows to --rejects, once the good ones are kept: before, they would be lost if those were not. */
export async function setAside(
  findings: Findings,
  table: Table,
  options: ImportOptions,
  context: Context,
): Promise<void> {
  if (findings.issues.length === 0 || options.rejects === undefined || options.dryRun) return;
  const { renderRows } = await import('../../render/documents.ts');
  const rows = rejectedRows(findings.issues, findings.badRows, (line) => table.rawRow(line));
  writeFileWhole(
    resolve(context.host.cwd, options.rejects),
    renderRows([[...table.headings, 'mentorctl_error'], ...rows]),
  );
  context.note(`They are in ${options.rejects}: mend them there and import that file.`);
}
