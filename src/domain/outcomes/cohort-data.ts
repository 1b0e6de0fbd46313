// What was read of one cohort, or of several and one that they are compared with, laid out for reports on outcomes.
import { dayNumber, formatDate, parseIsoDate, type CivilDate } from '../civil-date.ts';
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import { cohortDays, type CohortDays, type CohortRow } from '../program/cohort-days.ts';
import type { Program } from '../program/program.ts';
import { amongKnown } from '../suggest.ts';
import { alignCohorts, startOf, timesOf, type Aligned } from './align-cohorts.ts';
import { knownAmong } from './among.ts';
import { assignGroups, type Compare } from './assign-groups.ts';
import { bandsOf } from './bands.ts';
import { checkTimes } from './check-times.ts';
import { categoryOf, type Category, type Covariate, type Dataset, type Several } from './dataset.ts';
import { onClock, ownStartName, type OnClock } from './on-clock.ts';
import type { Outcomes } from './outcomes.ts';
import { isBeforeStart, theStart } from './own-terms.ts';
import { poolCohorts, type CohortDesign, type Pooled } from './pool-cohorts.ts';
import type { StartField } from './start-differences.ts';
import { allowedFor, fieldsBefore, namesIn, type OutcomesAsked } from './wanted-fields.ts';
import { dayOf } from './term.ts';
import { withinCohorts } from './within-cohorts.ts';

export interface CohortsAsked {
  /** All that were named as one, which is the only one where one was named. */
  readonly whole: CohortRow;
  readonly each: readonly CohortRow[];
  readonly elsewhere: CohortRow | undefined;
}

export interface CohortData {
  readonly cohort: CohortRow;
  readonly data: Dataset;
  /** Numbers of the people, by row. */
  readonly people: readonly number[];
  /** Day number on which each first had a pair; NaN: never. */
  readonly pairedOn: Float64Array;
  /** What is allowed for, by the program file or else every baseline measure. */
  readonly baselines: readonly Covariate[];
  /** Everything known of people from before, what is allowed for first. */
  readonly onFile: readonly StartField[];
  /** What is wrong with the times on file, in words. */
  readonly notes: readonly string[];
  readonly strata: readonly Category[];
  readonly by: Category | Several | undefined;
  readonly landmark: string | undefined;
  /** Days on which people were paired differ: then the day of pairing is no common start. */
  readonly pairDaysVary: boolean;
  readonly leftOn: Covariate | undefined;
  readonly others:
    { readonly cohort: CohortRow; readonly elsewhere: Uint8Array; readonly aligned: Aligned } | undefined;
  /** Checkpoints with observations, and the one that says who was there at the start. */
  readonly seen: readonly string[];
  readonly start: string | undefined;
  /** By which clock times are told. */
  readonly clock: OnClock;
  /** Of the cohorts named. */
  readonly cohortIds: readonly number[];
  /** The same, and the one compared with. */
  readonly allCohorts: readonly number[];
  /** By person, the index of their cohort among those named. */
  readonly cohortOf: Uint8Array;
  /** How people came into their groups, cohort by cohort, where there are several. */
  readonly designs: readonly CohortDesign[];
  /** People of several of the cohorts. */
  readonly again: number;
  /** What a checkpoint is called where it is none of the calendar. */
  readonly words: ReadonlyMap<string, string>;
}

/** Throws Failure where the cohort is compared with itself. */
export function cohortsAsked(
  each: readonly [CohortRow, ...CohortRow[]],
  elsewhere: CohortRow | undefined,
): CohortsAsked {
  if (each.some(({ id }) => id === elsewhere?.id))
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `${elsewhere?.name ?? ''} is the cohort itself`,
      hint: 'Compare it with another one: --compare "cohort NAME".',
    });
  const [first] = each;
  // Several are one cohort to whoever reads of it.
  const whole = each.length === 1 ? first : { ...first, name: each.map(({ name }) => name).join(',') };
  return { whole, each, elsewhere };
}

/** Of the cohorts named and of the one compared with, in this order. */
export function allOf({ each, elsewhere }: CohortsAsked): readonly CohortRow[] {
  return elsewhere === undefined ? each : [...each, elsewhere];
}

