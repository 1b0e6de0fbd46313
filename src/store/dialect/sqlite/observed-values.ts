// What was observed of people, read out of SQLite's indexes into columns: on two threads where there is much of it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { PackedColumn } from '../../packed-column.ts';
import type { ObservedValues, PeopleByRow, Series } from '../dialect.ts';
import type { SentColumn, WorkerPlan } from './column-worker.ts';
import { observations, readNumbers } from './read-column.ts';
import { pairReader } from './read-pairs.ts';

/** Values that make a second thread worth its start: a fifth of a second of reading. */
const worthAThread = 1e6;

export interface OpenFile {
  readonly path: string;
  readonly key: string | undefined;
}

/** `least`: values from which on a second thread helps. */
export function observedValues(
  connection: Database.Database,
  file: OpenFile,
  least: number = worthAThread,
): ObservedValues {
  const pairs = pairReader(connection);
  return {
    numbers: async function* (_, people, series) {
      const found = new Array<PackedColumn | undefined>(series.length).fill(undefined);
      const next = new Int32Array(new SharedArrayBuffer(4));
      const beside = people.size * series.length < least ? undefined : readBeside(file, people, series, next, found);
      try {
        let given = 0;
        for (;;) {
          const index = Atomics.add(next, 0, 1);
          const one = series[index];
          if (one === undefined) break;
          found[index] = readNumbers(pairs, people, one);
          // What the other thread sent meanwhile comes in here.
          if (beside !== undefined) await new Promise((resolve) => setImmediate(resolve));
          for (let column = found[given]; column !== undefined; column = found[++given]) {
            yield column;
            found[given] = undefined;
          }
        }
        await beside?.ended;
        // Whatever it did not bring is read here: what is wrong there is met here, too.
        for (; given < series.length; given++) {
          const one = series[given];
          const column = found[given] ?? (one === undefined ? undefined : readNumbers(pairs, people, one));
          if (column !== undefined) yield column;
          found[given] = undefined;
        }
      } finally {
        await beside?.stop();
      }
    },
    words: (_, { size, cohorts }, { measure, when }) => {
      const found = cohorts.flatMap(({ cohort }) =>
        connection
          .prepare<unknown[], string>(`select distinct status from ${observations('status')}`)
          .pluck()
          .all(cohort, measure, when),
      );
      const levels = [...new Set(found)].sort();
      const codes = new Int32Array(size).fill(-1);
      const code = `case status ${levels.map((_word, index) => `when ? then ${index} `).join('')}end`;
      for (const { cohort, rowOf } of levels.length === 0 ? [] : cohorts)
        pairs(
          `person_id, ${code}`,
          `from ${observations('status')}`,
          [...levels, cohort, measure, when],
          (person, level) => {
            const row = rowOf[person] ?? -1;
            if (row >= 0) codes[row] = level;
          },
        );
      return Promise.resolve({ levels, codes });
    },
    strikeMeasured: (_, left, { cohort, measure, when, value }) => {
      const few = left.size <= 5000;
      pairs(
        'person_id, 1',
        `from ${observations(value)}${few ? ' and person_id in (select value from json_each(?))' : ''}`,
        [cohort, measure, when, ...(few ? [JSON.stringify([...left])] : [])],
        (person) => left.delete(person),
      );
      return Promise.resolve();
    },
  };
}

/** Undefined where the thread has no program file of its own: run from source, or packed otherwise. */
function readBeside(
  { path, key }: OpenFile,
  people: PeopleByRow,
  series: readonly Series[],
  next: WorkerPlan['next'],
  found: (PackedColumn | undefined)[],
): { readonly ended: Promise<void>; readonly stop: () => Promise<unknown> } | undefined {
  const program = new URL('./column-worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(program))) return undefined;
  const plan: WorkerPlan = { path, key, people, series, next };
  const worker = new Worker(program, { workerData: plan, execArgv: [] });
  worker.on('message', ({ index, column }: SentColumn) => {
    found[index] = column;
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('error', () => {
      resolve();
    });
    worker.on('exit', () => {
      resolve();
    });
  });
  return { ended, stop: () => worker.terminate() };
}
