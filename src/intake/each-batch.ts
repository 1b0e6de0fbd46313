// Every batch of a table on its way in, with what is found on the way: problems, rows left out, bad rows.
import { mostIssues } from '../domain/imports/bad-rows.ts';
import type { Issue } from '../domain/issue.ts';
import type { Progress } from '../domain/progress.ts';
import type { Batch, LeftOut, Row, Table } from './table.ts';

/** What comes together on the way through a file: its problems, what was left out, and the rows that were bad. */
export interface Findings {
  readonly issues: Issue[];
  readonly leftOut: LeftOut[];
  readonly badRows: Row[];
  rows: number;
}

/** Rows of a piece of a file, about. */
const portion = 1000;

/** Every batch of the table, with progress; stops early when a file is wrong throughout. */
export async function* eachBatch(
  table: Table,
  findings: Findings,
  options: { readonly skipBadRows: boolean },
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

/** How many lines have something wrong with them. */
export function badLines({ issues }: Findings): number {
  return new Set(issues.map(({ where }) => where.line)).size;
}