/** By cohort, the day by which a pair makes somebody mentored. */
export function landmarksOf(
  { each }: CohortsAsked,
  { landmark }: OutcomesAsked,
  program: Program,
): (string | undefined)[] {
  return each.map((cohort) => landmark ?? cohortDays(cohort, program).matchBy);
}

/** `own`: people's own starts, by row. Throws Failure for what cannot be answered. */
export function cohortData(
  stored: Outcomes,
  own: readonly (string | undefined)[],
  cohorts: CohortsAsked,
  asked: OutcomesAsked,
  program: Program,
): CohortData {
  const { whole, each, elsewhere } = cohorts;
  const several = each.length > 1;
  const days = cohortDays(whole, program);
  const { starts, ends } = several ? { starts: undefined, ends: undefined } : days;
  if (asked.landmark !== undefined) refuseLandmarkOutside(asked.landmark, { starts, ends }, asked.today);
  const marked = program.measures
    .filter((measure) => measure.kind === 'retention' && measure.start === true)
    .map((measure) => measure.when ?? measure.name);
  const { elsewhere: away } = stored.standing;
  const times = checkTimes(stored, {
    today: asked.today,
    starts: elsewhere === undefined ? starts : undefined,
    start: startOf(timesOf(stored.statuses, away, 0), marked),
  });
  const clock = onClock({ ...times, cohortOf: stored.cohortOf }, own, allOf(cohorts), program, {
    clock: asked.clock,
    elsewhere: elsewhere !== undefined,
  });
  // Told from the start, the start is where everybody counted was; what was before it is no checkpoint.
  const seen = timesOf(clock.statuses, away, 0).filter((when) => !clock.fromStart || !isBeforeStart(when));
  const start = clock.fromStart && seen.includes(theStart) ? theStart : startOf(seen, marked);
  const aligned =
    elsewhere === undefined || clock.fromStart
      ? undefined
      : alignCohorts(clock, away, { own: start, other: startOf(timesOf(clock.statuses, away, 1), marked) });
  const { among } = program.reports;
  const { observed, statuses } = knownAmong(aligned ?? clock, among, program.measures);
  const { groups, designs } = groupsOf(stored, each, program, asked.compare);
  const covariates = new Map<string, Covariate>(stored.fields);
  for (const name of [...namesIn(program, asked), ...allowedFor(program)]) {
    const column = covariates.has(name) ? undefined : observed.find(({ measure }) => measure === name);
    if (column !== undefined) covariates.set(name, { kind: 'number', name, values: column.values });
  }
  const data: Dataset = {
    size: stored.size,
    ...defined({ starts: elsewhere !== undefined || clock.fromStart ? undefined : starts }),
    groups,
    mentor: stored.mentor,
    block: stored.block === undefined ? undefined : categoryOf('lottery block', stored.block),
    observed,
    statuses,
    covariates,
    ...defined({
      among: among.length === 0 ? undefined : among,
      cohorts: several ? cohortCategory(each, stored.cohortOf) : undefined,
      otherCohorts: asked.otherCohorts === true ? (true as const) : undefined,
    }),
  };
  return {
    cohort: whole,
    data,
    people: stored.people,
    pairedOn: Float64Array.from(stored.pairedOn, (day) => {
      const date = parseIsoDate(day ?? '');
      return date === undefined ? NaN : dayNumber(date);
    }),
    ...fromBefore(data, stored, clock, program),
    notes: times.notes,
    strata: [
      ...program.reports.strata.flatMap((name) => categoryIn(covariates, name, program)),
      ...(data.cohorts === undefined ? [] : [data.cohorts]),
      ...lotteryBlock(data),
    ],
    by:
      asked.by === undefined
        ? undefined
        : (stored.several.get(asked.by) ?? categoryIn(covariates, asked.by, program)[0]),
    landmark: asked.landmark ?? days.matchBy,
    pairDaysVary: new Set(stored.pairedOn.filter((day) => day !== undefined)).size > 1,
    leftOn: program.reports.leftOn === undefined ? undefined : covariates.get(program.reports.leftOn),
    others:
      elsewhere === undefined || aligned === undefined ? undefined : { cohort: elsewhere, elsewhere: away, aligned },
    seen,
    start,
    clock,
    cohortIds: each.map(({ id }) => id),
    allCohorts: allOf(cohorts).map(({ id }) => id),
    cohortOf: stored.cohortOf,
    designs,
    again: stored.again,
    words: aligned?.words ?? new Map(clock.fromStart ? seen.map((when) => [when, when]) : []),
  };
}

