// Pairs of numbers by the million: an aggregate of our own is handed bare values, three times as fast as rows are made.
import type Database from 'better-sqlite3';

/** Every row's two numbers to `each`. `columns`: e.g. `person_id, number`; `from`: the rest of the select. Not to be nested. */
export type ReadPairs = (
  columns: string,
  from: string,
  values: readonly (string | number)[],
  each: (key: number, value: number) => void,
) => void;

/** For one connection; the aggregate is made when it is first used. */
export function pairReader(connection: Database.Database): ReadPairs {
  let ready = false;
  let visit = (_key: number, _value: number): void => undefined;
  return (columns, from, values, each) => {
    if (!ready) {
      const step = (rows: number, key: number, value: number): number => {
        visit(key, value);
        return rows + 1;
      };
      // The types know of one argument only; it takes as many as the function has.
      connection.aggregate('each_pair', { start: 0, directOnly: true, step: step as (rows: number) => number });
      ready = true;
    }
    visit = each;
    connection.prepare(`select each_pair(${columns}) ${from}`).get(...values);
  };
}
