// A thread that reads columns beside the first one, each whichever nobody has begun. Started by observed-numbers.ts.
import { parentPort, workerData } from 'node:worker_threads';
import type { PackedColumn } from '../../packed-column.ts';
import type { PeopleByRow, Series } from '../dialect.ts';
import { openEngine } from './engine.ts';
import { readNumbers } from './read-column.ts';
import { pairReader } from './read-pairs.ts';

export interface WorkerPlan {
  readonly path: string;
  readonly key: string | undefined;
  readonly people: PeopleByRow;
  readonly series: readonly Series[];
  /** The first of them that neither thread has begun. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

export interface SentColumn {
  readonly index: number;
  readonly column: PackedColumn;
}

const { path, key, people, series, next } = workerData as WorkerPlan;

const connection = openEngine(path, { readonly: true, fileMustExist: true, timeout: 1000 }, key);
// Each page is read once; a larger memory of them would only be filled with what is not wanted again. In KiB.
connection.pragma('cache_size = -1024');
const pairs = pairReader(connection);
for (let index = Atomics.add(next, 0, 1); index < series.length; index = Atomics.add(next, 0, 1)) {
  const one = series[index];
  if (one === undefined) break;
  const column = readNumbers(pairs, people, one);
  const sent: SentColumn = { index, column };
  parentPort?.postMessage(sent, [column.codes.buffer]);
}
connection.close();
