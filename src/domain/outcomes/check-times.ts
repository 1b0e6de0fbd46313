// Times that cannot be: what is dated after today nobody knows yet, and before the start nobody could stay.
import { dayNumber, formatDate, type CivilDate } from '../civil-date.ts';
import type { Observed, Status } from './dataset.ts';
import { termRange } from './term.ts';

interface Columns {
  readonly observed: readonly Observed[];
  readonly statuses: readonly Status[];
}

export interface CheckedTimes extends Columns {
  /** What was left out, and why, in words. */
  readonly notes: readonly string[];
}

/** `starts`: the first day of the cohort, where it is known. `start`: the checkpoint that says who was there then, which may come before. */
export function checkTimes(
  { observed, statuses }: Columns,
  {
    today,
    starts,
    start,
  }: { readonly today: CivilDate; readonly starts: CivilDate | undefined; readonly start: string | undefined },
): CheckedTimes {
  const future = (when: string): boolean => (termRange(when)?.first ?? -Infinity) > dayNumber(today);
  const early = ({ measure, when }: Status): boolean =>
    measure === 'retention' &&
    when !== start &&
    starts !== undefined &&
    (termRange(when)?.last ?? Infinity) < dayNumber(starts);
  const ahead = [...observed, ...statuses].filter(({ when }) => future(when));
  const before = statuses.filter((one) => !future(one.when) && early(one));
  const kept = <T extends Observed | Status>(some: readonly T[]): T[] => some.filter(({ when }) => !future(when));
  return {
    observed: kept(observed),
    statuses: kept(statuses).filter((one) => !early(one)),
    notes: [
      ...[...new Set(ahead.map(({ when }) => when))].map(
        (when) =>
          `What stands for ${when} is left out: that day is after today (${formatDate(today)}), so nobody can know it yet. If the day is wrong, mend "when" in mentorctl.yaml.`,
      ),
      ...before.map(
        ({ when }) =>
          `The checkpoint ${when} is left out: it is before the start of the cohort${starts === undefined ? '' : ` (${formatDate(starts)})`}, when nobody could have stayed or left. If it says who was there at the start, write "start: true" beside it in mentorctl.yaml.`,
      ),
    ],
  };
}
