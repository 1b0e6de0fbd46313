// Two rows of one person that say different things of one measure and time, or put them in both groups: never merged, but said.
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Issue } from '../issue.ts';
import type { ObservationDraft } from './read-measure.ts';
import type { RowDraft } from './read-row.ts';

/** Where there are more people than these the groups of those who came first are no longer compared. */
const mostPeople = 1_000_000;

/** A person's second group within a cohort; compared within the whole file. */
export function oneGroup(source: string): (row: RowDraft) => Issue[] {
  const groups = new Map<string, { readonly group: string; readonly line: number }>();
  return ({ id, cohort, line, parts }) => {
    const group = parts[0]?.group;
    if (group === undefined) return [];
    const key = `${cohort.toLowerCase()}\n${id}`;
    const before = groups.get(key);
    if (before === undefined) {
      if (groups.size < mostPeople) groups.set(key, { group, line });
      return [];
    }
    if (before.group.toLowerCase() === group.toLowerCase()) return [];
    return [
      {
        code: 'bad-value',
        severity: 'error',
        where: { source, line },
        value: group,
        message: `line ${before.line} puts ${id} in another group: ${before.group}; nobody is compared with themselves`,
        hint: 'Keep the line that is right, or leave both out.',
      },
    ];
  };
}

/** What to do about two values at one time: the columns that may tell the rows apart are named. */
export function apartHint(columns: readonly ColumnMeaning[]): string {
  const answers = columns.filter(({ meaning, profile }) => meaning.is === 'field' && profile.distinct.length > 1);
  const apart = answers.find(({ meaning }) => meaning.is === 'field' && meaning.field.type !== 'number') ?? answers[0];
  const value = columns.find(({ meaning }) => meaning.is === 'measure');
  if (apart === undefined || value === undefined) return 'Keep one of the two lines.';
  const [rows, values] = [apart, value].map(({ heading }) => heading.replace(/(["\\$`])/g, '\\$1'));
  return `Keep one of the two lines, or say what tells them apart: --map "${rows ?? ''}=when" if it is the time, --map "${rows ?? ''}=measure" --map "${values ?? ''}=value" if it is what was measured, e.g. a course.`;
}

/** Of a batch of rows. */
export function twoValues(observations: readonly ObservationDraft[], source: string, hint: string): Issue[] {
  const seen = new Map<string, ObservationDraft>();
  const issues: Issue[] = [];
  for (const one of observations) {
    // Somebody may have a reason on each of several rows; it is no measure of theirs.
    if (one.measure === 'exclusion' || one.measure === 'reason' || one.measure === 'known-to') continue;
    const key = `${one.id}\n${one.measure}\n${one.observed}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, one);
    else if (before.number !== one.number || before.status !== one.status)
      issues.push(...[one, before].map((here) => disagreeing(here, here === one ? before : one, source, hint)));
  }
  return issues;
}

/** Neither of the two is taken where rows with errors are left out: nobody knows which is right. */
function disagreeing(here: ObservationDraft, other: ObservationDraft, source: string, hint: string): Issue {
  const at = here.observed === '' ? '' : ` at ${here.observed}`;
  return {
    code: 'bad-value',
    severity: 'error',
    where: { source, line: here.line },
    value: String(here.number ?? here.status ?? ''),
    message: `line ${other.line} says ${other.number ?? other.status ?? ''} of ${here.measure}${at} for ${here.id}`,
    hint,
  };
}
