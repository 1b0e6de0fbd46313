// How much may be said: computed from the design and the start, never chosen.
import type { Grouping } from '../outcomes/dataset.ts';
import type { StartDifference } from '../outcomes/start-differences.ts';
import type { Claim } from '../report/report.ts';

export interface Design {
  readonly groups: Grouping;
  /** Of those analysed, of everything that is known from before. */
  readonly starts: readonly StartDifference[];
  /** What the findings allow for, by name. */
  readonly adjusted: ReadonlySet<string>;
  /** True when the same people are compared before and after. */
  readonly change: boolean;
  /** Why the comparison is on an unequal clock, if it is. */
  readonly clock?: UnequalClock | undefined;
  /** Why those who are lost may be others than those who are known, if so: beyond the bounds of the What Works Clearinghouse. */
  readonly loss?: string | undefined;
}

/** `none`: whoever stays longer had more time to be counted as mentored, so the groups are no comparison at all. */
export interface UnequalClock {
  readonly why: string;
  readonly comparison: 'weak' | 'none';
}

const nobodyMentored =
  'nobody on file counts as mentored, by a pair or by a column that says who took part (mentorctl import FILE --map "HEADING=group")';
const apartAtStart = 'the groups were too far apart at the start';
const differedAtStart = 'the groups differed at the start';

/** Whether it was seen that the groups differed, and not only left open. */
export function seenToDiffer({ because }: Claim): boolean {
  return because.some((words) => words.startsWith(apartAtStart) || words.startsWith(differedAtStart));
}

export function claimOf({ groups, starts, adjusted, change, clock, loss }: Design): Claim {
  if (groups.labels.length === groups.mentored) {
    const because = ['nobody to compare with is known'];
    return change
      ? { level: 1, name: 'change', because: [...because, 'the same people are compared before and after'] }
      : { level: 0, name: 'description', because };
  }
  if (!groups.codes.some((code) => code >= 0 && code < groups.mentored))
    return { level: 0, name: 'description', because: [nobodyMentored] };
  if (clock?.comparison === 'none') return { level: 0, name: 'description', because: [clock.why] };
  if (clock !== undefined) return { level: 2, name: 'comparison', because: [clock.why] };
  if (groups.cameBy === 'lottery' && loss === undefined) {
    return {
      level: 4,
      name: 'lottery',
      because: [`places were drawn by lottery and everybody counts as drawn (${groups.source})`],
    };
  }
  const because = [
    ...(groups.otherCohort === true
      ? [groups.source]
      : [`people came into the groups by: ${groups.cameBy} (${groups.source})`]),
    ...(loss === undefined ? [] : [loss]),
  ];
  const comparison = (why: string): Claim => ({ level: 2, name: 'comparison', because: [...because, why] });
  if (starts.length === 0) return comparison('how the groups compared at the start was not measured');
  const apart = starts.filter(({ band }) => band === 'apart');
  if (apart.length > 0) return comparison(`${apartAtStart} in ${list(apart)} (more than 0.25 SD) to be made alike`);
  const open = notAllowedFor(starts, adjusted);
  if (open.length > 0) return comparison(`${differedAtStart} in ${list(open)} and no allowance was made`);
  // A lottery falls by one: what is known of the start says whether those left are alike. Others never had more than that.
  if (loss !== undefined && groups.cameBy !== 'lottery') return { level: 2, name: 'comparison', because };
  const allowed = starts.some(({ band }) => band === 'adjust');
  return {
    level: 3,
    name: 'adjusted comparison',
    because: [
      ...because,
      allowed
        ? `the groups were near each other at the start (within 0.25 SD) and what differed is allowed for`
        : 'all that was measured at the start was alike (within 0.05 SD)',
    ],
  };
}

/** What differed at the start, by so little that it could be allowed for, and was not. */
export function notAllowedFor(
  starts: readonly StartDifference[],
  adjusted: ReadonlySet<string>,
): readonly StartDifference[] {
  return starts.filter(({ band, measure }) => band === 'adjust' && !adjusted.has(measure));
}

function list(starts: readonly StartDifference[]): string {
  return [...new Set(starts.map(({ measure }) => measure))].join(', ');
}

/** The first words of a report. `what`: e.g. `how many stayed`. */
export function opening(claim: Claim, groups: Grouping, what: string): string {
  return `What this can and cannot show: ${whatItCanShow(claim, groups, what)}`;
}

function whatItCanShow(claim: Claim, groups: Grouping, what: string): string {
  switch (claim.level) {
    case 0:
      if (groups.labels.length > groups.mentored)
        return `${what} in each group. It is no comparison: ${claim.because.at(-1) ?? ''}.`;
      return `${what}. There is nobody here to compare with, so it cannot say what mentoring had to do with it.`;
    case 1:
      return `${what}, and what changed over time. There is nobody here to compare with; people change anyway, so this alone cannot say why.`;
    case 4:
      return 'the difference that the offer made. Places were drawn by lottery, and everybody counts in the group they were drawn into, whether or not they took it up.';
    case 2:
    case 3: {
      const chosen = {
        staff: 'people whom staff chose with people they did not choose',
        'wait-list': 'people who had a place with people who were still waiting for one',
        'self-chosen': 'people who chose to join with people who did not',
        lottery: 'those drawn with those not drawn, as far as they can still be counted',
      }[groups.cameBy];
      const start =
        claim.level === 3
          ? 'who were near each other at the start in what was measured'
          : `who may have differed from the start: ${claim.because.at(-1) ?? ''}`;
      const who = groups.otherCohort === true ? 'people mentored in one cohort with everybody of another' : chosen;
      const years =
        groups.otherCohort === true
          ? ' Other years are other years: whatever else changed between them is in it, too.'
          : '';
      return `a comparison of ${who}, ${start}. It is not proof that mentoring made the difference.${years}`;
    }
  }
}
