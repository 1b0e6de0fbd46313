// A thread that reads one column after another while the reports are busy with those before. Started by columns-ahead.ts.
import { workerData, type MessagePort } from 'node:worker_threads';
import { openEngine } from './dialect/engine.ts';
import { pairReader } from './dialect/read-pairs.ts';
import { readNumbers, Signal, type ColumnRows, type ReadColumn } from './read-column.ts';

export interface WorkerPlan {
  readonly path: string;
  readonly key: string | undefined;
  readonly rows: ColumnRows;
  /** Measure and time. */
  readonly columns: readonly (readonly [string, string])[];
  /** How far ahead of what was taken columns are read. */
  readonly most: number;
  /** Where they are sent; `signal` tells the other side, see `Signal`. */
  readonly port: MessagePort;
  readonly signal: Int32Array<SharedArrayBuffer>;
}

export interface SentColumn {
  readonly index: number;
  readonly column: ReadColumn;
}

const { path, key, rows, columns, most, port, signal } = workerData as WorkerPlan;

try {
  const connection = openEngine(path, { readonly: true, fileMustExist: true, timeout: 1000 }, key);
  // Each page is read once; a larger memory of them would only be filled with what is not wanted again. In KiB.
  connection.pragma('cache_size = -1024');
  const pairs = pairReader(connection);
  for (let index = begin(); index !== undefined; index = begin()) {
    const [measure, when] = columns[index] ?? ['', ''];
    const column = readNumbers(pairs, rows, measure, when);
    const sent: SentColumn = { index, column };
    port.postMessage(sent, [column.values.buffer]);
    tell();
  }
  connection.close();
} catch {
  // Whoever wants a column that did not come reads it without help, and meets what is wrong there.
} finally {
  Atomics.store(signal, Signal.ended, 1);
  tell();
}

/** The next column to read, once it is not too far ahead; undefined after the last. */
function begin(): number | undefined {
  for (;;) {
    const [next, taken] = [Atomics.load(signal, Signal.next), Atomics.load(signal, Signal.taken)];
    if (next >= columns.length) return undefined;
    if (next - taken >= most) Atomics.wait(signal, Signal.taken, taken);
    else if (Atomics.compareExchange(signal, Signal.next, next, next + 1) === next) return next;
  }
}

function tell(): void {
  Atomics.add(signal, Signal.news, 1);
  Atomics.notify(signal, Signal.news);
}
