// One measure at one time, out of the database into a column: on whichever thread, by that thread's own connection.
import { sha256 } from './sha256.ts';
import type { ReadPairs } from './dialect/read-pairs.ts';

/** Whose column it is. */
export interface ColumnRows {
  /** How many. */
  readonly size: number;
  /** By cohort: the row of everybody who counts in it, by key; -1 for nobody. */
  readonly cohorts: readonly { readonly cohort: number; readonly rowOf: Int32Array }[];
}

export interface ReadColumn {
  /** NaN where nothing was observed. */
  readonly values: Float64Array<ArrayBuffer>;
  /** SHA-256 of their bytes, in hexadecimal. */
  readonly hash: string;
}

/** Places in what a thread that reads columns shares with the one that takes them. */
export const Signal = {
  /** Goes up whenever the reading thread has news: a column, or the end. */
  news: 0,
  /** The first column that neither of them has begun to read. */
  next: 1,
  /** Columns before this one were taken or are not wanted any more. */
  taken: 2,
  /** 1 when the thread reads no more. */
  ended: 3,
} as const;

export type ValueColumn = 'number' | 'status';

/** What follows `from`, for bound values [cohort, measure, when]: answered out of an index alone. */
export const series = (value: ValueColumn): string =>
  `observation where cohort_id = ? and measure = ? and observed = ? and ${value} is not null`;

export function readNumbers(
  pairs: ReadPairs,
  { size, cohorts }: ColumnRows,
  measure: string,
  when: string,
): ReadColumn {
  const values = new Float64Array(size).fill(NaN);
  for (const { cohort, rowOf } of cohorts) {
    pairs('person_id, number', `from ${series('number')}`, [cohort, measure, when], (person, value) => {
      const row = rowOf[person] ?? -1;
      if (row >= 0) values[row] = value;
    });
  }
  return { values, hash: hashOf(values) };
}

export function hashOf(values: Float64Array | Int32Array): string {
  return sha256(new Uint8Array(values.buffer));
}
