// What was observed of people, as columns: read in the order in which reports use them, kept in few bytes, and handed over. Only
// those used last stand unpacked, so a report over many waves needs little more memory than one over few.
import type { Kysely } from 'kysely';
import type { Observed, Status } from '../domain/outcomes/dataset.ts';
import type { ColumnsWanted, ObservedColumns } from '../domain/outcomes/outcomes.ts';
import { byTime } from '../domain/outcomes/calendar.ts';
import { dialectOf, type PeopleByRow, type Series } from './dialect/dialect.ts';
import { unpackColumn, type PackedColumn } from './packed-column.ts';
import { sha256 } from './sha256.ts';
import type { Tables } from './tables.ts';

/** In bytes: 32 MiB hold 40 columns of 100,000 people. */
const mostUnpacked = 2 ** 25;

/** Columns of which measure and time are known, and values once they are handed. */
export interface HandedColumns extends ObservedColumns {
  /** Reads those that are wanted and were not handed yet. */
  readonly hand: (wanted: ColumnsWanted) => Promise<void>;
}

/**
 * `rowOf`: the row of each person by key; people not in it are passed over. `away`: by row, the place of its cohort among
 * `cohorts`: what somebody of two did in the other one is of another year.
 */
export async function observedColumns(
  db: Kysely<Tables>,
  cohorts: readonly number[],
  rowOf: ReadonlyMap<number, number>,
  away: readonly number[],
): Promise<HandedColumns> {
  const { observedValues } = dialectOf(db);
  const people = peopleByRow(cohorts, rowOf, away);
  const [numbers, words] = [await seriesOf(db, cohorts, 'number'), await seriesOf(db, cohorts, 'status')];
  const columns = new Map<Series, PackedColumn>();
  const codes = new Map<Series, Codes>();
  const used = new Map<string, string>();
  const unpack = unpacker(mostUnpacked);
  const codesOf = (series: Series): Codes => {
    const found = handed(codes, series);
    used.set(`${series.measure}|${series.when}|${found.levels.join('|')}`, found.hash);
    return found;
  };
  return {
    observed: numbers.map((series): Observed => ({
      ...series,
      get values() {
        const column = handed(columns, series);
        used.set(`${series.measure}|${series.when}|`, column.hash);
        return unpack(column);
      },
    })),
    statuses: words.map((series): Status => ({
      ...series,
      get levels() {
        return codesOf(series).levels;
      },
      get codes() {
        return codesOf(series).codes;
      },
    })),
    digests: () => [...used].map(([column, hash]) => `${column}|${hash}`).sort(),
    hand: async (wanted) => {
      const some = numbers.filter((one) => isWanted(one, wanted.numbers) && !columns.has(one));
      let at = 0;
      for await (const column of observedValues.numbers(db, people, some)) {
        const series = some[at++];
        if (series !== undefined) columns.set(series, column);
      }
      for (const series of words.filter((one) => isWanted(one, wanted.statuses) && !codes.has(one))) {
        const found = await observedValues.words(db, people, series);
        codes.set(series, { ...found, hash: sha256(new Uint8Array(found.codes.buffer)) });
      }
    },
  };
}

type Codes = Pick<Status, 'levels' | 'codes'> & { readonly hash: string };

function isWanted({ measure }: Series, wanted: ColumnsWanted['numbers']): boolean {
  return wanted === 'all' || wanted.has(measure);
}

/** A report that uses what it did not ask for is a fault of ours, and would else read the disk while it computes. */
function handed<T>(columns: ReadonlyMap<Series, T>, series: Series): T {
  const found = columns.get(series);
  if (found === undefined) throw new Error(`${series.measure} ${series.when} was used and not asked for`);
  return found;
}

/** A list by number is far quicker than a map where there are millions of rows. */
function peopleByRow(
  cohorts: readonly number[],
  rowOf: ReadonlyMap<number, number>,
  away: readonly number[],
): PeopleByRow {
  let largest = 0;
  for (const person of rowOf.keys()) if (person > largest) largest = person;
  return {
    size: rowOf.size,
    cohorts: cohorts.map((cohort, side) => {
      const own = new Int32Array(largest + 1).fill(-1);
      for (const [person, row] of rowOf) if (away[row] === side) own[person] = row;
      return { cohort, rowOf: own };
    }),
  };
}

/**
 * Measures and times of which there is anything: measures in the order in which they came in as far as the first person of each
 * shows it, times without a year too, the others in the order of the calendar. From one to the next by the index, whatever lies between.
 */
async function seriesOf(db: Kysely<Tables>, cohorts: readonly number[], value: 'number' | 'status'): Promise<Series[]> {
  const found = new Map<string, { readonly measure: string; readonly when: string; readonly id: number }>();
  for (const cohort of cohorts) {
    const first = db
      .selectFrom('observation')
      .select(['measure', 'observed', 'id'])
      .where('cohort_id', '=', cohort)
      .where(value, 'is not', null)
      .limit(1);
    let next = await first.orderBy('measure').orderBy('observed').orderBy('person_id').executeTakeFirst();
    while (next !== undefined) {
      const { measure, observed: when, id } = next;
      const key = `${measure}\n${when}`;
      if (!found.has(key)) found.set(key, { measure, when, id });
      next =
        (await first
          .where('measure', '=', measure)
          .where('observed', '>', when)
          .orderBy('observed')
          .orderBy('person_id')
          .executeTakeFirst()) ??
        (await first
          .where('measure', '>', measure)
          .orderBy('measure')
          .orderBy('observed')
          .orderBy('person_id')
          .executeTakeFirst());
    }
  }
  const columns = [...found.values()].sort((a, b) => a.id - b.id);
  const first = new Map<string, number>();
  for (const { measure, id } of columns) if (!first.has(measure)) first.set(measure, id);
  return columns
    .sort((a, b) => (first.get(a.measure) ?? 0) - (first.get(b.measure) ?? 0) || byTime(a.when, b.when) || a.id - b.id)
    .map(({ measure, when }) => ({ measure, when }));
}

interface Unpacked {
  readonly values: Float64Array;
  /** Larger is later. */
  used: number;
}

/** Gives a column's values, unpacked anew if need be; puts those away that were used longest ago. */
function unpacker(most: number): (column: PackedColumn) => Float64Array {
  const all = new Map<PackedColumn, Unpacked>();
  let [clock, bytes] = [0, 0];
  return (column) => {
    const there = all.get(column);
    if (there !== undefined) {
      there.used = ++clock;
      return there.values;
    }
    const values = unpackColumn(column);
    all.set(column, { values, used: ++clock });
    bytes += values.byteLength;
    while (bytes > most && all.size > 1) {
      let [oldest, least] = [column, clock];
      for (const [one, { used }] of all) if (used < least) [oldest, least] = [one, used];
      bytes -= all.get(oldest)?.values.byteLength ?? 0;
      all.delete(oldest);
    }
    return values;
  };
}
