// Columns read ahead by a second thread, taken in order by a first that does not stop for events and reads some itself rather than
// wait. Only ever a help: whatever goes wrong over there, a column that does not come is read here.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { SentColumn, WorkerPlan } from './column-worker.ts';
import type { Store } from './store.ts';
import { Signal, type ColumnRows, type ReadColumn } from './read-column.ts';

export interface ColumnsAhead {
  /** The column of that index; undefined if it went by, is far off, or will not come. */
  readonly take: (index: number) => ReadColumn | undefined;
  readonly stop: () => void;
}

/** Columns that may wait: so many times 8 bytes a person of memory. */
const most = 4;
/** In milliseconds: a column that takes longer is read here. */
const patience = 2000;

/**
 * `readHere` reads a column on this thread. Undefined where the thread has no program file of its own: run from source, or packed
 * otherwise.
 */
export function columnsAhead(
  { path, key }: Pick<Store, 'path' | 'key'>,
  rows: ColumnRows,
  columns: WorkerPlan['columns'],
  readHere: (index: number) => ReadColumn,
): ColumnsAhead | undefined {
  const file = new URL('./column-worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(file))) return undefined;
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4 * Object.keys(Signal).length));
  const plan: WorkerPlan = { path, key, rows, columns, most, port: port2, signal };
  const worker = new Worker(file, { workerData: plan, transferList: [port2], execArgv: [] });
  // Neither keeps the program from ending, nor ends it.
  worker.on('error', () => undefined);
  worker.unref();
  port.unref();
  const waiting = new Map<number, ReadColumn>();
  let [first, over] = [0, false];
  const stop = (): void => {
    if (over) return;
    over = true;
    waiting.clear();
    port.close();
    void worker.terminate();
  };

  const receive = (): void => {
    for (;;) {
      const found = receiveMessageOnPort(port) as { readonly message: SentColumn } | undefined;
      if (found === undefined) return;
      const { index, column } = found.message;
      if (index >= first) waiting.set(index, column);
    }
  };

  /** Reads the first column that nobody has begun here, if it is near; false where there is none. */
  const help = (): boolean => {
    const next = Atomics.load(signal, Signal.next);
    if (next >= Math.min(columns.length, first + most)) return false;
    if (Atomics.compareExchange(signal, Signal.next, next, next + 1) === next) waiting.set(next, readHere(next));
    return true;
  };

  const take = (index: number): ReadColumn | undefined => {
    if (over || index < first || index >= Math.min(columns.length, first + most)) return undefined;
    first = index;
    for (const passed of waiting.keys()) if (passed < index) waiting.delete(passed);
    Atomics.store(signal, Signal.taken, index);
    Atomics.notify(signal, Signal.taken);
    for (;;) {
      const seen = Atomics.load(signal, Signal.news);
      receive();
      const column = waiting.get(index);
      if (column !== undefined) {
        waiting.delete(index);
        first = index + 1;
        return column;
      }
      if (Atomics.load(signal, Signal.ended) === 0 && help()) continue;
      const ended = Atomics.load(signal, Signal.ended) === 1 && Atomics.load(signal, Signal.news) === seen;
      if (ended || Atomics.wait(signal, Signal.news, seen, patience) === 'timed-out') {
        stop();
        return undefined;
      }
    }
  };
  return { take, stop };
}
