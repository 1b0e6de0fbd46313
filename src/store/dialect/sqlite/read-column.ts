// One measure at one time, out of the database into a column: on whichever thread, by that thread's own connection.
import { packColumn, type PackedColumn } from '../../packed-column.ts';
import type { PeopleByRow, Series } from '../dialect.ts';
import type { ReadPairs } from './read-pairs.ts';

/** What follows `from`, for bound values [cohort, measure, when]: answered out of an index alone. */
export const observations = (value: 'number' | 'status'): string =>
  `observation where cohort_id = ? and measure = ? and observed = ? and ${value} is not null`;

export function readNumbers(pairs: ReadPairs, { size, cohorts }: PeopleByRow, { measure, when }: Series): PackedColumn {
  const values = new Float64Array(size).fill(NaN);
  for (const { cohort, rowOf } of cohorts) {
    pairs('person_id, number', `from ${observations('number')}`, [cohort, measure, when], (person, value) => {
      const row = rowOf[person] ?? -1;
      if (row >= 0) values[row] = value;
    });
  }
  return packColumn(values);
}
