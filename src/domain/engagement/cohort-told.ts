// What is said of cohorts: added, closed, listed.
import { formatDate, parseIsoDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import { nextStep, prose, tableBlock } from '../report/blocks.ts';
import type { Cell, Report } from '../report/report.ts';
import { numbers } from '../report/table-columns.ts';
import { count, day, tableOf, text } from '../report/table-of.ts';
import { shellWord } from '../shell-word.ts';

interface Days {
  readonly starts: string | null;
  readonly ends: string | null;
  readonly matchBy: string | null;
}

interface StatedDays {
  readonly starts: CivilDate | undefined;
  readonly ends: CivilDate | undefined;
  readonly matchBy: CivilDate | undefined;
}

/** The days of a cohort with those that are said now; `before`: those it had. Throws Failure where it would end before it starts. */
export function daysSaid({ starts, ends, matchBy }: StatedDays, before: Days | undefined): Days {
  const days = {
    starts: starts ?? before?.starts ?? null,
    ends: ends ?? before?.ends ?? null,
    matchBy: matchBy ?? before?.matchBy ?? null,
  };
  if (days.starts === null || days.ends === null || days.ends >= days.starts) return days;
  const message = `the cohort would end on ${days.ends}, before it starts on ${days.starts}`;
  throw new Failure('usage', { code: 'end-before-start', message, hint: 'Check --starts and --ends.' });
}

/** `said`: what is new; `days`: what it has now. `added`: it is new itself. */
export function cohortReport(
  cohort: string,
  { starts, ends, matchBy }: StatedDays,
  days: Days,
  { added, dryRun }: { readonly added: boolean; readonly dryRun: boolean },
): Report {
  const said = [
    ...(starts === undefined ? [] : [`from ${formatDate(starts)}`]),
    ...(ends === undefined ? [] : [`to ${formatDate(ends)}`]),
    ...(matchBy === undefined ? [] : [`pairs by ${formatDate(matchBy)}`]),
  ];
  const done = added
    ? dryRun
      ? 'Would add'
      : 'Added'
    : said.length === 0
      ? 'Already there:'
      : dryRun
        ? 'Would change'
        : 'Changed';
  return {
    schema: 'mentorctl/cohort@1',
    blocks: [
      prose(`${done} cohort ${cohort}${said.length === 0 ? '' : `, ${said.join(', ')}`}.`),
      nextStep(`mentorctl import people.csv --cohort ${shellWord(cohort)}`),
    ],
    json: { cohort, added, starts: days.starts, ends: days.ends, matchBy: days.matchBy, dryRun },
  };
}

/** The last day of a cohort that is closed, and why its pairs end: before its time is before its time, also for a whole cohort. */
export function closingOfCohort(
  ends: string | null,
  stated: CivilDate | undefined,
  today: CivilDate,
): { readonly day: CivilDate; readonly reason: 'program-ended' | 'planned-end' } {
  const end = ends === null ? undefined : parseIsoDate(ends);
  const day = stated ?? (end !== undefined && end <= today ? end : today);
  return { day, reason: end !== undefined && day < end ? 'program-ended' : 'planned-end' };
}

/** `before`: the day on which it was closed before. `ended`: how many pairs ended with it. */
export function cohortClosed(
  cohort: string,
  { day, reason }: ReturnType<typeof closingOfCohort>,
  { before, ended, dryRun }: { readonly before: string | null; readonly ended: number; readonly dryRun: boolean },
): Report {
  const already = before !== null && ended === 0;
  return {
    schema: 'mentorctl/cohort-close@1',
    blocks: [
      prose(
        already
          ? `${cohort} was closed already.`
          : `${dryRun ? 'Would close' : 'Closed'} ${cohort} on ${formatDate(day)}: ${counted(ended, 'pair')} ended, ${reason === 'planned-end' ? 'as planned' : 'before the planned end, since the program ended'}.`,
      ),
      nextStep(
        `mentorctl report retention --cohort ${shellWord(cohort)}`,
        dryRun || already ? '' : 'or take it back with mentorctl data undo',
      ),
    ],
    json: { cohort, closed: before ?? day, ended, reason, dryRun },
  };
}

/** `size`: how many take part in a role. */
export function cohortList(
  cohorts: readonly {
    readonly id: number;
    readonly name: string;
    readonly starts: string | null;
    readonly ends: string | null;
    readonly closedOn: string | null;
  }[],
  size: (cohort: number, role: 'mentor' | 'mentee' | 'none') => number,
): Report {
  const items = cohorts.map(({ id, name, starts, ends, closedOn }) => ({
    name,
    starts,
    ends,
    closed: closedOn,
    mentors: size(id, 'mentor'),
    mentees: size(id, 'mentee'),
    others: size(id, 'none'),
  }));
  const known = (date: string | null): Cell =>
    date === null
      ? { kind: 'missing', why: 'no date: say it with mentorctl cohort add NAME --starts DAY --ends DAY' }
      : day(date);
  const table = tableOf({ id: 'cohorts', title: '' }, items, [
    ['cohort', ({ name }) => text(name)],
    [numbers('mentors'), ({ mentors }) => count(mentors)],
    [numbers('mentees'), ({ mentees }) => count(mentees)],
    [numbers('others'), ({ others }) => count(others)],
    ['starts', ({ starts }) => known(starts)],
    ['ends', ({ ends }) => known(ends)],
    ['closed', ({ closed }) => day(closed)],
  ]);
  return { schema: 'mentorctl/cohorts@1', blocks: [tableBlock(table)], json: { items } };
}
