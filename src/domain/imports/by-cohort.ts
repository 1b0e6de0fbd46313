// Rows of a file by the cohort that they say they are of.
import type { Issue } from '../issue.ts';

/** By the cohort that each row names, `''` for none; in the order of the file. */
export function byCohort<R>(rows: readonly R[], cohortOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  const spelled = new Map<string, string>();
  for (const row of rows) {
    const name = cohortOf(row);
    const folded = name.toLowerCase();
    const key = spelled.get(folded) ?? name;
    spelled.set(folded, key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

export function noCohortSaid(where: Issue['where']): Issue {
  return {
    code: 'bad-value',
    severity: 'error',
    where,
    message: 'this row says no cohort, and others say several',
    hint: 'Fill it in, or put the whole file in one with --cohort.',
  };
}
