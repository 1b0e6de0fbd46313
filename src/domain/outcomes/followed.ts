// How long each person was followed and whether following ended by leaving; or why that cannot be said of all who left.
import { levelOf, type Dataset } from './dataset.ts';
import { staysAs } from './in-cohort.ts';
import { inTime } from './term.ts';
import type { TimeUnit } from './time-unit.ts';

/** When people left, on one clock. */
export interface Leaving {
  /** What `days`, `until` and `landmarkDay` count. */
  readonly unit?: TimeUnit;
  /** Day (or week, month, year) of leaving, or for those who stayed the day to which they were followed, from the cohort's start; NaN: not on file. */
  readonly days: Float64Array;
  /** Last day anybody was followed. */
  readonly until: number;
  /** The landmark on the same count; undefined where there is none or groups do not hang on pairs. */
  readonly landmarkDay: number | undefined;
  /** 1 where the day beside somebody is still to come, as far as that can be told. */
  readonly ahead?: Uint8Array;
  /** First and last day of each checkpoint on the same count, where its name says one. */
  readonly checkpoints?: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
}

export interface FollowedGroup {
  readonly label: string;
  readonly rows: Int32Array;
  readonly times: Float64Array;
  /** 1 where following ended by leaving. */
  readonly events: Uint8Array;
  /** People who left on a day that is not on file. */
  readonly noDay: number;
  readonly left: number;
  /** People whose day of leaving is still to come; those of them who left all the same, by their status. */
  readonly ahead: number;
  readonly leftAhead: number;
  /** People who left before the clock starts: their days are below 0. */
  readonly early: number;
  /** People of whom neither a status nor a day is on file: they are taken to be still here. */
  readonly untold: number;
}

/**
 * By group. Whoever was still here at the last checkpoint did not leave, whatever day stands beside them: they are followed to
 * that day, and to the checkpoint at least; so are those whose going is no loss. Who is not known there is in no curve.
 */
export function followed(
  data: Dataset,
  { days, until, landmarkDay, checkpoints, ahead: toCome }: Leaving,
  counts: Uint8Array,
  persistence: boolean,
): FollowedGroup[] {
  const last = lastStatus(data);
  const seen = checkpoints?.get(last?.when ?? '')?.last ?? until;
  const origin = landmarkDay ?? 0;
  return data.groups.labels.map((label, group) => {
    const rows = Int32Array.from({ length: data.size }, (_, row) => row).filter(
      (row) =>
        counts[row] === 1 &&
        data.groups.codes[row] === group &&
        (last === undefined || levelOf(last, row) !== undefined),
    );
    const day = (row: number): number => days[row] ?? NaN;
    const word = (row: number): string | undefined => (last === undefined ? undefined : levelOf(last, row));
    const ahead = (row: number): boolean => toCome?.[row] === 1;
    const left = (row: number): boolean =>
      leaves(word(row), day(row), persistence) && (word(row) !== undefined || !ahead(row));
    const end = (row: number): number => {
      if (left(row)) return Number.isNaN(day(row)) ? until : Math.min(day(row), until);
      // A degree or a transfer is no leaving, however soon: they stay among those who are no loss.
      return word(row) === 'stayed' && !Number.isNaN(day(row)) ? Math.min(until, Math.max(day(row), seen)) : until;
    };
    const gone = rows.filter(left);
    return {
      label,
      rows,
      // Who left before the clock starts is gone by its first day, in the order in which they went.
      times: Float64Array.from(rows, (row) => end(row) - origin),
      events: Uint8Array.from(rows, (row) => (left(row) && day(row) <= until ? 1 : 0)),
      noDay: gone.filter((row) => Number.isNaN(day(row))).length,
      left: gone.length,
      ahead: rows.filter(ahead).length,
      leftAhead: gone.filter(ahead).length,
      early: gone.filter((row) => day(row) < origin).length,
      untold: rows.filter((row) => word(row) === undefined && Number.isNaN(day(row))).length,
    };
  });
}

function lastStatus({ statuses }: Dataset): Dataset['statuses'][number] | undefined {
  const own = statuses.filter(({ measure }) => measure === 'retention');
  const name = inTime(own.map(({ when }) => when)).at(-1);
  return own.find(({ when }) => when === name);
}

/** Without a status a day of leaving is all there is to go by. */
function leaves(word: string | undefined, day: number, persistence: boolean): boolean {
  return word === undefined ? !Number.isNaN(day) : !staysAs(word, persistence);
}

/** By person: the day on which they left; NaN for who stayed, whatever day stands beside them. */
export function leftOnDays(data: Dataset, { days }: Pick<Leaving, 'days'>, persistence: boolean): Float64Array {
  const last = lastStatus(data);
  return days.map((day, row) =>
    leaves(last === undefined ? undefined : levelOf(last, row), day, persistence) ? day : NaN,
  );
}
