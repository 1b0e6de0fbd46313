// What was observed of people, as columns that are read when asked for. Only those used last stay in memory, so a report
// over many waves needs no more of it than one over few.
import type { Observed, Status } from '../domain/outcomes/dataset.ts';
import type { ObservedColumns } from '../domain/outcomes/outcomes.ts';
import { byTime } from '../domain/outcomes/calendar.ts';
import { columnsAhead, type ColumnsAhead } from './columns-ahead.ts';
import { hashOf, readNumbers, series, type ColumnRows, type ReadColumn, type ValueColumn } from './read-column.ts';
import type { Store } from './store.ts';

/** In bytes: 32 MiB hold 40 columns of 100,000 people. */
const mostKept = 2 ** 25;

/** Values still to be read that make a second thread worth its start: a fifth of a second of reading. */
const worthIt = 1e6;

interface Kept {
  values: Float64Array | undefined;
  /** Larger is later. */
  used: number;
}

/**
 * `rowOf`: the row of each person by key; people not in it are passed over. `away`: by row, the place of
 * its cohort among `cohorts`: what somebody of two did in the other one is of another year. `least`: values still to be read from which on a second
 * thread reads ahead, once columns are asked for in their order.
 */
export function observedColumns(
  store: Store,
  cohorts: readonly number[],
  rowOf: ReadonlyMap<number, number>,
  away: readonly number[],
  least = worthIt,
): ObservedColumns {
  const size = rowOf.size;
  // A list by number is far quicker than a map where there are millions of rows.
  let largest = 0;
  for (const person of rowOf.keys()) if (person > largest) largest = person;
  const rows = new Int32Array(largest + 1).fill(-1);
  /** The row of everybody who counts in that cohort, by key. */
  const plan: ColumnRows = {
    size,
    cohorts: cohorts.map((cohort, side) => {
      const own = rows.slice();
      for (const [person, row] of rowOf) if (away[row] === side) own[person] = row;
      return { cohort, rowOf: own };
    }),
  };
  const digests = new Map<string, string>();
  const numbers = seriesOf(store, cohorts, 'number');
  let [last, from, tried] = [-1, 0, false];
  let ahead: ColumnsAhead | undefined;
  const here = (index: number): ReadColumn => readNumbers(store.pairs, plan, ...(numbers[index] ?? ['', '']));
  const read = (index: number): Float64Array => {
    const [measure, when] = numbers[index] ?? ['', ''];
    if (index === last + 1 && !tried && size * (numbers.length - index - 1) >= least) {
      [from, tried] = [index + 1, true];
      ahead = columnsAhead(store, plan, numbers.slice(from), (later) => here(from + later));
      if (ahead !== undefined) store.beforeClose(ahead.stop);
    }
    last = index;
    const { values, hash } = ahead?.take(index - from) ?? here(index);
    digests.set(`${measure}|${when}|`, hash);
    return values;
  };
  const status = (measure: string, when: string): Pick<Status, 'levels' | 'codes'> => {
    const found = cohorts.flatMap((cohort) => [
      ...store.rows(`select distinct status from ${series('status')}`, cohort, measure, when),
    ]);
    const levels = [...new Set(found.map(([word]) => String(word)))].sort();
    const codes = new Int32Array(size).fill(-1);
    const code = `case status ${levels.map((_, index) => `when ? then ${index} `).join('')}end`;
    for (const { cohort, rowOf: own } of levels.length === 0 ? [] : plan.cohorts) {
      const values = [...levels, cohort, measure, when];
      store.pairs(`person_id, ${code}`, `from ${series('status')}`, values, (person, level) => {
        const row = own[person] ?? -1;
        if (row >= 0) codes[row] = level;
      });
    }
    digests.set(`${measure}|${when}|${levels.join('|')}`, hashOf(codes));
    return { levels, codes };
  };

  const keep = keeper(mostKept);
  return {
    observed: numbers.map(([measure, when], index): Observed => {
      const kept: Kept = { values: undefined, used: 0 };
      return {
        measure,
        when,
        get values() {
          return keep(kept, () => read(index));
        },
      };
    }),
    statuses: seriesOf(store, cohorts, 'status').map(([measure, when]): Status => {
      let known: Pick<Status, 'levels' | 'codes'> | undefined;
      return {
        measure,
        when,
        get levels() {
          return (known ??= status(measure, when)).levels;
        },
        get codes() {
          return (known ??= status(measure, when)).codes;
        },
      };
    }),
    digests: () => [...digests].map(([column, hash]) => `${column}|${hash}`).sort(),
  };
}

/**
 * Measures and times of which there is anything: measures in the order in which they came in as far as the first person of each
 * shows it, times without a year too, the others in the order of the calendar. From one to the next by the index, whatever lies between.
 */
function seriesOf(store: Store, cohorts: readonly number[], value: ValueColumn): [string, string][] {
  const found = new Map<string, { readonly measure: string; readonly when: string; readonly id: number }>();
  const after = (cohort: number, rest: string, ...values: string[]): readonly (string | number | null)[] | undefined =>
    [
      ...store.rows(
        `select measure, observed, id from observation where cohort_id = ? and ${value} is not null and ${rest} limit 1`,
        cohort,
        ...values,
      ),
    ][0];
  for (const cohort of cohorts) {
    let next = after(cohort, 'true order by measure, observed, person_id');
    while (next !== undefined) {
      const [measure, when] = [String(next[0]), String(next[1])];
      const key = `${measure}\n${when}`;
      if (!found.has(key)) found.set(key, { measure, when, id: Number(next[2]) });
      next =
        after(cohort, 'measure = ? and observed > ? order by observed, person_id', measure, when) ??
        after(cohort, 'measure > ? order by measure, observed, person_id', measure);
    }
  }
  const columns = [...found.values()].sort((a, b) => a.id - b.id);
  const first = new Map<string, number>();
  for (const { measure, id } of columns) if (!first.has(measure)) first.set(measure, id);
  return columns
    .sort((a, b) => (first.get(a.measure) ?? 0) - (first.get(b.measure) ?? 0) || byTime(a.when, b.when) || a.id - b.id)
    .map(({ measure, when }) => [measure, when]);
}

/** Gives a column's values, read anew if need be; puts those away that were used longest ago. */
function keeper(most: number): (kept: Kept, read: () => Float64Array) => Float64Array {
  const all = new Set<Kept>();
  let [clock, bytes] = [0, 0];
  return (kept, read) => {
    kept.used = ++clock;
    if (kept.values !== undefined) return kept.values;
    const values = read();
    kept.values = values;
    all.add(kept);
    bytes += values.byteLength;
    while (bytes > most && all.size > 1) {
      let oldest = kept;
      for (const one of all) if (one.used < oldest.used) oldest = one;
      bytes -= oldest.values?.byteLength ?? 0;
      oldest.values = undefined;
      all.delete(oldest);
    }
    return values;
  };
}