/** When everybody began, where that differs and another clock counts: who began earlier had longer for whatever is seen. */
function ownStarts({ own, byOwn, fromStart }: OnClock): Covariate[] {
  const days = Float64Array.from(own, dayOf);
  const first = days.reduce((least, day) => (day < least ? day : least), Infinity);
  const several = days.some((day) => day > first);
  return byOwn || fromStart || !several
    ? []
    : [{ kind: 'number', name: ownStartName, values: days.map((day) => day - first) }];
}

function fromBefore(
  data: Dataset,
  { several }: Outcomes,
  clock: OnClock,
  program: Program,
): { readonly baselines: readonly Covariate[]; readonly onFile: readonly StartField[] } {
  const names = allowedFor(program);
  const within = (name: string): Covariate[] => {
    const found = data.covariates.get(name);
    return found === undefined ? [] : [withinCohorts(found, data.cohorts)];
  };
  const baselines = [
    ...names.flatMap(within),
    ...(data.cohorts === undefined ? [] : [data.cohorts]),
    ...lotteryBlock(data),
  ];
  const others = fieldsBefore(program)
    .filter((name) => !names.includes(name))
    .flatMap((name): StartField[] => {
      const many = several.get(name);
      return many === undefined ? within(name) : [many];
    });
  return { baselines, onFile: [...baselines, ...ownStarts(clock), ...others] };
}

function lotteryBlock({ groups, block }: Dataset): Category[] {
  return groups.cameBy === 'lottery' && block !== undefined ? [block] : [];
}

/** Throws Failure where nobody is in the arm that is compared with. */
function groupsOf(
  { standing, cohortOf }: Outcomes,
  each: readonly CohortRow[],
  { groups: plan }: Program,
  compare: Compare,
): Pooled {
  const names = each.map(({ name }) => name);
  const one = each.length === 1 || compare.with === 'cohort';
  const groups = one ? assignGroups(standing, plan, compare) : undefined;
  const pooled = one ? groups && { groups, designs: [] } : poolCohorts(standing, cohortOf, names, plan, compare);
  if (pooled !== undefined) return pooled;
  const arms = [...new Set(standing.label.filter((label) => label !== undefined))].sort();
  const arm = compare.with === 'arm' ? compare.arm : '';
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `nobody is in an arm called "${arm}"`,
    hint: amongKnown(arm, arms, 'No arms are on file.'),
  });
}

function cohortCategory(each: readonly CohortRow[], cohortOf: Uint8Array): Category {
  return {
    kind: 'category',
    name: 'cohort',
    levels: each.map(({ name }) => name),
    codes: Int32Array.from(cohortOf, (index) => (index < each.length ? index : -1)),
    design: true,
  };
}

/** Numbers in bands, yes and no in words. */
function categoryIn(covariates: ReadonlyMap<string, Covariate>, name: string, { measures }: Program): Category[] {
  const found = covariates.get(name);
  if (found === undefined) return [];
  if (found.kind === 'category') return [found];
  if (measures.find((measure) => measure.name === name)?.kind !== 'yes-no') return [bandsOf(found)];
  const words = Array.from(found.values, (value) => (value === 1 ? 'yes' : value === 0 ? 'no' : undefined));
  return [categoryOf(name, words)];
}

/** A landmark splits the cohort's own time in two: before it or after it there is nothing to split. */
function refuseLandmarkOutside(
  landmark: CivilDate,
  { starts, ends }: Pick<CohortDays, 'starts' | 'ends'>,
  today: CivilDate,
): void {
  const day = dayNumber(landmark);
  const outside =
    starts !== undefined && day < dayNumber(starts)
      ? `before the cohort starts (${formatDate(starts)})`
      : ends !== undefined && day >= dayNumber(ends)
        ? `not before the cohort ends (${formatDate(ends)})`
        : day > dayNumber(today)
          ? `after today (${formatDate(today)})`
          : undefined;
  if (outside === undefined) return;
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `--landmark ${landmark} is ${outside}`,
    hint: 'Give a day between the start of the cohort and its end, by which most pairs had begun.',
  });
}
