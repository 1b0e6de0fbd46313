// Times that cannot be, or are not yet: a slip in a year makes a checkpoint that no report would ever reach.
import type { CivilDate } from '../civil-date.ts';
import { dayNumber } from '../civil-date.ts';
import type { Issue } from '../issue.ts';
import { termDay } from '../outcomes/term.ts';
import type { TimeSaid } from '../rows/read-row.ts';

/** People are registered for the term after the next one at most. */
const mostAhead = 366;
const earliest = '1950-01-01' as CivilDate;

/** `notes`: times of which something may be known already; `issues`: those of which nothing can be. */
export function oddTimes(
  times: ReadonlyMap<string, TimeSaid>,
  today: CivilDate,
  source: string,
): { readonly notes: readonly string[]; readonly issues: readonly Issue[] } {
  const notes: string[] = [];
  const issues: Issue[] = [];
  for (const [label, { line, column }] of times) {
    const day = termDay(label);
    if (day === undefined) continue;
    const ahead = day - dayNumber(today);
    if (ahead > 0 && ahead <= mostAhead) notes.push(`${label} is still to come: what is said of it may change.`);
    const why =
      ahead > mostAhead
        ? 'this time is years ahead'
        : day < dayNumber(earliest)
          ? 'this time is long before any program'
          : '';
    if (why !== '')
      issues.push({
        code: 'bad-value',
        severity: 'error',
        where: { source, line, column },
        value: label,
        message: why,
        hint: `Correct it in the file, or leave the column out with --map "${column}=-".`,
      });
  }
  return { notes, issues };
}
