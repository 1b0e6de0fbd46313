// What report retention works out by everybody's own clock before anything of it is said: who is followed, what is hidden, what may be claimed.
import type { Category, Dataset } from '../../outcomes/dataset.ts';
import { ownTimes, type OwnDays, type OwnTimes } from '../../outcomes/own-time.ts';
import { startMeasures, type StartField } from '../../outcomes/start-differences.ts';
import { inTime } from '../../outcomes/term.ts';
import type { Claim } from '../../report/report.ts';
import { kaplanMeier, survivalAt, type SurvivalCurve } from '../../statistics/survival.ts';
import { claimOf } from '../claim.ts';
import type { CohortFacts } from '../cohort-lines.ts';
import { countsIn } from '../flow-table.ts';
import type { Provenance } from '../json-document.ts';
import { eachCohort, persistenceHidden, sizesGivenAway, statusCounts } from '../published.ts';
import { hiddenRows } from '../suppression.ts';
import type { CurveGroup } from '../survival-tables.ts';

export interface OwnClockInput {
  readonly cohort: string;
  readonly data: Dataset;
  readonly days: OwnDays;
  /** Everything known of people from before. */
  readonly onFile: readonly StartField[];
  readonly strata: readonly Category[];
  /** Times named, in the unit. */
  readonly at: readonly number[] | undefined;
  /** What is waited for instead of leaving. */
  readonly event: string | undefined;
  /** Why the groups had not the same time to be in, if so. */
  readonly clock: string | undefined;
  readonly minCell: number;
  readonly persistence: boolean;
  readonly technical: boolean;
  readonly together: CohortFacts;
  readonly provenance: Provenance;
}

export interface Followed extends CurveGroup {
  readonly rows: Int32Array;
}

export interface OwnClockFound extends Pick<OwnTimes, 'why' | 'ahead'> {
  readonly input: OwnClockInput;
  readonly groups: readonly Followed[];
  /** By group: too small to be shown, or given away by what else is published. */
  readonly hide: readonly boolean[];
  /** People of whom it is known that they left and not when: with any, no curve is drawn. */
  readonly withoutDay: number;
  /** Whether curves may be drawn and groups compared. */
  readonly shown: boolean;
  readonly claim: Claim;
  /** Times at which the curves are read, in the unit. */
  readonly marks: readonly number[];
  /** The one that findings speak of. */
  readonly headAt: number | undefined;
}

const usualTimes = {
  day: [30, 90, 180, 365, 730],
  week: [4, 13, 26, 52, 104],
  month: [1, 3, 6, 12, 24],
  year: [1, 2, 3],
};
const year = { day: 365, week: 52, month: 12, year: 1 };

export function ownClockFound(input: OwnClockInput): OwnClockFound {
  const { data, minCell } = input;
  const { unit } = input.days;
  const { times, events, why, ahead } = ownTimes(data, input.days, input.persistence);
  const counts = Uint8Array.from(times, (time) => (Number.isNaN(time) ? 0 : 1));
  const groups = data.groups.labels.map((label, group): Followed => {
    const rows = Int32Array.from({ length: data.size }, (_, row) => row).filter(
      (row) => counts[row] === 1 && data.groups.codes[row] === group,
    );
    const own = {
      times: Float64Array.from(rows, (row) => times[row] ?? NaN),
      events: Uint8Array.from(rows, (row) => events[row] ?? 0),
    };
    const strata = Array.from(rows, (row) => input.strata.map(({ codes }) => codes[row] ?? -1).join(' '));
    return { label, rows, ...own, strata, curve: kaplanMeier(own.times, own.events) };
  });
  const withoutDay = why.filter((one, row) => one === 'no-day' && (data.groups.codes[row] ?? -1) >= 0).length;
  const marks =
    input.at ?? usualTimes[unit].filter((at) => groups.every(({ curve }) => survivalAt(curve, at).atRisk >= minCell));
  return {
    input,
    groups,
    why,
    ahead,
    hide: hiddenGroups(input, groups, counts),
    withoutDay,
    shown: withoutDay === 0 && input.clock === undefined,
    claim: claimOf({
      groups: data.groups,
      starts: startMeasures(data.groups, counts, input.onFile, minCell).flatMap(({ differences }) => differences),
      adjusted: new Set(),
      change: false,
      clock: input.clock === undefined ? undefined : { why: input.clock, comparison: 'none' },
    }),
    marks,
    headAt: input.at?.at(-1) ?? marks.filter((at) => at <= year[unit]).at(-1),
  };
}

/** Whether a curve read at a time would show few people; of several cohorts one of which would by itself, all. */
export function showsFew(
  { data, minCell }: OwnClockInput,
  { curve, rows, times, events }: Followed,
  at: number,
): boolean {
  if (minCell === 1) return false;
  const few = (one: SurvivalCurve): boolean => {
    const gone = one.steps.filter(({ time }) => time <= at).reduce((sum, step) => sum + step.events, 0);
    return gone < 3 || survivalAt(one, at).atRisk < Math.max(3, minCell);
  };
  if (few(curve)) return true;
  return (data.cohorts?.levels ?? []).some((_, cohort) => {
    const here = Array.from(rows, (row) => data.cohorts?.codes[row] === cohort);
    const inIt = (_value: number, i: number): boolean => here[i] === true;
    return here.includes(true) && few(kaplanMeier(times.filter(inIt), events.filter(inIt)));
  });
}

/**
 * Small groups, and what cohorts together or persistence beside retention would give back: the few who transferred are the
 * difference between the two.
 */
function hiddenGroups(
  { data, minCell, persistence }: OwnClockInput,
  groups: readonly Followed[],
  counts: Uint8Array,
): boolean[] {
  const sizes = groups.map(({ times }) => times.length);
  const given = sizesGivenAway(
    data,
    eachCohort(data).map((one) => countsIn(one.groups, counts)),
    minCell,
  );
  const last = inTime(data.statuses.filter(({ measure }) => measure === 'retention').map(({ when }) => when)).at(-1);
  const tallies =
    persistence && last !== undefined ? [data, ...eachCohort(data)].map((one) => statusCounts(one, last, counts)) : [];
  return hiddenRows(sizes, minCell).map(
    (own, group) => own || given[group] === true || tallies.some((all) => persistenceHidden(all[group] ?? [], minCell)),
  );
}
