// What reports on outcomes rest on, read of one cohort or several and laid out: people, groups, what was observed; clocks; first meetings.
import { dayNumber, type CivilDate } from '../domain/civil-date.ts';
import { Failure } from '../domain/failure.ts';
import { bothGroupsLines } from '../domain/outcomes/both-groups.ts';
import { allOf, cohortData, cohortsAsked, landmarksOf, type CohortData } from '../domain/outcomes/cohort-data.ts';
import { columnsToRead, fieldsToRead } from '../domain/outcomes/wanted-fields.ts';
import type { Grouping } from '../domain/outcomes/dataset.ts';
import { earlyMeetings } from '../domain/outcomes/early-meetings.ts';
import { leftOnDays, ownDaysOf } from '../domain/outcomes/left-days.ts';
import { namedLines, primaryNames } from '../domain/outcomes/named-primary.ts';
import { isToldByOwn } from '../domain/outcomes/on-clock.ts';
import type { OwnDays } from '../domain/outcomes/own-time.ts';
import type { Program } from '../domain/program/program.ts';
import { landmarkHint } from '../domain/reports/clock.ts';
import type { Dose } from '../domain/reports/dose-table.ts';
import { groupChanges } from './group-changes.ts';
import { meetingDays } from './meeting-days.ts';
import { namedPrimary } from './named-primary.ts';
import type { HandedColumns } from './observed-columns.ts';
import { otherCohorts } from './other-cohorts.ts';
import { readOutcomes } from './outcomes.ts';
import { ownDays } from './own-days.ts';
import { sha256 } from './sha256.ts';
import type { Store } from './store.ts';
import type { Cohort } from '../domain/records.ts';
export interface Loaded extends CohortData {
  /** When outcomes were named beforehand, for the Method block. */
  readonly namedOn: readonly string[];
  /** A landmark to propose, in words; '' without pairs. */
  readonly landmarkHint: string;
  readonly provenance: { readonly asOf: string; readonly hash: string };
  /** Of what a report is about: asked for before it is made. */
  readonly hand: HandedColumns['hand'];
}

/** What is asked of a report, beside its cohorts. */
type Asked = Omit<Parameters<typeof cohortData>[3], 'otherCohorts'>;

/** `each`: the cohorts; `elsewhere`: one that they are compared with. `least`: from how many people on a group is shown. Throws Failure for what cannot be answered. */
export async function loadedOutcomes(
  store: Store,
  {
    each,
    elsewhere,
  }: {
    readonly each: readonly [Cohort, ...Cohort[]];
    readonly elsewhere: Cohort | undefined;
  },
  program: Program,
  options: Asked,
  least: number,
): Promise<Loaded> {
  const cohorts = cohortsAsked(each, elsewhere);
  const ids = allOf(cohorts).map(({ id }) => id);
  const [cohortId = 0, ...pooled] = each.map(({ id }) => id);
  const asked = {
    ...options,
    otherCohorts: pooled.length > 0 && (await otherCohorts(store.db, [cohortId, ...pooled])),
  };
  const read = await readOutcomes(store, {
    cohortId,
    pooled,
    fields: fieldsToRead(program, asked),
    landmarks: landmarksOf(cohorts, asked, program),
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.id }),
  });
  const own = await ownDays(store.db, ids, 'start', read);
  const moved = isToldByOwn(own, options.clock) || cohorts.each.length > 1 || elsewhere !== undefined;
  await read.hand(columnsToRead(program, asked, moved));
  const loaded = cohortData(read, own, cohorts, asked, program);
  const named = namedLines(await namedPrimary(store.db), primaryNames(program.measures));
  const inBoth = bothGroupsLines((await groupChanges(store.db, ids)).length, least);
  return {
    ...loaded,
    hand: read.hand,
    notes: [...loaded.notes, ...named.late, ...inBoth],
    namedOn: named.method,
    landmarkHint: landmarkHint(read.pairedOn.filter((day) => day !== undefined)),
    provenance: {
      asOf: asked.today,
      get hash() {
        return hashOf(loaded.data.groups, read.digests());
      },
    },
  };
}

/** Of the groups and of every column that was read so far, so that the same data give the same hash on any machine. */
function hashOf({ labels, codes }: Grouping, columns: readonly string[]): string {
  return sha256([labels.join('|'), sha256(new Uint8Array(codes.buffer)), ...columns].join('\n'));
}

/** Everybody's own clock as days; undefined where times are told otherwise, or no day of leaving is on file. */
export async function ownClockOf(
  store: Store,
  loaded: Loaded,
  program: Program,
  asked: { readonly event: string | undefined; readonly today: CivilDate },
): Promise<OwnDays | undefined> {
  if (!loaded.clock.byOwn && asked.event !== undefined)
    throw new Failure('usage', {
      code: 'unknown-value',
      message: '--event counts from the start of each person',
      hint: 'Add --clock own.',
    });
  if (!loaded.clock.byOwn) return undefined;
  const ended = await ownDays(store.db, loaded.cohortIds, 'end', loaded);
  const knownTo = await ownDays(store.db, loaded.cohortIds, 'known-to', loaded);
  return ownDaysOf(loaded, { ended, knownTo }, program, asked);
}

/** How often people met at first; undefined where no meeting is on file. `stated`: the flag's days. */
export async function doseOf(
  store: Store,
  loaded: Loaded,
  program: Program,
  stated: number | undefined,
  today: CivilDate,
): Promise<Dose | undefined> {
  const length = stated ?? program.reports.earlyDays;
  // Meetings are read of one cohort, and their window is one of its calendar.
  if (loaded.designs.length > 1 || loaded.clock.fromStart) return undefined;
  const meetings = await meetingDays(store.db, loaded.cohort.id, loaded.people);
  if (meetings.rows.length === 0) return undefined;
  const { pairedOn, data } = loaded;
  const left = leftOnDays(loaded, program);
  const leftOn = left ?? new Float64Array(data.size).fill(NaN);
  return {
    meetings: earlyMeetings({ meetings, pairedOn, leftOn, length, today: dayNumber(today) }),
    length,
    over: pairedOn.reduce((last, day) => (day > last ? day : last), -Infinity) + length,
    leavingKnown: left !== undefined,
  };
}
