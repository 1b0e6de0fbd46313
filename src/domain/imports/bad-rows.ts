// The verdict on the bad rows of a file, all at once: it is not taken in, or the others of it are.
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import type { Issue } from '../issue.ts';

/** Problems listed in full; a file of another kind would otherwise fill the memory with its complaints. */
export const mostIssues = 10_000;

/**
 * What is said of the rows left out with --skip-bad-rows; undefined where none is bad. Throws Failure with all problems where the
 * good rows may not go alone, and where there is no other row. `rows`: how many the file has.
 */
export function badRowsVerdict(
  found: readonly Issue[],
  rows: number,
  source: string,
  skipBadRows: boolean,
): string | undefined {
  const issues = [...found].sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));
  if (issues.length === 0) return undefined;
  const bad = wordsByLine(issues);
  const none = bad.size >= rows;
  if (!skipBadRows || none) {
    const many = issues.length >= mostIssues ? ' at least' : '';
    const left = rows - bad.size;
    throw new Failure('bad-data', {
      code: 'bad-rows',
      message: `${issues.length}${many} problem${issues.length === 1 ? '' : 's'} in ${counted(rows, 'row')}; nothing was imported.`,
      where: { source: source },
      issues,
      ...(skipBadRows
        ? { hint: 'No row is without one: mend them in the file and import it again.' }
        : left > 0 && many === ''
          ? { hint: `Import the other ${left} with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.` }
          : {}),
    });
  }
  const lines = [...bad.keys()].sort((a, b) => a - b);
  return `Left out for now: ${counted(bad.size, 'row')} with errors (line${bad.size === 1 ? '' : 's'} ${lines.slice(0, 12).join(', ')}${lines.length > 12 ? ', ...' : ''}).`;
}

/** The bad rows with what is wrong with each, to be mended. `rawRow`: a line that could not be taken apart. */
export function rejectedRows(
  issues: readonly Issue[],
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  rawRow: (line: number) => readonly string[],
): string[][] {
  const bad = wordsByLine(issues);
  return rows
    .filter(({ line }) => bad.has(line))
    .sort((a, b) => a.line - b.line)
    .map(({ line, cells }) => [...(cells.length > 0 ? cells : rawRow(line)), (bad.get(line) ?? []).join('; ')]);
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
