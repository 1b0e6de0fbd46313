// How long each person was followed from their own start, and how it ended: a clock that starts for everybody on a day of their own.
import { levelOf, type Dataset } from './dataset.ts';
import { inCohort, staysAs } from './in-cohort.ts';
import { inUnit, type TimeUnit } from './time-unit.ts';

/** Days are day numbers (civil-date.ts), NaN where none is on file. */
export interface OwnDays {
  readonly unit: TimeUnit;
  readonly starts: Float64Array;
  /** The day somebody left, or the length of the stay where `lengths`. */
  readonly ends: Float64Array;
  /** The length of everybody's stay so far, in `unit`, instead of a day. */
  readonly lengths: boolean;
  /** The last day on which the file says how things were. */
  readonly knownTo: Float64Array;
  /** Instead of leaving: the day on which something else came, e.g. a promotion; leaving ends the following. */
  readonly event?: Float64Array;
}

export const whyNotFollowed = {
  'no-start': 'no start on file',
  'not-yet': 'not started yet',
  'before-start': 'left before the start',
  'no-day': 'left, no day on file',
  'left-out': 'left out by the usual rules',
} as const;

export type WhyNotFollowed = keyof typeof whyNotFollowed;

export interface OwnTimes {
  /** In the unit; NaN where somebody is not followed. */
  readonly times: Float64Array;
  readonly events: Uint8Array;
  /** By person; undefined for who is followed. */
  readonly why: readonly (WhyNotFollowed | undefined)[];
  /** People whose day of leaving is after the last day that the file knows of. */
  readonly ahead: number;
}

/** Who took a degree (or transferred, under persistence) is followed to that day and did not leave on it. */
export function ownTimes(data: Dataset, days: OwnDays, persistence: boolean): OwnTimes {
  const last = lastWords(data);
  const times = new Float64Array(data.size).fill(NaN);
  const events = new Uint8Array(data.size);
  const { excluded } = whoIsLeftOut(data);
  let ahead = 0;
  const why = Array.from({ length: data.size }, (_, row): WhyNotFollowed | undefined => {
    if (excluded(row)) return 'left-out';
    const word = last[row];
    const lost = word !== undefined && !staysAs(word, persistence);
    // Without a status a day of leaving is a leaving.
    const leaves = word === undefined || lost || word === 'stayed';
    const [start, end, knownTo] = [days.starts[row] ?? NaN, days.ends[row] ?? NaN, days.knownTo[row] ?? NaN];
    const follow = (time: number, event: boolean): WhyNotFollowed | undefined => {
      times[row] = time;
      events[row] = event ? 1 : 0;
      return undefined;
    };
    if (days.lengths) return Number.isNaN(end) ? 'no-start' : end < 0 ? 'before-start' : follow(end, lost);
    if (Number.isNaN(start)) return 'no-start';
    if (start > knownTo) return 'not-yet';
    const told = !Number.isNaN(end) && end <= knownTo;
    if (end > knownTo) ahead++;
    if (told && end < start) return 'before-start';
    const came = days.event?.[row] ?? NaN;
    const until = told ? end : knownTo;
    if (days.event !== undefined) {
      const seen = came >= start && came <= until;
      return follow(inUnit((seen ? came : until) - start, days.unit), seen);
    }
    if (told) return follow(inUnit(end - start, days.unit), leaves);
    return lost ? 'no-day' : follow(inUnit(knownTo - start, days.unit), false);
  });
  return { times, events, why, ahead };
}

/** Death, disability, the armed forces and the like: no leaving, and no staying either. */
function whoIsLeftOut(data: Dataset): { readonly excluded: (row: number) => boolean } {
  const { counts } = inCohort(data, undefined);
  return { excluded: (row) => counts[row] === 0 && (data.groups.codes[row] ?? -1) >= 0 };
}

/** The latest that is known of everybody. */
function lastWords(data: Dataset): (string | undefined)[] {
  const words = new Array<string | undefined>(data.size).fill(undefined);
  for (const status of data.statuses.filter(({ measure }) => measure === 'retention'))
    for (let row = 0; row < data.size; row++) words[row] = levelOf(status, row) ?? words[row];
  return words;
}
