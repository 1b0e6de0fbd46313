// What is found on the way through a file: problems, rows left out, bad rows; and the verdict on them all at once.
import { counted } from '../../domain/count-words.ts';
import { resolve } from 'node:path';
import { writeFileWhole } from '../../cli/write-file.ts';
import { Failure } from '../../domain/failure.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Batch, LeftOut, Row, Table } from '../../intake/table.ts';
import type { Context } from '../shared/context.ts';
import type { ImportOptions } from './options.ts';

/** What comes together on the way through a file: its problems, what was left out, and the rows that were bad. */
export interface Findings {
  readonly issues: Issue[];
  readonly leftOut: LeftOut[];
  readonly badRows: Row[];
  rows: number;
}

/** Problems listed in full; a file of another kind would otherwise fill the memory with its complaints. */
const mostIssues = 10_000;
/** Rows of a piece of a file, about. */
const portion = 1000;

/** Every batch of the table, with progress; stops early when a file is wrong throughout. */
export async function* eachBatch(
  table: Table,
  findings: Findings,
  options: ImportOptions,
  work: (batch: Batch) => Promise<readonly Issue[]>,
): AsyncGenerator<Progress, void, undefined> {
  const take = async (batch: Batch): Promise<boolean> => {
    findings.rows += batch.rows.length + batch.badRows.length;
    findings.leftOut.push(...batch.leftOut);
    findings.issues.push(...batch.issues);
    findings.badRows.push(...batch.badRows);
    const issues = await work(batch);
    findings.issues.push(...issues);
    const bad = new Set(issues.map(({ where }) => where.line));
    if (bad.size > 0) findings.badRows.push(...batch.rows.filter(({ line }) => bad.has(line)));
    return options.skipBadRows || findings.issues.length < mostIssues;
  };
  for (const batch of inPortions(table.first)) {
    if (!(await take(batch))) return;
    yield { phase: 'rows', done: findings.rows, total: 0 };
  }
  for (const batch of table.rest()) {
    yield { phase: 'rows', done: findings.rows, total: 0 };
    if (!(await take(batch))) return;
  }
}

/** The first rows are very many; they are taken in as the later ones are, some at a time. */
function* inPortions({ rows, ...more }: Batch): Generator<Batch, void, undefined> {
  yield { ...more, rows: rows.slice(0, portion) };
  for (let start = portion; start < rows.length; start += portion)
    yield { rows: rows.slice(start, start + portion), leftOut: [], issues: [], badRows: [] };
}

/** All problems at once, as a Failure; with --skip-bad-rows they are noted, and `setAside` keeps their rows, unless there is no other row. */
export function judge(findings: Findings, table: Table, options: ImportOptions, context: Context): void {
  const issues = findings.issues.sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));
  if (issues.length === 0) return;
  const bad = wordsByLine(issues);
  const none = bad.size >= findings.rows;
  if (!options.skipBadRows || none) {
    const many = issues.length >= mostIssues ? ' at least' : '';
    const left = findings.rows - bad.size;
    throw new Failure('bad-data', {
      code: 'bad-rows',
      message: `${issues.length}${many} problem${issues.length === 1 ? '' : 's'} in ${counted(findings.rows, 'row')}; nothing was imported.`,
      where: { source: table.source },
      issues,
      ...(options.skipBadRows
        ? { hint: 'No row is without one: mend them in the file and import it again.' }
        : left > 0 && many === ''
          ? { hint: `Import the other ${left} with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.` }
          : {}),
    });
  }
  const lines = [...bad.keys()].sort((a, b) => a - b);
  context.note(
    `Left out for now: ${counted(bad.size, 'row')} with errors (line${bad.size === 1 ? '' : 's'} ${lines.slice(0, 12).join(', ')}${lines.length > 12 ? ', ...' : ''}).`,
  );
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
  const bad = wordsByLine(findings.issues);
  const rows = findings.badRows
    .filter(({ line }) => bad.has(line))
    .sort((a, b) => a.line - b.line)
    .map(({ line, cells }) => [...(cells.length > 0 ? cells : table.rawRow(line)), (bad.get(line) ?? []).join('; ')]);
  writeFileWhole(
    resolve(context.host.cwd, options.rejects),
    renderRows([[...table.headings, 'mentorctl_error'], ...rows]),
  );
  context.note(`They are in ${options.rejects}: mend them there and import that file.`);
}

/** What is wrong with each line, by line. */
function wordsByLine(issues: readonly Issue[]): ReadonlyMap<number, readonly string[]> {
  const bad = new Map<number, string[]>();
  for (const { where, message } of issues) {
    const text = where.column === undefined ? message : `${where.column}: ${message}`;
    bad.set(where.line ?? 0, [...(bad.get(where.line ?? 0) ?? []), text]);
  }
  return bad;
}

/** How many lines have something wrong with them. */
export function badLines({ issues }: Findings): number {
  return new Set(issues.map(({ where }) => where.line)).size;
}
